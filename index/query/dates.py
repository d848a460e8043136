"""Read dates as whole periods: 2021, 2021-06, yesterday, "2 weeks ago", a..b."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from index.model import last_of_month
from index.query.faults import FaultError
from index.query.nodes import Date

if TYPE_CHECKING:
    from index.query.nodes import DateField

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_AGO = re.compile(r"([0-9]{1,6}|an?|one) (day|week|month|year)s? ago")
_CALENDAR = re.compile(r"(this|last) (week|month|year)")
_DAY = timedelta(days=1)
_FORMS = '2021, 2021-06, 2021-06-17, today, yesterday, "2 weeks ago" or "last month"'


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month or a year; both ends belong to it."""

    first: date
    last: date


def read_dates(field: DateField, text: str, at: int, today: date) -> Date:
    """Read a period, or a range of two that may be open at one end."""
    left, dots, right = text.partition("..")
    if not dots:
        period = read_period(text, at, today)
        return Date(field, period.first, period.last)
    begin = read_period(left, at, today) if left.strip() else None
    behind = at + len(left) + len(dots)
    end = read_period(right, behind, today) if right.strip() else None
    if begin is None and end is None:
        raise FaultError("A range needs a date on one side: 2021..2022", at)
    if begin and end and end.last < begin.first:
        raise FaultError("This range ends before it begins.", behind)
    return Date(field, begin.first if begin else None, end.last if end else None)


def read_before(text: str, at: int, today: date) -> Date:
    """Read the bound of `before:`; its period itself is left out."""
    period = read_period(text, at, today)
    if period.first == date.min:
        raise FaultError("There is no day before the year 1.", at)
    return Date("date", None, period.first - _DAY)


def read_after(text: str, at: int, today: date) -> Date:
    """Read the bound of `after:`; its period itself is left out."""
    period = read_period(text, at, today)
    if period.last == date.max:
        raise FaultError(f"There is no day after the year {MAXYEAR}.", at)
    return Date("date", period.last + _DAY, None)


def read_period(text: str, at: int, today: date) -> Period:
    """Read one date as all the days that it may mean."""
    words = " ".join(text.split()).lower()
    if written := _WRITTEN.fullmatch(words):
        return _written_period(written, at)
    try:
        relative = _relative_period(words, today)
    except (OverflowError, ValueError):
        raise FaultError(f"“{words}” is before the year 1.", at) from None
    if relative is None:
        raise FaultError(f"“{words}” is no date; write {_FORMS}.", at)
    return relative


def _written_period(written: re.Match[str], at: int) -> Period:
    year, month, day = (int(part or 0) for part in written.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise FaultError(f"{written.group()} is not in the calendar.", at) from None
    if day:
        return Period(first, first)
    return Period(first, last_of_month(first) if month else date(year, 12, 31))


def _relative_period(words: str, today: date) -> Period | None:
    if words == "today":
        return Period(today, today)
    if words == "yesterday":
        return Period(today - _DAY, today - _DAY)
    if ago := _AGO.fullmatch(words):
        count = int(ago[1]) if ago[1].isdigit() else 1
        day = _earlier(today, count, ago[2])
        return Period(day, day)
    if named := _CALENDAR.fullmatch(words):
        day = today if named[1] == "this" else _earlier(today, 1, named[2])
        return _around(day, named[2])
    return None


def _earlier(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    # A month before 31 March is the last of February.
    return min(first + timedelta(days=day.day - 1), last_of_month(first))


def _around(day: date, unit: str) -> Period:
    match unit:
        case "week":
            monday = day - timedelta(days=day.weekday())
            return Period(monday, monday + timedelta(days=6))
        case "month":
            return Period(day.replace(day=1), last_of_month(day))
        case _:
            return Period(date(day.year, 1, 1), date(day.year, 12, 31))
