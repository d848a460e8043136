"""A page of things of which one can be chosen: saved searches, facets, utterances."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.actions import Place
from tui.render.folding import folded
from tui.render.line import cut, line
from tui.screens.leaflet import Page
from tui.widgets.rules import Rule
from tui.widgets.sheet import Sheet
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tui.actions import Keymap
    from tui.render.choices import Choice
    from tui.render.line import Piece
    from tui.themes import Palette

_HEAD = 3
"""Lines of the heading."""


class ChoiceSheet(Sheet):
    """Choices, one under the cursor; headings are passed over."""

    def __init__(self, heading: str, palette: Palette) -> None:
        super().__init__(palette, id="sheet")
        self.heading = heading
        self.choices: list[Choice] = []
        self.said: Sequence[str] = ()
        """What stands there when there is nothing to choose."""
        self.cursor = 0
        self._tops: list[int] = [_HEAD]

    @property
    def count(self) -> int:
        """Give how many lines there are."""
        return self._tops[-1] if self.choices else _HEAD + len(self._said)

    @property
    def _said(self) -> list[list[Piece]]:
        said = [[("   " + words, self.palette.dim)] for words in self.said]
        return list(folded(said, self.size.width - 2, hang=3))

    def head(self, heading: str, said: Sequence[str] = ()) -> None:
        """Show another heading, and say something else while there is no choice."""
        self.heading, self.said = heading, said
        self.refresh()

    def add(self, choices: Sequence[Choice]) -> None:
        """Put more choices below; the cursor stays."""
        self.choices += choices
        heights = (len(choice.lines) for choice in self.choices)
        self._tops = list(accumulate(heights, initial=_HEAD))
        if self.choices and self.choices[self.cursor].is_heading:
            self.cursor = self._next(self.cursor, 1)
            self._bring_cursor()
        self.refresh()

    def _bring_cursor(self) -> None:
        """Bring the choice into sight, its first line above all."""
        if self.choices and self.size.height:
            self.show_line(self._tops[self.cursor + 1] - 1)
            self.show_line(self._tops[self.cursor])

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        del event
        self.show_from(self.top)
        self._bring_cursor()

    def strip(self, number: int) -> Strip:
        """Draw one line; what has no room is cut with an ellipsis."""
        palette, width = self.palette, self.size.width
        pieces = cut(self._pieces(number), width - 1)
        return line(pieces, width, palette.text)

    def _pieces(self, number: int) -> Sequence[Piece]:
        palette = self.palette
        if number < _HEAD:
            words = f"   {self.heading}" if number == 1 else ""
            return [(words, palette.title)]
        if not self.choices:
            return self._said[number - _HEAD]
        at = bisect_right(self._tops, number) - 1
        choice = self.choices[at]
        mark = "▌  " if at == self.cursor and not choice.is_heading else "   "
        return [(mark, palette.accent), *choice.lines[number - self._tops[at]]]

    def move(self, lines: int) -> None:
        """Move the cursor by choices."""
        step = 1 if lines > 0 else -1
        at = self.cursor
        for _ in range(abs(lines)):
            at = self._next(at, step)
        self._put(at)

    def _next(self, at: int, step: int) -> int:
        """Give the next choice that can be chosen, or the same one at the end."""
        found = at + step
        while 0 <= found < len(self.choices) and self.choices[found].is_heading:
            found += step
        return found if 0 <= found < len(self.choices) else at

    def _put(self, at: int) -> None:
        if not self.choices:
            return
        self.cursor = at
        if self._next(at, -1) == at:
            self.show_from(0)  # the headings above the first choice as well
        self._bring_cursor()
        self.refresh()

    def move_page(self, share: float) -> None:
        """Move the cursor by a share of what is shown."""
        lines = max(1, int(abs(share) * self.page))
        height = max(1, self._tops[-1] // max(1, len(self.choices)))
        steps = max(1, lines // height)
        self.move(steps if share > 0 else -steps)

    def move_to_top(self) -> None:
        """Go to the first choice."""
        self.move(-len(self.choices))

    def move_to_bottom(self) -> None:
        """Go to the last choice."""
        self.move(len(self.choices))

    def point(self, number: int) -> None:
        """Put the cursor on the choice that was clicked."""
        at = bisect_right(self._tops, number) - 1
        if 0 <= at < len(self.choices) and not self.choices[at].is_heading:
            self._put(at)


class Chooser(Page[int]):
    """A heading over choices; Enter gives the number of the one under the cursor."""

    def __init__(
        self,
        heading: str,
        choices: Sequence[Choice],
        keymap: Keymap,
        palette: Palette,
        *,
        said: Sequence[str] = (),
    ) -> None:
        """Begin with some choices; `said` stands there as long as there is none."""
        super().__init__(keymap, palette)
        self.sheet = self.choices = ChoiceSheet(heading, palette)
        self.choices.said = said
        self.rule = Rule(palette, id="heading")
        self.foot = StatusLine(palette)
        self.choices.add(choices)
        self._locate()

    @property
    def place(self) -> Place:
        """Say that Enter chooses here."""
        return Place.CHOICES

    def compose(self) -> ComposeResult:
        """Lay the sheet over a line of hints."""
        yield self.sheet
        yield self.rule
        yield self.foot

    def on_mount(self) -> None:
        """Give the keys to the sheet."""
        self.sheet.focus()
        self.foot.hint(self.keymap.hints(Place.CHOICES))

    def add(self, choices: Sequence[Choice]) -> None:
        """Put more choices below."""
        self.choices.add(choices)
        self._locate()

    def after_action(self) -> None:
        """Say where among the choices the cursor is."""
        self._locate()

    def _locate(self) -> None:
        choices, at = self.choices.choices, self.choices.cursor
        real = [n for n, choice in enumerate(choices) if not choice.is_heading]
        if at in real:
            self.foot.locate(f"{real.index(at) + 1:,} of {len(real):,}")

    def action_open(self) -> None:
        """Choose; while there are headings only, there is nothing to choose."""
        choices, at = self.choices.choices, self.choices.cursor
        if choices and not choices[at].is_heading:
            self.dismiss(at)

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
