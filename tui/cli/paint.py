"""Weights and colours for what a terminal is told, from the terminal's own palette."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model import Span


class Look(StrEnum):
    """What a piece of text is; the value is how terminals are told so."""

    DIM = "2"
    """Beside the matter: dates, ids, paths."""
    TITLE = "1"
    MADE_UP = "3"
    OUTLET = "36"
    SPEAKER = "1;36"
    HIT = "1;33"
    FAULT = "1;31"


@dataclass(frozen=True, slots=True)
class Paint:
    """Gives text its look, or leaves it plain."""

    on: bool

    def __call__(self, look: Look, text: str) -> str:
        """Give the text with its look."""
        return f"\x1b[{look}m{text}\x1b[0m" if self.on and text else text

    def hits(self, text: str, spans: Iterable[Span]) -> str:
        """Set off the words found in a line."""
        pieces, at = [], 0
        for span in spans:
            start, end = max(at, span.start), min(len(text), span.end)
            if start < end:
                pieces += [text[at:start], self(Look.HIT, text[start:end])]
                at = end
        return "".join([*pieces, text[at:]])
