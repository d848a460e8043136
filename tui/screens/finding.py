"""Find in the open article: quotations, hits, and words typed for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.model import Span
from tui.actions import Place
from tui.screens.arrangement import Shape
from tui.screens.desk import Desk
from tui.widgets.query_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.quotes_pane import QuotesPane

_MOST = 10_000
"""Places of a word that are marked."""


class Finding(Desk):
    """Keys that go from place to place within one article."""

    found_before: Sequence[Span] = ()
    text = ""

    def action_next_quote(self) -> None:
        """Go to the next quotation."""
        if self.reader.step_quote(1):
            self.follow()
        else:
            self.status.tell(
                "That was the last quotation; J goes on to the next article."
            )

    def action_previous_quote(self) -> None:
        """Go to the quotation before."""
        if self.reader.step_quote(-1):
            self.follow()
        else:
            self.status.tell("That was the first quotation.")

    def follow(self) -> None:
        """Put the cursor among the quotations where the article is."""
        if self.reader.place.quote is not None:
            self.quotes.go_to(self.reader.place.quote)

    def action_next_speaker(self) -> None:
        """Go to the next speaker."""
        self.quotes.step_speaker(1)
        self._lead()

    def action_previous_speaker(self) -> None:
        """Go to the speaker before."""
        self.quotes.step_speaker(-1)
        self._lead()

    def _lead(self) -> None:
        """Let the article follow the cursor among the quotations."""
        if self.quotes.number is not None:
            self.reader.go_to_quote(self.quotes.number)

    def action_open_quote(self) -> None:
        """Go to the quotation in sight among the quotations."""
        number = self.reader.quote_in_sight
        if number is None:
            self.status.tell("No quotation is in sight; } goes to the next one.")
            return
        self.reader.go_to_quote(number)
        self.quotes.go_to(number)
        self.look(Place.QUOTES)

    def action_show_quote(self) -> None:
        """Show the quotation in the text."""
        if (number := self.quotes.number) is None:
            return
        self.look(Place.READER, zoomed=self.shape is Shape.STACKED)
        self.call_after_refresh(self.reader.go_to_quote, number)

    def sort_quotes(self) -> None:
        """Change between the order of the text and speaker by speaker."""
        self.quotes.toggle_order()
        order = "by speaker" if self.quotes.by_speaker else "in the order of the text"
        self.status.tell(f"Quotations {order}.")

    def on_quotes_pane_moved(self, message: QuotesPane.Moved) -> None:
        """Let the article follow the cursor among the quotations."""
        self.reader.go_to_quote(message.number)
        self.locate()

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        match self.sight.focus:
            case Place.LIST:
                self.list.move(step)
                return
            case Place.QUOTES:
                moved = self.quotes.step_hit(step)
            case _:
                moved = self.reader.step_hit(step)
        if moved:
            return
        if not self.reader.hits:
            self.status.tell(
                "Nothing is searched for here; / finds words in the article."
            )
        elif step > 0:
            self.status.tell("That was the last hit; J goes on to the next article.")
        else:
            self.status.tell("That was the first hit.")

    def action_find(self) -> None:
        """Begin to find words in the article."""
        self._begin(Purpose.FIND)

    def action_find_quote(self) -> None:
        """Begin to find words in the quotations."""
        self._begin(Purpose.FIND_QUOTE)

    def _begin(self, purpose: Purpose) -> None:
        self.found_before = self.reader.hits
        self.query_line.begin(purpose, "")
        self.relight()

    def find_typed(self, text: str, purpose: Purpose) -> None:
        """Mark the words while they are being typed."""
        clipping = self.reader.clipping
        if clipping is None:
            return
        hits = find_all(text.strip(), clipping.article.text)
        if purpose is Purpose.FIND_QUOTE:
            spans = [quote.span for quote in clipping.quotes]
            hits = [hit for hit in hits if any(hit.overlaps(span) for span in spans)]
            self.quotes.mark(hits)
        self.reader.mark(hits)
        self.reader.show_near(hits)
        self.masthead.say(f"{len(hits)} in this article" if text else "")

    def find_meant(self, purpose: Purpose) -> None:
        """Go to the first place found, and give the keys back to the pane."""
        self.query_line.rest(self.text)
        self.look(self.sight.focus)
        if purpose is Purpose.FIND_QUOTE:
            self.quotes.step_hit(1)
        elif not self.reader.step_hit(1) and self.reader.hits:
            self.reader.go_to_hit(0)
        if not self.reader.hits:
            self.status.tell("These words are not in the article.")

    def find_left(self) -> None:
        """Mark what was marked before."""
        self.reader.mark(self.found_before)
        self.quotes.mark(())
        self.query_line.rest(self.text)
        self.look(self.sight.focus)


def find_all(words: str, text: str) -> list[Span]:
    """Find words in any case; white space between them may be a line break."""
    if not words:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.finditer(pattern, text, re.IGNORECASE)
    return [Span(m.start(), m.end()) for m, _ in zip(found, range(_MOST), strict=False)]
