"""Screens whose keys come from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from tui.actions import Place

if TYPE_CHECKING:
    from textual import events

    from tui.actions import Keymap
    from tui.themes import Palette
    from tui.widgets.query_line import QueryLine

Result = TypeVar("Result")


class KeyedScreen(Screen[Result], inherit_bindings=False):
    """Looks keys up in the keymap and runs `action_…` of the same name."""

    AUTO_FOCUS = ""

    def __init__(self, keymap: Keymap, palette: Palette) -> None:
        super().__init__()
        self.keymap = keymap
        self.palette = palette

    @property
    def place(self) -> Place:
        """Say where the focus is."""
        return Place.PAGE

    async def on_key(self, event: events.Key) -> None:
        """Do what the key does here.

        No widget takes keys for itself: keys that were typed ahead find the place
        that those before them have led to, be it another page.
        """
        if self.app.screen is not self:
            self._pass_on(event)
        elif self.hears(event) or self._is_typed(event) or await self._is_done(event):
            _spend(event)

    def _pass_on(self, event: events.Key) -> None:
        """Let a key that came with the one that left this page go where that led."""
        _spend(event)
        self.app.post_message(event.copy())

    def _is_typed(self, event: events.Key) -> bool:
        """Give a key to the line, if letters are text; say whether it was taken."""
        if self.line is None or not self.line.is_open or not self.line.take(event):
            return False
        self.typed(event.key)
        return True

    async def _is_done(self, event: events.Key) -> bool:
        """Run the action of a key; say whether there is one."""
        key = event.character if event.is_printable else event.key
        action = self.keymap.action(self.place, "space" if key == " " else key or "")
        if action is None:
            return False
        self.before_action()
        await self.run_action(action.id)
        self.after_action()
        return True

    @property
    def line(self) -> QueryLine | None:
        """Give the line in which letters may be text."""
        return None

    def typed(self, key: str) -> None:
        """Do what cannot wait for the message of the line: the next key may be here."""
        del key

    def hears(self, event: events.Key) -> bool:
        """Take a key that answers a question; say whether it did."""
        del event
        return False

    def before_action(self) -> None:
        """Make ready for an action."""

    def after_action(self) -> None:
        """Show what an action changed, in the same frame."""

    def on_mount(self) -> None:
        """Take the background of the palette."""
        self.styles.background = self.palette.background

    async def action_redraw(self) -> None:
        """Draw the screen again."""
        await self.run_action("app.redraw")

    def action_suspend(self) -> None:
        """Go back to the shell."""
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit(0)

    def action_interrupt(self) -> None:
        """Leave as after an interrupt."""
        self.app.exit(130, return_code=130)


def _spend(event: events.Key) -> None:
    event.stop()
    event.prevent_default()
