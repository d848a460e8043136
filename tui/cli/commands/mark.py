"""`mark`: note that articles were read, or are still to be read."""

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
    parser.add_argument("how", choices=("read", "unread"), help="read or unread")
    add_choice(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Make the marks."""
    if options.how == "read":
        return put_marks(
            options,
            desk,
            Marking("read", "marked as read"),
            lambda book, found: book.marks.mark_read(h.id for h in found),
        )
    return put_marks(
        options,
        desk,
        Marking("read", "marked as unread", is_set=False),
        lambda book, found: book.marks.mark_unread(h.id for h in found),
    )
