"""`completion`: what a shell needs to complete commands, options and choices."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

SHELLS = ("bash", "zsh", "fish")


def add_options(parser: Parser) -> None:
    """Name the words."""
    parser.add_argument("shell", choices=SHELLS, help="which shell is to complete")


def run(options: Namespace, desk: Desk) -> int:
    """Write the script of a shell."""
    from tui.cli.outline import outlines  # noqa: PLC0415 - reads every command

    writer = import_module(f"tui.cli.completions.{options.shell}")
    desk.write(writer.script(outlines()))
    return Exit.DONE
