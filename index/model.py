"""Every noun of the archive: articles, their zones and dates, quotations, speakers.

Offsets are characters (code points) of an article's decoded text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's decoded text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


class ZoneKind(StrEnum):
    """What a stretch of the text is, to a newspaper."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    SECTION = "section"
    OUTLET = "outlet"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    RELATED = "related"
    BOILERPLATE = "boilerplate"
    DUPLICATE = "duplicate"


SEARCHED_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.BODY})
"""Zones that plain words search; the rest answers only to `in:raw`."""


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """A span and what it is; the zones of an article never overlap."""

    start: int
    end: int
    kind: ZoneKind


class Certainty(StrEnum):
    """How a value came to be known."""

    STATED = "stated"
    """Read in the text or in the file's own metadata."""
    PROPOSED = "proposed"
    """Inferred, with a reason that is shown."""
    MADE_UP = "made_up"
    """A stand-in, such as a title cut from the first sentence; never searched."""


CORRECTION = "correction"
"""The rule that a value put right by hand names as its origin."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A value with its provenance: how sure, by which rule, read from where."""

    value: str
    certainty: Certainty
    rule: str
    span: Span | None = None
    """Where in the text it was read; None when it came from metadata."""

    @property
    def is_corrected(self) -> bool:
        """Say whether somebody put the value right by hand."""
        return self.rule == CORRECTION


class Precision(StrEnum):
    """The finest part of a date that is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


_WIDTH = {
    Precision.YEAR: 4,
    Precision.MONTH: 7,
    Precision.DAY: 10,
    Precision.MINUTE: 16,
}


@dataclass(frozen=True, slots=True)
class NewsDate:
    """A date of an article, known as finely as its value is written."""

    value: str
    """ISO 8601, cut to the precision: 2021, 2021-06, 2021-06-17, 2021-06-17T21:14."""
    certainty: Certainty
    rule: str
    reason: str | None = None
    span: Span | None = None
    is_believed: bool = True
    """False where it cannot be true: shown with the reason, and nothing goes by it."""

    @property
    def is_corrected(self) -> bool:
        """Say whether somebody put the value right by hand."""
        return self.rule == CORRECTION

    @property
    def precision(self) -> Precision:
        """Say how finely the date is known."""
        widths = {width: precision for precision, width in _WIDTH.items()}
        return widths[len(self.value)]

    @property
    def first_day(self) -> date:
        """Give the first day that the date may mean."""
        year, month, day = (*self.value[:10].split("-"), "1", "1")[:3]
        return date(int(year), int(month), int(day))

    @property
    def last_day(self) -> date:
        """Give the last day that the date may mean."""
        first = self.first_day
        match self.precision:
            case Precision.YEAR:
                return date(first.year, 12, 31)
            case Precision.MONTH:
                return last_of_month(first)
            case _:
                return first

    @property
    def minute(self) -> int:
        """Give minutes since midnight of the first of January of the year 1."""
        first = self.first_day
        minutes = (first.toordinal() - 1) * 1440
        if self.precision is Precision.MINUTE:
            clock = datetime.fromisoformat(self.value)
            minutes += clock.hour * 60 + clock.minute
        return minutes


def last_of_month(day: date) -> date:
    """Give the last day of the month that `day` lies in."""
    if day.month == 12:
        return date(day.year, 12, 31)
    return date(day.year, day.month + 1, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Source:
    """A path under which the same bytes were found, and when that was (ISO 8601)."""

    path: str
    added: str


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as the archive knows it; the text is whole, nothing is cut out."""

    id: str
    """Short stable hash of the original bytes."""
    path: str
    """The first source; of a row of a JSON-lines file it is FILE#ID."""
    text: str
    zones: tuple[Zone, ...] = ()
    """In order of position."""
    title: Finding | None = None
    outlet: Finding | None = None
    authors: tuple[Finding, ...] = ()
    section: Finding | None = None
    url: str | None = None
    language: str = "en"
    published: NewsDate | None = None
    updated: NewsDate | None = None
    event: NewsDate | None = None
    encoding: str = "utf-8"
    sha256: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def title_made_up(self) -> bool:
        """Say whether the title is our stand-in; such a title is never searched."""
        return self.title is None or self.title.certainty is Certainty.MADE_UP

    @property
    def date(self) -> NewsDate | None:
        """Give the best known date: published, updated, event, then proposed ones."""
        dates = (self.published, self.updated, self.event)
        known = [d for d in dates if d and d.is_believed]
        stated = [d for d in known if d.certainty is Certainty.STATED]
        return next(iter(stated or known), None)


class QuoteKind(StrEnum):
    """How the words of a speaker are reported."""

    DIRECT = "direct"
    """A whole sentence or more, between marks."""
    MIXED = "mixed"
    """Words between marks inside the reporter's own sentence."""
    INDIRECT = "indirect"
    """Reported content without marks."""


class SpeakerKind(StrEnum):
    """Who can speak."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance as spans of its article; `start` and `end` lie inside the marks."""

    start: int
    end: int
    kind: QuoteKind
    rule: str
    confidence: float
    """How sure the attribution is, from 0 to 1."""
    speaker: str | None = None
    """The fullest name the article gives; None when unknown."""
    speaker_kind: SpeakerKind | None = None
    mention: Span | None = None
    """The words that name the speaker beside the quotation: Smith, he, the ministry."""
    cue: Span | None = None
    """The words of saying: said, told, according to."""
    chain: int | None = None
    """Shared by the parts of one statement."""
    negated: bool = False
    venue: str | None = None

    @property
    def is_corrected(self) -> bool:
        """Say whether somebody put the speaker's name right by hand."""
        return self.rule == CORRECTION

    @property
    def span(self) -> Span:
        """Give the words between the marks."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article as it is filed: with every quotation found in it."""

    article: Article
    quotes: tuple[Quote, ...] = ()

    def with_path(self, path: str) -> Clipping:
        """Give the same clipping, known under another path."""
        return replace(self, article=replace(self.article, path=path))
