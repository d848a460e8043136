"""A page that is only read, and put away again: help, provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tui.actions import ACTIONS, Place, shown_key
from tui.render.folding import folded
from tui.render.line import Piece, line
from tui.screens.keyed import KeyedScreen
from tui.widgets.rules import Rule
from tui.widgets.sheet import Sheet
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tui.actions import Keymap
    from tui.themes import Palette

Lines = list[list[Piece]]
Result = TypeVar("Result")
KEYS_HANG = 25


class PlainSheet(Sheet):
    """Lines that are given once."""

    def __init__(
        self, lines: Sequence[Sequence[Piece]], palette: Palette, *, hang: int
    ) -> None:
        super().__init__(palette, id="sheet")
        self._given, self._hang = lines, hang
        self.lines = lines

    @property
    def count(self) -> int:
        """Give how many lines there are."""
        return len(self.lines)

    def strip(self, number: int) -> Strip:
        """Draw one line."""
        return line(self.lines[number], self.size.width, self.palette.text)

    def on_resize(self, event: events.Resize) -> None:
        """Fold the lines to the new width."""
        del event
        self.lines = list(folded(self._given, self.size.width - 2, hang=self._hang))
        self.show_from(self.top)
        self.refresh()


class Page(KeyedScreen[Result]):
    """A page over the reading page, with one sheet that the keys move."""

    sheet: Sheet

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
        lines = keys_of(self.place, self.keymap, self.palette)
        heading = f"Keys in {_THE[self.place]}"
        leaflet = KeysLeaflet(heading, lines, self.keymap, self.palette, hang=KEYS_HANG)
        self.app.push_screen(leaflet)


class Leaflet(Page[None]):
    """A heading over lines."""

    def __init__(
        self,
        heading: str,
        lines: Lines,
        keymap: Keymap,
        palette: Palette,
        *,
        hang: int = 0,
    ) -> None:
        super().__init__(keymap, palette)
        title: Piece = (f"   {heading}", palette.title)
        self.sheet = PlainSheet([[], [title], [], *lines], palette, hang=hang)
        self.rule = Rule(palette, id="heading")
        self.foot = StatusLine(palette)

    def compose(self) -> ComposeResult:
        """Lay the sheet over a line of hints."""
        yield self.sheet
        yield self.rule
        yield self.foot

    def on_mount(self) -> None:
        """Give the keys to the sheet."""
        self.sheet.focus()
        self.foot.hint(self.keymap.hints(Place.PAGE))

    def action_back(self) -> None:
        """Put the page away."""
        self.dismiss()


class KeysLeaflet(Leaflet):
    """The keys of a place."""

    def action_help(self) -> None:
        """Put the help away again."""
        self.dismiss()


_THE = {Place.PAGE: "a page", Place.CHOICES: "a page of choices"}


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
