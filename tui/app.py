"""The reader as a program: start it, and leave the terminal as it was found."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

# Frames are drawn as soon as they are ready; the default of 60 a second makes a key
# wait up to 17 ms for its row. Textual reads this once, when it is imported.
os.environ.setdefault("TEXTUAL_FPS", "250")
# Importing makes many objects and no garbage worth collecting.
gc.disable()
from tui.actions import KeymapName, keymap  # noqa: E402
from tui.heap import share_heap  # noqa: E402
from tui.render.clipboard import sequence  # noqa: E402
from tui.render.sending import ChangedCells  # noqa: E402
from tui.screens.reading import ReadingPage  # noqa: E402
from tui.themes import choose  # noqa: E402

gc.freeze()
gc.enable()

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

    from index.archive import Archive
    from tui.themes import Palette

_SWITCH_S = 0.0005
"""Threads change so often, so that a key is echoed while a search runs."""


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """What the user chose about the reader."""

    theme: str = "auto"
    """auto, dark, light, ansi or mono."""
    slow: bool = False
    """Stacked panes at any width, and the fewest bytes."""
    query: str = ""
    """Searched at the start."""
    width: int = 72
    """The longest that lines of an article are set."""
    mouse: bool = False
    stock_output: bool = False
    """Let Textual send whole regions, as it would by itself."""
    keys: KeymapName = "default"
    key_changes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other keys for actions, by their ids."""


class QuothApp(ChangedCells[int], inherit_bindings=False):
    """The terminal's side of the reader: signals, colours, the clipboard."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, archive: Archive, settings: ReaderSettings) -> None:
        super().__init__(stock_output=settings.stock_output)
        # Asked before the screen is taken: what is wrong is said in the shell.
        self.totals = archive.totals()
        self.archive = archive
        self.settings = settings
        self.failure: Exception | None = None
        """What ended the reader, if it went wrong."""
        self.animation_level = "none"

    @property
    def colours(self) -> Palette:
        """Give the palette that the settings and the terminal call for."""
        theme = "ansi" if self.settings.slow else self.settings.theme
        return choose(theme, os.environ)

    def get_default_screen(self) -> ReadingPage:
        """Begin with the reading page."""
        settings = self.settings
        keys = keymap(settings.keys, settings.key_changes)
        page = ReadingPage(
            self.archive, self.totals, keys, self.colours, slow=settings.slow
        )
        page.reader.longest = settings.width
        page.first_query = settings.query
        return page

    def on_mount(self) -> None:
        """Hear when the terminal goes away, and when it comes back."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._leave, number)
        self.app_resume_signal.subscribe(self, self._come_back)

    def _leave(self, number: int) -> None:
        """Leave in order when told to from outside."""
        self.exit(128 + number, return_code=128 + number)

    def _come_back(self, _: App[object]) -> None:
        """Draw everything again: the shell has used the screen."""
        self.forget_frame()
        self.refresh(layout=True)

    def _handle_exception(self, error: Exception) -> None:
        """Leave in order; what went wrong is said in the shell."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Draw no trace; whoever started the reader says what is to be said."""
        self._exit_renderables.clear()

    def action_redraw(self) -> None:
        """Draw everything again, whatever the terminal shows."""
        self.forget_frame()
        self.refresh(layout=True)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy through the terminal; a text too long for it is not sent."""
        copy = sequence(text, os.environ)
        if copy is None:
            self._clipboard = ""
            return
        self._clipboard = text
        if self._driver is not None:
            self._driver.write(copy)


def run(archive: Archive, settings: ReaderSettings) -> int:
    """Run the reader until the user leaves; give the exit code."""
    sys.setswitchinterval(_SWITCH_S)
    share_heap()
    app = QuothApp(archive, settings)
    result = app.run(mouse=settings.mouse)
    if app.failure is not None:
        raise app.failure
    return result if result is not None else app.return_code or 0
