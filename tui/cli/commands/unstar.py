"""`unstar`: take the star from articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.commands.star import add_options
from tui.cli.marking import Marking, put_marks

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk

__all__ = ["add_options", "run"]


def run(options: Namespace, desk: Desk) -> int:
    """Take the stars."""
    how = Marking("star", "took the star from", is_set=False)
    return put_marks(options, desk, how, lambda book, found: book.marks.unstar(found))
