"""Corrections as values, and the clipping that they make of one that was read.

A correction is an overlay: what quoth read stays as it is, below it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, assert_never

from index.model import (
    CORRECTION,
    Certainty,
    Clipping,
    Finding,
    NewsDate,
    Span,
    SpeakerKind,
)
from index.state.anchors import Anchor, anchored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from index.model import Article, Quote


class Corrects(StrEnum):
    """What a correction is about."""

    SPEAKER = "speaker"
    """Who said one statement, in all its parts."""
    TITLE = "title"
    OUTLET = "outlet"
    PUBLISHED = "published"
    UPDATED = "updated"
    EVENT = "event"
    ALIAS = "alias"
    """A name that stands for another, wherever it is quoted."""


DATES: tuple[Corrects, ...] = (Corrects.PUBLISHED, Corrects.UPDATED, Corrects.EVENT)


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody put right: who, when, and what it was before."""

    id: str
    corrects: Corrects
    value: str | None
    """None says that it is unknown."""
    old: str | None
    """What was read; of an alias the name that stands for another."""
    who: str
    made: datetime
    article: str = ""
    """Empty for an alias, which holds everywhere."""
    path: str = ""
    anchor: Anchor | None = None
    """The words of the statement."""
    speaker_kind: SpeakerKind | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Corrigenda:
    """The corrections in force, where each is looked for."""

    by_article: Mapping[str, tuple[Correction, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        return bool(self.by_article or self.aliases)

    def of(self, *about: Corrects) -> frozenset[str]:
        """Give the articles that have a correction of these kinds."""
        return frozenset(
            id_
            for id_, corrections in self.by_article.items()
            if any(correction.corrects in about for correction in corrections)
        )

    def name_of(self, speaker: str | None) -> str | None:
        """Give the name that a name stands for, from alias to alias."""
        seen = set()
        while speaker is not None and speaker in self.aliases and speaker not in seen:
            seen.add(speaker)
            speaker = self.aliases[speaker]
        return speaker


def turns_in_circle(aliases: Mapping[str, str], name: str, stands_for: str) -> bool:
    """Say whether a name would stand for itself, were it to stand for this one."""
    others = {old: new for old, new in aliases.items() if old != name}
    return Corrigenda(aliases=others).name_of(stands_for) == name


def in_force(corrections: Iterable[Correction]) -> Corrigenda:
    """Gather corrections; of two for one thing, the one that comes later holds."""
    by_article: dict[str, list[Correction]] = defaultdict(list)
    aliases: dict[str, str] = {}
    for correction in corrections:
        if correction.undone:
            continue
        if correction.corrects is not Corrects.ALIAS:
            by_article[correction.article].append(correction)
        elif correction.old and correction.value:
            aliases[correction.old] = correction.value
    return Corrigenda({id_: tuple(made) for id_, made in by_article.items()}, aliases)


def corrected(clipping: Clipping, corrigenda: Corrigenda) -> Clipping:
    """Give the clipping as its corrections have it."""
    if not corrigenda:
        return clipping
    article, quotes = clipping.article, list(clipping.quotes)
    for correction in corrigenda.by_article.get(article.id, ()):
        if correction.corrects is Corrects.SPEAKER:
            for number in spoken_at(clipping, correction):
                quotes[number] = _ascribed(quotes[number], correction)
    named = (_named(quote, corrigenda) for quote in quotes)
    return Clipping(corrected_article(article, corrigenda), tuple(named))


def corrected_article(article: Article, corrigenda: Corrigenda) -> Article:
    """Give the article as its corrections have it; its text is not needed."""
    for correction in corrigenda.by_article.get(article.id, ()):
        article = _set_right(article, correction)
    return article


def spoken_at(clipping: Clipping, correction: Correction) -> list[int]:
    """Give the numbers of the quotations that the correction is about.

    Read again, a text may be cut into other quotations: then the one that shares most
    of the words is meant, and with it the other parts of its statement.
    """
    place = correction.anchor
    span = anchored(place, clipping.article.text) if place else None
    if span is None:
        return []
    meant = max(clipping.quotes, key=lambda q: _shared(q.span, span), default=None)
    if meant is None or not meant.span.overlaps(span):
        return []
    return [number for number, q in enumerate(clipping.quotes) if _one(q, meant)]


def _one(quote: Quote, other: Quote) -> bool:
    """Say whether both are parts of one statement."""
    return quote is other or (quote.chain is not None and quote.chain == other.chain)


def _shared(one: Span, other: Span) -> tuple[int, int]:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared, -(one.end - one.start)


def _ascribed(quote: Quote, correction: Correction) -> Quote:
    return replace(
        quote,
        speaker=correction.value,
        speaker_kind=correction.speaker_kind if correction.value else None,
        confidence=1.0,
        rule=CORRECTION,
    )


def _named(quote: Quote, corrigenda: Corrigenda) -> Quote:
    name = corrigenda.name_of(quote.speaker)
    return quote if name == quote.speaker else replace(quote, speaker=name)


def _set_right(article: Article, correction: Correction) -> Article:
    value = correction.value
    found = Finding(value, Certainty.STATED, CORRECTION) if value else None
    date = NewsDate(value, Certainty.STATED, CORRECTION) if value else None
    match correction.corrects:
        case Corrects.TITLE:
            return replace(article, title=found)
        case Corrects.OUTLET:
            return replace(article, outlet=found)
        case Corrects.PUBLISHED:
            return replace(article, published=date)
        case Corrects.UPDATED:
            return replace(article, updated=date)
        case Corrects.EVENT:
            return replace(article, event=date)
        case Corrects.SPEAKER | Corrects.ALIAS:
            return article
        case _:
            assert_never(correction.corrects)
