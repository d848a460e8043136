"""A page that is only read, and put away again: help, provenance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from tui.actions import ACTIONS, Place, shown_key
from tui.render.folding import folded
from tui.render.line import Piece, line
from tui.render.seeking import lit, pattern, words_of
from tui.screens.keyed import KeyedScreen
from tui.widgets.query_line import Purpose, QueryLine
from tui.widgets.rules import Rule
from tui.widgets.sheet import Sheet
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tui.actions import Keymap
    from tui.themes import Palette

Lines = list[list[Piece]]
Result = TypeVar("Result")
KEYS_HANG = 25


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
                self.foot.tell("These words are not on this page.")
        self.locate()

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

    def action_help(self) -> None:
        """Show the keys that work here, over the page."""
        lines = keys_of(self.here, self.keymap, self.palette)
        heading = f"Keys in {_THE[self.here]}"
        leaflet = KeysLeaflet(heading, lines, self.keymap, self.palette, hang=KEYS_HANG)
        self.app.push_screen(leaflet)


class Leaflet(Page[None]):
    """A heading over lines."""

    sheet: PlainSheet

    def __init__(
        self,
        heading: str,
        lines: Lines,
        keymap: Keymap,
        palette: Palette,
        *,
        hang: int = 0,
    ) -> None:
        title: Piece = (f"   {heading}", palette.title)
        sheet = PlainSheet([[], [title], [], *lines], palette, hang=hang)
        super().__init__(sheet, keymap, palette)

    def on_page_sheet_turned(self) -> None:
        """Say which lines are shown."""
        self.locate()

    def locate(self) -> None:
        """Say which lines are shown, and of how many."""
        sheet = self.sheet
        last = min(sheet.top + sheet.page, sheet.count)
        self.foot.locate(f"{sheet.top + 1}-{last} of {sheet.count} lines")

    def action_back(self) -> None:
        """Put the page away."""
        self.dismiss()


class KeysLeaflet(Leaflet):
    """The keys of a place; what else stands below them is named at the top."""

    def __init__(
        self,
        heading: str,
        lines: Lines,
        keymap: Keymap,
        palette: Palette,
        *,
        hang: int = 0,
    ) -> None:
        # Keys have their sentence beside them; a heading stands alone.
        below = [words_of(pieces).strip() for pieces in lines if len(pieces) == 1]
        also = "".join(f" · below: {words[:1].lower()}{words[1:]}" for words in below)
        super().__init__(f"{heading}{also}", lines, keymap, palette, hang=hang)

    def action_help(self) -> None:
        """Put the help away again."""
        self.dismiss()


_THE = {
    Place.PAGE: "a page",
    Place.CHOICES: "a page of choices",
    Place.TIMELINE: "a timeline",
}


def keys_of(place: Place, keymap: Keymap, palette: Palette) -> Lines:
    """Give every action that works in a place, with all its keys."""
    lines: Lines = []
    for action in ACTIONS:
        keys = [shown_key(key) for key in keymap.keys[action.id]]
        if place in action.places and keys:
            names = "  ".join(keys)
            lines.append(
                [(f"   {names:<22}", palette.accent), (action.sentence, palette.text)]
            )
    return lines
