"""What somebody said, day by day: the rows of the timeline, and who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import QuoteKind
from tui.render.characters import fit, pad, shown
from tui.render.choices import Choice
from tui.render.dates import COLUMN, in_list
from tui.render.facts import counted
from tui.render.voices import is_doubtful

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.archive.speakers import Speaker, Spelling
    from index.model import Clipping
    from tui.render.line import Piece
    from tui.themes import Palette

_OUTLET = 16
_MEANT = 3
"""Speakers that the head of a timeline names."""


def utterance_row(
    clipping: Clipping, number: int, width: int, palette: Palette
) -> Choice:
    """Give date, outlet and words, and under them how surely, where, and the title."""
    article, quote = clipping.article, clipping.quotes[number]
    outlet = article.outlet.value if article.outlet else "unknown outlet"
    words = " ".join(quote.span.of(article.text).split())
    opener, closer = ("", "") if quote.kind is QuoteKind.INDIRECT else ("“", "”")
    room = max(12, width - COLUMN - _OUTLET - 9)
    facts = [f"{quote.confidence:.2f}" + "?" * is_doubtful(quote)]
    facts += [shown(quote.venue)] if quote.venue else []
    title = article.title.value if article.title else article.path
    facts.append(f"‹{shown(title)}›" if article.title_made_up else shown(title))
    under = fit(" · ".join(facts), max(12, width - COLUMN - 7))
    return Choice(
        (
            (
                (pad(in_list(article.date), COLUMN), palette.dim),
                (f" {pad(outlet, _OUTLET)}  ", palette.dim),
                (f"{opener}{fit(words, room)}{closer}", palette.text),
            ),
            ((" " * (COLUMN + 1) + under, palette.faint),),
        )
    )


def speaker_lines(speakers: Sequence[Speaker], palette: Palette) -> Choice:
    """Say who is meant, and under which names; of many only those quoted most."""
    lines: list[tuple[Piece, ...]] = []
    for one in speakers[:_MEANT]:
        kind = one.kind.value if one.kind else "kind unknown"
        first, last = in_list(one.first), in_list(one.last)
        when = first if first == last else f"{first} to {last}"
        undated = f" · undated {one.undated:,}" if one.undated else ""
        facts = f"  {one.count:,} · {kind} · {when}{undated}"
        lines.append(((shown(one.name), palette.strong), (facts, palette.dim)))
        if len(one.variants) > 1:
            lines.append(((f"written {_listed(one.variants)}", palette.dim),))
        if one.also:
            lines.append(((f"perhaps {_listed(one.also)}", palette.dim),))
    if rest := speakers[_MEANT:]:
        count = sum(one.count for one in rest)
        also = f"and {counted(len(rest), 'name')} more that hold it  {count:,}"
        lines.append(((also, palette.dim),))
    return Choice((*lines, ()), is_heading=True)


def speaker_row(name: str, count: int, palette: Palette) -> Choice:
    """Give one of those who speak in an article, and how often."""
    return Choice((((f"{count:>5,}  ", palette.dim), (shown(name), palette.text)),))


def _listed(spellings: Iterable[Spelling]) -> str:
    return ", ".join(f"{shown(one.name)} {one.count:,}" for one in spellings)
