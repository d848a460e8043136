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


@dataclass(frozen=True, slots=True)
class Facet:
    """A row of the page, and the query that it leads to."""

    choice: Choice
    query: str = ""
    """Empty for a heading."""


def facet_rows(facets: Facets, palette: Palette) -> list[Facet]:
    """Give the rows of the page: outlets, years, months, speakers, tags."""
    sections: list[tuple[str, Sequence[Share], int, Callable[[str], str]]] = [
        ("Outlets", facets.outlets, facets.outlets_in_all, str),
        ("Years", facets.years, 0, str),
        ("Months", facets.months, 0, month_in_words),
        ("Speakers, by quotations", facets.speakers, facets.speakers_in_all, str),
        ("Your tags", facets.tags, 0, str),
    ]
    found: list[Facet] = []
    for heading, shares, in_all, words in sections:
        if shares:
            more = ""
            if in_all > len(shares):
                more = f"  the first {len(shares)} of {in_all:,}"
            found.append(_heading(heading, more, palette, is_first=not found))
            found += _section(shares, words, palette)
    return found


def _heading(words: str, more: str, palette: Palette, *, is_first: bool) -> Facet:
    line = ((words, palette.strong), (more, palette.dim))
    return Facet(Choice((line,) if is_first else ((), line), is_heading=True))


def _section(
    shares: Sequence[Share], words: Callable[[str], str], palette: Palette
) -> Iterator[Facet]:
    most = max(share.rows for share in shares)
    for share in shares:
        # Who wonders why the counts of the names add up to more than there is.
        others = share.rows - share.own
        held = f"  {others:,} of them in longer names" if others > 0 else ""
        pieces = (
            (f"{share.rows:>7,} ", palette.text),
            (f"{bar(share.rows, most):<{_BAR}}", palette.accent),
            (f" {shown(words(share.value))}", palette.text),
            (held, palette.dim),
        )
        yield Facet(Choice((pieces,)), share.query)


def bar(count: int, most: int) -> str:
    """Draw a count in blocks, to an eighth of a cell; what is there is to be seen."""
    eighths = max(1, round(count / most * _BAR * 8)) if most else 0
    whole, rest = divmod(eighths, 8)
    return "█" * whole + _BLOCKS[rest].strip()
