"""`cite`: cite a passage with its exact place, so that anybody can check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

FORMATS = ("text", "markdown", "bibtex", "ris", "csl")


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("passage", metavar="ARTICLE:START-END", help="or ARTICLE:START of a quotation")
    add("--format", choices=FORMATS, default="text", help="default: text")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Cite the passage."""
    from index.citing import Format, cite, write  # noqa: PLC0415 - not for --help
    from tui.cli.passages import passage  # noqa: PLC0415 - the same

    with desk.opened_archive() as archive:
        citation = cite(*passage(archive, options.passage))
    fmt = Format(options.format)
    if options.json:
        from tui.cli.shapes.citations import citation as shape  # noqa: PLC0415

        desk.put_json(shape(citation, fmt))
    else:
        desk.write(write(citation, fmt))
    return Exit.DONE
