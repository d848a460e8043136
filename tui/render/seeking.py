"""Words that are looked for on a page: where they stand, and lit up there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style

    from tui.render.line import Piece


def pattern(words: str) -> re.Pattern[str] | None:
    """Give a pattern for words in any case, beside each other; None for no words."""
    parts = [re.escape(word) for word in words.split()]
    return re.compile(r"\s+".join(parts), re.IGNORECASE) if parts else None


def words_of(pieces: Sequence[Piece]) -> str:
    """Give a line as text."""
    return "".join(text for text, _ in pieces)


def lit(
    pieces: Sequence[Piece], sought: re.Pattern[str] | None, hit: Style
) -> Sequence[Piece]:
    """Lay the style of a hit over the words that were looked for."""
    if sought is None:
        return pieces
    bounds = [found.span() for found in sought.finditer(words_of(pieces))]
    return list(_split(pieces, bounds, hit)) if bounds else pieces


def _split(
    pieces: Sequence[Piece], bounds: Sequence[tuple[int, int]], hit: Style
) -> Iterator[Piece]:
    at = 0
    for text, style in pieces:
        end, here = at + len(text), at
        for start, stop in bounds:
            first, last = max(start, here), min(stop, end)
            if first < last:
                yield text[here - at : first - at], style
                yield text[first - at : last - at], style + hit
                here = last
        yield text[here - at :], style
        at = end
