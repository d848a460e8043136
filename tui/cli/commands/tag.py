"""`tag`: give articles a tag."""

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
    parser.add_argument("tag", metavar="TAG", help="a word or, in marks, several")
    add_choice(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Give the tag."""
    from index.state.marks import tag_of  # noqa: PLC0415 - not for --help

    tag = tag_of(options.tag)
    how = Marking("tag", "tagged", tag)
    return put_marks(options, desk, how, lambda book, found: book.marks.tag(tag, found))
