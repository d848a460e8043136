"""Dates as readers see them, each with how sure it is; what is unknown says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import Certainty, Precision

if TYPE_CHECKING:
    from index.model import Article, NewsDate

COLUMN = 11
"""Cells of a date in a list."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def in_list(known: NewsDate | None) -> str:
    """Give a date for a column: 2021-06-17, with ? when proposed, or undated."""
    if known is None:
        return "undated"
    return known.value[:10] + _doubt(known)


def in_words(known: NewsDate) -> str:
    """Give a date in words, as finely as it is known: Thu 17 June 2021."""
    first = known.first_day
    month = _MONTHS[first.month - 1]
    match known.precision:
        case Precision.YEAR:
            words = str(first.year)
        case Precision.MONTH:
            words = f"{month} {first.year}"
        case _:
            words = f"{_DAYS[first.weekday()]} {first.day} {month} {first.year}"
    if known.precision is Precision.MINUTE:
        words += f", {known.value[11:]}"
    return words + _doubt(known)


def dateline(article: Article) -> str:
    """Give what is known of an article's dates, for the line under its title."""
    parts = []
    best = article.date
    if best is None:
        return "undated"
    parts.append(in_words(best))
    if article.updated and article.updated.value != best.value:
        parts.append(f"updated {in_words(article.updated)}")
    if article.event and article.event.value[:10] != best.value[:10]:
        parts.append(f"of {in_words(article.event)}")
    return " · ".join(parts)


def _doubt(known: NewsDate) -> str:
    return "?" if known.certainty is Certainty.PROPOSED else ""


def month_in_words(value: str) -> str:
    """Give a month, 2031-03, in words: March 2031."""
    year, _, month = value.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}"
