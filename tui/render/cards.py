"""Quotations as cards: who, how surely, and the words, set in a narrow column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model import QuoteKind
from tui.render.characters import cells_of, fit
from tui.render.line import Piece, painted
from tui.render.voices import is_doubtful, voices
from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.model import Clipping, Quote, Span
    from tui.themes import Palette

LONGEST = 5
"""Lines of a quotation in the pane; the article has all of it."""


@dataclass(frozen=True, slots=True)
class Card:
    """One quotation, set: the lines before it name the speaker."""

    number: int
    speaker: str | None
    head: tuple[tuple[Piece, ...], ...]
    lines: tuple[tuple[Piece, ...], ...]

    @property
    def height(self) -> int:
        """Give the lines that it takes, air included."""
        return len(self.head) + len(self.lines) + 1


def cards(
    clipping: Clipping,
    width: int,
    palette: Palette,
    *,
    by_speaker: bool,
    hits: Sequence[Span] = (),
) -> list[Card]:
    """Set the quotations of an article, in order or speaker by speaker."""
    known = voices(clipping.quotes)
    order = sorted(enumerate(clipping.quotes), key=lambda it: it[1].start)
    if by_speaker:
        unknown = len(known)
        order.sort(
            key=lambda it: known[it[1].speaker].number if it[1].speaker else unknown
        )
    counts: dict[str | None, int] = {}
    for quote in clipping.quotes:
        counts[quote.speaker] = counts.get(quote.speaker, 0) + 1
    found: list[Card] = []
    before: str | None = ""
    for number, quote in order:
        style = palette.voice(known[quote.speaker].number if quote.speaker else None)
        head: tuple[tuple[Piece, ...], ...] = ()
        if quote.speaker != before:
            name = fit(quote.speaker or "unknown", width - 7)
            count = f"  {counts[quote.speaker]}" if by_speaker else ""
            head = (((name, style + palette.strong + style), (count, palette.dim)),)
        before = quote.speaker
        lines = tuple(_lines(clipping.article.text, quote, width, palette, hits))
        found.append(Card(number, quote.speaker, head, lines))
    return found


def _lines(
    text: str, quote: Quote, width: int, palette: Palette, hits: Sequence[Span]
) -> Iterable[tuple[Piece, ...]]:
    doubtful = is_doubtful(quote)
    base = palette.dim if doubtful or quote.kind is QuoteKind.INDIRECT else palette.text
    opener, closer = ("", "") if quote.kind is QuoteKind.INDIRECT else ("“", "”")
    bounds = list(wrap(text, quote.start, quote.end, max(8, width - 5)))
    shown = bounds[:LONGEST]
    rest = "…" if len(bounds) > len(shown) else ""
    sure = f"{quote.confidence:.2f}".removeprefix("0") + ("?" if doubtful else "")
    for at, (start, end) in enumerate(shown):
        styles = [base] * (end - start)
        for hit in hits:
            if hit.start < end and hit.end > start:
                lower, upper = max(hit.start - start, 0), min(hit.end, end) - start
                styles[lower:upper] = [palette.hit] * (upper - lower)
        pieces = [(opener if at == 0 else "", base), *painted(text[start:end], styles)]
        if at < len(shown) - 1:
            yield tuple(pieces)
            continue
        pieces.append((rest + closer, base))
        used = sum(cells_of(piece) for piece, _ in pieces)
        if used + len(sure) + 4 <= width:
            yield (*pieces, (f" {sure}", palette.faint))
        else:
            yield tuple(pieces)
            yield ((sure, palette.faint),)
