"""Labels on all that can be gone to; typing one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import Place
from tui.render.labels import LETTERS, SIGNS, Label, names
from tui.screens.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

    from tui.render.labels import Spot
    from tui.widgets.sheet import Sheet


class Jumping(Finding):
    """A key that labels rows, quotations and hits in all panes that are shown."""

    _spots: Mapping[str, tuple[Place, Spot]] | None = None
    """By their labels; None while nothing is labelled."""
    _begun = ""
    """The letters typed so far."""

    def action_jump(self) -> None:
        """Label what can be gone to."""
        found = self._all_spots()
        if not found:
            self.status.tell("There is nothing here to go to.")
            return
        letters = SIGNS if self.keymap.name == "arrows" else LETTERS
        self._spots = dict(zip(names(len(found), letters), found, strict=False))
        self._begun = ""
        self._label("Type a label to go there; Esc leaves.")

    def _all_spots(self) -> list[tuple[Place, Spot]]:
        """Give what can be gone to, in the pane with the focus first."""
        shown = self._regions(self.size)
        panes = [
            (place, pane) for place, pane in self._sheets.items() if pane.id in shown
        ]
        panes.sort(key=lambda it: it[0] is not self.sight.focus)
        return [(place, spot) for place, pane in panes for spot in pane.spots()]

    @property
    def _sheets(self) -> dict[Place, Sheet]:
        return {
            Place.LIST: self.list,
            Place.READER: self.reader,
            Place.QUOTES: self.quotes,
        }

    def _label(self, said: str) -> None:
        """Draw the labels that begin with what has been typed."""
        drawn: dict[Place, dict[int, list[Label]]] = {it: {} for it in self._sheets}
        for name, (place, spot) in (self._spots or {}).items():
            if name.startswith(self._begun):
                label = Label(spot.column, name, len(self._begun))
                drawn[place].setdefault(spot.line, []).append(label)
        for place, pane in self._sheets.items():
            pane.label(drawn[place])
        self.status.tell(said)

    def hears(self, event: events.Key) -> bool:
        """Take letters of labels; a key that cannot be one leaves them."""
        if self._spots is None:
            return super().hears(event)
        if event.is_printable and event.character:
            self._type(self._spots, event.character.lower())
            return True
        self._leave()
        return event.key in ("escape", "backspace")

    def _type(self, spots: Mapping[str, tuple[Place, Spot]], character: str) -> None:
        typed = self._begun + character
        if typed in spots:
            self._leave()
            self._land(*spots[typed])
        elif any(name.startswith(typed) for name in spots):
            self._begun = typed
            self._label(f"{typed.upper()} … Esc leaves.")
        else:
            self.status.tell(f"No label is {typed.upper()}; Esc leaves.")

    def _leave(self) -> None:
        if self._spots is not None:
            self._spots, self._begun = None, ""
            self._label("")

    def _land(self, place: Place, spot: Spot) -> None:
        """Turn to the pane, and go there; the pane beside it follows."""
        turns = {
            Place.LIST: self.action_list,
            Place.READER: self.action_reader,
            Place.QUOTES: self.action_quotes,
        }
        if place is not self.sight.focus:
            turns[place]()
        spot.go()
        if place is Place.READER:
            self.follow()
        self.after_action()

    def on_article_view_turned(self) -> None:
        """Label anew when another article came meanwhile, or other lines of it."""
        if self._spots is not None and not self.reader.labels:
            self._leave()
            self.action_jump()

    def on_resize(self, event: events.Resize) -> None:
        """Leave: nothing stands where it stood."""
        del event
        self._leave()
