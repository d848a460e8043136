"""`demo`: an archive of invented news, made once, to look round in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import tui
from tui.cli.outcomes import Exit

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

ARTICLES = "demo/articles"


def add_options(parser: Parser) -> None:
    """Name the options."""
    from tui.cli.commands.read import add_options as add_reader  # noqa: PLC0415

    parser.add_argument("--no-open", action="store_true", help="only say where it is")
    parser.add_argument("--json", action="store_true", help="with --no-open, as JSON")
    add_reader(parser)


def run(options: Namespace, desk: Desk) -> int:
    """Make the demo archive unless it is there, and open it."""
    from tui.cli.commands.read import (  # noqa: PLC0415 - not for --help
        open_reader,
        refuse_without_terminal,
    )

    if not options.no_open:
        refuse_without_terminal()
    folder = _made(desk)
    if options.no_open and options.json:
        desk.put_json({"archive": str(folder)})
        return Exit.DONE
    if options.no_open:
        desk.put(str(folder))
        return Exit.DONE
    return open_reader(folder, options)


def _made(desk: Desk) -> Path:
    """Give the folder of the demo, filled; a second time nothing is done."""
    from index.archive.adding import add  # noqa: PLC0415 - not for --help
    from index.archive.reports import AddOptions  # noqa: PLC0415 - the same
    from tui.places import demo_folder  # noqa: PLC0415 - the same

    folder = (desk.folder if desk.named_folder else demo_folder()).absolute()
    if not _is_whole(folder):
        articles = Path(tui.__file__).parent / ARTICLES
        add(folder, [str(articles)], AddOptions())
    return folder


def _is_whole(folder: Path) -> bool:
    from index.archive import Archive  # noqa: PLC0415 - not for --help
    from index.errors import ArchiveMissingError  # noqa: PLC0415 - the same

    try:
        with closing(Archive.open(folder)) as archive:
            return archive.edition.generation is not None
    except ArchiveMissingError:
        return False
