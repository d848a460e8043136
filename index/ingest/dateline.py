"""Datelines: the place and agency that open a story, as in "TESSEL (Wire) - "."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.ingest.dates import DAY, MONTH
from index.ingest.outlets import has_outlet_shape, is_known_outlet
from index.ingest.places import is_place

_CAPS = r"(?:Mc)?[A-ZÀ-ÖØ-ÞŠŽČĆŁŚŻŹİ][A-ZÀ-ÖØ-ÞŠŽČĆŁŚŻŹİ.’'-]+"
_CAPS_PLACE = rf"{_CAPS}(?:[ /]{_CAPS}){{0,4}}"
_TITLED = r"[^\W\d_a-z][\w.’'-]*"
_TITLED_PLACE = rf"{_TITLED}(?:[ /]{_TITLED}){{0,3}}"
_REGION = rf"(?:,\s{_TITLED_PLACE}){{0,2}}"
_DATE = rf"(?:,?\s*(?P<date>(?i:{MONTH}\s{DAY}|{DAY}\s{MONTH})(?:,?\s\d{{4}})?))?"
_LATER_DATE = rf"(?:,\s(?i:{MONTH}\s{DAY}|{DAY}\s{MONTH}))?"
_AGENCY = r"\(\s?(?P<agency>[^()]{2,40}?)\s?\)"
_STROKES = r"/(?P<agency>[A-Z][\w ]{1,20})/"
_DASH = r"(?:—|–|--|-|_)"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # LONDON, March 3 (Reuters) - / Brussels (Brussels Morning)
        rf"(?:{_CAPS_PLACE}|{_TITLED_PLACE}){_REGION}{_DATE},?\s?{_AGENCY}(?P<dash>\.?\s?{_DASH})?\s+",
        # KABUL, Afghanistan — / TESSEL, Feb. 9, 2031 -
        rf"{_CAPS_PLACE}{_REGION}{_DATE}(?P<dash>\s?(?:—|–|--|_)|\s-)\s?",
        # MOSCOW, March 3. /TASS/.
        rf"{_CAPS_PLACE}{_REGION}{_DATE}\.?\s{_STROKES}(?P<dash>[.,]?)\s+",
        # March 3 (Reuters) - / (CNN) — / (ANSA) - ROME, MARCH 3 -
        (
            rf"(?:(?P<date>(?i:{MONTH}\s{DAY}|{DAY}\s{MONTH}))\s)?{_AGENCY}"
            rf"(?P<dash>\s?{_DASH})?\s+(?:{_CAPS_PLACE}{_REGION}{_LATER_DATE}\s?{_DASH}\s)?"
        ),
        # New Delhi, India - / Washington — / NEW DELHI: ; only of places we know
        (
            rf"(?P<place>{_TITLED_PLACE}(?:,\s{_TITLED_PLACE})?){_DATE}"
            rf"(?P<dash>\s?(?:—|–|--)|\s-|:)\s"
        ),
    )
)
_NOT_PLACE_LIST = """
FILE PHOTO BREAKING UPDATE UPDATED EXCLUSIVE WATCH LIVE OPINION ANALYSIS CORRECTION
NOTE ALERT VIDEO PHOTOS POLL READ NATO QUESTION ANSWER EDITORIAL COMMENTARY
SPOILER WARNING REVIEW LISTEN RELATED ADVERTISEMENT MORE DEVELOPING
TRANSCRIPT OPEC UNESCO
"""
_NOT_PLACES = frozenset(_NOT_PLACE_LIST.split())
_LONGEST = 90
_OPENING = re.compile(r"[^\W_]|\(")


class Dateline(NamedTuple):
    """Places in a paragraph: where its dateline ends, and what stands in it."""

    end: int
    body: int
    agency: tuple[int, int] | None
    date: tuple[int, int] | None


def read_dateline(paragraph: str) -> Dateline | None:
    """Read the dateline that opens a paragraph, if one does."""
    head = paragraph[:_LONGEST]
    # A cheap look before the patterns: every dateline has one of these signs.
    if not _OPENING.match(head) or not any(sign in head for sign in "(—–-_/:"):
        return None
    for form in _FORMS:
        found = form.match(head)
        if found and found.end() < len(paragraph) and _is_dateline(found, paragraph):
            parts = found.groupdict()
            return Dateline(
                len(found[0].rstrip()),
                found.end(),
                found.span("agency") if _names_outlet(found) else None,
                found.span("date") if parts.get("date") else None,
            )
    return None


def _is_sent_from(place: str, sign: str) -> bool:
    """Say whether this is a known place; a colon also opens quotes and headlines."""
    return is_place(place) and (sign != ":" or place.isupper())


def _names_outlet(found: re.Match[str]) -> bool:
    """Say whether an agency is named; "(Anchorage, Alaska) —" is only a place."""
    agency = found.groupdict().get("agency")
    if not agency or found.start("agency") > 2:
        return bool(agency)
    return is_known_outlet(agency) or has_outlet_shape(agency)


def _is_dateline(found: re.Match[str], paragraph: str) -> bool:
    first_word = re.split(r"[\s,(/]", found[0], maxsplit=1)[0].rstrip(".:—–-")
    if first_word in _NOT_PLACES or paragraph[found.end()].islower():
        return False
    parts = found.groupdict()
    agency = parts.get("agency")
    if agency is None:
        return "place" not in parts or _is_sent_from(parts["place"], parts["dash"])
    if not agency[0].isalnum() or re.match(r"[RDI]-|\d", agency):
        return False
    # "Apple (AAPL) said": without a dash only an outlet makes it a dateline.
    return bool(found["dash"]) or is_known_outlet(agency) or has_outlet_shape(agency)
