"""Where in a text something belongs, so told that it is found when the text moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.state.entries import Value

_AROUND = 40
"""Characters on either side: a few words, enough to tell two places apart."""
_ENOUGH = 16
"""Characters that prove a place, where a text had no more on that side."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of a text, its exact words, and what stood around it."""

    span: Span
    words: str
    before: str
    after: str


def anchor(text: str, span: Span) -> Anchor:
    """Take down where a stretch stands."""
    return Anchor(
        span,
        span.of(text),
        text[max(0, span.start - _AROUND) : span.start],
        text[span.end : span.end + _AROUND],
    )


def anchored(place: Anchor, text: str, *, by_words: bool = False) -> Span | None:
    """Find the place again, the most alike and then the nearest; None if it is gone.

    The same words are the same place only if what stood on one side still stands there:
    others may say them too. Found by its words, a place need only be the one that has
    them.
    """
    places = list(_places_of(place.words, text))
    found = max(
        (at for at in places if _agrees(place, text, at)),
        key=lambda start: (_likeness(place, text, start), -_distance(place, start)),
        default=places[0] if by_words and len(places) == 1 else None,
    )
    return None if found is None else Span(found, found + len(place.words))


def _places_of(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _distance(place: Anchor, start: int) -> int:
    return abs(start - place.span.start)


def _agrees(place: Anchor, text: str, start: int) -> bool:
    """Say whether one side is all that it was, and that is enough to know it by."""
    kept = len(place.before), len(place.after)
    enough = min(_ENOUGH, max(kept))
    sides = zip(_around(place, text, start), kept, strict=True)
    return any(shared == whole >= enough for shared, whole in sides)


def _likeness(place: Anchor, text: str, start: int) -> int:
    """Count the characters around the words that are what they were."""
    return sum(_around(place, text, start))


def _around(place: Anchor, text: str, start: int) -> tuple[int, int]:
    """Count the characters that are what they were, before and after."""
    end = start + len(place.words)
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    return _shared(before[::-1], place.before[::-1]), _shared(after, place.after)


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )


def anchor_value(place: Anchor | None) -> Value | None:
    """Write an anchor as JSON."""
    if place is None:
        return None
    return {
        "start": place.span.start,
        "end": place.span.end,
        "words": place.words,
        "before": place.before,
        "after": place.after,
    }


def read_anchor(value: Value | None) -> Anchor | None:
    """Undo `anchor_value`."""
    if value is None:
        return None
    words, before, after = value["words"], value["before"], value["after"]
    span = Span(value["start"], value["end"])
    if not all(isinstance(said, str) for said in (words, before, after)):
        raise TypeError("the words of an anchor are text")
    if not 0 <= span.start <= span.end:
        raise ValueError("an anchor has its start before its end")
    return Anchor(span, words, before, after)
