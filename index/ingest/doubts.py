"""Dates that cannot be true: shown with the reason, and nothing goes by them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from index.model import Certainty

if TYPE_CHECKING:
    from index.model import NewsDate

_FIRST_PRINTED = 1450
_YEARS_AHEAD = 10
"""Clocks go wrong and magazines are dated ahead, but not by so much."""
_DAYS_AHEAD = 2
"""Tomorrow's paper, bought on the other side of the date line."""


def weighed(found: NewsDate | None, added: str) -> NewsDate | None:
    """Give a date with what speaks against it; one that cannot be true is not believed.

    `added` is when the file came in, ISO 8601; without it no date is too late.
    """
    if found is None:
        return None
    added_on = _day(added)
    against = _impossible(found.first_day, added_on)
    if against:
        why = _together(f"{found.certainty}, but {against}; not used", found.reason)
        doubted = Certainty.PROPOSED
        return replace(found, certainty=doubted, reason=why, is_believed=False)
    if added_on and found.first_day.toordinal() > added_on.toordinal() + _DAYS_AHEAD:
        return replace(found, reason=_together("after it was added", found.reason))
    return found


def believed(found: NewsDate | None) -> NewsDate | None:
    """Give the date if others may go by it."""
    return found if found and found.is_believed else None


def _impossible(day: date, added_on: date | None) -> str | None:
    if day.year < _FIRST_PRINTED:
        return "before printing"
    if added_on and day.year > added_on.year + _YEARS_AHEAD:
        return "long after it was added"
    return None


def _together(against: str, reason: str | None) -> str:
    return f"{against}; {reason}" if reason else against


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
