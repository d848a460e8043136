"""Lines at the head or foot of a story that say when it was published or updated."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.ingest.bylines import read_byline
from index.ingest.dates import WrittenDate, written_dates
from index.ingest.outlets import has_outlet_shape
from index.ingest.shapes import is_section

_LONGEST = 160
_UPDATED = r"updated|modified|revised|changed"
_PUBLISHED = (
    r"published|posted|created|broadcast|aired|issued|released|filed|printed|dated|date"
    r"|recorded|publication date|pub date|online"
)
_LABEL = re.compile(
    r"(?:(?:this|the) (?:story|article|post|report|page) (?:was|is) )?"
    r"(?:(?:last|first|originally|date|latest) )*"
    rf"(?:(?P<updated>{_UPDATED})|(?:{_PUBLISHED}))"
    r"(?: date)?(?: (?:on|at|by))?[\s:]*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[|•·;()/—–\x00]|\s-+\s|[.,]\s|[.,]\x00|\s{3,}")
_FILLER = re.compile(
    r"(?:at|on|local time|\d+ min(?:ute)?s? read|free|time|hrs?|[A-Z]{2,4})?$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z][A-Z .’'-]{2,30}$")


class LabelledDate(NamedTuple):
    """A date of the article and whether it is that of an update."""

    date: WrittenDate
    is_update: bool


def read_date_line(line: str) -> tuple[LabelledDate, ...] | None:
    """Read a line that holds dates of the article and nothing of the story.

    An empty answer is a date line without a year; None is another kind of line.
    """
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    dates = [date for date in written_dates(line) if date.day or date.year]
    if not dates or not _holds_only_dates(line, dates):
        return None
    return tuple(
        LabelledDate(date, _is_update(line[: date.start]))
        for date in dates
        if date.year is not None
    )


def _is_update(before: str) -> bool:
    labels = list(_LABEL.finditer(before))
    return bool(labels) and labels[-1]["updated"] is not None


def _holds_only_dates(line: str, dates: list[WrittenDate]) -> bool:
    rest = line
    for date in reversed(dates):
        rest = f"{rest[: date.start]}\0{rest[date.end :]}"
    named = False
    for part in _SEPARATOR.split(rest):
        words = part.strip(" \t.,:-\xa0")
        if _FILLER.match(words):
            continue
        if _is_expected(words):
            named = True
        # Beside a label or a masthead there is room for "Extra" and "free".
        elif not named or len(words.split()) > 5:
            return False
    return True


def _is_expected(words: str) -> bool:
    label = _LABEL.match(words)
    if label and label.end() == len(words):
        return True
    if has_outlet_shape(words) or is_section(words) or _CAPITALS.match(words):
        return True
    return read_byline(words) is not None
