"""Keys that are ahead of an answer wait for it: what they mean is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import EVERYWHERE
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from textual import events

PATIENCE_S = 1
"""After so long keys are done where the reader is: an answer may never come."""


class Holding(Desk):
    """Keeps keys back between a search and its answer, and lets them go in order."""

    _held: list[events.Key] | None = None
    _holds = 0

    def hold(self) -> None:
        """Keep back the keys from now on."""
        self._holds += 1
        if self._held is None:
            self._held = []
        holds = self._holds
        self.set_timer(PATIENCE_S, lambda: self._lose_patience(holds))

    def _lose_patience(self, holds: int) -> None:
        if holds == self._holds:
            self.let_go()

    def let_go(self) -> None:
        """Let the keys go where they lead by now."""
        held, self._held = self._held or [], None
        for event in held:
            self.app.post_message(event)

    def hears(self, event: events.Key) -> bool:
        """Keep a key back, but for those that work everywhere."""
        if self._held is None:
            return super().hears(event)
        action = self.keymap.action(self.place, event.key)
        if action is not None and action.places == EVERYWHERE:
            return False
        self._held.append(event.copy())
        return True
