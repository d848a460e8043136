"""Dates in citations: each with its certainty, and never a year that nobody stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.citing.words import in_line
from index.model import Certainty

if TYPE_CHECKING:
    from index.model import Article, NewsDate

UNDATED = "undated"
BY_HAND = "by hand"
"""Said of what a reader put right, and no source states."""


def date_of_issue(article: Article) -> NewsDate | None:
    """Give the stated date that a bibliography files the article under."""
    return next(
        (d for d in (article.published, article.updated) if _is_stated(d)), None
    )


def dates_in_words(article: Article) -> str:
    """Give all known dates, each with how sure it is."""
    named = (
        ("published", article.published),
        ("updated", article.updated),
        ("event of", article.event),
    )
    known = [(name, date) for name, date in named if date]
    stated = [f"{name} {_stated(d)}" for name, d in known if _is_stated(d)]
    proposed = [f"{name} {_proposed(d)}" for name, d in known if not _is_stated(d)]
    return "; ".join([*(stated or [UNDATED]), *proposed])


def _is_stated(date: NewsDate | None) -> bool:
    return date is not None and date.certainty is Certainty.STATED


def _stated(date: NewsDate) -> str:
    return f"{date.value} ({BY_HAND if date.is_corrected else date.certainty})"


def _proposed(date: NewsDate) -> str:
    reason = f": {in_line(date.reason)}" if date.reason else ""
    return f"{date.value} (proposed{reason})"
