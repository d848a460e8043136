"""The one door of the command line: words go in, an exit code comes out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli.commands import find_command, overview
from tui.cli.desk import Desk, has_colours
from tui.cli.line import Line, read_line
from tui.cli.outcomes import Exit, SignalledError
from tui.cli.signals import Signals
from tui.cli.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence


def answer(words: Sequence[str]) -> int:
    """Do what the words say; whatever goes wrong becomes a sentence and a code."""
    line = Line(rest=tuple(words))
    signals = Signals()
    try:
        _open_streams()
        with signals.unwinding():
            line = read_line(words)
            code = _done(line)
            sys.stdout.flush()
    except SignalledError as stop:
        code = stop.exit_code
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the answer has read enough of it.
        code = Exit.DONE
    except Exception as error:  # noqa: BLE001 - this is the edge: no trace may pass
        code = 128 + signals.came if signals.came else _told(error, line)
    _close_streams()
    return int(code)


def _done(line: Line) -> int:
    if line.asks_for == "version":
        sys.stdout.write(f"quoth {VERSION}\n")
        return Exit.DONE
    color = line.color or "auto"
    if line.asks_for == "help":
        sys.stdout.write(overview(in_colour=has_colours(sys.stdout, color)))
        return Exit.DONE
    command = find_command(line.command)
    parser = command.parser(in_colour=has_colours(sys.stdout, color))
    try:
        options = parser.read(line.rest)
    except SystemExit:  # argparse has printed the help
        return Exit.DONE
    desk = Desk(options.archive or line.archive, options.color or line.color)
    return command.run(options, desk)


def _told(error: Exception, line: Line) -> int:
    """Say in one sentence what went wrong."""
    from tui.cli.faults import explained  # noqa: PLC0415 - only when needed

    try:
        return explained(error, speaks_json=line.speaks_json, color=line.color)
    except BrokenPipeError:
        return Exit.DONE


def _open_streams() -> None:
    """Answer in UTF-8 where the terminal says nothing else, and never fail to print."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
            continue
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="replace")


def _close_streams() -> None:
    """Let go of a pipe that nobody reads, before Python complains of it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
