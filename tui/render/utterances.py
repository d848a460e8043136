"""What somebody said, day by day: the rows of the timeline, and who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import QuoteKind
from tui.render.characters import cells_of, fit, pad, shown
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


def timeline_heading(
    found: int, total: int, dates: str, key: str, *, is_narrowed: bool
) -> str:
    """Say how much of what somebody said is shown, and how to see the rest of it."""
    parts = ["Day by day", counted(total, "quotation")]
    if dates and is_narrowed:
        parts[1:] = [f"{found:,} of {parts[1]}", dates, f"{key} all dates"]
    elif dates:
        parts += ["all dates", f"{key} {dates} only"]
    return " · ".join(parts)


def utterance_row(
    clipping: Clipping, number: int, width: int, palette: Palette, *, whose: str = ""
) -> Choice:
    """Give date, outlet and words, and under them how surely, where, and the title.

    The speaker is named unless it is the one whose page this is.
    """
    article, quote = clipping.article, clipping.quotes[number]
    outlet = article.outlet.value if article.outlet else "unknown outlet"
    words = " ".join(quote.span.of(article.text).split())
    opener, closer = ("", "") if quote.kind is QuoteKind.INDIRECT else ("“", "”")
    room = max(12, width - COLUMN - _OUTLET - 9)
    named = [shown(quote.speaker or "")] if quote.speaker != whose else []
    facts = [f"{quote.confidence:.2f}" + "?" * is_doubtful(quote)]
    facts += [shown(quote.venue)] if quote.venue else []
    title = article.title.value if article.title else article.path
    facts.append(f"‹{shown(title)}›" if article.title_made_up else shown(title))
    return Choice(
        (
            (
                (pad(in_list(article.date), COLUMN), palette.dim),
                (f" {pad(outlet, _OUTLET)}  ", palette.dim),
                (f"{opener}{fit(words, room)}{closer}", palette.text),
            ),
            (
                (" " * (COLUMN + 1), palette.faint),
                ("".join(f"{name} · " for name in named), palette.text),
                (" · ".join(facts), palette.faint),
            ),
        )
    )


def timeline_head(
    speakers: Sequence[Speaker],
    namesakes: Sequence[Spelling],
    width: int,
    palette: Palette,
    key: str,
) -> Choice:
    """Say who is meant in four lines at most; the key is one that says it all."""
    if not speakers:
        return Choice((), is_heading=True)
    first, *others = speakers
    lines: list[tuple[Piece, ...]] = [_named(first, palette)]
    spelt = [_told(one) for one in first.variants] if len(first.variants) > 1 else []
    if spelt or first.also:
        perhaps = [_told(one) for one in first.also]
        also = f" · perhaps {listed(perhaps, width // 3, 'name')}" if perhaps else ""
        room = width - len("written ") - cells_of(also)
        written = f"written {listed(spelt, room, 'spelling')}" if spelt else ""
        lines.append(((f"{written}{also}".removeprefix(" · "), palette.dim),))
    if others:
        ending = f": {key} shows all"
        room = width - len("and ") - len(ending)
        names = [f"{shown(one.name)} {one.count:,}" for one in others]
        named = listed(names, room, "name")
        ending = "" if named == ", ".join(names) else ending
        lines.append(((f"and {named}{ending}", palette.dim),))
    if namesakes:
        ending = f": {key} shows all"
        room = width - len("not counted: ") - len(ending)
        told = [_told(one) for one in namesakes]
        named = listed(told, room, "name")
        ending = "" if named == ", ".join(told) else ending
        lines.append(((f"not counted: {named}{ending}", palette.dim),))
    return Choice((*lines, ()), is_heading=True)


def speaker_lines(
    speakers: Iterable[Speaker], namesakes: Sequence[Spelling], palette: Palette
) -> list[list[Piece]]:
    """Say who is meant, and under which names, all of them; and who is not."""
    lines: list[list[Piece]] = []
    for one in speakers:
        lines.append(list(_named(one, palette)))
        if len(one.variants) > 1:
            written = ", ".join(map(_told, one.variants))
            lines.append([("   written ", palette.dim), (written, palette.dim)])
        if one.also:
            perhaps = ", ".join(map(_told, one.also))
            lines.append([("   perhaps ", palette.dim), (perhaps, palette.dim)])
    if namesakes:
        others = ", ".join(map(_told, namesakes))
        lines += [[], [("not counted: ", palette.dim), (others, palette.dim)]]
    return lines


def _named(one: Speaker, palette: Palette) -> tuple[Piece, ...]:
    kind = one.kind.value if one.kind else "kind unknown"
    first, last = in_list(one.first), in_list(one.last)
    when = first if first == last else f"{first} to {last}"
    undated = f", {one.undated:,} undated" if 0 < one.undated < one.count else ""
    facts = f"  {counted(one.count, 'quotation')}{undated} · {when} · {kind}"
    return (shown(one.name), palette.strong), (facts, palette.dim)


def listed(items: Sequence[str], cells: int, noun: str) -> str:
    """Give as many as there is room for, and say how many more there are."""
    kept = len(items)
    while kept > 1 and cells_of(_said(items, kept, noun)) > cells:
        kept -= 1
    return _said(items, kept, noun)


def _said(items: Sequence[str], kept: int, noun: str) -> str:
    said = ", ".join(items[:kept])
    rest = len(items) - kept
    return f"{said} and {rest:,} more {noun}{'s' * (rest > 1)}" if rest else said


def speaker_row(name: str, count: int, palette: Palette) -> Choice:
    """Give one of those who speak in an article, and how often."""
    return Choice((((f"{count:>5,}  ", palette.dim), (shown(name), palette.text)),))


def _told(one: Spelling) -> str:
    return f"{shown(one.name)} {one.count:,}"
