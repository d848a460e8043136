"""Cut a window out of a text, around what is to be seen in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_AIR = re.compile(r"\s+")
_CUT = "…"
_CUTS = 2 * (len(_CUT) + 1)
"""What the signs at both ends take, each with a space."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of text, and where in it the hits stand."""

    text: str
    spans: tuple[Span, ...] = ()
    window: Span | None = None
    """What of the article's text it shows; None if that is nothing."""
    front: int = 0
    """So many characters at the beginning say that the text goes on before."""
    back: int = 0
    """The same at the end."""


def best_window(
    text: str, stretches: Sequence[Span], hits: Sequence[Span], width: int
) -> Snippet:
    """Show the most different hits that go into one window of one stretch.

    Of equal windows the first is taken, in the order of the stretches. Without hits
    the first stretch is shown from its beginning.
    """
    best, focus, most = stretches[0], None, (0, 0)
    for stretch in stretches:
        inside = overlapping(hits, stretch)
        found, worth = _densest(text, inside, width - _CUTS)
        if found and worth > most:
            best, focus, most = stretch, found, worth
    stretch = _trimmed(text, best)
    focus = focus or Span(stretch.start, stretch.start)
    return _shown(text, stretch, _window(text, stretch, focus, width), hits)


def overlapping(hits: Sequence[Span], stretch: Span) -> Sequence[Span]:
    """Give those of sorted hits, none of which overlap, that reach into a stretch."""
    first = bisect_right(hits, stretch.start, key=lambda hit: hit.end)
    return hits[first : bisect_left(hits, stretch.end, key=lambda hit: hit.start)]


def _densest(
    text: str, hits: Sequence[Span], width: int
) -> tuple[Span | None, tuple[int, int]]:
    """Give the stretch of hits, no wider than `width`, with the most different ones."""
    best, most = None, (0, 0)
    words: Counter[str] = Counter()
    first = 0
    for last, hit in enumerate(hits):
        words[hit.of(text).casefold()] += 1
        while first < last and hit.end - hits[first].start > width:
            gone = hits[first].of(text).casefold()
            words[gone] -= 1
            if not words[gone]:
                del words[gone]
            first += 1
        worth = (len(words), last - first + 1)
        if worth > most:
            best, most = Span(hits[first].start, hit.end), worth
    return best, most


def _trimmed(text: str, stretch: Span) -> Span:
    start, end = stretch.start, stretch.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _window(text: str, stretch: Span, focus: Span, width: int) -> Span:
    """Put air around the focus, half of it in front, and cut between words."""
    if stretch.end - stretch.start <= width:
        return stretch
    air = max(0, width - _CUTS - (focus.end - focus.start))
    start = max(stretch.start, min(focus.start - air // 2, stretch.end - width))
    room = width
    if start > stretch.start:
        start = _next_word(text, start + _CUTS // 2, focus.start)
        room -= _CUTS // 2
    end = start + room
    if end < stretch.end:
        latest = end - _CUTS // 2
        end = _word_before(text, latest, min(focus.end, latest))
    return _trimmed(text, Span(start, min(end, stretch.end)))


def _next_word(text: str, start: int, latest: int) -> int:
    """Give where the next word begins; without one, a word is cut."""
    if start >= latest:
        return latest
    if text[start - 1].isspace():
        return start
    air = _AIR.search(text, start, latest)
    return air.end() if air else start


def _word_before(text: str, end: int, earliest: int) -> int:
    """Give where the last whole word ends; without one, a word is cut."""
    place = end
    while place > earliest and not text[place].isspace():
        place -= 1
    while place > earliest and text[place - 1].isspace():
        place -= 1
    return place if place > earliest or text[place].isspace() else end


def _shown(text: str, stretch: Span, window: Span, hits: Sequence[Span]) -> Snippet:
    front = f"{_CUT} " if window.start > stretch.start else ""
    back = f" {_CUT}" if window.end < stretch.end else ""
    piece = window.of(text)

    def moved(place: int) -> int:
        inside = min(max(place, window.start), window.end) - window.start
        return len(front) + len(_AIR.sub(" ", piece[:inside]))

    spans = (
        Span(moved(hit.start), moved(hit.end)) for hit in overlapping(hits, window)
    )
    whole = front + _AIR.sub(" ", piece) + back
    shown = window if piece else None
    return Snippet(whole, tuple(spans), shown, len(front), len(back))
