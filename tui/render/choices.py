"""What can be chosen on a page: a few lines each, or a heading between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.render.line import Piece


@dataclass(frozen=True, slots=True)
class Choice:
    """Lines that are chosen as one."""

    lines: tuple[tuple[Piece, ...], ...]
    is_heading: bool = False
    """A heading is shown and cannot be chosen."""
