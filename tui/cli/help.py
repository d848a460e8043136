"""Help in the colours of the command line, where a terminal has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.console import Console
from rich_argparse import RichHelpFormatter

if TYPE_CHECKING:
    from rich.style import StyleType


class ColouredHelp(RichHelpFormatter):
    """argparse's help in our few looks; whoever asks has made sure of the colours."""

    styles: ClassVar[dict[str, StyleType]] = {
        "argparse.args": "bold cyan",
        "argparse.groups": "bold",
        "argparse.help": "default",
        "argparse.metavar": "dim",
        "argparse.prog": "bold",
        "argparse.syntax": "bold",
        "argparse.text": "default",
        "argparse.default": "italic",
    }

    def __init__(self, prog: str) -> None:
        colours = Console(force_terminal=True, no_color=False, color_system="standard")
        super().__init__(prog, console=colours)
