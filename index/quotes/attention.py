"""Whom "he", "she" and "the spokesman" mean: the person most on the reader's mind."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from index.quotes.lexicon import ALIKE, DEMONYMS
from index.quotes.names import Gender
from index.quotes.tokens import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.quotes.cast import Cast, Person, Presence

# Letters first and what stands before them second: the search jumps to the letters.
_PRONOUN: Final = re.compile(r"[HhSs](?<![^\W_].)(?:(?<=[Hh])e|(?<=[Ss])he)\b")
_MIND: Final = 200
_FADE_CHARS: Final = 200
_FADE_PARAGRAPH: Final = 0.55
_QUOTED: Final = 0.15
_OBJECT: Final = 0.45
_OWNER: Final = 0.6
_NATIONS: Final = frozenset(word.lower() for word in DEMONYMS)
_BORROWED: Final = 0.2
_SAYS: Final = 1.5
_OPENS: Final = 1.8
_AGAIN: Final = 0.8
_SPOKE: Final = 1.0
_UNSURE: Final = 0.25
_OPEN: Final = 0.5


def _agrees(modifiers: set[str], person: Person) -> bool:
    """Say whether nationality and party of a description and a person agree."""
    asked, known = modifiers & _NATIONS, person.roles & _NATIONS
    return not asked or not known or bool(asked & known)


def _is_noun(word: str) -> bool:
    return KINDS.get(word.rstrip(",.;:"), "") in {"g", "r", "R", "m"}


@dataclass(slots=True)
class _Thought:
    """How strongly a person is on the mind, and since when."""

    person: Person
    strength: float
    at: int
    paragraph: int


@dataclass(slots=True)
class Attention:
    """The mind of somebody who reads the article from its beginning."""

    text: str
    cast: Cast
    paragraphs: Sequence[int]
    """Where each paragraph starts."""
    quoted: Sequence[tuple[int, int]]
    """The passages, in order."""
    body: str | None = None
    """The body that spoke last."""
    _thoughts: dict[str, _Thought] = field(default_factory=dict)
    _next: int = 0
    _pronouns: list[tuple[int, int]] = field(default_factory=list)
    """Those not yet read, the next one last."""

    def __post_init__(self) -> None:
        spans = [match.span() for match in _PRONOUN.finditer(self.text)]
        self._pronouns = spans[::-1]

    def read_to(self, at: int) -> None:
        """Take in every name and pronoun before `at`."""
        presences = self.cast.presences
        while self._next < len(presences) and presences[self._next].start < at:
            presence = presences[self._next]
            self._next += 1
            self._read_pronouns(presence.start)
            self._think(presence.person, presence.start, self._weight(presence))
        self._read_pronouns(at)

    def hears(self, name: str, at: int) -> None:
        """Note that a person speaks."""
        person = self.cast.by_name.get(name)
        if person is not None:
            self._think(person, at, _SPOKE)

    def whom(self, gender: Gender, at: int) -> Person | None:
        """Give the person that a pronoun at `at` stands for."""
        best: Person | None = None
        top = 0.0005
        paragraph = self._paragraph(at)
        for thought in self._thoughts.values():
            person = thought.person
            if person.gender is not gender and Gender.OPEN not in (
                person.gender,
                gender,
            ):
                continue
            strength = thought.strength * self._fade(thought, at, paragraph)
            if Gender.OPEN in (person.gender, gender):
                strength *= 1.0 if gender is person.gender else _OPEN
                strength *= 1.0 if person.sure else _UNSURE
            if strength > top:
                best, top = person, strength
        return best if best is not None and best.name[0] != "?" else None

    def strength(self, person: Person, at: int) -> float:
        """Say how much a person is on the mind at `at`."""
        thought = self._thoughts.get(person.name)
        if thought is None:
            return 0.0
        return thought.strength * self._fade(thought, at, self._paragraph(at))

    def described(self, role: str, modifiers: set[str], at: int) -> Person | None:
        """Give whom a description fits best: the Kremlin spokesman, the senator."""
        same = {role}.union(*(words for words in ALIKE if role in words))
        fitting: list[tuple[int, float, Person]] = []
        for person in self.cast.people:
            if person.sure and same & person.roles and _agrees(modifiers, person):
                shared = len(modifiers & person.roles)
                told = modifiers - {role}
                if role not in person.roles and told and not shared:
                    # "the Senate leader" is no president, nor is "the French leader".
                    continue
                shared += 2 * (role in person.roles)
                fitting.append((shared, self.strength(person, at), person))
        if not fitting:
            return None
        return max(fitting, key=lambda fit: fit[:2])[2]

    def _read_pronouns(self, at: int) -> None:
        """Let "he" and "she" of the narration keep alive whom they stand for."""
        while self._pronouns and self._pronouns[-1][0] < at:
            start, end = self._pronouns.pop()
            if self._is_quoted(start, end):
                continue
            person = self.whom(Gender.HE if end - start == 2 else Gender.SHE, start)
            if person is not None:
                self._think(person, start, _AGAIN)

    def _think(self, person: Person, at: int, weight: float) -> None:
        paragraph = self._paragraph(at)
        thought = self._thoughts.get(person.name)
        if thought is None:
            if len(self._thoughts) > _MIND:
                self._forget()
            self._thoughts[person.name] = _Thought(person, weight, at, paragraph)
            return
        weight += thought.strength * self._fade(thought, at, paragraph)
        thought.strength, thought.at, thought.paragraph = weight, at, paragraph

    def _forget(self) -> None:
        """Drop the half that was named longest ago."""
        recent = sorted(self._thoughts.items(), key=lambda thought: thought[1].at)
        self._thoughts = dict(recent[len(recent) // 2 :])

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, at)

    def _fade(self, thought: _Thought, at: int, paragraph: int) -> float:
        gap = max(0, paragraph - thought.paragraph)
        apart = max(0, at - thought.at)
        return float(0.5 ** (apart / _FADE_CHARS) * _FADE_PARAGRAPH**gap)

    def _is_quoted(self, start: int, end: int) -> bool:
        index = bisect_right(self.quoted, (start, len(self.text))) - 1
        return index >= 0 and end <= self.quoted[index][1]

    def _weight(self, presence: Presence) -> float:
        if self._is_quoted(presence.start, presence.end):
            return _QUOTED
        return self._weight_after(presence.end) or self._weight_before(presence.start)

    def _weight_after(self, at: int) -> float | None:
        """Weigh a name by what follows it, if that tells."""
        after = self.text[at : at + 32]
        if after[:2] in {"’s", "'s"}:
            return _OWNER
        if after[:1] != " ":
            return None
        _, word, *more = after.split(" ", 3)
        if _is_noun(word) or (more and _is_noun(more[0])):
            # The Clinton of "the Clinton campaign" does nothing there.
            return _BORROWED
        return _SAYS if KINDS.get(word) == "V" else None

    def _weight_before(self, at: int) -> float:
        before = self.text[max(0, at - 16) : at]
        if before[-1:] in {"\n", ""}:
            return _OPENS
        near = before.rsplit(" ", 2)
        word = near[1].lower() if len(near) > 2 else ""
        acted_on = KINDS.get(word, "") in {"p", "V", "v", "u", "G"}
        return _OBJECT if acted_on or word.endswith("ing") else 1.0
