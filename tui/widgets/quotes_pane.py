"""The quotations of the article, each under its speaker."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from tui.render.cards import Card, cards
from tui.render.labels import Spot
from tui.render.line import line
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from index.model import Clipping, Span
    from tui.themes import Palette


class QuotesPane(Sheet):
    """Cards of quotations, one under the cursor."""

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """Another quotation is under the cursor."""

        number: int

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette, id="quotes")
        self.by_speaker = True
        self.cursor = 0
        self._clipping: Clipping | None = None
        self._hits: Sequence[Span] = ()
        self._cards: list[Card] = []
        self._tops: list[int] = []
        self._awaited: int | None = None
        """The quotation to go to once the cards are set."""

    @property
    def count(self) -> int:
        """Give how many lines the cards take."""
        if not self._cards:
            return 2
        return self._tops[-1] + self._cards[-1].height

    @property
    def number(self) -> int | None:
        """Give the quotation under the cursor, by its number in the article."""
        return self._cards[self.cursor].number if self._cards else None

    def show(self, clipping: Clipping | None) -> None:
        """Show the quotations of an article."""
        self._clipping, self._hits, self.cursor, self.top = clipping, (), 0, 0
        self._set()

    def mark(self, hits: Sequence[Span]) -> None:
        """Mark hits in the quotations."""
        self._hits = hits
        self._set()

    def turn(self, palette: Palette) -> None:
        """Draw everything under another palette."""
        super().turn(palette)
        self._set()

    def toggle_order(self) -> None:
        """Change between speaker by speaker and the order of the text."""
        number = self.number
        self.by_speaker = not self.by_speaker
        self._set()
        if number is not None:
            self.go_to(number)

    def go_to(self, number: int) -> None:
        """Put the cursor on a quotation, by its number in the article."""
        self._awaited = None if self._cards else number
        places = [i for i, card in enumerate(self._cards) if card.number == number]
        if places:
            self._put(places[0])

    def step_speaker(self, step: int) -> None:
        """Go to the next or previous speaker."""
        firsts = [i for i, card in enumerate(self._cards) if card.head]
        others = [i for i in firsts if (i - self.cursor) * step > 0]
        if others:
            self._put(min(others) if step > 0 else max(others))

    def step_hit(self, step: int) -> bool:
        """Go to the next or previous quotation with a hit; say if there is one."""
        if self._clipping is None:
            return False
        quotes = self._clipping.quotes
        found = [
            i
            for i, card in enumerate(self._cards)
            if any(hit.overlaps(quotes[card.number].span) for hit in self._hits)
            and (i - self.cursor) * step > 0
        ]
        if found:
            self._put(min(found) if step > 0 else max(found))
        return bool(found)

    def move(self, lines: int) -> None:
        """Move the cursor by cards."""
        self._put(self.cursor + lines)
        self._tell()

    def spots(self) -> list[Spot]:
        """Give the cards of which the first words are in the window."""
        words = [
            (at, top + len(card.head))
            for at, (top, card) in enumerate(zip(self._tops, self._cards, strict=True))
        ]
        return [
            Spot(number, 0, partial(self._go, at))
            for at, number in words
            if self.top <= number < self.top + self.page
        ]

    def _go(self, at: int) -> None:
        self.move(at - self.cursor)

    def point(self, number: int) -> None:
        """Put the cursor on the card that was clicked."""
        self.move(bisect_right(self._tops, number) - 1 - self.cursor)

    def move_page(self, share: float) -> None:
        """Move the cursor by about a page."""
        target = self.top + share * self.page
        at = bisect_right(self._tops, max(0, target)) - 1
        step = 1 if share > 0 else -1
        self.move((at - self.cursor) if (at - self.cursor) * step > 0 else step)

    def move_to_top(self) -> None:
        """Go to the first card."""
        self.move(-len(self._cards))

    def move_to_bottom(self) -> None:
        """Go to the last card."""
        self.move(len(self._cards))

    def strip(self, number: int) -> Strip:
        """Draw one line of a card."""
        ground = self.palette.text
        if not self._cards or number < self._tops[0]:
            is_said = self._clipping and not self._cards and number == 1
            words = "   No quotations." if is_said else ""
            return line([(words, self.palette.dim)], self.size.width, ground)
        at = bisect_right(self._tops, number) - 1
        card, part = self._cards[at], number - self._tops[at]
        lines = [*card.head, *card.lines, ()]
        mark = ("  ", ground)
        if at == self.cursor and len(card.head) <= part < card.height - 1:
            mark = ("▌ ", self.palette.accent if self.has_focus else self.palette.dim)
        return line([mark, *lines[part]], self.size.width, ground)

    def _put(self, at: int) -> None:
        at = max(0, min(at, len(self._cards) - 1))
        if at == self.cursor or not self._cards:
            return
        before, self.cursor = self.cursor, at
        top, card = self._tops[at], self._cards[at]
        was = self.top
        self.show_line(top + card.height - 2)
        self.show_line(top)
        if self.top == was:
            for number in (before, at):
                self.redraw_lines(self._tops[number], self._cards[number].height)

    def _tell(self) -> None:
        if self.number is not None:
            self.post_message(self.Moved(self.number))

    def _set(self) -> None:
        self._cards, self._tops = [], []
        if self._clipping and self.size.width:
            self._cards = cards(
                self._clipping,
                self.size.width,
                self.palette,
                by_speaker=self.by_speaker,
                hits=self._hits,
            )
        height = 1
        for card in self._cards:
            self._tops.append(height)
            height += card.height
        self.set_anew()

    def on_resize(self, event: events.Resize) -> None:
        """Set the cards for the new width, keeping the cursor."""
        del event
        number = self.number if self._awaited is None else self._awaited
        self._set()
        self.show_from(self.top)
        if number is not None:
            self.cursor = -1
            self.go_to(number)
        self.cursor = max(0, self.cursor)
