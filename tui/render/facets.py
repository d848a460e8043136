"""Facets as rows: a bar in blocks, the count, and the value that narrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.render.characters import shown
from tui.render.choices import Choice
from tui.render.dates import month_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.archive.facets import Facets, Kind, Share
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
    more: Kind | None = None
    """What this row shows all of, instead."""


def facet_rows(facets: Facets, palette: Palette) -> list[Facet]:
    """Give the rows of the page: outlets, years, months, speakers, tags."""
    sections: list[tuple[str, Sequence[Share], Callable[[str], str]]] = [
        ("Outlets", facets.outlets, str),
        ("Years", facets.years, str),
        ("Months", facets.months, month_in_words),
        ("Speakers, by quotations", facets.speakers, str),
        ("Your tags", facets.tags, str),
    ]
    found: list[Facet] = []
    for heading, shares, words in sections:
        if shares:
            found.append(_heading(heading, palette, is_first=not found))
            found += share_rows(shares, palette, words)
            if shares is facets.outlets:
                found += _more("outlets", len(shares), facets.outlets_in_all, palette)
            elif shares is facets.speakers:
                found += _more("speakers", len(shares), facets.speakers_in_all, palette)
    return found


def _more(kind: Kind, shown: int, in_all: int, palette: Palette) -> Iterator[Facet]:
    """Give the row that leads to all of them, unless they stand here."""
    if rest := in_all - shown:
        noun = kind if rest > 1 else kind.removesuffix("s")
        words = f"{'':>7} {'…':<{_BAR}} {rest:,} more {noun}"
        yield Facet(Choice((((words, palette.dim),),)), more=kind)


def _heading(words: str, palette: Palette, *, is_first: bool) -> Facet:
    line = ((words, palette.strong),)
    return Facet(Choice((line,) if is_first else ((), line), is_heading=True))


def share_rows(
    shares: Sequence[Share], palette: Palette, words: Callable[[str], str] = str
) -> Iterator[Facet]:
    """Give a row for each value, with a bar."""
    most = max((share.rows for share in shares), default=0)
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
