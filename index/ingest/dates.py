"""Dates as people write them, read without guessing what is not written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from index.ingest.months import (
    FOREIGN_MONTH,
    FOREIGN_WEEKDAY,
    foreign_month,
    foreign_weekday,
)
from index.model import Certainty, NewsDate, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH_LIST = """
jan feb mar apr may jun jul aug sep oct nov dec
"""
_MONTHS = tuple(_MONTH_LIST.split())
_WEEKDAY_LIST = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
_WEEKDAYS = tuple(_WEEKDAY_LIST.split())
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_WEEKDAY = (
    r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r(?:s)?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
)
_LEADING_WEEKDAY = rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?"
_WORDED = rf"""
    {_LEADING_WEEKDAY}
    (?: \b(?P<day1>{DAY})(?:\s+of)?[\s-]+(?P<month1>{MONTH})
      | \b(?P<month2>{MONTH})(?:\s+|-)(?P<day2>{DAY}) )
    # "March 4, 20315:30 PM" has lost the space between.
    (?:(?:,\s*|[\s-]+)(?P<year1>\d{{4}})(?:(?![\d:])|(?=\d\d?:\d\d\s?[ap]\.?m)))?
"""
_NUMBERED = (
    r"""
      (?<![\d.])(?P<year3>\d{4})(?P<sign3>[-/.])(?P<month3>\d\d?)(?P=sign3)(?P<day3>\d\d?)
      (?![\d]|[-/.]\d)
    | (?:\b(?P<weekday4>"""
    + _WEEKDAY
    + r"""),?\s+)?(?<![\d./-])(?P<day4>\d\d?)(?P<sign4>[-/.])(?P<month4>\d\d?)(?P=sign4)
      (?P<year4>\d{4})(?!\d|[-/]\d)
    | (?<!\d\s)(?<!\d\.\s)\b(?P<month5>"""
    + MONTH
    + r""")\s+(?P<year5>\d{4})(?!\d)
"""
)
_FOREIGN = rf"""
    (?:\b(?P<weekday6>{FOREIGN_WEEKDAY}),?\s+)? (?:\b(?:le|el|il|am|den|vom)\s+)?
    (?<!\d)(?P<day6>3[01]|[12]\d|0?[1-9])(?:\.|er|º|°)?\s+
    (?:de\s+)?(?P<month6>{FOREIGN_MONTH})\s+(?:del?\s+)?
    (?P<year6>\d{{4}})(?!\d)(?:\s?[гр]\.?(?!\w))?
  | (?P<year7>\d{{4}})\s?[年년]\s?(?P<month7>\d\d?)\s?[月월]\s?(?P<day7>\d\d?)\s?[日일]
"""
_DATE = re.compile(rf"{_WORDED}|{_NUMBERED}", re.VERBOSE | re.IGNORECASE)
_FOREIGN_DATE = re.compile(_FOREIGN, re.VERBOSE | re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")

_ZONE = (
    r"(?:Z\b|(?:GMT|UTC)?[+-]\d\d?:?(?:\d\d)?\b|(?:GMT|UTC|BST|IST|CES?T|EES?T|WES?T|MSK"
    r"|[ECMP][SD]?T|HKT|PKT|[JKS]ST|SGT|PKT|AE[SD]T|NZ[SD]T|SAST|WIB|TRT|MES?Z|МСК"
    r"|(?:Eastern|Central|Mountain|Pacific)(?:\s(?:Standard\s|Daylight\s)?Time)?)\b)"
)
_CLOCK = rf"""
    (?P<hour>[01]?\d|2[0-4])(?:
        [:.](?P<minute>[0-5]\d)(?!\d)(?::\d\d(?:[.,]\d+)?)?(?:\s*(?P<half1>[ap])\.?m\b\.?)?
      | \s*(?P<half2>[ap])\.?m\b\.?
      | h(?P<minute2>[0-5]\d)? )
    (?:\s?Uhr\b)?
    (?:\s*\(?(?P<zone>{_ZONE})\)?)?
