"""What the archive answers: lists of articles and of utterances, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from index.engine import Found, Order
    from index.model import Article, NewsDate, Quote
    from index.query.hits import Snippet
    from index.query.nodes import Query


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as a list shows it: everything but the text."""

    article: Article
    """Its `text` is empty."""
    quotes: int

    @property
    def id(self) -> str:
        """Give the article's id."""
        return self.article.id

    @property
    def path(self) -> str:
        """Give the article's first source."""
        return self.article.path

    @property
    def title(self) -> str:
        """Give the title; look at `title_made_up` before believing it."""
        return self.article.title.value if self.article.title else ""

    @property
    def title_made_up(self) -> bool:
        """Say whether the title is our stand-in."""
        return self.article.title_made_up

    @property
    def outlet(self) -> str | None:
        """Give the outlet's name, if it is known."""
        return self.article.outlet.value if self.article.outlet else None

    @property
    def authors(self) -> tuple[str, ...]:
        """Give the names of the byline."""
        return tuple(author.value for author in self.article.authors)

    @property
    def date(self) -> NewsDate | None:
        """Give the best known date."""
        return self.article.date


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article that answers, with the words in context."""

    headline: Headline
    score: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """An utterance that answers, with its article."""

    headline: Headline
    quote: Quote
    number: int
    """Counted within the article, from 0."""
    text: str
    """The words between the marks, as they stand."""
    score: float
    snippet: Snippet
    mention: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The complete answer to one query; its rows are read a window at a time."""

    text: str
    query: Query
    """With the reader's own marks turned into sets of articles."""
    parsed: str
    """The query as quoth understood it."""
    kind: Literal["articles", "utterances"]
    order: Order
    found: Found
    searched: int
    skipped: int
    took_ms: float
    """From the query's text to ids, scores and total; snippets are not counted."""
    behind: int = 0
    """Changes of the store that the index does not hold yet."""
    unquoted: int = 0
    """Of utterances: articles that nobody has searched for quotations."""
    of_notes: bool = False
    """Whether the articles are those that the reader has noted something on."""

    @property
    def total(self) -> int:
        """How many answer; exact."""
        return self.found.total

    @property
    def undated(self) -> int:
        """Undated articles that answer once date filters are left out."""
        return self.found.undated
