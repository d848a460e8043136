"""Who speaks in an article: a short name for the margin and a hue for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model import Quote

DOUBT = 0.6
"""Attributions less sure than this carry a question mark."""
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
_PARTICLES = {"de", "van", "von", "der", "den", "al", "bin", "ibn", "la", "le", "del"}
_JOINTS = {"of", "the", "for", "and", "in", "on", "at", "to", "&"}
"""Words with which no short name begins."""
_ROOM = 9
"""Cells of a short name of several words."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of an article."""

    name: str
    short: str
    number: int
    """Counted in order of appearance; gives the hue."""


def is_doubtful(quote: Quote) -> bool:
    """Say whether the attribution deserves a question mark."""
    return quote.speaker is None or quote.confidence < DOUBT


def voices(quotes: Iterable[Quote]) -> dict[str, Voice]:
    """Give each named speaker a short name that no other has, and a number."""
    kinds: dict[str, SpeakerKind | None] = {}
    for quote in quotes:
        if quote.speaker:
            kinds.setdefault(quote.speaker, quote.speaker_kind)
    found: dict[str, Voice] = {}
    taken: set[str] = set()
    for number, (name, kind) in enumerate(kinds.items()):
        short = _short(name, kind)
        if short in taken:
            short = f"{name[:1]}. {short}"
        taken.add(short)
        found[name] = Voice(name, short, number)
    return found


def _short(name: str, kind: SpeakerKind | None) -> str:
    """Give the family name; of a house what tells it from others of its kind."""
    words = name.split()
    if kind is SpeakerKind.ORGANISATION:
        return _of_house(words)
    while len(words) > 1 and words[-1].casefold() in _SUFFIXES:
        words.pop()
    last = words[-1:]
    if len(words) > 2 and words[-2].casefold() in _PARTICLES:
        last = words[-2:]
    return " ".join(last)


def _of_house(words: list[str]) -> str:
    """Say Justice for the Department of Justice, and White House in full.

    The margin cuts what is too long at its end: the beginning has to tell.
    """
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    for number, word in enumerate(words[:-1]):
        if number and word.casefold() == "of":
            rest = words[number + 1 :]
            is_article = len(rest) > 1 and rest[0].casefold() == "the"
            return " ".join(rest[1:] if is_article else rest)
    return " ".join(words)
