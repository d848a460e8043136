"""Whom "he", "she" and "the spokesman" mean: the person most on the reader's mind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from index.quotes.cast import Cast, Person, Presence
from index.quotes.names import Gender
from index.quotes.tokens import KINDS

_REACH: Final = 3000
_FADE_CHARS: Final = 250
_FADE_PARAGRAPH: Final = 0.75
_QUOTED: Final = 0.15
_OBJECT: Final = 0.45
_OWNER: Final = 0.6
_SPOKE: Final = 1.5
_UNSURE: Final = 0.5
_OPEN: Final = 0.7


@dataclass(slots=True)
class Memory:
    """What a reader remembers at a point of the article."""

    text: str
    paragraphs: Sequence[int]
    """Where each paragraph starts."""
    quoted: Sequence[tuple[int, int]]
    """The passages, in order."""
    spoke: list[Presence] = field(default_factory=list)
    """Who was found to speak, and where."""
    body: str | None = None
    """The body that spoke or was named last."""

    def described(
        self, role: str, modifiers: set[str], at: int, cast: Cast
    ) -> Person | None:
        """Give the only person, or the nearest, that a description fits."""
        fitting = [person for person in cast.people if role in person.roles]
        if not fitting:
            return None
        best = max(len(modifiers & person.roles) for person in fitting)
        fitting = [p for p in fitting if len(modifiers & p.roles) == best]
        if len(fitting) == 1:
            return fitting[0]
        scores = salience(at, cast, self)
        return max(fitting, key=lambda person: scores.get(person.name, 0.0))


def whom(gender: Gender, at: int, cast: Cast, memory: Memory) -> Person | None:
    """Give the person that a pronoun at `at` stands for."""
    scores = salience(at, cast, memory)
    best: Person | None = None
    top = 0.0
    for person in cast.people:
        score = scores.get(person.name, 0.0)
        if person.gender is Gender.OPEN:
            score *= _OPEN if person.sure else _UNSURE * _OPEN
        elif person.gender is not gender:
            continue
        if score > top:
            best, top = person, score
    return best


def salience(at: int, cast: Cast, memory: Memory) -> dict[str, float]:
    """Weigh everybody named above by nearness and by what they did there."""
    here = bisect_right(memory.paragraphs, at)
    scores: dict[str, float] = {}
    last = bisect_left(cast.presences, at, key=lambda presence: presence.start)
    for presence in reversed(cast.presences[:last]):
        if at - presence.start > _REACH:
            break
        weight = _weight(presence, memory) * _fade(presence.start, at, here, memory)
        name = presence.person.name
        scores[name] = scores.get(name, 0.0) + weight
    for presence in reversed(memory.spoke):
        if at - presence.start > _REACH:
            break
        if presence.start < at:
            weight = _SPOKE * _fade(presence.start, at, here, memory)
            name = presence.person.name
            scores[name] = scores.get(name, 0.0) + weight
    return scores


def _fade(start: int, at: int, here: int, memory: Memory) -> float:
    gap = here - bisect_right(memory.paragraphs, start)
    return float(0.5 ** ((at - start) / _FADE_CHARS)) * _FADE_PARAGRAPH**gap


def _weight(presence: Presence, memory: Memory) -> float:
    index = bisect_right(memory.quoted, (presence.start, presence.start)) - 1
    if index >= 0 and presence.end <= memory.quoted[index][1]:
        return _QUOTED
    after = memory.text[presence.end : presence.end + 2]
    if after in ("’s", "'s"):
        return _OWNER
    before = memory.text[max(0, presence.start - 16) : presence.start].split(" ")
    word = before[-2].lower() if len(before) > 1 else ""
    if KINDS.get(word, "") in ("p", "V", "v", "u", "G") or word.endswith("ing"):
        return _OBJECT
    return 1.0
