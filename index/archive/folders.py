"""Names that mean one speaker, laid into one folder: spellings, and bare surnames."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from index.model import SpeakerKind
from index.words import list_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from index.store.people import Dated, Tally

Words: TypeAlias = tuple[str, ...]
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it is written in the archive, and how often."""

    name: str
    count: int


class Folder:
    """The tallies of one speaker, while they are gathered."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.plain = _plain(words)
        """The words without middle initials."""
        self.resolved: Counter[str] = Counter()
        self.written: Counter[str] = Counter()
        self.kinds: Counter[SpeakerKind] = Counter()
        self.undated = 0
        self.first: Dated | None = None
        self.last: Dated | None = None
        self.also: list[Spelling] = []
        """Bare surnames that no other full name has."""

    def take(self, tally: Tally, name: str) -> None:
        """Lay a tally in, under the name that it stands for."""
        self.resolved[name] += tally.count
        self.written[tally.name or name] += tally.count
        if tally.kind:
            self.kinds[tally.kind] += tally.count
        self.undated += tally.undated
        if tally.first:
            self.first = min(self.first or tally.first, tally.first)
        if tally.last:
            self.last = max(self.last or tally.last, tally.last)

    def join(self, other: Folder) -> None:
        """Lay all of another folder in."""
        self.resolved += other.resolved
        self.written += other.written
        self.kinds += other.kinds
        self.undated += other.undated
        self.first = min(filter(None, (self.first, other.first)), default=None)
        self.last = max(filter(None, (self.last, other.last)), default=None)

    @property
    def count(self) -> int:
        """Count the quotations."""
        return self.written.total()

    @property
    def name(self) -> str:
        """Give the spelling that is used most."""
        return min(self.resolved, key=lambda name: (-self.resolved[name], name))

    @property
    def kind(self) -> SpeakerKind | None:
        """Give the kind that most quotations say, if any does."""
        return max(self.kinds, key=lambda kind: (self.kinds[kind], kind), default=None)

    @property
    def variants(self) -> list[Spelling]:
        """Give the spellings as they are written, the most frequent first."""
        ordered = sorted(self.written.items(), key=lambda it: (-it[1], it[0]))
        return [Spelling(name, count) for name, count in ordered]

    @property
    def is_bare(self) -> bool:
        """Say whether this may be no more than somebody's surname."""
        return len(self.words) == 1 and self.kind is not SpeakerKind.ORGANISATION

    @property
    def surname(self) -> str | None:
        """Give the surname, if this is the full name of a person."""
        return surname_in(self.words) if self.kind is SpeakerKind.PERSON else None


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
    tallies: Iterable[Tally], resolve: Callable[[str], str], keys: Mapping[str, str]
) -> list[Folder]:
    """Merge names by their words, the most quoted first; surnames stay alone."""
    by_words: dict[Words, Folder] = {}
    for tally in tallies:
        if tally.name is None:
            continue
        name = resolve(tally.name)
        words = words_of(name, keys)
        by_words.setdefault(words, Folder(words)).take(tally, name)
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
            together = Folder(plain)
            for folder in alike:
                together.join(folder)
            joined.append(together)
        else:
            joined += alike
    return sorted(joined, key=_most_quoted)


def _most_quoted(folder: Folder) -> tuple[int, str]:
    return -folder.count, folder.name


def under_full_names(folders: Sequence[Folder]) -> list[Folder]:
    """Put each bare surname under the only full name that has it."""
    full: dict[str, list[Folder]] = defaultdict(list)
    for folder in folders:
        if folder.surname:
            full[folder.surname].append(folder)
    under = set()
    for folder in folders:
        meant = full[folder.words[0]] if folder.is_bare else []
        if len(meant) == 1:
            meant[0].also.append(Spelling(folder.name, folder.count))
            under.add(folder.words)
    return [folder for folder in folders if folder.words not in under]


def holds(longer: Words, words: Words) -> bool:
    """Say whether the words stand in a longer name, beside each other, in order."""
    length = len(words)
    starts = range(len(longer) - length + 1)
    return any(longer[at : at + length] == words for at in starts)