"""
_CLOCK_AFTER = re.compile(
    rf"(?:T|[\s,]*(?:\b(?:at|à|um|alle|às|в)\b|\||[-–—@])?\s*){_CLOCK}",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(
    rf"(?<![\d:.]){_CLOCK}[\s,]*(?:\bon\b|\||[-–—])?\s*$", re.VERBOSE | re.IGNORECASE
)
_LONGEST_CLOCK = 40
_FORMS = "1234567"
_PLAIN_ZONE = re.compile(r"Z$|UTC$|GMT$|.*[+-]\d", re.IGNORECASE)
_AMERICAN_ZONE = re.compile(
    r"[ECMP][SD]?T$|Eastern|Central|Mountain|Pacific", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text, with what was left out left out."""

    start: int
    end: int
    written: str
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    """The day of the week that stands beside it; Monday is 0."""
    either_order: bool = False
    """Day and month may be the other way round."""
    month_first: bool = False
    """Of the two orders the American one was taken."""
    hour: int | None = None
    minute: int = 0
    zone: str | None = None

    @property
    def value(self) -> str:
        """Give ISO 8601 as finely as it is written; only for dates with a year."""
        assert self.year is not None
        if self.is_ambiguous:
            return f"{self.year:04d}"
        value = f"{self.year:04d}-{self.month:02d}"
        if self.day is not None:
            value += f"-{self.day:02d}"
            if self.hour is not None:
                value += f"T{self.hour:02d}:{self.minute:02d}"
        return value

    @property
    def is_ambiguous(self) -> bool:
        """Say whether nothing tells the day from the month; dots follow a day."""
        return self.either_order and not self.month_first and "." not in self.written

    @property
    def contradicts_calendar(self) -> bool:
        """Say whether the weekday beside it is not that day's."""
        if self.weekday is None or self.year is None or self.day is None:
            return False
        return date(self.year, self.month, self.day).weekday() != self.weekday

    def as_news_date(self, rule: str, *, at: int = 0) -> NewsDate:
        """Give the article's date; doubts make it a proposal with the reason said."""
        doubtful = self.either_order or self.contradicts_calendar
        if self.is_ambiguous:
            doubtful = False
        return NewsDate(
            self.value,
            Certainty.PROPOSED if doubtful else Certainty.STATED,
            rule,
            self._reason(),
            Span(at + self.start, at + self.end),
        )

    def _reason(self) -> str | None:
        if self.is_ambiguous:
            return self._two_readings()
        reasons = []
        if self.either_order:
            taken, other = "day", "month"
            if self.month_first:
                taken, other = other, taken
            reasons.append(
                f"“{self.written}” is read {taken} first; it may be {other} first"
            )
        if self.contradicts_calendar:
            assert self.weekday is not None
            assert self.year is not None
            assert self.day is not None
            real = date(self.year, self.month, self.day).weekday()
            reasons.append(
                f"it says {_WEEKDAYS[self.weekday]}, but that day is a "
                f"{_WEEKDAYS[real]}"
            )
        if self.zone and _PLAIN_ZONE.match(self.zone):
            reasons.append(f"the time is kept as printed, in the zone “{self.zone}”")
        elif self.zone:
            # IST is three countries' time.
            reasons.append(
                f"the time is kept as printed; “{self.zone}” is taken for its time zone"
            )
        return "; ".join(reasons) or None

    def _two_readings(self) -> str:
        assert self.day is not None
        one, other = (_MONTHS[n - 1].title() for n in (self.month, self.day))
        return f"“{self.written}” may be {self.day} {one} or {self.month} {other}"


def written_dates(words: str) -> Iterator[WrittenDate]:
    """Give the dates of a line or sentence in order; impossible ones are none."""
    for found in _found_in(words):
        plain = _without_clock(found)
        if plain is not None:
            yield _with_clock(plain, words)


def _found_in(words: str) -> Iterator[re.Match[str]]:
    """Look for other languages only where English has nothing; most lines have none."""
    is_foreign = True
    for found in _DATE.finditer(words):
        is_foreign = False
        yield found
    if is_foreign and _YEAR.search(words):
        yield from _FOREIGN_DATE.finditer(words)


def _without_clock(found: re.Match[str]) -> WrittenDate | None:
    parts = found.groupdict()
    names = {
        key[:-1]: value for key, value in parts.items() if value and key[-1] in _FORMS
    }
    year = int(names["year"]) if "year" in names else None
    day = int(re.sub(r"\D", "", names["day"])) if "day" in names else None
    is_foreign = bool(parts.get("month6"))
    month = _month_number(names["month"], is_foreign=is_foreign)
    # 25.03.2031 has one reading, 04.03.2031 two.
    numbered = bool(parts.get("day4"))
    either = numbered and max(day or 0, month) <= 12 and day != month
    if numbered and day is not None and month > 12:
        day, month = month, day
    if not _exists(year, month, day):
        return None
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    name = names.get("weekday") or parts.get("weekday")
    weekday = foreign_weekday(name) if is_foreign and name else _weekday_number(name)
    written = WrittenDate(
        start, found.end(), found[0].strip(), year, month, day, weekday, either
    )
    return _ordered_by_weekday(written) if either else written


def _ordered_by_weekday(written: WrittenDate) -> WrittenDate:
    """Take the one order of day and month that fits the weekday beside them."""
    assert written.day is not None
    if written.weekday is None:
        return written
    orders = (written, replace(written, day=written.month, month=written.day))
    fitting = [order for order in orders if not order.contradicts_calendar]
    return replace(fitting[0], either_order=False) if len(fitting) == 1 else written


def _month_number(name: str, *, is_foreign: bool) -> int:
    if is_foreign:
        return foreign_month(name)
    return int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1


def _weekday_number(name: str | None) -> int | None:
    if name is None:
        return None
    return next(i for i, day in enumerate(_WEEKDAYS) if day[:3] == name[:3].title())


def _exists(year: int | None, month: int, day: int | None) -> bool:
    try:
        # 29 February needs a year to be doubted.
        date(2000 if year is None else year, month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _with_clock(plain: WrittenDate, words: str) -> WrittenDate:
    """Add the time of day that stands right beside a date."""
    if plain.day is None:
        return plain
    clock = _CLOCK_AFTER.match(words, plain.end)
    start, end = plain.start, plain.end
    if clock:
        end = clock.end()
    else:
        clock = _CLOCK_BEFORE.search(words[max(0, start - _LONGEST_CLOCK) : start])
        if clock:
            start -= len(clock[0])
    hour = _hour(clock) if clock else None
    if clock is None or hour is None:
        return plain
    minute = int(clock["minute"] or clock["minute2"] or 0)
    timed = replace(
        plain, start=start, end=end, hour=hour, minute=minute, zone=clock["zone"]
    )
    return _american(timed) if timed.either_order else timed


def _american(timed: WrittenDate) -> WrittenDate:
    """Read 1/8/2014 month first where the clock is an American one."""
    if timed.zone is None or not _AMERICAN_ZONE.match(timed.zone):
        return timed
    assert timed.day is not None
    return replace(timed, month=timed.day, day=timed.month, month_first=True)


def _hour(clock: re.Match[str]) -> int | None:
    hour, half = int(clock["hour"]), (clock["half1"] or clock["half2"] or "").lower()
    if half:
        return hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else None
    return hour if hour < 24 else None
