"""Moving about in whichever pane has the focus."""

from __future__ import annotations

from tui.screens.desk import Desk


class Moving(Desk):
    """Keys that go down, up, to the top and to the end."""

    def action_down(self) -> None:
        """Go down one."""
        self.pane.move(1)

    def action_up(self) -> None:
        """Go up one."""
        self.pane.move(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self.pane.move_page(1)

    def action_page_up(self) -> None:
        """Go up a page."""
        self.pane.move_page(-1)

    def action_half_down(self) -> None:
        """Go down half a page."""
        self.pane.move_page(0.5)

    def action_half_up(self) -> None:
        """Go up half a page."""
        self.pane.move_page(-0.5)

    def action_top(self) -> None:
        """Go to the beginning."""
        self.pane.move_to_top()

    def action_bottom(self) -> None:
        """Go to the end."""
        self.pane.move_to_bottom()
