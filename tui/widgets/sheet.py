"""A column of lines, of which a window is shown; the ground all panes stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

from tui.render.labels import laid_over
from tui.render.line import line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.strip import Strip

    from tui.render.labels import Label, Spot
    from tui.themes import Palette


class Sheet(Widget, can_focus=True):
    """Shows lines from `top` on; no scroll bars, no animation."""

    def __init__(self, palette: Palette, *, id: str) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self.palette = palette
        self.top = 0
        self.labels: Mapping[int, Sequence[Label]] = {}
        """Letters that lie over some of the lines."""

    @property
    def count(self) -> int:
        """Give how many lines there are."""
        return 0

    @property
    def page(self) -> int:
        """Give how many lines are shown at once."""
        return max(1, self.size.height)

    def strip(self, number: int) -> Strip:
        """Give one line, counted from the beginning."""
        del number
        return self.blank()

    def blank(self) -> Strip:
        """Give a line with nothing on it."""
        return line([], self.size.width, self.palette.text)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        number = self.top + y
        strip = self.strip(number) if number < self.count else self.blank()
        labels = self.labels.get(number)
        return laid_over(strip, labels, self.palette) if labels else strip

    def spots(self) -> list[Spot]:
        """Give what of the window can be gone to, in the order of reading."""
        return []

    def label(self, labels: Mapping[int, Sequence[Label]]) -> None:
        """Lay other labels over lines; only lines whose labels change are drawn."""
        before, self.labels = self.labels, labels
        for number in before.keys() | labels.keys():
            if before.get(number) != labels.get(number):
                self.redraw_lines(number)

    def set_anew(self) -> None:
        """Draw everything; labels no longer stand where they belong."""
        self.labels = {}
        self.refresh()

    def turn(self, palette: Palette) -> None:
        """Draw everything under another palette."""
        self.palette = palette
        self.refresh()

    def show_from(self, top: int) -> bool:
        """Make this the first line; say whether anything moved."""
        top = max(0, min(top, self.count - self.page))
        if top == self.top:
            return False
        self.top = top
        self.set_anew()
        return True

    def show_line(self, number: int, *, air: int = 0) -> None:
        """Bring a line into the window, moving no more than that takes."""
        air = min(air, (self.page - 1) // 2)
        if number - air < self.top:
            self.show_from(number - air)
        elif number + air >= self.top + self.page:
            self.show_from(number + air - self.page + 1)

    def redraw_lines(self, first: int, count: int = 1) -> None:
        """Draw some lines again, if they are in the window."""
        self.refresh(Region(0, first - self.top, self.size.width, count))

    def move(self, lines: int) -> None:
        """Go down, or up, so many lines."""
        self.show_from(self.top + lines)

    def move_page(self, share: float) -> None:
        """Go down, or up, a share of what is shown; one line stays for the eye."""
        lines = max(1, int(abs(share) * self.page) - (abs(share) == 1))
        self.move(lines if share > 0 else -lines)

    def move_to_top(self) -> None:
        """Go to the beginning."""
        self.show_from(0)

    def move_to_bottom(self) -> None:
        """Go to the end."""
        self.show_from(self.count)

    async def on_click(self, event: events.Click) -> None:
        """Point at the line that was clicked, where the mouse is on."""
        self.point(self.top + event.y)

    def point(self, number: int) -> None:
        """Do what a click on a line does."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Follow the wheel, where the mouse is on."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Follow the wheel back."""
        event.stop()
        self.move(-3)

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()
