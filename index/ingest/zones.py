"""Zones over a text: every word of it in one, none of it cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.ingest.dateline import read_dateline
from index.model import Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.ingest.layout import Piece

_BODIES_TO_OPEN = 3
"""A dateline opens the story or follows a summary or two, never later."""


def zones_of(pieces: Sequence[Piece]) -> tuple[Zone, ...]:
    """Give the zones in order of position, the dateline cut from its paragraph."""
    opening = _opening_piece(pieces)
    zones: list[Zone] = []
    for piece in pieces:
        if piece is opening:
            zones.extend(_opened(piece))
        else:
            zones.append(Zone(piece.paragraph.start, piece.paragraph.end, piece.kind))
    return tuple(zones)


def first_bodies(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the first paragraphs of the story."""
    found = []
    for piece in pieces:
        if piece.kind is ZoneKind.BODY:
            found.append(piece)
            if len(found) == _BODIES_TO_OPEN:
                break
    return found


def _opening_piece(pieces: Iterable[Piece]) -> Piece | None:
    for piece in first_bodies(pieces):
        if read_dateline(piece.paragraph.words):
            return piece
    return None


def _opened(piece: Piece) -> tuple[Zone, Zone]:
    start, end, words = piece.paragraph[:3]
    dateline = read_dateline(words)
    assert dateline is not None
    return (
        Zone(start, start + dateline.end, ZoneKind.DATELINE),
        Zone(start + dateline.body, end, ZoneKind.BODY),
    )
