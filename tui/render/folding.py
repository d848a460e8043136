"""Fold lines of pieces to a width; what follows hangs under the last column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.characters import cells_of
from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.render.line import Piece


def folded(
    lines: Iterable[Sequence[Piece]], width: int, *, hang: int = 0
) -> Iterator[list[Piece]]:
    """Yield lines that fit; `hang` columns belong to the label that opens a line."""
    for pieces in lines:
        yield from _fold(list(pieces), width, hang)


def _fold(pieces: list[Piece], width: int, hang: int) -> Iterator[list[Piece]]:
    if sum(cells_of(text) for text, _ in pieces) <= width:
        yield pieces
        return
    row: list[Piece] = []
    room = width
    for text, style in pieces:
        if cells_of(text) <= room:
            row.append((text, style))
            room -= cells_of(text)
            continue
        bounds = list(_first_short(text, room, max(8, width - hang)))
        for number, (start, end) in enumerate(bounds):
            if number:
                yield row
                row = [(" " * hang, style)] if hang else []
            row.append((text[start:end], style))
        start, end = bounds[-1]
        room = width - hang - cells_of(text[start:end])
    yield row


def _first_short(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Wrap a text whose first line has less room; it may have none at all.

    The space that indents the text belongs to its first line, and takes room there.
    """
    start, indent = 0, len(text) - len(text.lstrip())
    if first - indent >= 8:
        _, start = next(wrap(text, indent, len(text), first - indent), (0, 0))
        yield 0, start
    else:
        yield 0, 0
    yield from wrap(text, start, len(text), rest)
