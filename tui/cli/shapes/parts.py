"""The parts that several shapes share: dates, spans, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from index.model import Article, NewsDate, Span
    from index.query.hits import Snippet

Shape: TypeAlias = dict[str, Any]


def date(known: NewsDate | None) -> Shape | None:
    """Give a date with how finely and how surely it is known."""
    if known is None:
        return None
    return {
        "value": known.value,
        "precision": known.precision.value,
        "certainty": known.certainty.value,
        "reason": known.reason,
        "rule": known.rule,
    }


def dates(article: Article) -> Shape:
    """Give the three dates of an article."""
    return {
        "published": date(article.published),
        "updated": date(article.updated),
        "event": date(article.event),
    }


def snippet(words: Snippet) -> Shape:
    """Give words in context, with the places of what was found."""
    return {"text": words.text, "spans": [[s.start, s.end] for s in words.spans]}


def stretch(span: Span | None, text: str | None) -> Shape | None:
    """Give a stretch of the text with its words."""
    if span is None:
        return None
    return {"text": text, "start": span.start, "end": span.end}


def score(value: float) -> float:
    """Give a score without the noise of its last digits."""
    return round(value, 4)
