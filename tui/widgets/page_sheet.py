"""The lines of a page, in which words can be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.render.folding import folded
from tui.render.line import Piece, line
from tui.render.seeking import lit, words_of
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from tui.themes import Palette


class PageSheet(Sheet):
    """The lines of a page, in which words can be found."""

    @dataclass(eq=False, repr=False)
    class Turned(Message):
        """Other lines are shown."""

        def can_replace(self, message: Message) -> bool:
            """Let a held key tell once."""
            return isinstance(message, PageSheet.Turned)

    sought: re.Pattern[str] | None = None
    """What is being looked for."""

    def seek(self, sought: re.Pattern[str] | None) -> None:
        """Light up other words."""
        self.sought = sought
        self.refresh()

    @property
    def at(self) -> int:
        """Give where the reader is."""
        return self.top

    def stop_at(self, number: int) -> None:
        """Go where something was found."""
        self.show_line(number, air=2)

    def stops(self) -> list[int]:
        """Give where the words stand, in order."""
        return []

    def show_from(self, top: int) -> bool:
        """Make this the first line."""
        moved = super().show_from(top)
        if moved:
            self.post_message(self.Turned())
        return moved


class PlainSheet(PageSheet):
    """Lines that are given once."""

    def __init__(
        self, lines: Sequence[Sequence[Piece]], palette: Palette, *, hang: int
    ) -> None:
        super().__init__(palette, id="sheet")
        self._given, self._hang = lines, hang
        self.lines = lines
        self._stop: int | None = None

    @property
    def count(self) -> int:
        """Give how many lines there are."""
        return len(self.lines)

    @property
    def at(self) -> int:
        """Give the line that was found last, or the first that is shown."""
        stop = self._stop
        is_seen = stop is not None and self.top <= stop < self.top + self.page
        return stop if stop is not None and is_seen else self.top

    def stop_at(self, number: int) -> None:
        """Go to a line."""
        self._stop = number
        super().stop_at(number)

    def stops(self) -> list[int]:
        """Give the lines in which the words stand."""
        sought = self.sought
        if sought is None:
            return []
        return [n for n, it in enumerate(self.lines) if sought.search(words_of(it))]

    def strip(self, number: int) -> Strip:
        """Draw one line."""
        pieces = lit(self.lines[number], self.sought, self.palette.hit)
        return line(pieces, self.size.width, self.palette.text)

    def on_resize(self, event: events.Resize) -> None:
        """Fold the lines to the new width."""
        del event
        self.lines = list(folded(self._given, self.size.width - 2, hang=self._hang))
        self._stop = None
        self.show_from(self.top)
        self.refresh()
        self.post_message(self.Turned())
