"""`man`: the manual as a page that man shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


def add_options(parser: Parser) -> None:
    """Name nothing: there is one manual."""
    del parser


def run(options: Namespace, desk: Desk) -> int:
    """Write the page."""
    from tui.cli.manual import manual  # noqa: PLC0415 - reads every command

    del options
    desk.write(manual())
    return Exit.DONE
