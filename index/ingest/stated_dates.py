"""Dates in a dump's fields: read when they are clear, unknown when they are not."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from index.ingest.dates import written_dates
from index.model import Certainty, NewsDate

_COARSE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?$")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?Z?)?$")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?$")
_LEFT_OVER = re.compile(r"[\s,.;:()]*(?:[+-]\d\d:?\d\d|[A-Z]{2,5})?[\s)]*$")

# Numbers beyond these are seconds or milliseconds since 1970, from 1973 to 2286.
_FIRST_SECOND, _LAST_SECOND = 100_000_000, 10_000_000_000


def stated_date(value: Any, field: str) -> NewsDate | None:  # noqa: ANN401
    """Give the date that a field of a dump states, or None if it is not clear."""
    rule = f"metadata:{field}"
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_clock(value, rule) or _from_words(str(value), rule)
    return _from_words(value.strip(), rule) if isinstance(value, str) else None


def _from_clock(value: float, rule: str) -> NewsDate | None:
    seconds = value / 1000 if value > _LAST_SECOND else value
    if not _FIRST_SECOND <= seconds < _LAST_SECOND:
        return None
    moment = datetime.fromtimestamp(seconds, UTC)
    reason = "counted in seconds since 1970; the time is UTC"
    written = moment.strftime("%Y-%m-%dT%H:%M")
    return NewsDate(written, Certainty.STATED, rule, reason)


def _from_words(words: str, rule: str) -> NewsDate | None:
    coarse = _COARSE.match(words)
    if coarse and coarse["year"] != "0000":
        return NewsDate(words, Certainty.STATED, rule)
    compact = _COMPACT.match(words)
    if compact:
        year, month, day, hour, minute = compact.groups()
        words = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")
    # Midnight to the second is how dumps write a day without a time.
    words = _MIDNIGHT.sub("", words)
    found = next(written_dates(words), None)
    if found is None or found.year is None or found.start > 0:
        return None
    if not _LEFT_OVER.match(words, found.end):
        return None
    stated = found.as_news_date(rule)
    return NewsDate(stated.value, stated.certainty, rule, stated.reason)
