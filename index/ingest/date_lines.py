"""Lines at the head or foot of a story that say when it was published or updated."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.ingest.bylines import names_people, read_byline
from index.ingest.dates import MONTH, WrittenDate, written_dates
from index.ingest.outlets import has_outlet_shape
from index.ingest.shapes import is_section

_LONGEST = 160
_UPDATED = (
    r"updated?|modified|revised|changed|aktualisiert|mis à jour|modifié"
    r"|actualizado|aggiornato|atualizado|обновлено|оновлено"
)
_PUBLISHED = (
    r"published|posted|created|broadcast|aired|issued|released|filed|printed|dated|date"
    r"|recorded|publication date|pub date|publish date|online"
    r"|veröffentlicht|erschienen|erstellt|publié|publicado|pubblicato|опубликовано"
    r"|опубліковано"
)
_LABEL = re.compile(
    r"\b(?:and )?(?:(?:(?:this|the) )?(?:story|article|post|report|page|piece)"
    r" (?:(?:was|is|has been) )?)?"
    r"(?:(?:last|first|originally|date|latest|zuletzt) )*"
    rf"(?:(?P<updated>{_UPDATED})|(?:{_PUBLISHED}))\b"
    r"(?: date)?(?: (?:on|at|by|am|le|el))?[\s:]*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[|•·;()/—–\x00]|\s-+\s|[.,]\s|[.,]\x00|\s{3,}")
_CLOCK = (
    # Minutes or a half of the day, or "Today, 18 dead" would be a time.
    r"\d{1,2}(?:[:.]\d\d(?:\s*[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?)"
    r"(?:\s*\(?(?-i:[A-Z]{2,4})\b\)?)?"
    r"(?:\s(?:eastern|central|pacific|local)\b(?: time)?)?"
)
_SHORT_YEAR = re.compile(
    rf"\d{{1,2}}([-/.])(?:\d{{1,2}}|{MONTH})\1\d\d(?:,? {_CLOCK})?$", re.IGNORECASE
)
"""A date with a year of two digits: nobody says which century, or even which end."""
_WITHOUT_DAY = re.compile(
    r"(?:(?:\W*(?:last |first )?(?:updated?|published|posted|modified)"
    r"|this (?:story|article|report|post) (?:was|has been) (?:last )?updated)[:,]?"
    rf"(?: (?:at|on))?|today,?(?: at)?|yesterday,?(?: at)?)\s+"
    r"(?:about |an? )?(?:(?:\d+ )?(?:minute|min|hour|hr|day|week|month|year)s? ago"
    rf"|(?:today|yesterday)(?:,? at {_CLOCK})?"
    rf"|{_CLOCK}(?:,? (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?"
    r"(?:\d{1,2}/\d{1,2})?)?)\W*$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:at|on|and|um|à|local time|uhr|(?-i:Stand)|(?:no|vol|issue)\b\.?(?: \d+)?|\d+"
    r"|\d+ min(?:ute)?s? read|free|time|hrs?|(?-i:[A-Z]{2,4})"
    rf"|{_CLOCK}|(?:at |updated )?\d{{4}} (?-i:[A-Z]{{3,4}})"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)?$",
    re.IGNORECASE,
)
_UPDATED_AT = re.compile(
    rf"[\s,|]*(?:last )?updated(?: at)?:? {_CLOCK}$", re.IGNORECASE
)
_SOURCE = re.compile(r"source:\s*", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z]{4,}[A-Z ’'-]{0,30}$")
_ISSUE = re.compile(
    r"(?P<paper>[^,|]{4,45}),\s*(?:no|vol|issue)\b\.?\s*\d+", re.IGNORECASE
)
_ODD_PARTS = 2


class LabelledDate(NamedTuple):
    """A date of the article and whether it is that of an update."""

    date: WrittenDate
    is_update: bool


def read_date_line(line: str) -> tuple[LabelledDate, ...] | None:
    """Read a line that holds dates of the article and nothing of the story.

    An empty answer is a date line without a year, or without a day ("Updated 2 hours
    ago"); None is another kind of line.
    """
    if len(line) > _LONGEST:
        return None
    if _WITHOUT_DAY.match(line) or _SHORT_YEAR.match(line):
        return ()
    if not any(map(str.isdigit, line)) or _names_something_else(line):
        return None
    dates = [date for date in written_dates(line) if date.day or date.year]
    if not dates or not _holds_only_dates(line, dates):
        return None
    if all(date.year is None for date in dates) and not _says_more(line, dates):
        return None
    return tuple(
        LabelledDate(date, _is_update(line, date))
        for date in dates
        if date.year is not None
    )


def _names_something_else(line: str) -> bool:
    """Say whether this is "Oct. 2:", or the source "— Harbour Post, Dec. 10, 2017"."""
    return line.endswith(":") or (line[0] in "-–—" and not _LABEL.search(line))


def has_label(line: str) -> bool:
    """Say whether a line says of its date what it is: published, updated."""
    return _LABEL.search(line) is not None


def issue_of(line: str) -> tuple[int, int] | None:
    """Give the place of the paper in "Parish Letter, no. 7, July 11, 2031"."""
    found = _ISSUE.match(line)
    return found.span("paper") if found else None


def _says_more(line: str, dates: list[WrittenDate]) -> bool:
    """Say whether a day without a year has a weekday, a label or a paper beside it."""
    if any(date.weekday is not None for date in dates) or has_label(line):
        return True
    return has_outlet_shape(line[: dates[0].start].strip(" ,|—–-"))


def _is_update(line: str, date: WrittenDate) -> bool:
    labels = list(_LABEL.finditer(line, 0, date.start))
    if labels:
        return labels[-1]["updated"] is not None
    # "4 March 2031 Last updated at 10:12", "Stand: 4. März 2031".
    return line.startswith("Stand:") or bool(_UPDATED_AT.match(line, date.end))


def _holds_only_dates(line: str, dates: list[WrittenDate]) -> bool:
    rest = line
    for date in reversed(dates):
        rest = f"{rest[: date.start]}\0{rest[date.end :]}"
    parts = (part.strip(" \t.,:-\xa0") for part in _SEPARATOR.split(rest))
    said = [part for part in parts if not _FILLER.match(part)]
    odd = [part for part in said if not _is_expected(part)]
    if not odd:
        return True
    # Beside a label or a masthead there is room for "Extra" and "free".
    is_first = said[0] not in odd or bool(_ISSUE.search(line))
    short = len(odd) <= _ODD_PARTS and all(len(o.split()) <= 5 for o in odd)
    return is_first and short


def _is_expected(words: str) -> bool:
    label = _LABEL.match(words)
    if label and _FILLER.match(words[label.end() :]):
        return True
    words = _SOURCE.sub("", words)
    if has_outlet_shape(words) or is_section(words) or _CAPITALS.match(words):
        return True
    return read_byline(words.removesuffix(" on")) is not None or names_people(words)
