"""A citation as a value: what is said of a passage, before any format writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.citing.dates import date_of_issue, dates_in_words
from index.citing.reference import Reference, reference_to
from index.citing.words import in_line, printable, shortened
from index.model import QuoteKind

if TYPE_CHECKING:
    from index.model import Article, Clipping, Quote, Span

UNKNOWN_SPEAKER = "unknown speaker"
DOUBT = 0.6
"""Attributions less sure than this carry a question mark."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of an article, and all that a reader wants to know of it."""

    article: Article
    span: Span
    words: str
    """As they stand, but cut in the middle when they are long."""
    left_out: int
    """How many characters the cut took."""
    quotes: tuple[Quote, ...]
    """The quotations that the passage lies in or touches, in order."""

    @property
    def reference(self) -> Reference:
        """Give what is needed to check the citation."""
        return reference_to(self.article, self.span)

    @property
    def speakers(self) -> tuple[str | None, ...]:
        """Give who speaks, each once; None where nobody is named."""
        return tuple(dict.fromkeys(quote.speaker for quote in self.quotes))

    @property
    def title(self) -> str | None:
        """Give the title on one line; one that quoth made up stands in brackets."""
        if self.article.title is None:
            return None
        title = in_line(self.article.title.value)
        return f"[{title}]" if self.article.title_made_up else title

    @property
    def outlet(self) -> str | None:
        """Give the outlet on one line."""
        return in_line(self.article.outlet.value) if self.article.outlet else None

    @property
    def authors(self) -> tuple[str, ...]:
        """Give the names of the byline, each on one line."""
        names = (in_line(author.value) for author in self.article.authors)
        return tuple(name for name in names if name)

    @property
    def url(self) -> str | None:
        """Give the address, if there is one that a reader can follow."""
        url = "".join(printable(self.article.url or "").split())
        return url if url.startswith(("https://", "http://")) else None

    @property
    def place(self) -> str:
        """Give path and offsets."""
        return f"{in_line(self.article.path)}:{self.span.start}-{self.span.end}"

    @property
    def spoken(self) -> str | None:
        """Say who speaks, and how far the words are theirs; None if nobody does."""
        if not self.quotes:
            return None
        names = "; ".join(dict.fromkeys(map(_named, self.quotes)))
        if self._within is None:
            return f"quoting {names}"
        return f"{names}, in the reporter’s words" if self.is_report else names

    @property
    def is_report(self) -> bool:
        """Say whether the words are the reporter's, for what somebody else said."""
        return self._within is not None and self._within.kind is QuoteKind.INDIRECT

    @property
    def _within(self) -> Quote | None:
        """Give the quotation in which the whole passage lies."""
        match self.quotes:
            case (quote,) if (
                quote.start <= self.span.start <= self.span.end <= quote.end
            ):
                return quote
        return None

    @property
    def remarks(self) -> tuple[str, ...]:
        """Give, a sentence each, what a bibliography has no field for."""
        said = [f"{self.place}, sha256 {self.article.sha256}"]
        if self.spoken:
            said.insert(0, f"said by {self.spoken}")
        if self.article.title_made_up and self.title:
            said.append("title made up from the text")
        said += [f"{what} given by hand" for what in self.by_hand]
        said.append(dates_in_words(self.article))
        return tuple(said)

    @property
    def by_hand(self) -> tuple[str, ...]:
        """Name what a reader put right, of what stands without a word on its origin."""
        article = self.article
        named = (("title", article.title), ("outlet", article.outlet))
        return tuple(name for name, it in named if it and it.is_corrected)

    @property
    def issued(self) -> str | None:
        """Give the stated date of issue as finely as it is known: 2021, 2021-06-17."""
        date = date_of_issue(self.article)
        return date.value if date else None


def cite(clipping: Clipping, span: Span) -> Citation:
    """Cite a passage; `span` lies within the text and is not empty."""
    if not 0 <= span.start < span.end <= len(clipping.article.text):
        raise ValueError(f"there is no passage {span.start}-{span.end}")
    words, left_out = shortened(span.of(clipping.article.text))
    quotes = tuple(q for q in clipping.quotes if q.span.overlaps(span))
    return Citation(clipping.article, span, words, left_out, quotes)


def _named(quote: Quote) -> str:
    name = in_line(quote.speaker) if quote.speaker else UNKNOWN_SPEAKER
    if quote.is_corrected:
        return f"{name} (named by hand)"
    return f"{name}?" if quote.speaker and quote.confidence < DOUBT else name
