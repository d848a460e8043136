"""`star`: give articles a star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.choosing import add_choice
from tui.cli.marking import Marking, put_marks

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add_choice(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Give the stars."""
    how = Marking("star", "starred")
    return put_marks(options, desk, how, lambda book, found: book.marks.star(found))
