"""A page over the reading page: keys move it, and words are found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tui.actions import Place
from tui.render.seeking import pattern
from tui.screens.keyed import KeyedScreen
from tui.widgets.query_line import Purpose, QueryLine
from tui.widgets.rules import Rule
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.actions import Keymap
    from tui.themes import Palette
    from tui.widgets.page_sheet import PageSheet

Result = TypeVar("Result")


class Page(KeyedScreen[Result]):
    """A page over the reading page, with one sheet that the keys move."""

    def __init__(self, sheet: PageSheet, keymap: Keymap, palette: Palette) -> None:
        super().__init__(keymap, palette)
        self.sheet = sheet
        self.rule = Rule(palette, id="heading")
        self.foot = StatusLine(palette)
        self.finder = QueryLine(palette)
        self._began = (0, 0)
        """Where the reader was, and what was shown, when a search began."""

    def compose(self) -> ComposeResult:
        """Lay the sheet over a line of hints, which gives way to words to find."""
        self.finder.display = False
        yield self.sheet
        yield self.rule
        yield self.foot
        yield self.finder

    def on_mount(self) -> None:
        """Give the keys to the sheet."""
        self.sheet.focus()
        self.hint()

    @property
    def here(self) -> Place:
        """Say what kind of page this is."""
        return Place.PAGE

    @property
    def place(self) -> Place:
        """Say where the focus is."""
        return Place.QUERY if self.finder.is_open else self.here

    def idle(self) -> frozenset[str]:
        """Give the actions that can do nothing at the moment."""
        return frozenset() if self.sheet.sought else frozenset({"next_hit"})

    def hint(self) -> None:
        """Show the keys that can do something."""
        self.foot.hint(self.keymap.hints(self.here, self.idle()))

    def locate(self) -> None:
        """Say where on the page the reader is."""

    def before_action(self) -> None:
        """Take the last notice away."""
        self.foot.tell("")

    def after_action(self) -> None:
        """Say where the reader is now."""
        self.locate()

    @property
    def line(self) -> QueryLine:
        """Give the line in which words to find are typed."""
        return self.finder

    def action_find_here(self) -> None:
        """Begin to find words on the page."""
        self._began = self.sheet.at, self.sheet.top
        self.finder.display, self.foot.display = True, False
        self.finder.begin(Purpose.FIND, "")

    def typed(self, key: str) -> None:
        """Go where the words are while they are being typed."""
        sheet, (at, top) = self.sheet, self._began
        sheet.seek(pattern(self.finder.text if key != "escape" else ""))
        stops = sheet.stops()
        sheet.stop_at(next((stop for stop in stops if stop >= at), [*stops, at][0]))
        if not stops:
            sheet.show_from(top)
        if not self.finder.is_open:
            self._put_finder_away()
            if sheet.sought and not stops:
                self.miss()
        self.locate()

    def miss(self) -> None:
        """Say that the words that are looked for are not here."""
        self.foot.tell("These words are not on this page.")

    def _put_finder_away(self) -> None:
        self.finder.rest("")
        self.finder.display, self.foot.display = False, True
        self.sheet.focus()
        self.hint()

    def action_next_hit(self) -> None:
        """Go on to where the words stand again."""
        self._step(1)

    def action_previous_hit(self) -> None:
        """Go back to where the words stand."""
        self._step(-1)

    def _step(self, step: int) -> None:
        stops, at = self.sheet.stops(), self.sheet.at
        ahead = [stop for stop in stops if (stop - at) * step > 0]
        if ahead:
            self.sheet.stop_at(ahead[0] if step > 0 else ahead[-1])
        elif stops:
            self.foot.tell("That was the last." if step > 0 else "That was the first.")
        else:
            self.foot.tell("Nothing is looked for here; / finds words on this page.")

    def action_down(self) -> None:
        """Go down one."""
        self.sheet.move(1)

    def action_up(self) -> None:
        """Go up one."""
        self.sheet.move(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self.sheet.move_page(1)

    def action_page_up(self) -> None:
        """Go up a page."""
        self.sheet.move_page(-1)

    def action_half_down(self) -> None:
        """Go down half a page."""
        self.sheet.move_page(0.5)

    def action_half_up(self) -> None:
        """Go up half a page."""
        self.sheet.move_page(-0.5)

    def action_top(self) -> None:
        """Go to the beginning."""
        self.sheet.move_to_top()

    def action_bottom(self) -> None:
        """Go to the end."""
        self.sheet.move_to_bottom()
