"""Ask for a name, a note or a yes, and go on with the answer where it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.desk import Desk
from tui.widgets.query_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from tui.widgets.query_line import QueryLine


class Asking(Desk):
    """The query line asks for words, the status line for a yes."""

    text = ""
    _then: Callable[[str], None] | None = None
    _sure: Callable[[], None] | None = None

    def ask(
        self,
        prompt: str,
        then: Callable[[str], None],
        text: str = "",
        offers: Sequence[str] = (),
    ) -> None:
        """Ask for one line; `then` is given it, unless the line is left."""
        self._then = then
        self.query_line.ask(prompt, text, offers)
        self.relight()

    def offer(self, then: Callable[[str], None], offers: Sequence[str]) -> None:
        """Offer these, if the line that `then` waits for is still being asked for."""
        if self._then is then:
            self.query_line.offers = offers
            self.relight()

    def on_query_line_committed(self, message: QueryLine.Committed) -> None:
        """Go on with the answer."""
        if message.purpose is Purpose.ASK:
            then = self._answered_line()
            if then:
                then(" ".join(message.text.split()))

    def on_query_line_left(self, message: QueryLine.Left) -> None:
        """Ask no more."""
        if message.purpose is Purpose.ASK:
            self._answered_line()

    def _answered_line(self) -> Callable[[str], None] | None:
        then, self._then = self._then, None
        self.query_line.rest(self.text)
        self.look(self.sight.focus)
        return then

    def ask_sure(self, question: str, then: Callable[[], None]) -> None:
        """Ask for a yes, once."""
        yes = "y or Enter"
        if self.keymap.name == "arrows":
            yes = "Enter"
        self._sure = then
        self.status.tell(f"{question} {yes} for yes, any other key for no.")

    def hears(self, event: events.Key) -> bool:
        """Take the key that answers; keys that are no answer do what they do."""
        then, self._sure = self._sure, None
        if then is None:
            return super().hears(event)
        self.status.tell("")
        if event.key in ("y", "enter"):
            then()
            return True
        return event.key in ("n", "escape")
