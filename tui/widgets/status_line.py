"""The last line: the keys that work here, what is offered, and where the reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.render.characters import cells_of, fit
from tui.render.line import Piece, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from tui.themes import Palette

_LAST = 2
"""Hints that are kept when the line is too short: help and quit come last."""


class StatusLine(Widget):
    """Hints at the left, the position at the right; a notice covers the hints.

    What is offered stands between them, whatever is pressed, until it is taken.
    """

    def __init__(self, palette: Palette) -> None:
        super().__init__(id="status")
        self.palette = palette
        self.hints: Sequence[tuple[str, str]] = ()
        self.position = ""
        self.notice = ""
        self.offered = ""

    def hint(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        if hints != self.hints:
            self.hints = hints
            self.refresh()

    def locate(self, position: str) -> None:
        """Show another position."""
        if position != self.position:
            self.position = position
            self.refresh()

    def tell(self, notice: str) -> None:
        """Say something until the next key; "" says no more."""
        if notice != self.notice:
            self.notice = notice
            self.refresh()

    def offer(self, offered: str) -> None:
        """Offer something until it is taken; "" offers nothing any more."""
        if offered != self.offered:
            self.offered = offered
            self.refresh()

    def turn(self, palette: Palette) -> None:
        """Draw under another palette."""
        self.palette = palette
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line; hints that do not fit are left out whole."""
        del y
        palette, width = self.palette, self.size.width
        right = self._right(width)
        room = width - sum(cells_of(text) for text, _ in right) - 1
        if self.notice:
            left: list[Piece] = [(" " + fit(self.notice, room - 2), palette.strong)]
        else:
            left = self._fitting(room)
        used = sum(cells_of(text) for text, _ in left)
        gap = " " * max(1, room + 1 - used)
        return line([*left, (gap, palette.text), *right], width, palette.text)

    def _right(self, width: int) -> list[Piece]:
        """Give the offer and the position; a long notice leaves no room for this."""
        palette = self.palette
        offered = fit(self.offered, max(0, width // 2))
        position = fit(self.position, max(0, width // 2 - cells_of(offered)))
        taken = cells_of(self.notice) + cells_of(offered) + cells_of(position)
        if self.notice and taken + 4 > width:
            position = ""
        joint = "  " if offered and position else ""
        return [(offered, palette.accent), (f"{joint}{position} ", palette.dim)]

    def _fitting(self, room: int) -> list[Piece]:
        palette = self.palette
        kept = list(self.hints)
        while kept and sum(len(key) + len(label) + 3 for key, label in kept) > room:
            kept.pop(-_LAST - 1 if len(kept) > _LAST else 0)
        pieces: list[Piece] = []
        for key, label in kept:
            pieces += [(f" {key}", palette.accent), (f" {label} ", palette.dim)]
        return pieces
