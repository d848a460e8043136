"""Put a query to all articles or all utterances at once: sets are masks over rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import reduce
from math import log
from operator import and_, or_
from typing import TYPE_CHECKING, TypeAlias, assert_never

import numpy as np

from index.engines.whoosh.cache import Answer
from index.engines.whoosh.desk import KINDS
from index.query.nodes import (
    About,
    All,
    Among,
    And,
    Attribute,
    By,
    Confidence,
    Date,
    Field,
    InArticle,
    Kind,
    Many,
    Negated,
    Not,
    Or,
    Query,
    Raw,
    Said,
    Saved,
    State,
    Text,
    Undated,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.engines.whoosh.arrays import Floats, Mask
    from index.engines.whoosh.articles import Articles
    from index.engines.whoosh.utterances import Utterances

_SATURATION = 1.2
"""How soon further occurrences stop to count, in BM25F."""

Scored: TypeAlias = Text | Many | Raw | InArticle | About | Said
Leaf: TypeAlias = (
    Scored | All | Field | Attribute | Date | Undated | Among | State
    | By | Kind | Negated | Confidence
)  # fmt: skip


class Asking(ABC):
    """What a query is put to: rows that answer, and how well."""

    alive: Mask
    count: int

    def mask(self, query: Query) -> Mask:
        """Say which rows answer; deleted rows never do."""
        match query:
            case And(parts):
                return reduce(and_, map(self.mask, parts))
            case Or(parts):
                return reduce(or_, map(self.mask, parts))
            case Not(part):
                return self.alive & ~self.mask(part)
            case Saved(_, part):
                return self.mask(part)
            case Text() | Many() | Raw() | InArticle() | About() | Said():
                return self.marked(self.sought(query))
            case _:
                return self.other(query) & self.alive

    def scores(self, query: Query) -> Floats:
        """Give each row its relevance: rare words count more, often said ones too."""
        scores = np.zeros(len(self.alive))
        for leaf in _scored(query):
            answer = self.sought(leaf)
            frequency = len(answer.rows)
            rarity = log(1 + (self.count - frequency + 0.5) / (frequency + 0.5))
            scores[answer.rows] += (
                rarity * answer.weights / (_SATURATION + answer.weights)
            )
        return scores

    def marked(self, answer: Answer) -> Mask:
        """Give the rows of an answer as a mask."""
        mask = np.zeros(len(self.alive), np.bool_)
        mask[answer.rows] = True
        return mask

    @abstractmethod
    def sought(self, leaf: Scored) -> Answer:
        """Find words."""

    @abstractmethod
    def other(self, leaf: Leaf) -> Mask:
        """Find whatever has no words to be ranked by; deleted rows do no harm."""


class AskingArticles(Asking):
    """The rows are articles."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self.alive = articles.shelf.alive
        self.count = articles.shelf.count

    def sought(self, leaf: Scored) -> Answer:
        """Find words."""
        match leaf:
            case Text(sought) | InArticle(sought):
                return self._articles.text(sought)
            case Many(count, operand):
                return self._articles.many(operand, count)
            case Raw(sought):
                return self._articles.raw(sought)
            case About() | Said():
                raise TypeError("an utterance node was put to an article")
            case _:
                assert_never(leaf)

    def other(self, leaf: Leaf) -> Mask:
        """Look at what is known of the article."""
        articles = self._articles
        match leaf:
            case Field():
                return self.marked(articles.field(leaf))
            case Attribute():
                return articles.attribute(leaf)
            case Date():
                return articles.date(leaf)
            case All():
                return self.alive
            case Undated():
                return articles.undated
            case Among(ids):
                mask = np.zeros(len(self.alive), np.bool_)
                mask[articles.shelf.rows_of(ids)] = True
                return mask
            case State(name):
                raise TypeError(f"is:{name} was not resolved")
            case _:
                raise TypeError("an utterance node was put to an article")


class AskingUtterances(Asking):
    """The rows are utterances; what is asked of their article is asked there."""

    def __init__(self, utterances: Utterances, articles: AskingArticles) -> None:
        self._utterances = utterances
        self._articles = articles
        self.alive = utterances.shelf.alive
        self.count = utterances.shelf.count

    def sought(self, leaf: Scored) -> Answer:
        """Find words in what was said, or in the article that carries it."""
        match leaf:
            case Text(sought) | Said(sought):
                return self._utterances.said(sought)
            case Many(count, operand):
                return self._utterances.many(operand, count)
            case About(sought):
                return self._utterances.about(sought)
            case Raw() | InArticle():
                return self._carried(self._articles.sought(leaf))
            case _:
                assert_never(leaf)

    def other(self, leaf: Leaf) -> Mask:
        """Look at what is known of the utterance, or of its article."""
        shelf = self._utterances.shelf
        match leaf:
            case By(operand):
                return self.marked(self._utterances.by(operand))
            case Kind(kind):
                return np.asarray(shelf.numbers("kind") == KINDS[kind])
            case Negated(negated):
                return np.asarray(shelf.numbers("negated") == int(negated))
            case All():
                return self.alive
            case Confidence(least):
                return np.asarray(shelf.reals("confidence") >= least)
            case _:
                mask: Mask = self._articles.mask(leaf)
                return mask[self._utterances.hosts]

    def _carried(self, answer: Answer) -> Answer:
        weights = np.zeros(len(self._articles.alive))
        weights[answer.rows] = answer.weights
        carried: Floats = weights[self._utterances.hosts]
        rows = np.flatnonzero((carried > 0) & self.alive)
        return Answer(rows, carried[rows])


def _scored(query: Query) -> Iterator[Scored]:
    """Yield what the answers hold, not what they must not hold."""
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _scored(part)
        case Saved(_, part):
            yield from _scored(part)
        case Text() | Many() | Raw() | InArticle() | About() | Said():
            yield query
        case _:
            return
