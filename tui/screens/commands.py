"""All commands by name: type a part of one, choose it, and it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import ACTIONS, Place
from tui.render.line import Piece, cut, line
from tui.screens.keyed import KeyedScreen
from tui.widgets.query_line import Purpose, QueryLine
from tui.widgets.rules import Rule
from tui.widgets.sheet import Sheet
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tui.actions import Action, Keymap
    from tui.themes import Palette


class Choices(Sheet):
    """Actions, one under the cursor."""

    def __init__(self, keymap: Keymap, palette: Palette) -> None:
        super().__init__(palette, id="sheet")
        self.keymap = keymap
        self.actions: list[Action] = []
        self.cursor = 0

    @property
    def count(self) -> int:
        """Give how many there are, or the line that says that there is none."""
        return len(self.actions) or 1

    def show(self, actions: list[Action]) -> None:
        """Show other actions."""
        self.actions, self.cursor, self.top = actions, 0, 0
        self.refresh()

    def move(self, lines: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(self.cursor + lines, self.count - 1))
        self.show_line(self.cursor)
        self.refresh()

    def strip(self, number: int) -> Strip:
        """Draw one action."""
        palette = self.palette
        if not self.actions:
            nothing: Piece = ("   No command is described by these words.", palette.dim)
            return line(cut([nothing], self.size.width), self.size.width, palette.text)
        action, here = self.actions[number], number == self.cursor
        pieces: list[Piece] = [
            ("▌ " if here else "  ", palette.accent),
            (f" {self.keymap.key_of(action):<10}", palette.accent),
            (action.sentence, palette.strong if here else palette.text),
        ]
        width = self.size.width
        return line(cut(pieces, width - 1), width, palette.text)


class Commands(KeyedScreen[str]):
    """The palette of commands for the place it was opened from."""

    def __init__(self, before: Place, keymap: Keymap, palette: Palette) -> None:
        super().__init__(keymap, palette)
        self._all = [a for a in ACTIONS if before in a.places and a.id != "palette"]
        self.query_line = QueryLine(palette)
        self.rule = Rule(palette, id="masthead")
        self.lower_rule = Rule(palette, id="heading")
        self.foot = StatusLine(palette)
        self.foot.hint((("⏎", "do it"), ("↑ ↓", "choose"), ("Esc", "leave")))
        self.choices = Choices(keymap, palette)
        self.choices.show(self._all)

    @property
    def line(self) -> QueryLine:
        """Give the line that filters the choices."""
        return self.query_line

    @property
    def place(self) -> Place:
        """Letters are text here."""
        return Place.QUERY

    def compose(self) -> ComposeResult:
        """Lay the line over the choices."""
        yield self.query_line
        yield self.rule
        yield self.choices
        yield self.lower_rule
        yield self.foot

    def on_mount(self) -> None:
        """Begin with all of them."""
        self._locate()
        self.query_line.begin(Purpose.SEARCH, "")

    def hears(self, event: events.Key) -> bool:
        """Move among the choices; the line has no use for these keys here."""
        step = {"up": -1, "down": 1}.get(event.key, 0)
        if step:
            self.choices.move(step)
            self._locate()
        return bool(step)

    def typed(self, key: str) -> None:
        """Keep the actions that hold all words; choose one, or none, at the end."""
        if not self.query_line.is_open:
            actions = self.choices.actions if key == "enter" else []
            self.dismiss(actions[self.choices.cursor].id if actions else None)
            return
        words = self.query_line.text.casefold().split()
        kept = [a for a in self._all if all(word in _text(a) for word in words)]
        if kept != self.choices.actions:
            self.choices.show(kept)
            self._locate()

    def _locate(self) -> None:
        count = len(self.choices.actions)
        self.foot.locate(f"{self.choices.cursor + 1} of {count}" if count else "")


def _text(action: Action) -> str:
    return f"{action.id} {action.label} {action.sentence}".casefold()
