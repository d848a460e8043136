"""Queries as values: built from what the reader types, read by every engine.

`matches` says whether a subject answers: slow, and always right. Engines are tested
against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from index.query.operands import (
    Exact,
    Fuzzy,
    Near,
    Operand,
    Pattern,
    Phrase,
    Sought,
    Together,
    Word,
)
from index.query.subjects import ArticleSubject, UtteranceSubject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model import NewsDate, QuoteKind
    from index.query.wording import Wording

Subject: TypeAlias = ArticleSubject | UtteranceSubject

DateField: TypeAlias = Literal["date", "published", "event", "added"]
NameField: TypeAlias = Literal["title", "outlet", "author", "tag"]
TextField: TypeAlias = Literal["path", "id", "url", "lang"]
StateName: TypeAlias = Literal["unread", "read", "starred", "undated", "noted", "new"]


def stands_in(sought: Sought, wordings: Iterable[Wording]) -> bool:
    """Say whether what is sought stands in one of the passages."""
    return any(next(iter(sought.places(w)), None) is not None for w in wordings)


@dataclass(frozen=True, slots=True)
class Text:
    """Words: in an article's title, headings and body, or in what was said."""

    sought: Sought

    def matches(self, subject: Subject) -> bool:
        """Say whether the subject's own words hold it."""
        return stands_in(self.sought, subject.wordings)


@dataclass(frozen=True, slots=True)
class Many:
    """An operand at least so many times, in all passages together."""

    count: int
    operand: Operand

    def matches(self, subject: Subject) -> bool:
        """Count it in the subject's own words."""
        wordings = subject.wordings
        return sum(1 for w in wordings for _ in self.operand.places(w)) >= self.count


@dataclass(frozen=True, slots=True)
class Raw:
    """Words anywhere in the decoded text, boilerplate included."""

    sought: Sought

    def matches(self, subject: Subject) -> bool:
        """Look through the whole text of the article."""
        return stands_in(self.sought, subject.host.raw)


@dataclass(frozen=True, slots=True)
class InArticle:
    """Words put to the whole article, in a query for utterances."""

    sought: Sought

    def matches(self, subject: Subject) -> bool:
        """Look through title, headings and body of the article."""
        return stands_in(self.sought, subject.host.wordings)


@dataclass(frozen=True, slots=True)
class Field:
    """Words of a field of the article."""

    name: NameField
    operand: Operand

    def matches(self, subject: Subject) -> bool:
        """Look at the field."""
        return stands_in(self.operand, self._wordings(subject.host))

    def _wordings(self, host: ArticleSubject) -> list[Wording]:
        article = host.article
        match self.name:
            case "title":
                return host.title
            case "outlet":
                return host.names([article.outlet.value] if article.outlet else [])
            case "author":
                return host.names(author.value for author in article.authors)
            case "tag":
                return []


@dataclass(frozen=True, slots=True)
class Attribute:
    """A path or address that contains this, an id or language that begins so."""

    name: TextField
    text: str
    """Case-folded."""

    def matches(self, subject: Subject) -> bool:
        """Look at the attribute."""
        article = subject.article
        match self.name:
            case "path":
                paths = [article.path, *(source.path for source in article.sources)]
                return any(self.text in path.casefold() for path in paths)
            case "url":
                return self.text in (article.url or "").casefold()
            case "id":
                return article.id.casefold().startswith(self.text)
            case "lang":
                return article.language.casefold().startswith(self.text)


@dataclass(frozen=True, slots=True)
class Date:
    """A date within bounds, both inclusive; an undated article matches none.

    A date known to the month or year matches when any of its days lies within.
    """

    field: DateField
    first: date | None
    last: date | None

    def matches(self, subject: Subject) -> bool:
        """Compare the article's date with the bounds."""
        article = subject.article
        match self.field:
            case "date":
                return self._holds(article.date)
            case "published":
                return self._holds(article.published)
            case "event":
                return self._holds(article.event)
            case "added":
                days = [date.fromisoformat(s.added[:10]) for s in article.sources[:1]]
                return any(self.overlaps(day, day) for day in days)

    def _holds(self, known: NewsDate | None) -> bool:
        if known is None or not known.is_believed:
            return False
        return self.overlaps(known.first_day, known.last_day)

    def overlaps(self, first: date, last: date) -> bool:
        """Say whether a stretch of days shares one with the bounds."""
        after_first = self.first is None or last >= self.first
        return after_first and (self.last is None or first <= self.last)


