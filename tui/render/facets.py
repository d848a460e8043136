"""Facets as rows: a bar in blocks, the count, and the value that narrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.render.characters import shown
from tui.render.choices import Choice
from tui.render.dates import month_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.archive.facets import Facets, Share
    from tui.themes import Palette

_BLOCKS = " ▏▎▍▌▋▊▉█"
_BAR = 16
"""Cells of the longest bar."""
_SHOWN = 12
"""Outlets and speakers that are shown; dates are shown all."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A row of the page, and the words that it adds to a query."""

    choice: Choice
    narrows: str = ""
    """Empty for a heading."""


def facet_rows(facets: Facets, palette: Palette) -> list[Facet]:
    """Give the rows of the page: outlets, years, months, speakers."""
    sections: list[tuple[str, Sequence[Share], str, Callable[[str], str]]] = [
        ("Outlets", facets.outlets[:_SHOWN], "outlet:", str),
        ("Years", facets.years, "date:", str),
        ("Months", facets.months, "date:", month_in_words),
        ("Speakers, by quotations", facets.speakers[:_SHOWN], "by:", str),
    ]
    numbers = [len(facets.outlets), 0, 0, len(facets.speakers)]
    found: list[Facet] = []
    for (heading, shares, prefix, words), number in zip(sections, numbers, strict=True):
        if shares:
            more = f"  the first {_SHOWN} of {number:,}" if number > _SHOWN else ""
            found.append(_heading(heading, more, palette, is_first=not found))
            found += _section(shares, prefix, words, palette)
    return found


def _heading(words: str, more: str, palette: Palette, *, is_first: bool) -> Facet:
    line = ((words, palette.strong), (more, palette.dim))
    return Facet(Choice((line,) if is_first else ((), line), is_heading=True))


def _section(
    shares: Sequence[Share], prefix: str, words: Callable[[str], str], palette: Palette
) -> Iterator[Facet]:
    most = max(share.rows for share in shares)
    for value, count in shares:
        pieces = (
            (f"{count:>7,} ", palette.text),
            (f"{bar(count, most):<{_BAR}}", palette.accent),
            (f" {shown(words(value))}", palette.text),
        )
        name = value.replace('"', " ")
        quoted = name if prefix == "date:" else f'"{name}"'
        yield Facet(Choice((pieces,)), prefix + quoted)


def bar(count: int, most: int) -> str:
    """Draw a count in blocks, to an eighth of a cell; what is there is to be seen."""
    eighths = max(1, round(count / most * _BAR * 8)) if most else 0
    whole, rest = divmod(eighths, 8)
    return "█" * whole + _BLOCKS[rest].strip()
