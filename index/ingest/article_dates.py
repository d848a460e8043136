"""When an article was published and updated, as its lines, dateline or footer say."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from index.ingest.date_lines import LabelledDate, read_date_line
from index.ingest.dateline import read_dateline
from index.ingest.dates import WrittenDate, written_dates
from index.model import Certainty, NewsDate, Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COPYRIGHT_YEAR = re.compile(
    # "© 2010-2031" is the age of a site and no year of an article.
    r"(?:©|\(c\)|\bcopyright)[\s,©]*(?:\(c\)\s*)?(?:[A-Z][\w. ]{1,40}[, ]\s*)?"
    r"(?P<year>(?:19|20)\d\d)(?!\s*[-–—,]\s*\d|\d)",
    re.IGNORECASE,
)
_DAY_IN_ADDRESS = re.compile(r"/(?P<day>(?:19|20)\d\d/[01]?\d/[0-3]?\d)(?=/|$)")


def article_dates(
    text: str, zones: Sequence[Zone], url: str | None = None
) -> tuple[NewsDate | None, NewsDate | None]:
    """Give the published and the updated date: of date lines, else of the dateline.

    A day printed without a year is proposed with the year of the copyright; a day in
    the address of the page is proposed too.
    """
    published = updated = None
    for start, words in of_kind(text, zones, ZoneKind.DATE):
        for found in read_date_line(words) or ():
            if found.is_update:
                updated = updated or _date(found, start)
            else:
                published = published or _date(found, start)
    if published is None:
        days = list(_dateline_days(text, zones))
        published = _whole_day(days) or _in_copyright_year(text, zones, days)
    if published is None and url:
        published = _in_address(text, url)
    return published, updated


def of_kind(
    text: str, zones: Sequence[Zone], kind: ZoneKind
) -> Iterator[tuple[int, str]]:
    """Give the words of every zone of a kind, and where they start."""
    for zone in zones:
        if zone.kind is kind:
            yield zone.start, text[zone.start : zone.end]


def datelines(zones: Sequence[Zone]) -> Iterator[tuple[Zone, int]]:
    """Give each dateline with the end of the paragraph it opens."""
    for zone, after in pairwise(zones):
        if zone.kind is ZoneKind.DATELINE:
            yield zone, min(after.end, after.start + 100)


def _date(found: LabelledDate, start: int) -> NewsDate:
    rule = "date:updated-line" if found.is_update else "date:own-line"
    return found.date.as_news_date(rule, at=start)


def _dateline_days(
    text: str, zones: Sequence[Zone]
) -> Iterator[tuple[int, WrittenDate]]:
    for zone, end in datelines(zones):
        dateline = read_dateline(text[zone.start : end])
        if dateline and dateline.date:
            first, last = dateline.date
            words = text[zone.start + first : zone.start + last]
            found = next(written_dates(words), None)
            if found:
                yield zone.start + first, found


def _whole_day(days: Sequence[tuple[int, WrittenDate]]) -> NewsDate | None:
    for start, found in days:
        if found.year is not None:
            return found.as_news_date("date:dateline", at=start)
    return None


def _in_copyright_year(
    text: str, zones: Sequence[Zone], days: Sequence[tuple[int, WrittenDate]]
) -> NewsDate | None:
    """Propose the year of the copyright for a day that is printed without one.

    Sites print the year in which a page was saved: of 1,760 real footers one in five
    had the article's year, but nine in ten of those whose year the story speaks of.
    """
    days = [*_days_on_lines(text, zones), *days]
    year = _copyright_year(text, zones) if days else None
    if year is None or not _speaks_of(year, text, zones):
        return None
    for start, found in days:
        dated = _with_year(found, int(year))
        if dated is not None:
            reason = (
                f"day and month are printed; the year is that of “© {year}”, which the"
                " story speaks of"
            )
            date = dated.as_news_date("date:year-of-copyright", at=start)
            return replace(date, certainty=Certainty.PROPOSED, reason=reason)
    return None


def _copyright_year(text: str, zones: Sequence[Zone]) -> str | None:
    lines = of_kind(text, zones, ZoneKind.BOILERPLATE)
    years = {found["year"] for _, line in lines for found in _years(line)}
    return years.pop() if len(years) == 1 else None


def _speaks_of(year: str, text: str, zones: Sequence[Zone]) -> bool:
    return any(year in words for _, words in of_kind(text, zones, ZoneKind.BODY))


def _years(line: str) -> Iterator[re.Match[str]]:
    if "©" in line or "(c)" in line or "opyright" in line or "OPYRIGHT" in line:
        yield from _COPYRIGHT_YEAR.finditer(line)


def _days_on_lines(
    text: str, zones: Sequence[Zone]
) -> Iterator[tuple[int, WrittenDate]]:
    for start, words in of_kind(text, zones, ZoneKind.DATE):
        # An update's day is no day of publication.
        if read_date_line(words) == () and "pdated" not in words:
            yield from ((start, found) for found in written_dates(words))


def _with_year(found: WrittenDate, year: int) -> WrittenDate | None:
    """Give the day in a year, if the weekday beside it is that day's."""
    if found.day is None or found.year is not None:
        return None
    dated = replace(found, year=year)
    # 29 February is no day of most years.
    if next(written_dates(f"{year}-{found.month}-{found.day}"), None) is None:
        return None
    return None if dated.contradicts_calendar else dated


def _in_address(text: str, url: str) -> NewsDate | None:
    """Propose the day in the address of the page."""
    day = _DAY_IN_ADDRESS.search(url)
    found = next(written_dates(day["day"]), None) if day else None
    if day is None or found is None:
        return None
    date = found.as_news_date("date:address", at=text.index(url) + day.start("day"))
    reason = "the day stands in the address of the page"
    return replace(date, certainty=Certainty.PROPOSED, reason=reason)
