"""`read`: the reader itself, where there is a terminal for it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from index.errors import SettingsError
from tui.cli.outcomes import UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser
    from tui.settings import Settings

_INSTEAD = 'everything it finds, "quoth search" finds too.'


def add_options(parser: Parser) -> None:
    """Name the options."""
    add = parser.add_argument
    add("--slow", action="store_true", default=None, help="for slow lines")
    add("--stock-output", action="store_true", help="let Textual write as it does")
    add("--theme", metavar="NAME", help="auto, dark, light, ansi or mono")
    add("--query", metavar="TEXT", help="begin with this search")


def run(options: Namespace, desk: Desk) -> int:
    """Open the reader on the archive."""
    refuse_without_terminal()
    return open_reader(desk.folder, options)


def refuse_without_terminal() -> None:
    """Say in a sentence why there can be no reader here."""
    # Keys come in on the one, the screen is drawn on the other.
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(f"The reader needs a terminal; {_INSTEAD}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"This terminal is too plain for the reader; {_INSTEAD}")


def open_reader(folder: Path, options: Namespace) -> int:
    """Open the reader on this archive, as options and settings say."""
    from contextlib import closing  # noqa: PLC0415 - start-up

    from index.archive import Archive  # noqa: PLC0415 - start-up
    from index.state import State  # noqa: PLC0415 - start-up
    from tui.places import settings_files, state_file  # noqa: PLC0415 - start-up
    from tui.settings import load_settings  # noqa: PLC0415 - start-up

    given = {"slow": options.slow, "theme": options.theme}
    settings, _ = load_settings(settings_files(), os.environ, given)
    _refuse_wrong_keys(settings)
    kept = State(state_file(), remembers_searches=settings.history)
    with closing(kept) as state, closing(Archive.open(folder, state)) as archive:
        # Textual comes last: whatever can be refused has been refused by now.
        from tui.app import ReaderSettings  # noqa: PLC0415
        from tui.app import run as read  # noqa: PLC0415

        chosen = ReaderSettings(
            theme=settings.theme,
            width=settings.width,
            slow=settings.slow,
            query=options.query or "",
            mouse=settings.mouse,
            stock_output=options.stock_output,
            keys=settings.keymap,
            key_changes=settings.keys,
        )
        return read(archive, chosen)


def _refuse_wrong_keys(settings: Settings) -> None:
    """Say what is wrong with changed keys before the screen is taken."""
    from tui.actions import conflicts  # noqa: PLC0415 - start-up

    for sentence in conflicts(settings.keys, settings.keymap):
        raise SettingsError(sentence)
