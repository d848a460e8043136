"""Who is quoted in an archive: how often, from when to when, under which spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from index.archive.folders import (
    Folder,
    Spelling,
    Words,
    filed,
    holds,
    under_full_names,
    without_initials,
    words_of,
)
from index.archive.surnames import by_name
from index.model import SpeakerKind
from index.query.nodes import By, stands_in
from index.query.subjects import wordings_of
from index.store.people import Dated, Place, Tally, place_of, places, tallies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from index.archive.archive import Archive
    from index.model import Clipping, NewsDate
    from index.query.nodes import Query
    from index.state.correcting import Corrigenda

__all__ = ["Roll", "Rolls", "Share", "Speaker", "SpeakerPage", "Spelling"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted; spellings that the archive holds for one are merged."""

    name: str
    """The spelling that is used most."""
    kind: SpeakerKind | None
    count: int
    found: int
    """What `by:` finds for the name: those of longer names that hold it, too."""
    undated: int
    """Of the count, those in articles without any date."""
    first: NewsDate | None
    last: NewsDate | None
    variants: tuple[Spelling, ...]
    """All spellings, the most frequent first."""
    also: tuple[Spelling, ...]
    """A bare surname that no other full name has. It is not counted: whether it means
    this speaker, each article would have to say."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many speakers of a kind there are, and what they are quoted with."""

    speakers: int
    quotes: int


class Roll:
    """All speakers of an archive, as its corrections have them."""

    def __init__(self, archive: Archive) -> None:
        """Count them; an article is read only where it has been corrected."""
        self._archive = archive
        self._corrigenda = _in_force(archive)
        self._amended = self._read_amended()
        own = [tally for c in self._amended for tally in _tallies_of(c)]
        counted = tallies(archive.store, self._amended_ids)
        self._tallies = [*counted, *own]

    @property
    def quotes(self) -> int:
        """Count all quotations."""
        return sum(tally.count for tally in self._tallies)

    @property
    def unattributed(self) -> int:
        """Count the quotations of nobody knows whom."""
        return sum(tally.count for tally in self._tallies if tally.name is None)

    @property
    def total(self) -> int:
        """Count the speakers."""
        return len(self._folders)

    def shares(self) -> Mapping[SpeakerKind | None, Share]:
        """Count the speakers of each kind; None stands for the kind nobody knows."""
        shares = dict.fromkeys((*SpeakerKind, None), Share(0, 0))
        for folder in self._folders:
            share, quotes = shares[folder.kind], sum(s.count for s in folder.also)
            shares[folder.kind] = Share(
                share.speakers + 1, share.quotes + folder.count + quotes
            )
        return shares

    def speakers(self, limit: int | None = None) -> list[Speaker]:
        """Give the speakers, those quoted most first."""
        return self._dated(self._folders[:limit])

    def named(self, name: str) -> SpeakerPage:
        """Give the page of all whose name has these words, as `by:"…"` finds them."""
        by = self._archive.parse(by_name(name))
        if not isinstance(by, By):
            raise TypeError(f"a name was read as {by}")
        analyser = self._archive.analyser

        def answers(name: str) -> bool:
            return stands_in(by.operand, wordings_of(name, analyser))

        near = self._near(words_of(name, analyser.names))
        meant = [folder for folder in near if any(map(answers, folder.resolved))]
        spellings = (s.name for folder in meant for s in folder.variants)
        written = [name for name in spellings if answers(self._resolved(name))]
        found = places(self._archive.store, written, self._amended_ids)
        found += _places_in(self._amended, answers)
        speakers = self._dated(meant)
        return SpeakerPage(
            self._archive, speakers, sorted(found), self._namesakes(meant)
        )

    def _namesakes(self, meant: Sequence[Folder]) -> tuple[Spelling, ...]:
        """Give the others who bear the surname of these, the most quoted first."""
        # Of the one quoted most: a longer name may end with somebody else's.
        surname = next((folder.surname for folder in meant if folder.surname), None)
        known = {folder.words for folder in meant}
        others = [
            folder
            for folder in (self._by_word[surname] if surname else ())
            if folder.surname == surname and folder.words not in known
        ]
        named = (Spelling(folder.name, folder.count) for folder in others)
        return tuple(sorted(named, key=lambda one: (-one.count, one.name)))

    @cached_property
    def _loose(self) -> list[Folder]:
        """Merge names by their words; bare surnames stand by themselves."""
        return filed(self._tallies, self._resolved, self._archive.analyser.names)

    @cached_property
    def _folders(self) -> list[Folder]:
        return under_full_names(without_initials(self._loose))

    def _dated(self, folders: Sequence[Folder]) -> list[Speaker]:
        """Read the dates of the articles in which these speak first and last."""
        _ = self._folders  # by now every bare surname stands where it belongs
        bounds = {d.article for f in folders for d in (f.first, f.last) if d}
        found = {h.id: h.date for h in self._archive.headlines(sorted(bounds))}
        return [
            Speaker(
                name=f.name,
                kind=f.kind,
                count=f.count,
                found=sum(other.count for other in self._holding(f.words)),
                undated=f.undated,
                first=found.get(f.first.article) if f.first else None,
                last=found.get(f.last.article) if f.last else None,
                variants=f.variants,
                also=f.also,
            )
            for f in folders
        ]

    def _holding(self, words: Words) -> list[Folder]:
        """Give all whose name has these words beside each other, in this order."""
        return [
            folder
            for folder in self._near(words)
            if holds(folder.words, words) or holds(folder.plain, words)
        ]

    def _near(self, words: Words) -> Sequence[Folder]:
        """Give all that have the rarest of these words, the most quoted first."""
        return min((self._by_word.get(word, ()) for word in words), key=len)

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[Folder]]:
        by_word: dict[str, list[Folder]] = defaultdict(list)
        for folder in self._loose:
            for word in set(folder.words):
                by_word[word].append(folder)
        return by_word

    @cached_property
    def _amended_ids(self) -> list[str]:
        """Give the articles whose tables are no longer what the reader is shown."""
        if self._corrigenda is None:
            return []
        from index.state.correcting import DATES, Corrects  # noqa: PLC0415 - rare

        return sorted(self._corrigenda.of(Corrects.SPEAKER, *DATES))

    def _read_amended(self) -> list[Clipping]:
        found = self._archive.clippings(self._amended_ids)
        return [clipping for clipping in found if clipping.article.sources]

    def _resolved(self, name: str) -> str:
        known = self._corrigenda.name_of(name) if self._corrigenda else None
        return known or name


