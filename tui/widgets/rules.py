"""The few lines that part the page; the upper one carries what the query found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.render.characters import cells_of, fit
from tui.render.folding import folded
from tui.render.line import Piece, line, painted

if TYPE_CHECKING:
    from textual.strip import Strip

    from tui.themes import Palette


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in the query that cannot be read, and why."""

    column: int
    sentence: str


class Rule(Widget):
    """A line across, with words let into it at the right end."""

    def __init__(self, palette: Palette, *, id: str) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self.palette = palette
        self.words = ""
        self.fault: Fault | None = None
        self.lit: tuple[int, int] | None = None
        """The stretch that lies over the pane with the focus."""
        self.joints: frozenset[int] = frozenset()
        """Where lines down begin."""

    def say(self, words: str, fault: Fault | None = None) -> None:
        """Let other words into the rule, or point at a fault above it."""
        if (words, fault) != (self.words, self.fault):
            self.words, self.fault = words, fault
            self.refresh()

    def light(
        self, lit: tuple[int, int] | None, joints: frozenset[int] = frozenset()
    ) -> None:
        """Show which stretch lies over the pane with the focus, and join lines down."""
        if (lit, joints) != (self.lit, self.joints):
            self.lit, self.joints = lit, joints
            self.refresh()

    def turn(self, palette: Palette) -> None:
        """Draw under another palette."""
        self.palette = palette
        self.refresh()

    def height_at(self, width: int) -> int:
        """Give how many lines it takes to say what it has to say."""
        return len(self._pointing(self.fault, width)) if self.fault else 1

    def render_line(self, y: int) -> Strip:
        """Draw the rule; a fault with much to say takes several lines."""
        width, palette = self.size.width, self.palette
        if self.fault:
            lines = self._pointing(self.fault, width)
            return line(lines[y] if y < len(lines) else [], width, palette.text)
        start, end = self.lit or (0, 0)
        cells = ["━" if start <= x < end else "─" for x in range(width)]
        # Just after a resize they may still be where the wider screen had them.
        for joint in (joint for joint in self.joints if joint < width):
            cells[joint] = "┬"
        styles = [
            palette.rule_here if start <= x < end else palette.rule
            for x in range(width)
        ]
        if self.words:
            words = f" {fit(self.words, width - 6)} "
            at = width - cells_of(words) - 2
            cells[at:-2] = words
            # Words that cover all there is of a lit stretch are lit in its stead.
            is_lit = start > 0 and at <= end - 2 and at <= start + 2
            style = palette.accent if is_lit else palette.dim
            styles[at:-2] = [style] * len(words)
        return line(painted("".join(cells), styles), width, palette.text)

    def _pointing(self, fault: Fault, width: int) -> list[list[Piece]]:
        """Put an arrow under the fault, and the sentence on the side that has room.

        A sentence that neither side has room for stands whole below the arrow.
        """
        palette = self.palette
        column = max(0, min(fault.column, width - 1))
        sentence = f" {fault.sentence} "
        size = cells_of(sentence)
        arrow: Piece = ("▲", palette.fault)
        before, behind = column, width - column - 1
        if size <= behind:
            words: list[Piece] = [(sentence, palette.fault)]
            rest: Piece = ("─" * (behind - size), palette.rule)
            return [[("─" * before, palette.rule), arrow, *words, rest]]
        if size <= before:
            words = [("─" * (before - size), palette.rule), (sentence, palette.fault)]
            return [[*words, arrow, ("─" * behind, palette.rule)]]
        sides = [("─" * side, palette.rule) for side in (before, behind)]
        said = folded([[(sentence.rstrip(), palette.fault)]], width - 1, hang=1)
        return [[sides[0], arrow, sides[1]], *said]


class ColumnRule(Widget):
    """A line down, between two panes that stand side by side."""

    def __init__(self, palette: Palette, *, id: str) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self.palette = palette

    def turn(self, palette: Palette) -> None:
        """Draw under another palette."""
        self.palette = palette
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one cell of it."""
        del y
        return line([("│", self.palette.rule)], self.size.width, self.palette.text)
