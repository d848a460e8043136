"""`config`: every setting, its value, and which file or variable won."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit
from tui.cli.shapes.reports import settings as shape_of
from tui.places import settings_files
from tui.settings import DEFAULT, Origin, load_settings

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("--show", action="store_true", help="show them; there is nothing else to do")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Show the settings."""
    _, decided = load_settings(settings_files(), os.environ)
    archive = _archive(desk)
    if options.json:
        desk.put_json(shape_of(archive, decided))
        return Exit.DONE
    for origin in (archive, *decided):
        desk.put(f"{origin.name:8}  {_written(origin.value)}  ({origin.won})")
    desk.say("looked for in " + ", ".join(map(str, settings_files())))
    return Exit.DONE


def _archive(desk: Desk) -> Origin:
    if desk.named_folder:
        won = "--archive"
    else:
        won = "QUOTH_ARCHIVE" if os.environ.get("QUOTH_ARCHIVE") else DEFAULT
    return Origin("archive", str(desk.folder), won)


def _written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return ", ".join(f"{k} = {v}" for k, v in value.items()) or "none"
        case _:
            return str(value)
