"""A page that is only read, and put away again: help, provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import Place
from tui.render.keys import KEYS_HANG, keys_of
from tui.render.line import Piece
from tui.render.seeking import words_of
from tui.screens.page import Page
from tui.widgets.page_sheet import PlainSheet

if TYPE_CHECKING:
    from tui.actions import Keymap
    from tui.themes import Palette

Lines = list[list[Piece]]
_THE = {
    Place.PAGE: "a page",
    Place.CHOICES: "a page of choices",
    Place.TIMELINE: "a timeline",
}


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

    def action_help(self) -> None:
        """Show the keys that work here, over the page."""
        self.app.push_screen(keys_leaflet(self.here, self.keymap, self.palette))

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


def keys_leaflet(place: Place, keymap: Keymap, palette: Palette) -> KeysLeaflet:
    """Give the keys that work on a page, to be laid over it."""
    lines = keys_of(place, keymap, palette)
    heading = f"Keys in {_THE[place]}"
    return KeysLeaflet(heading, lines, keymap, palette, hang=KEYS_HANG)
