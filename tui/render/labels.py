"""Labels on what can be gone to: their letters, and how they lie over a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.themes import Palette

LETTERS = "asdfghjklewruiopcvnmtybxqz"
"""Those under the resting fingers first."""
SIGNS = "1234567890-=[];',./"
"""For those who want no letters."""


class Spot(NamedTuple):
    """A place on a sheet that can be gone to."""

    line: int
    column: int
    go: Callable[[], None]


class Label(NamedTuple):
    """Letters that lie over a line, and how many of them have been typed."""

    column: int
    letters: str
    typed: int = 0


def names(count: int, letters: str) -> list[str]:
    """Give so many labels, none the beginning of another, the short ones first.

    They are of one letter or two; there are no more than two letters can tell apart.
    """
    base = len(letters)
    begun = 0
    while begun < base and base - begun + begun * base < count:
        begun += 1
    short = list(letters[: base - begun])
    long = [first + second for first in letters[base - begun :] for second in letters]
    return [*short, *long][:count]


def apart(labels: Iterable[Label]) -> list[Label]:
    """Move labels of one line to the right as far as others lie in their way."""
    found: list[Label] = []
    free = 0
    for label in sorted(labels):
        column = max(label.column, free)
        found.append(label._replace(column=column))
        free = column + len(label.letters)
    return found


def laid_over(strip: Strip, labels: Iterable[Label], palette: Palette) -> Strip:
    """Lay labels over a line, as capitals: the text around them has few."""
    width = strip.cell_length
    parts, at = [], 0
    for label in apart(labels):
        # Where a line ends before its labels do, they share what room there is.
        column = min(label.column, width - len(label.letters))
        if column < at:
            continue
        letters = label.letters.upper()
        pieces = [
            Segment(letters[: label.typed], palette.dim),
            Segment(letters[label.typed :], palette.label),
        ]
        parts += [strip.crop(at, column), Strip(piece for piece in pieces if piece)]
        at = column + len(letters)
    return Strip.join([*parts, strip.crop(at, width)])
