"""What a list says instead of rows, and what can be taken there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.render.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.render.line import Piece
    from tui.themes import Palette

_INDENT = "   "


class Way(NamedTuple):
    """A line that can be taken, and what taking it does."""

    words: str
    take: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """A few sentences, and ways on below them."""

    sentences: Sequence[str] = ()
    ways: Sequence[Way] = ()

    def lines(self, width: int, palette: Palette) -> list[list[Piece]]:
        """Give the lines, folded to the width of the pane; the first is empty."""
        said = self._folded(width, palette)
        return [[], *(line for lines in said for line in lines)]

    def ways_at(self, width: int, palette: Palette) -> dict[int, Way]:
        """Give the ways by the number of the line on which each begins."""
        counts = [len(lines) for lines in self._folded(width, palette)]
        first = len(self.sentences)
        return {1 + sum(counts[: first + n]): way for n, way in enumerate(self.ways)}

    def _folded(self, width: int, palette: Palette) -> list[list[list[Piece]]]:
        """Give the lines of each sentence, the first one stronger, and of each way."""
        said = [(words, palette.dim) for words in self.sentences]
        said[:1] = [(words, palette.text) for words in self.sentences[:1]]
        said += [(way.words, palette.text) for way in self.ways]
        return [
            list(folded([[(_INDENT + words, style)]], width, hang=len(_INDENT)))
            for words, style in said
        ]
