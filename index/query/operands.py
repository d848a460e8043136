"""What a query looks for in a passage: words, exact forms, patterns, phrases."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.query.wording import Wording

Place: TypeAlias = tuple[int, int]
"""The first and the last word of an occurrence, counted within its passage."""


class SingleWord(Protocol):
    """An operand that looks at one word at a time."""

    def fits(self, wording: Wording, place: int) -> bool:
        """Say whether the word at this place answers."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any case, stemmed, spellings merged."""

    text: str
    """Folded."""

    def fits(self, wording: Wording, place: int) -> bool:
        """Say whether the word at this place has the same key."""
        return wording.keys[place] == wording.key_of(self.text)

    def places(self, wording: Wording) -> Iterator[Place]:
        """Yield where it stands."""
        key, keys = wording.key_of(self.text), wording.keys
        # Most passages hold no hit: `in` passes over them without a step of Python.
        found = enumerate(keys) if key in keys else ()
        return ((i, i) for i, other in found if other == key)


@dataclass(frozen=True, slots=True)
class Exact:
    """Exactly this form: case and accents count."""

    text: str
    """As `index.words.written_form` gives it."""

    def fits(self, wording: Wording, place: int) -> bool:
        """Say whether the word at this place is written so."""
        return wording.written[place] == self.text

    def places(self, wording: Wording) -> Iterator[Place]:
        """Yield where it stands."""
        return ((i, i) for i, w in enumerate(wording.written) if w == self.text)


@lru_cache(maxsize=512)
def _glob(pattern: str) -> re.Pattern[str]:
    steps = {"*": ".*", "?": "."}
    return re.compile("".join(steps.get(c, re.escape(c)) for c in pattern), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pattern:
    """`*` any run, `?` one letter, against the unstemmed folded word."""

    text: str
    """Folded, with at least one letter or digit."""

    def accepts(self, folded: str) -> bool:
        """Say whether a folded word answers."""
        return _glob(self.text).fullmatch(folded) is not None

    @property
    def prefix(self) -> str:
        """Give the letters before the first wildcard."""
        return re.split(r"[*?]", self.text, maxsplit=1)[0]

    def fits(self, wording: Wording, place: int) -> bool:
        """Say whether the word at this place answers."""
        return self.accepts(wording.folded[place])

    def places(self, wording: Wording) -> Iterator[Place]:
        """Yield where it stands."""
        accepts = _glob(self.text).fullmatch
        return ((i, i) for i, w in enumerate(wording.folded) if accepts(w))


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """At most `distance` edits away from a folded word, first letter kept."""

    text: str
    """Folded."""
    distance: Literal[1, 2]

    def accepts(self, folded: str) -> bool:
        """Say whether a folded word answers."""
        return folded[:1] == self.text[:1] and within_edits(
            self.text, folded, self.distance
        )

    def fits(self, wording: Wording, place: int) -> bool:
        """Say whether the word at this place answers."""
        return self.accepts(wording.folded[place])

    def places(self, wording: Wording) -> Iterator[Place]:
        """Yield where it stands."""
        first = self.text[:1]
        return (
            (i, i)
            for i, word in enumerate(wording.folded)
            if word[:1] == first and self.accepts(word)
        )


def within_edits(one: str, other: str, most: int) -> bool:
    """Say whether insertions, deletions and substitutions up to `most` join the two.

    Levenshtein's distance by rows; a row whose least value passes `most` ends it.
    """
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            step = min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
            diagonal, row[j] = row[j], step
        if min(row) > most:
            return False
    return row[-1] <= most


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other in this order, within one passage."""

    parts: tuple[Word | Exact | Pattern, ...]
    """At least two."""

    def places(self, wording: Wording) -> Iterator[Place]:
        """Yield where it stands."""
        rest = self.parts[1:]
        for first, _ in self.parts[0].places(wording):
            last = first + len(rest)
            if last < len(wording) and all(
                part.fits(wording, first + i) for i, part in enumerate(rest, 1)
            ):
                yield first, last


@dataclass(frozen=True, slots=True)
class Near:
    """Two operands within so many words of each other, in one passage."""

    left: Operand
    right: Operand
    distance: int
    ordered: bool = False

    def places(self, wording: Wording) -> Iterator[Place]:
        """Yield the stretch from the one to the other."""
        for one, other in self.pairs(wording):
            yield min(one[0], other[0]), max(one[1], other[1])

    def pairs(self, wording: Wording) -> Iterator[tuple[Place, Place]]:
        """Yield each two occurrences that are near enough, the left operand's first."""
        lefts = self.left.places(wording)
        rights = list(self.right.places(wording))
        # Occurrences of one operand are equally long, so their ends are sorted too.
        starts, ends = [a for a, _ in rights], [b for _, b in rights]
        for left in lefts:
            behind = _between(starts, left[1] + 1, left[1] + self.distance)
            before = _between(ends, left[0] - self.distance, left[0] - 1)
            for i in behind if self.ordered else (*before, *behind):
                yield left, rights[i]


def _between(places: list[int], least: int, most: int) -> range:
    """Give the numbers of the places from `least` to `most`; `places` is sorted."""
    return range(bisect_left(places, least), bisect_right(places, most))


@dataclass(frozen=True, slots=True)
class Together:
    """Two operands in one sentence, or in one paragraph."""

    left: Operand
    right: Operand
    unit: Literal["s", "p"]

    def places(self, wording: Wording) -> Iterator[Place]:
        """Yield both operands where they share the unit."""
        lefts = list(self.left.places(wording))
        rights = list(self.right.places(wording))
        if not lefts or not rights:
            return iter(())
        sentence = wording.sentences if self.unit == "s" else [0] * len(wording)
        shared = {sentence[a] for a, _ in lefts} & {sentence[a] for a, _ in rights}
        both = sorted({*lefts, *rights})
        return ((a, b) for a, b in both if sentence[a] in shared)


Operand: TypeAlias = Word | Exact | Pattern | Fuzzy | Phrase
"""What may stand beside `~N`, `>N`, `&s`, `many:` and behind a field."""

Sought: TypeAlias = Operand | Near | Together
"""Whatever is looked for in one passage."""
