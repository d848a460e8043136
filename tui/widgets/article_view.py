"""The article: text with every quotation marked, as far as it has been looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from index.model import Span
from tui.render.folding import folded
from tui.render.galley import LONGEST, Galley
from tui.render.labels import Spot
from tui.render.line import line
from tui.render.page import Page, Place
from tui.render.remarks import NONE
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from index.model import Clipping
    from tui.render.remarks import Remarks
    from tui.themes import Palette


class ArticleView(Sheet):
    """One article, with a current quotation and a current hit."""

    @dataclass(eq=False, repr=False)
    class Turned(Message):
        """Another part of the article is shown, or another quotation is current."""

        def can_replace(self, message: Message) -> bool:
            """Let a held key tell once."""
            return isinstance(message, ArticleView.Turned)

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette, id="reader")
        self.clipping: Clipping | None = None
        self.hits: Sequence[Span] = ()
        self.place = Place()
        self.longest = LONGEST
        """No line of an article is set longer."""
        self.said: Sequence[str] = ()
        """What is said while there is no article."""
        self.remarks = NONE
        self._sheet: Page | None = None
        self._awaited = 0
        """The offset to show once there is a width to set the article to."""

    @property
    def count(self) -> int:
        """Give how many lines are set so far."""
        return len(self._sheet.galley.lines) if self._sheet else self.page

    @property
    def is_whole(self) -> bool:
        """Say whether the article is set to its end."""
        return self._sheet is None or self._sheet.galley.is_whole

    @property
    def share(self) -> float:
        """Say how much of the article stands above the bottom of the window."""
        if self._sheet is None:
            return 1.0
        return self._sheet.galley.share(self.top + self.page - 1)

    def show(
        self,
        clipping: Clipping,
        hits: Sequence[Span],
        remarks: Remarks = NONE,
        *,
        top: int = 0,
    ) -> None:
        """Show an article from the offset `top` of its text."""
        self.clipping, self.hits, self.place = clipping, sorted(hits), Place()
        self.remarks = remarks
        self._awaited = top
        self._set()
        self.top = 0
        if top and self._sheet:
            self.show_from(self._sheet.galley.line_of(top))
        self.set_anew()
        self.post_message(self.Turned())

    def annotate(self, remarks: Remarks) -> None:
        """Show other remarks on the same article, which keeps its place."""
        if remarks != self.remarks:
            self.remarks = remarks
            self._set_again()
            self.set_anew()

    def clear(self, said: Sequence[str] = ()) -> None:
        """Show no article, but a few words."""
        self.clipping, self.hits, self._sheet, self._awaited = None, (), None, 0
        self.said, self.top, self.place = said, 0, Place()
        self.set_anew()
        self.post_message(self.Turned())

    def mark(self, hits: Sequence[Span]) -> None:
        """Mark other hits in the same article."""
        self.hits = sorted(hits)
        self.place = Place(self.place.quote, None)
        if self._sheet:
            galley = self._sheet.galley
            self._sheet = Page(galley, self.palette, self.hits, self.remarks)
        self.set_anew()

    def turn(self, palette: Palette) -> None:
        """Draw everything under another palette."""
        super().turn(palette)
        if self._sheet:
            galley = self._sheet.galley
            self._sheet = Page(galley, palette, self.hits, self.remarks)

    def strip(self, number: int) -> Strip:
        """Draw one line."""
        if self._sheet:
            return self._sheet.strip(number, self.place)
        said = [[("   " + words, self.palette.dim)] for words in self.said]
        lines = [[], *folded(said, self.size.width - 2, hang=3)]
        pieces = lines[number] if number < len(lines) else []
        return line(pieces, self.size.width, self.palette.text)

    def _set(self) -> None:
        # What was set before is of another article, or of another width.
        self._sheet = None
        if self.clipping is None or not self.size.width:
            return
        own = tuple(self.remarks.lines())
        galley = Galley(self.clipping, self.size.width, self.longest, own)
        galley.set_to(self.page * 2)
        self._sheet = Page(galley, self.palette, self.hits, self.remarks)
        if not galley.is_whole:
            self.call_later(self._set_more)

    def _set_more(self) -> None:
        """Set a long article in steps, between which keys are heard."""
        if self._sheet is None:
            return
        if not self._sheet.galley.set_more():
            self.set_timer(0.01, self._set_more)
        self.post_message(self.Turned())

    def show_from(self, top: int) -> bool:
        """Make this the first line, setting more of the article if need be."""
        if self._sheet:
            self._sheet.galley.set_to(top + self.page)
        moved = super().show_from(top)
        if moved:
            self.post_message(self.Turned())
        return moved

    def _show_offset(self, offset: int) -> None:
        """Bring a character into sight, a third down the window."""
        if self._sheet is None:
            return
        number = self._sheet.galley.line_of(offset)
        if not self.top + 1 <= number < self.top + self.page - 1:
            self.show_from(number - self.page // 3)

    def show_near(self, hits: Sequence[Span]) -> None:
        """Bring the first of some hits into sight, counted from the window."""
        start, _ = self.window
        ahead = [hit.start for hit in hits if hit.start >= start]
        if ahead or hits:
            self._show_offset(ahead[0] if ahead else hits[0].start)

    @property
    def offset_at_top(self) -> int:
        """Give the first character in the window."""
        if self._sheet is None:
            return self._awaited
        if self.top <= self._sheet.galley.head:
            return 0
        return self._sheet.galley.lines[self.top].start

    @property
    def window(self) -> tuple[int, int]:
        """Give the stretch of the text that is in the window."""
        if self._sheet is None:
            return 0, 0
        lines = self._sheet.galley.lines[self.top : self.top + self.page]
        shown = [item for item in lines if item.end > item.start and not item.words]
        body = [item for item in shown if item.kind]
        if not body:
            return 0, 0
        return min(item.start for item in body), max(item.end for item in body)

    @property
    def quote_in_order(self) -> int | None:
        """Give which quotation is current, counted in the order of the text."""
        if self.place.quote is None or self.clipping is None:
            return None
        quotes = self.clipping.quotes
        start = quotes[self.place.quote].start
        return sum(quote.start < start for quote in quotes)

    @property
    def quote_in_sight(self) -> int | None:
        """Give the current quotation, or the first one in the window."""
        if self.place.quote is not None or self._sheet is None:
            return self.place.quote
        return self._sheet.quote_at(*self.window)

    def go_to_quote(self, number: int) -> None:
        """Make a quotation the current one, and show it."""
        if self.clipping is None or not 0 <= number < len(self.clipping.quotes):
            return
        self.place = Place(number, self.place.hit)
        self._show_offset(self.clipping.quotes[number].start)
        self.refresh()
        self.post_message(self.Turned())

    def go_to_passage(self, passage: Span) -> None:
        """Light a passage, and show it; one that is a quotation becomes the current."""
        quotes = self.clipping.quotes if self.clipping else ()
        for number, quote in enumerate(quotes):
            if quote.span == passage:
                self.go_to_quote(number)
                return
        self.place = Place(None, self.place.hit, passage)
        self._show_offset(passage.start)
        self.refresh()
        self.post_message(self.Turned())

    def light(self, passage: Span | None) -> Place:
        """Light a passage; give what was current before, which `put_back` takes."""
        before, self.place = self.place, replace(self.place, passage=passage)
        if self.place != before:
            self.refresh()
        return before

    def put_back(self, place: Place) -> None:
        """Make current again what was so before a passage was lit."""
        if place != self.place:
            self.place = place
            self.refresh()

    def sees(self, stretch: Span) -> bool:
        """Say whether some of a stretch is in the window."""
        return stretch.overlaps(Span(*self.window))

    def step_quote(self, step: int) -> bool:
        """Go to the next or previous quotation; say if there is one."""
        if self._sheet is None or not self._sheet.quotes:
            return False
        numbers, current = self._sheet.numbers, self.place.quote
        if current is None:
            start, end = self.window
            quotes = self._sheet.quotes
            if step > 0:
                ahead = [i for i, q in enumerate(quotes) if q.start >= start]
                at = ahead[0] if ahead else len(quotes)
            else:
                at = len([q for q in quotes if q.start < start]) - 1
            del end
        else:
            at = numbers.index(current) + step
        if not 0 <= at < len(numbers):
            return False
        self.go_to_quote(numbers[at])
        return True

    def spots(self) -> list[Spot]:
        """Give the notes, quotations and hits in the window."""
        if self._sheet is None:
            return []
        found = self._sheet.landings(self.top, self.top + self.page)
        return [
            Spot(line, column, partial(self._land, place))
            for line, column, place in found
        ]

    def _land(self, place: Place) -> None:
        if place.passage:
            self.go_to_passage(place.passage)
        elif place.quote is not None:
            self.go_to_quote(place.quote)
        elif place.hit is not None:
            self.go_to_hit(place.hit)

    def go_to_hit(self, number: int) -> None:
        """Make a hit the current one, and show it."""
        if not 0 <= number < len(self.hits):
            return
        self.place = Place(self.place.quote, number)
        self._show_offset(self.hits[number].start)
        self.refresh()
        self.post_message(self.Turned())

    def step_hit(self, step: int) -> bool:
        """Go to the next or previous hit; say if there is one."""
        current = self.place.hit
        if current is None:
            start, end = self.window
            before = len([hit for hit in self.hits if hit.start < start])
            at = before if step > 0 else before - 1
            del end
        else:
            at = current + step
        if not 0 <= at < len(self.hits):
            return False
        self.go_to_hit(at)
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Set the article anew for the new width, keeping the place."""
        del event
        if self.clipping is None:
            return
        if self._sheet and self._sheet.galley.width == self.size.width:
            self.show_from(self.top)
        else:
            self._set_again()
        if (current := self._current_offset) is not None:
            self._show_offset(current)
        self.post_message(self.Turned())  # another share of it is in sight
        self.set_anew()

    def _set_again(self) -> None:
        """Set the article anew; what stands at the top stays there."""
        offset = self.offset_at_top
        self._set()
        self.top = 0
        if offset and self._sheet:
            self.show_from(self._sheet.galley.line_of(offset))

    @property
    def _current_offset(self) -> int | None:
        """Give where the current quotation or hit begins, if there is one."""
        if self.clipping and self.place.quote is not None:
            return self.clipping.quotes[self.place.quote].start
        if self.place.hit is not None:
            return self.hits[self.place.hit].start
        return None
