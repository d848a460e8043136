"""One line of cells: pieces of styled text joined, cut and filled to a width."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.render.characters import cells_of, fit, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

Piece = tuple[str, "Style"]


def line(pieces: Iterable[Piece], width: int, ground: Style) -> Strip:
    """Join pieces into a strip of exactly this width.

    Everything that is drawn passes here, so here control codes become pictures.
    """
    segments = [Segment(shown(text), style) for text, style in pieces if text]
    return Strip(segments).adjust_cell_length(width, ground)


def painted(text: str, styles: Sequence[Style]) -> list[Piece]:
    """Join neighbours of one style; `styles` has one for each character.

    A carriage return keeps its place in the offsets and takes none on the page.
    """
    pieces: list[Piece] = []
    at = 0
    for style, run in groupby(styles):
        length = sum(1 for _ in run)
        piece = text[at : at + length].replace("\r", "")
        pieces.append((shown(piece), style))
        at += length
    return pieces


def cut(pieces: Sequence[Piece], cells: int) -> list[Piece]:
    """Cut pieces to the width, with an ellipsis where something is lost."""
    kept: list[Piece] = []
    for number, (text, style) in enumerate(pieces):
        size = cells_of(text)
        more = any(rest for rest, _ in pieces[number + 1 :])
        if size < cells or (size == cells and not more):
            kept.append((text, style))
            cells -= size
            continue
        kept.append((fit(text + "……", cells), style))
        break
    return kept
