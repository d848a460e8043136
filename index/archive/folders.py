"""Names that mean one speaker, laid into one folder: spellings, and bare surnames."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from index.model import SpeakerKind
from index.words import list_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from index.store.people import Dated, Tally

_T = TypeVar("_T")
Words: TypeAlias = tuple[str, ...]
Resolve: TypeAlias = "Callable[[str], str]"
"""From a name as written to the name that it stands for."""
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it is written in the archive, and how often."""

    name: str
    count: int


class Folder:
    """The tallies of one speaker.

    An archive of 20,000 articles has 30,000 of them, most with one tally: a folder
    keeps no more than these, and works the rest out for the few that are looked at.
    """

    __slots__ = ("_resolve", "_tallies", "also", "count", "words")

    def __init__(
        self, words: Words, resolve: Resolve, tallies: tuple[Tally, ...] = ()
    ) -> None:
        self.words = words
        self.count = sum(tally.count for tally in tallies)
        """Of the quotations."""
        self.also: tuple[Spelling, ...] = ()
        """Bare surnames that no other full name has."""
        self._resolve = resolve
        self._tallies = tallies

    def take(self, tally: Tally) -> None:
        """Lay a tally in."""
        self._tallies += (tally,)
        self.count += tally.count

    def joined(self, other: Folder, words: Words) -> Folder:
        """Give one folder for both."""
        return Folder(words, self._resolve, self._tallies + other._tallies)

    @property
    def plain(self) -> Words:
        """Give the words without middle initials."""
        return _plain(self.words)

    @property
    def resolved(self) -> Mapping[str, int]:
        """Count the quotations by the names that the spellings stand for."""
        return _counted(
            [(self._resolve(t.name), t.count) for t in self._tallies if t.name]
        )

    @property
    def name(self) -> str:
        """Give the spelling that is used most."""
        resolved = self.resolved
        return min(resolved, key=lambda name: (-resolved[name], name))

    @property
    def kind(self) -> SpeakerKind | None:
        """Give the kind that most quotations say, if any does."""
        kinds = _counted([(t.kind, t.count) for t in self._tallies if t.kind])
        return max(kinds, key=lambda kind: (kinds[kind], kind), default=None)

    @property
    def variants(self) -> tuple[Spelling, ...]:
        """Give the spellings as they are written, the most frequent first."""
        written = _counted([(t.name, t.count) for t in self._tallies if t.name])
        ordered = sorted(written.items(), key=lambda it: (-it[1], it[0]))
        return tuple(Spelling(name, count) for name, count in ordered)

    @property
    def undated(self) -> int:
        """Count the quotations in articles without any date."""
        return sum(tally.undated for tally in self._tallies)

    @property
    def first(self) -> Dated | None:
        """Give the first dated article."""
        return min((t.first for t in self._tallies if t.first), default=None)

    @property
    def last(self) -> Dated | None:
        """Give the last dated article."""
        return max((t.last for t in self._tallies if t.last), default=None)

    @property
    def is_bare(self) -> bool:
        """Say whether this may be no more than somebody's surname."""
        return len(self.words) == 1 and self.kind is not SpeakerKind.ORGANISATION

    @property
    def surname(self) -> str | None:
        """Give the surname, if this is the full name of a person."""
        return surname_in(self.words) if self.kind is SpeakerKind.PERSON else None


def _counted(items: Sequence[tuple[_T, int]]) -> Mapping[_T, int]:
    if len(items) == 1:  # as it is for most folders
        return dict(items)
    counts: dict[_T, int] = {}
    for item, count in items:
        counts[item] = counts.get(item, 0) + count
    return counts


def _plain(words: Words) -> Words:
    inner = (
        word for word in words[1:-1] if any(len(part) > 1 for part in word.split("."))
    )
    return (words[0], *inner, words[-1]) if len(words) > 2 else words


def surname_in(words: Words) -> str | None:
    """Give the surname of a person's full name; one word alone is no full name."""
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _SUFFIXES:
        kept.pop()
    return kept[-1] if len(kept) > 1 else None


def words_of(name: str, keys: Mapping[str, str]) -> Words:
    """Give the words by which spellings of a name are known to be the same."""
    return tuple(keys[word] for word in list_words(name)) or (name,)


def filed(
    tallies: Iterable[Tally], resolve: Resolve, keys: Mapping[str, str]
) -> list[Folder]:
    """Merge names by their words, the most quoted first; surnames stay alone."""
    by_words: dict[Words, Folder] = {}
    for tally in tallies:
        if tally.name is None:
            continue
        words = words_of(resolve(tally.name), keys)
        folder = by_words.get(words)
        if folder is None:
            folder = by_words[words] = Folder(words, resolve)
        folder.take(tally)
    return sorted(by_words.values(), key=_most_quoted)


def without_initials(folders: Sequence[Folder]) -> list[Folder]:
    """Lay a name with middle initials to the one without, if no other has the latter.

    George W. and George H. W. Bush stay two, and George Bush a third.
    """
    forms: dict[Words, list[Folder]] = defaultdict(list)
    for folder in folders:
        forms[folder.plain].append(folder)
    joined = []
    for plain, alike in forms.items():
        if len(alike) == 2 and any(folder.words == plain for folder in alike):
            joined.append(alike[0].joined(alike[1], plain))
        else:
            joined += alike
    return sorted(joined, key=_most_quoted)


def _most_quoted(folder: Folder) -> tuple[int, str]:
    return -folder.count, folder.name


def under_full_names(folders: Sequence[Folder]) -> list[Folder]:
    """Put each bare surname under the only full name that has it."""
    full: dict[str, list[Folder]] = defaultdict(list)
    for folder in folders:
        if surname := folder.surname:
            full[surname].append(folder)
    under = set()
    for folder in folders:
        meant = full[folder.words[0]] if folder.is_bare else []
        if len(meant) == 1:
            meant[0].also += (Spelling(folder.name, folder.count),)
            under.add(folder.words)
    return [folder for folder in folders if folder.words not in under]


def holds(longer: Words, words: Words) -> bool:
    """Say whether the words stand in a longer name, beside each other, in order."""
    length = len(words)
    starts = range(len(longer) - length + 1)
    return any(longer[at : at + length] == words for at in starts)
