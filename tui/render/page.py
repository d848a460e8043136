"""The page of an article: the galley with its quotations, voices and hits marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from index.model import QuoteKind, Span, ZoneKind
from tui.render.characters import TAB_STOP, cells_of, fit
from tui.render.line import Piece, line, painted
from tui.render.remarks import NONE, SIGN
from tui.render.voices import is_doubtful, voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style
    from textual.strip import Strip

    from index.model import Quote
    from tui.render.galley import Galley, Line
    from tui.render.remarks import Remarks
    from tui.themes import Palette

_OPENERS = "“\"‘'„«‚‹「『"
_CLOSERS = "”\"’'“»‘›」』"


@dataclass(frozen=True, slots=True)
class Place:
    """What of an article is current: a quotation and a hit, by number; a passage."""

    quote: int | None = None
    hit: int | None = None
    passage: Span | None = None
    """Lit because a note is on it, or is being written."""

    def lights(self, start: int, end: int) -> bool:
        """Say whether some of a stretch lies in the passage."""
        passage = self.passage
        return passage is not None and passage.overlaps(Span(start, end))


class Page:
    """A galley under one palette, with the hits of one search."""

    def __init__(
        self,
        galley: Galley,
        palette: Palette,
        hits: Sequence[Span],
        remarks: Remarks = NONE,
    ) -> None:
        self.galley = galley
        self.remarks = remarks
        self.palette = palette
        self.hits = sorted(hits)
        clipping = galley.clipping
        self.text = clipping.article.text
        self.datelines = [
            zone for zone in clipping.article.zones if zone.kind is ZoneKind.DATELINE
        ]
        self.voices = voices(clipping.quotes)
        numbered = sorted(enumerate(clipping.quotes), key=lambda it: it[1].start)
        self.quotes = [quote for _, quote in numbered]
        self.numbers = [number for number, _ in numbered]
        self._quote_starts = [quote.start for quote in self.quotes]
        self._quote_ends = list(accumulate((q.end for q in self.quotes), max))
        self._hit_ends = list(accumulate((hit.end for hit in self.hits), max))

    def strip(self, number: int, place: Place) -> Strip:
        """Give one line of the page, margin included."""
        galley, palette = self.galley, self.palette
        if number >= len(galley.lines):
            return line([], galley.width, palette.text)
        set_line = galley.lines[number]
        said = self._said_on(set_line)
        pieces = [
            (" " * galley.left, palette.text),
            *self._margin(set_line, said, place),
            *self._words(set_line, said, place),
        ]
        return line(pieces, galley.width, palette.text)

    def quote_at(self, start: int, end: int) -> int | None:
        """Give the number of the first quotation that shows between two offsets."""
        for index in self._overlapping(start, end):
            return self.numbers[index]
        return None

    def landings(self, first: int, last: int) -> Iterator[tuple[int, int, Place]]:
        """Yield where notes, quotations and hits begin: line, column, which.

        One that began above these lines is to be gone to where it goes on.
        """
        upper = None
        for number, set_line in enumerate(self.galley.lines[first:last], first):
            start, end = set_line.start, set_line.end
            if noted := self._noted_on(set_line):
                yield number, self._column(set_line, start), Place(passage=noted)
            if set_line.words or start == end:
                continue
            upper = start if upper is None else upper
            for index in self._overlapping(start, end):
                at = max(_with_marks(self.quotes[index], self.text).start, upper)
                if start <= at:
                    where = Place(quote=self.numbers[index])
                    yield number, self._column(set_line, at), where
            for index in self._hits_on(start, end):
                at = max(self.hits[index].start, upper)
                if start <= at:
                    yield number, self._column(set_line, at), Place(hit=index)

    def _noted_on(self, set_line: Line) -> Span | None:
        """Give the passage of the note that a line of the head says."""
        own = set_line.own
        return None if own is None else self.remarks.passage_on(own)

    def _column(self, set_line: Line, offset: int) -> int:
        """Give the column in which a character of a line is set."""
        before = self.text[set_line.start : offset].replace("\r", "")
        if "\t" in before:
            pieces = _untabbed(before, [self.palette.text] * len(before))
            before = "".join(text for text, _ in pieces)
        return self.galley.left + self.galley.margin + cells_of(before)

    def _overlapping(self, start: int, end: int) -> list[int]:
        """Give the quotations that share a character with a stretch, by start."""
        first = bisect_right(self._quote_ends, start)
        last = bisect_left(self._quote_starts, end)
        return [i for i in range(first, last) if self.quotes[i].end > start]

    def _said_on(self, set_line: Line) -> list[int]:
        if set_line.words or set_line.start == set_line.end:
            return []
        return self._overlapping(set_line.start, set_line.end)

    def _margin(self, set_line: Line, said: list[int], place: Place) -> list[Piece]:
        """Name who begins to speak on this line, and mark that somebody does."""
        palette, width = self.palette, self.galley.margin
        sign = self._note_sign(set_line)
        is_lit = not set_line.words and place.lights(set_line.start, set_line.end)
        if not said:
            air = " " * (width - 3) + ("▌ " if is_lit else "  ")
            return [(sign, palette.accent), (air, palette.text)]
        naming = next((i for i in said if self._is_named_on(i, set_line)), None)
        index = said[0] if naming is None else naming
        quote, style = self.quotes[index], self._hue(self.quotes[index])
        is_here = self.numbers[index] == place.quote
        name = self._name(quote) if naming is not None else ""
        voice = (
            "▌"
            if is_here or is_lit
            else "┊"
            if quote.kind is QuoteKind.INDIRECT
            else "▏"
        )
        if is_here:
            style += palette.strong
        room = width - 3
        return [
            (sign, palette.accent),
            (" " * (room - 1 - cells_of(name)) + name + " ", style),
            (voice, self._hue(quote)),
            (" ", palette.text),
        ]

    def _note_sign(self, set_line: Line) -> str:
        """Mark the line on which a passage with a note begins."""
        if set_line.words or set_line.start == set_line.end:
            return " "
        noted = self.remarks.begins_between(set_line.start, set_line.end)
        return SIGN if noted else " "

    def _is_named_on(self, index: int, set_line: Line) -> bool:
        """Say whether the margin of this line names the speaker of a quotation.

        A name is not repeated within a paragraph while nobody else speaks.
        """
        quote = self.quotes[index]
        if not set_line.start <= quote.start < set_line.end:
            return False
        if index == 0:
            return True
        before = self.quotes[index - 1]
        return (
            before.speaker != quote.speaker
            or is_doubtful(before) != is_doubtful(quote)
            or "\n" in self.text[before.end : quote.start]
        )

    def _name(self, quote: Quote) -> str:
        if quote.speaker is None:
            return "?"
        doubt = "?" if is_doubtful(quote) else ""
        room = self.galley.margin - 4 - len(doubt)
        return fit(self.voices[quote.speaker].short, room) + doubt

    def _hue(self, quote: Quote) -> Style:
        number = self.voices[quote.speaker].number if quote.speaker else None
        return self.palette.voice(number)

    def _words(self, set_line: Line, said: list[int], place: Place) -> list[Piece]:
        base = self._zone_style(set_line)
        if set_line.words:
            return [(set_line.words, base)]
        start, end = set_line.start, set_line.end
        styles = [base] * (end - start)
        for zone in self.datelines:
            if zone.start < end and start < zone.end:
                upper = min(zone.end, end) - start
                lower = max(zone.start - start, 0)
                styles[lower:upper] = [self.palette.dim] * (upper - lower)
        for index in said:
            self._paint_quote(styles, set_line, index, place)
        if place.passage and place.lights(start, end):
            lower = max(place.passage.start, start) - start
            upper = min(place.passage.end, end) - start
            lit = [style + self.palette.here for style in styles[lower:upper]]
            styles[lower:upper] = lit
        for index in self._hits_on(start, end):
            hit = self.hits[index]
            is_here = index == place.hit
            style = self.palette.hit_here if is_here else self.palette.hit
            lower, upper = max(hit.start, start) - start, min(hit.end, end) - start
            styles[lower:upper] = [style] * (upper - lower)
        words = self.text[start:end]
        return _untabbed(words, styles) if "\t" in words else painted(words, styles)

    def _paint_quote(
        self, styles: list[Style], set_line: Line, index: int, place: Place
    ) -> None:
        quote = self.quotes[index]
        style = self._hue(quote)
        if quote.kind is QuoteKind.INDIRECT:
            style += self.palette.indirect
        if self.numbers[index] == place.quote:
            style += self.palette.here
        outer = _with_marks(quote, self.text)
        lower = max(outer.start - set_line.start, 0)
        upper = min(outer.end, set_line.end) - set_line.start
        styles[lower:upper] = [style] * (upper - lower)

    def _hits_on(self, start: int, end: int) -> range:
        first = bisect_right(self._hit_ends, start)
        last = bisect_left(self.hits, end, key=lambda hit: hit.start)
        return range(first, last)

    def _zone_style(self, set_line: Line) -> Style:
        palette = self.palette
        match set_line.kind:
            case ZoneKind.BODY:
                return palette.text
            case ZoneKind.TITLE:
                return palette.title
            case ZoneKind.HEADING:
                return palette.strong
            case None:
                return palette.dim
            case _:
                return palette.faint


def _with_marks(quote: Quote, text: str) -> Span:
    """Give the quotation with the marks around it, where there are any."""
    start, end = quote.start, quote.end
    if quote.kind is QuoteKind.INDIRECT:
        return Span(start, end)
    if start and text[start - 1] in _OPENERS:
        start -= 1
    if end < len(text) and text[end] in _CLOSERS:
        end += 1
    return Span(start, end)


def _untabbed(text: str, styles: Sequence[Style]) -> list[Piece]:
    """Put spaces for tabs, up to the next stop."""
    wide: list[str] = []
    widened: list[Style] = []
    for character, style in zip(text, styles, strict=True):
        count = TAB_STOP - len(wide) % TAB_STOP if character == "\t" else 1
        wide += " " * count if character == "\t" else character
        widened += [style] * count
    return painted("".join(wide), widened)