@dataclass(frozen=True, slots=True)
class Undated:
    """Articles without a best date: `is:undated`."""

    def matches(self, subject: Subject) -> bool:
        """Say whether no date is known."""
        return subject.article.date is None


@dataclass(frozen=True, slots=True)
class State:
    """Personal state; the archive turns it into `Among` before an engine sees it."""

    name: StateName

    def matches(self, subject: Subject) -> bool:
        """Refuse: whose state it is, only the archive knows."""
        raise TypeError(f"is:{self.name} was not resolved for {subject.article.id}")


@dataclass(frozen=True, slots=True)
class Among:
    """Articles of a given set of ids: personal state, resolved."""

    ids: frozenset[str]

    def matches(self, subject: Subject) -> bool:
        """Say whether the article is one of them."""
        return subject.article.id in self.ids


@dataclass(frozen=True, slots=True)
class By:
    """Utterances whose speaker's name has the words."""

    operand: Operand

    def matches(self, subject: Subject) -> bool:
        """Look at the speaker's name."""
        said = _utterance(subject)
        return stands_in(self.operand, said.speaker)


@dataclass(frozen=True, slots=True)
class About:
    """Utterances whose own words, or the rest of their sentence, hold it."""

    sought: Sought

    def matches(self, subject: Subject) -> bool:
        """Look at the words said and at the sentence around them."""
        said = _utterance(subject)
        return stands_in(self.sought, [*said.wordings, *said.surroundings])


@dataclass(frozen=True, slots=True)
class Said:
    """Utterances whose own words hold it: `quote:`."""

    sought: Sought

    def matches(self, subject: Subject) -> bool:
        """Look at the words said."""
        return stands_in(self.sought, _utterance(subject).wordings)


@dataclass(frozen=True, slots=True)
class Kind:
    """Utterances reported so: direct, mixed or indirect."""

    kind: QuoteKind

    def matches(self, subject: Subject) -> bool:
        """Compare the kind."""
        return _utterance(subject).quote.kind is self.kind


@dataclass(frozen=True, slots=True)
class Negated:
    """Utterances that deny, or that do not."""

    negated: bool

    def matches(self, subject: Subject) -> bool:
        """Compare the negation."""
        return _utterance(subject).quote.negated is self.negated


@dataclass(frozen=True, slots=True)
class Confidence:
    """Utterances attributed at least this surely."""

    least: float

    def matches(self, subject: Subject) -> bool:
        """Compare the confidence."""
        return _utterance(subject).quote.confidence >= self.least


@dataclass(frozen=True, slots=True)
class All:
    """Every article, or every utterance: `*`."""

    def matches(self, subject: Subject) -> bool:
        """Take it."""
        del subject
        return True


@dataclass(frozen=True, slots=True)
class And:
    """Every part; parts are at least two, and none is itself an And."""

    parts: tuple[Query, ...]

    def matches(self, subject: Subject) -> bool:
        """Ask each."""
        return all(part.matches(subject) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """Any part; parts are at least two, and none is itself an Or."""

    parts: tuple[Query, ...]

    def matches(self, subject: Subject) -> bool:
        """Ask until one answers."""
        return any(part.matches(subject) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever the part does not match."""

    part: Query

    def matches(self, subject: Subject) -> bool:
        """Ask, and turn the answer round."""
        return not self.part.matches(subject)


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search by its name, with what it stands for."""

    name: str
    query: Query

    def matches(self, subject: Subject) -> bool:
        """Ask the search it stands for."""
        return self.query.matches(subject)


ArticleNode: TypeAlias = (
    Text | Many | Raw | InArticle | Field | Attribute | Date | Undated | State | Among
)
UtteranceNode: TypeAlias = By | About | Said | Kind | Negated | Confidence
Query: TypeAlias = ArticleNode | UtteranceNode | All | And | Or | Not | Saved


def _utterance(subject: Subject) -> UtteranceSubject:
    if isinstance(subject, ArticleSubject):
        raise TypeError("an utterance node was put to an article")
    return subject


__all__ = [
    "About", "All", "Among", "And", "Attribute", "By", "Confidence", "Date", "Exact",
    "Field", "Fuzzy", "InArticle", "Kind", "Many", "Near", "Negated", "Not", "Operand",
    "Or", "Pattern", "Phrase", "Query", "Raw", "Said", "Saved", "Sought", "State",
    "Subject", "Text", "Together", "Undated", "Word",
]  # fmt: skip
