"""The yardstick for the reader: an empty Textual application of three panes."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class ThreePanes(App[None]):
    """Three empty panes side by side."""

    CSS = "Static { width: 1fr; height: 100%; }"

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        with Horizontal():
            yield Static("ready")
            yield Static("")
            yield Static("")


if __name__ == "__main__":
    ThreePanes().run()
