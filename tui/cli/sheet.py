"""Text set for a terminal: wrapped to its width there, in whole lines in a pipe."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model import Span
from tui.render.characters import shown
from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.cli.paint import Look, Paint

_WIDEST = 88
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A width, and the paint for what is set on it."""

    paint: Paint
    width: int | None
    """None in a pipe: who reads there cuts lines as it likes."""

    def set(
        self, text: str, indent: str = "", spans: Iterable[Span] = ()
    ) -> Iterator[str]:
        """Give the lines of a text, with the words found set off."""
        line = shown(text)
        for start, end in self._bounds(line, len(indent)):
            here = [
                Span(max(s.start, start) - start, min(s.end, end) - start)
                for s in spans
                if s.start < end and start < s.end
            ]
            yield indent + self.paint.hits(line[start:end], here)

    def set_in(self, look: Look, text: str, indent: str = "") -> Iterator[str]:
        """Give the lines of a text that has one look."""
        for line in Sheet(self.paint, self.width).set(text):
            yield indent + self.paint(look, line)

    def _bounds(self, line: str, indent: int) -> Iterator[tuple[int, int]]:
        if self.width is None:
            yield 0, len(line)
            return
        yield from wrap(line, 0, len(line), max(_NARROWEST, self.width - indent))


def sheet_for(paint: Paint) -> Sheet:
    """Give a sheet as wide as the terminal, but no wider than is good to read."""
    if not sys.stdout.isatty():
        return Sheet(paint, None)
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        columns = 80
    return Sheet(paint, min(columns or 80, _WIDEST))
