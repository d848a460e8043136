"""The keys of a place with what they do, for the help page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import ACTIONS, shown_key

if TYPE_CHECKING:
    from tui.actions import Keymap, Place
    from tui.render.line import Piece
    from tui.themes import Palette

KEYS_HANG = 25


def keys_of(place: Place, keymap: Keymap, palette: Palette) -> list[list[Piece]]:
    """Give every action that works in a place, with all its keys."""
    lines: list[list[Piece]] = []
    for action in ACTIONS:
        keys = [shown_key(key) for key in keymap.keys[action.id]]
        if place in action.places and keys:
            names = "  ".join(keys)
            lines.append(
                [(f"   {names:<22}", palette.accent), (action.sentence, palette.text)]
            )
    return lines