class Rolls:
    """Holds the roll of an archive until the archive or its corrections change."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._counting = Lock()
        self._held: tuple[object, Roll] | None = None

    def roll(self) -> Roll:
        """Give the roll as it is now; slow once, and from any thread."""
        with self._counting:
            edition = self._edition
            if self._held is None or self._held[0] != edition:
                self._held = edition, Roll(self._archive)
            return self._held[1]

    @property
    def _edition(self) -> object:
        notebook = self._archive.notebook
        own = notebook.corrections_edition() if notebook else None
        return self._archive.store.revision(), self._archive.analyser, own


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """What one name is quoted with, in order of date; the undated come last."""

    archive: Archive
    speakers: list[Speaker]
    """All who are meant, those quoted most first."""
    places: list[Place]
    namesakes: tuple[Spelling, ...] = ()
    """Others of the same surname, who are not counted here: whether Bernie is Bernard
    too, nobody has said."""

    @property
    def total(self) -> int:
        """Count the utterances."""
        return len(self.places)

    def within(self, dates: Query) -> SpeakerPage:
        """Give the page with those utterances only that a date filter lets through."""
        answer = self.archive.answer(dates)
        hits = self.archive.hits(answer, 0, answer.total)
        kept = {hit.article for hit in hits}
        places = [place for place in self.places if place.article in kept]
        return replace(self, places=places)

    def utterances(self, start: int, stop: int) -> Iterator[tuple[Clipping, int]]:
        """Yield a window: each article, and the number of the quotation."""
        window = self.places[start:stop]
        ids = list(dict.fromkeys(place.article for place in window))
        found = {c.article.id: c for c in self.archive.clippings(ids)}
        for place in window:
            clipping = found.get(place.article)
            if clipping and place.number < len(clipping.quotes):
                yield clipping, place.number


def _in_force(archive: Archive) -> Corrigenda | None:
    corrections = archive.corrections()
    if not corrections:
        return None
    from index.state.correcting import in_force  # noqa: PLC0415 - most have none

    return in_force(corrections)


def _tallies_of(clipping: Clipping) -> Iterator[Tally]:
    known = clipping.article.date
    day = Dated(known.minute, clipping.article.id) if known else None
    for quote in clipping.quotes:
        yield Tally(quote.speaker, quote.speaker_kind, 1, int(day is None), day, day)


def _places_in(
    clippings: Iterable[Clipping], answers: Callable[[str], bool]
) -> Iterator[Place]:
    for clipping in clippings:
        article = clipping.article
        minute = article.date.minute if article.date else None
        for number, quote in enumerate(clipping.quotes):
            if quote.speaker and answers(quote.speaker):
                yield place_of(minute, article.id, number)
