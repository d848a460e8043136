"""The day of the event: when the statement that the story reports was made."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from index.ingest.dates import DAY, MONTH, WrittenDate, written_dates
from index.ingest.weekdays import SAYING, weekday_event
from index.model import Certainty, NewsDate, Precision, Span, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.model import Zone

_OPENING_PARAGRAPHS = 3
_LONGEST_LOOK = 1200
_OLDEST_DAYS = 92
"""A statement is news for a season at most; what is older is background."""

_DATED = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:(?:{MONTH})\s{DAY}|{DAY}\s(?:{MONTH}))(?:,?\s\d{{4}})?"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SAID_ON = re.compile(
    # "was declared the winner on" reports no statement.
    rf"(?<!was )(?<!been )\b(?P<said>{SAYING})\b(?:\s(?!that\b)[\w’'-]+){{0,4}}?,?"
    rf"\son\s(?P<date>{_DATED})(?!\d)"
    rf"|\bon\s(?P<date2>{_DATED}),?\s(?P<said2>{SAYING})\b"
    # The day that opens a sentence holds for its verb, a few words on.
    rf"|(?:^|[.!?][\"'”’]?\s)On\s(?P<date3>{_DATED}),?\s(?:[\w’'.-]+\s){{1,6}}?"
    rf"(?P<said3>{SAYING})\b"
)


def event_date(
    text: str,
    zones: Sequence[Zone],
    published: NewsDate | None,
    updated: NewsDate | None = None,
) -> NewsDate | None:
    """Give the first day in the opening paragraphs on which somebody is said to speak.

    A day without a year takes that of the published date, and only then. Without such
    a day a weekday is resolved against the published date. Where only the day of an
    update is known it serves for both, and what comes of it is a proposal.
    """
    opening = list(_opening(text, zones))
    if published is None and updated is not None:
        return _by_update(opening, text, updated)
    return _said_on(opening, text, published) or weekday_event(opening, published)


def _by_update(
    opening: Sequence[tuple[int, str]], text: str, updated: NewsDate
) -> NewsDate | None:
    found = _said_on(opening, text, updated) or weekday_event(opening, updated)
    if found is None or found.reason is None:
        return found
    reason = found.reason.replace("publication", "the update")
    return replace(found, certainty=Certainty.PROPOSED, reason=reason)


def _said_on(
    opening: Sequence[tuple[int, str]], text: str, published: NewsDate | None
) -> NewsDate | None:
    for start, words in opening:
        # "on" and a digit are cheap to look for; most paragraphs have no date.
        if " on " not in words and "On " not in words:
            continue
        for found in _SAID_ON.finditer(words):
            group = next(g for g in ("date", "date2", "date3") if found[g])
            day = next(written_dates(found[group]), None)
            if day is None:
                continue
            said = found["said"] or found["said2"] or found["said3"]
            event = _dated(day, said, published)
            if event is not None and (published or _is_latest(event, text)):
                at = start + found.start(group)
                return replace(event, span=Span(at, at + len(found[group])))
    return None


def _is_latest(event: NewsDate, text: str) -> bool:
    """Say whether the story knows no later year, so that this is no background."""
    return all(int(year[0]) <= event.first_day.year for year in _YEAR.finditer(text))


def _opening(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, str]]:
    bodies = [zone for zone in zones[:20] if zone.kind is ZoneKind.BODY]
    for zone in bodies[:_OPENING_PARAGRAPHS]:
        yield zone.start, text[zone.start : min(zone.end, zone.start + _LONGEST_LOOK)]


def _dated(day: WrittenDate, said: str, published: NewsDate | None) -> NewsDate | None:
    rule = "event:said-on-day"
    if day.day is None:
        return None
    if day.year is not None:
        own = day.as_news_date(rule)
        if published is None:
            reason = f"the day beside “{said}”; the article itself is undated"
            return NewsDate(own.value, Certainty.PROPOSED, rule, reason)
        return own if _is_news(own.first_day, published) else None
    if published is None or published.precision in {Precision.YEAR, Precision.MONTH}:
        return None
    return _with_year_of(day, said, published, rule)


def _with_year_of(
    day: WrittenDate, said: str, published: NewsDate, rule: str
) -> NewsDate | None:
    assert day.day is not None
    year = published.first_day.year
    same_year = _day(year, day.month, day.day)
    if same_year is not None and _is_news(same_year, published):
        reason = f"day and month stand beside “{said}”; the year is that of publication"
        certainty = published.certainty
        if day.weekday is not None and same_year.weekday() != day.weekday:
            reason += "; the weekday beside it is another day's"
            certainty = Certainty.PROPOSED
        return NewsDate(same_year.isoformat(), certainty, rule, reason)
    year_before = _day(year - 1, day.month, day.day) if year > 1 else None
    if year_before is not None and _is_news(year_before, published):
        reason = f"day and month stand beside “{said}”; the year before publication"
        return NewsDate(year_before.isoformat(), Certainty.PROPOSED, rule, reason)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_news(event: date, published: NewsDate) -> bool:
    """Say whether the day is near enough before publication to be what is reported."""
    days = published.first_day.toordinal() - event.toordinal()
    # One day after publication: the other side of the date line.
    return -1 <= days <= _OLDEST_DAYS
