"""The command `quoth`: hands what was typed to the command line, and does no more."""

from __future__ import annotations

import os
import signal
import sys

from tui.cli.version import VERSION


def main() -> None:
    """Do what the command line says, and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Scripts ask this often; it is answered before anything is imported.
        print(f"quoth {VERSION}")  # noqa: T201
        return
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Ctrl+C while we are still being imported ends us without a trace.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from tui.cli.door import answer  # noqa: PLC0415

    _leave(answer(sys.argv[1:]))


def _leave(code: int) -> None:
    """Leave at once: taking every module apart costs a tenth of a search.

    What was written is flushed and what was opened is closed. Only other processes of
    ours want to be taken leave of.
    """
    if "multiprocessing" in sys.modules or "textual" in sys.modules:
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    main()
