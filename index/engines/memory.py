"""The slow engine that is always right: it asks `matches` of everything it holds.

Other engines are tested against it; it also serves archives of a few articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from index.engine import Engine, Filer, Found, Hit, Order
from index.query.nodes import (
    About,
    And,
    InArticle,
    Many,
    Not,
    Or,
    Query,
    Raw,
    Said,
    Saved,
    Text,
)
from index.query.rewrite import asks_for_utterances, asks_for_words, without_dates
from index.query.subjects import ArticleSubject, UtteranceSubject
from index.words import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.model import Clipping
    from index.query.nodes import Subject
    from index.query.operands import Sought
    from index.query.wording import Wording
    from index.words import Analyser

_WEIGHTS = {Scope.TITLE: 3.0, Scope.HEADING: 1.5}
_SATURATION = 1.2


@dataclass(frozen=True, slots=True)
class MemoryFound:
    """An answer, complete and in order."""

    hits: tuple[Hit, ...]
    undated: int

    @property
    def total(self) -> int:
        """Count them."""
        return len(self.hits)

    def window(self, start: int, stop: int) -> tuple[Hit, ...]:
        """Cut the stretch out."""
        return self.hits[start:stop]


class MemoryEngine(Engine):
    """Clippings held in memory, each with its words cut once."""

    def __init__(
        self, clippings: Iterable[Clipping], analyser: Analyser, revision: int = 0
    ) -> None:
        self._articles = [ArticleSubject(c, analyser) for c in clippings]
        self._articles.sort(key=lambda subject: subject.article.id)
        self._revision = revision

    @property
    def searched(self) -> int:
        """Count the articles."""
        return len(self._articles)

    @property
    def revision(self) -> int:
        """Give the revision that was told."""
        return self._revision

    def search(self, query: Query, order: Order) -> Found:
        """Ask every article, or every utterance of every article."""
        asked = self._subjects(utterances=asks_for_utterances(query))
        answering = [s for s in asked if query.matches(s)]
        undatedly = without_dates(query)
        undated = {
            s.article.id
            for s in asked
            if s.article.date is None and undatedly.matches(s)
        }
        scores = _scores(query, answering, len(asked))
        hits = [
            (_key(order, query, s, score), _hit(s, score))
            for s, score in zip(answering, scores, strict=True)
        ]
        hits.sort(key=lambda pair: pair[0])
        return MemoryFound(tuple(hit for _, hit in hits), len(undated))

    def close(self) -> None:
        """Hold nothing any more."""
        self._articles = []

    def _subjects(self, *, utterances: bool) -> list[Subject]:
        if utterances:
            return [u for subject in self._articles for u in subject.utterances()]
        return list(self._articles)


class MemoryFiler(Filer):
    """Files clippings into a dict; what is committed can be opened as an engine."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._committed: dict[str, Clipping] = {}
        self._filed: dict[str, Clipping] = {}
        self._revision = 0

    def put(self, clippings: Iterable[Clipping]) -> None:
        """Remember these."""
        self._filed.update((c.article.id, c) for c in clippings)

    def drop(self, ids: Iterable[str]) -> None:
        """Forget these."""
        for known in ids:
            self._filed.pop(known, None)

    def commit(self, revision: int) -> None:
        """Show what was filed to engines opened from now on."""
        self._committed, self._revision = dict(self._filed), revision

    def abandon(self) -> None:
        """Go back to what was committed."""
        self._filed = dict(self._committed)

    def engine(self) -> MemoryEngine:
        """Open what is committed."""
        return MemoryEngine(self._committed.values(), self._analyser, self._revision)


def _hit(subject: Subject, score: float) -> Hit:
    number = subject.number if isinstance(subject, UtteranceSubject) else None
    return Hit(subject.article.id, number, score)


def _key(
    order: Order, query: Query, subject: Subject, score: float
) -> tuple[float, bool, int, str, int]:
    event = order in (Order.EVENT, Order.EVENT_DESC)
    known = subject.article.event if event else subject.article.date
    minute = known.minute if known else 0
    oldest_first = order in (Order.DATE, Order.EVENT)
    number = subject.number if isinstance(subject, UtteranceSubject) else 0
    ranked = order is Order.RELEVANCE and asks_for_words(query)
    return (
        -score if ranked else 0.0,
        known is None,
        minute if oldest_first else -minute,
        subject.article.id,
        number,
    )


def _scores(query: Query, answering: list[Subject], asked: int) -> list[float]:
    """Sum, over what was sought, rarity times how often it stands where."""
    scores = [0.0] * len(answering)
    for node in _scored(query):
        counts = [_weight(node, subject) for subject in answering]
        frequency = sum(1 for count in counts if count)
        rarity = log(1 + (asked - frequency + 0.5) / (frequency + 0.5))
        for i, count in enumerate(counts):
            scores[i] += rarity * count / (_SATURATION + count)
    return scores


def _scored(query: Query) -> Iterator[Text | Many | Raw | InArticle | About | Said]:
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _scored(part)
        case Saved(_, part):
            yield from _scored(part)
        case Text() | Many() | Raw() | InArticle() | About() | Said():
            yield query
        case Not() | _:
            return


def _weight(
    node: Text | Many | Raw | InArticle | About | Said, subject: Subject
) -> float:
    match node:
        case Raw(sought):
            return _count(sought, subject.host.raw)
        case InArticle(sought):
            return _count(sought, subject.host.wordings)
        case Many(_, operand):
            return _count(operand, subject.wordings)
        case Text(sought) | Said(sought) | About(sought):
            return _count(sought, subject.wordings)


def _count(sought: Sought, wordings: Iterable[Wording]) -> float:
    return sum(
        _WEIGHTS.get(wording.passage.scope, 1.0)
        for wording in wordings
        for _ in sought.places(wording)
    )
