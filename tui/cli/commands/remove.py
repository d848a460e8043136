"""`remove`: take articles out for good, and say which they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.commands.add import add_waiting
from tui.cli.outcomes import Exit
from tui.cli.shapes.reports import removal

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("articles", nargs="+", metavar="ID|PATH", help="an id or a path")
    add_waiting(parser)
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Remove, and say what is gone."""
    from index.archive.reports import AddOptions  # noqa: PLC0415 - not for --help
    from index.archive.upkeep import remove  # noqa: PLC0415 - the same

    with desk.opened_archive() as archive:
        # What is to go is looked up first: an unknown name takes nothing out.
        ids = [archive.find(name) for name in options.articles]
        gone = archive.headlines(list(dict.fromkeys(ids)))
    remove(desk.folder, [h.id for h in gone], AddOptions(wait_s=options.wait))
    with desk.opened_archive() as archive:
        left = archive.totals()
    if options.json:
        desk.put_json(removal(gone, left))
        return Exit.DONE
    from tui.render.characters import shown  # noqa: PLC0415 - not for scripts

    for headline in gone:
        title = shown(headline.title or "without a title")
        desk.put(f"removed {headline.id}  {shown(headline.path)}  {title}")
    return Exit.DONE
