"""A page of things of which one can be chosen: saved searches, facets, utterances."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.actions import Place
from tui.render.folding import folded
from tui.render.line import cut, line
from tui.render.seeking import lit, words_of
from tui.screens.leaflet import keys_leaflet
from tui.screens.page import Page
from tui.widgets.page_sheet import PageSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.strip import Strip

    from tui.actions import Action, Keymap
    from tui.render.choices import Choice
    from tui.render.line import Piece
    from tui.themes import Palette

_HEAD = 3
"""Lines of the heading."""
_AT_ONCE = frozenset({"quit", "interrupt", "redraw", "suspend"})
"""What never waits for choices."""
_FIRST = _AT_ONCE | {"back", "help", "find_here"}
"""What does not wait, unless something before it does."""


class ChoiceSheet(PageSheet):
    """Choices, one under the cursor; headings are passed over."""

    def __init__(self, heading: str, palette: Palette) -> None:
        super().__init__(palette, id="sheet")
        self.heading = heading
        self.choices: list[Choice] = []
        self.said: Sequence[str] = ()
        """What stands there when there is nothing to choose."""
        self.cursor = 0
        self._tops: list[int] = [_HEAD]
        self._real: list[int] = []

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
        first = len(self.choices)
        self.choices += choices
        self._real += [n for n, it in enumerate(choices, first) if not it.is_heading]
        heights = (len(choice.lines) for choice in self.choices)
        self._tops = list(accumulate(heights, initial=_HEAD))
        if self.choices and self.choices[self.cursor].is_heading:
            self.cursor = self._next(self.cursor, 1)
            self._bring_cursor()
        self.refresh()

    def clear(self) -> None:
        """Take all choices away."""
        self.choices, self._real, self.cursor = [], [], 0
        self._tops = [_HEAD]
        self.show_from(0)
        self.refresh()

    @property
    def total(self) -> int:
        """Count what can be chosen."""
        return len(self._real)

    @property
    def number(self) -> int | None:
        """Give which of these is under the cursor, counted from 0."""
        at = bisect_left(self._real, self.cursor)
        return at if self.cursor in self._real[at : at + 1] else None

    @property
    def at(self) -> int:
        """Give the choice under the cursor."""
        return self.cursor

    def stop_at(self, number: int) -> None:
        """Put the cursor on a choice."""
        self._put(number)

    def stops(self) -> list[int]:
        """Give the choices in which the words stand."""
        sought = self.sought
        if sought is None:
            return []
        return [
            n
            for n in self._real
            if any(sought.search(words_of(it)) for it in self.choices[n].lines)
        ]

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
        pieces = lit(self._pieces(number), self.sought, palette.hit)
        pieces = cut(pieces, width - 1)
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
        self.choices = ChoiceSheet(heading, palette)
        super().__init__(self.choices, keymap, palette)
        self.choices.said = said
        self.choices.add(choices)
        self.doors: dict[int, Callable[[], None]] = {}
        """Choices that open something over this page, which stays."""
        self.is_awaited = False
        """Whether choices are still to come; keys wait for the first of them."""
        self._early: list[events.Key] = []
        self._is_sinking = False
        self._is_seeking = False
        """Whether words are looked for that may be among what is still to come."""
        self.locate()

    @property
    def here(self) -> Place:
        """Say that Enter chooses here."""
        return Place.CHOICES

    def add(self, choices: Sequence[Choice]) -> None:
        """Put more choices below; at the end, the cursor goes on to the new end."""
        self.choices.add(choices)
        if self._is_sinking:
            self.choices.move_to_bottom()
        elif self._is_seeking and (stops := self.choices.stops()):
            self._is_seeking = False
            self.choices.stop_at(stops[0])
            self.foot.tell("")
        if self.choices.total:
            self._let_go()
        self.locate()

    def settle(self) -> None:
        """Say that no more choices will come."""
        self.is_awaited = self._is_sinking = False
        self._let_go()
        if self._is_seeking:
            self.miss()

    def miss(self) -> None:
        """Say that words are not here; as long as more comes, not yet."""
        self._is_seeking = self.is_awaited
        if self.is_awaited:
            self.foot.tell("Not in what has been read so far …")
        else:
            super().miss()

    def _let_go(self) -> None:
        """Do what the keys say that came before there was anything to choose."""
        if self._early:
            self.call_next(self._catch_up)

    async def _catch_up(self) -> None:
        early, self._early = self._early, []
        for event in early:
            await self.on_key(event)

    def hears(self, event: events.Key) -> bool:
        """Keep a key that is meant for choices until there are some."""
        is_early = self.is_awaited and not self.choices.total
        if self.finder.is_open or not (is_early or self._early):
            return False
        if not any(map(self._finds, self._early)):  # else it is a letter to look for
            action = self._action(event)
            if action is None or action.id in (_AT_ONCE if self._early else _FIRST):
                return False
        self._early.append(event.copy())
        return True

    def _action(self, event: events.Key) -> Action | None:
        key = event.character if event.is_printable else event.key
        return self.keymap.action(self.place, "space" if key == " " else key or "")

    def _finds(self, event: events.Key) -> bool:
        action = self._action(event)
        return action is not None and action.id == "find_here"

    def before_action(self) -> None:
        """Stay where the cursor is, whatever still comes."""
        super().before_action()
        self._is_sinking = self._is_seeking = False

    def action_bottom(self) -> None:
        """Go to the end, also to that of what still comes."""
        super().action_bottom()
        self._is_sinking = self.is_awaited

    def locate(self) -> None:
        """Say where among the choices the cursor is."""
        at = self.choices.number
        self.foot.locate("" if at is None else f"{at + 1:,} of {self.total:,}")

    @property
    def total(self) -> int:
        """Count what can be chosen, or will be."""
        return self.choices.total

    def action_open(self) -> None:
        """Choose; while there are headings only, there is nothing to choose."""
        at = self.choices.cursor
        if at in self.doors:
            self.doors[at]()
        elif self.choices.number is not None:
            self.dismiss(at)

    def action_help(self) -> None:
        """Show the keys that work here, over the page."""
        self.app.push_screen(keys_leaflet(self.here, self.keymap, self.palette))

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
