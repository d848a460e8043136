"""`untag`: take a tag from articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.commands.tag import add_options
from tui.cli.marking import Marking, put_marks

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk

__all__ = ["add_options", "run"]


def run(options: Namespace, desk: Desk) -> int:
    """Take the tag."""
    from index.state.marks import tag_of  # noqa: PLC0415 - not for --help

    tag = tag_of(options.tag)
    how = Marking("tag", "took the tag", tag, is_set=False)
    return put_marks(
        options, desk, how, lambda book, found: book.marks.untag(tag, found)
    )
