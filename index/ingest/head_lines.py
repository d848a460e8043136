"""Lines above a story that are no headline: dates, bylines, sections, mastheads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.ingest.bylines import (
    Byline,
    is_address,
    is_position,
    names_people,
    read_bare_byline,
    read_byline,
)
from index.ingest.date_lines import read_date_line
from index.ingest.outlets import has_outlet_shape
from index.ingest.places import is_place
from index.ingest.shapes import is_section
from index.model import ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 160
_LINK = re.compile(
    r"(?:(?:url|link|source|web|permalink)\s*:\s*)?https?://\S+$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:[Bb]y:|(?:[Rr]eported|[Ww]ritten|[Pp]osted|[Ss]tory) by:?)\s.{3,60}(?<!\.)$"
    r"|BY [A-Z .,&-]{4,60}$"
)
_STRAIGHT = str.maketrans("“”‘’–—\xa0", "\"\"''-- ")


@dataclass(frozen=True, slots=True)
class Card:
    """What a dump's own fields say of an article, to be recognised in its text."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()


def head_kind(words: str, card: Card | None) -> ZoneKind | None:
    """Say what a line above the story is; None for what may be its headline."""
    if len(words) > _LONGEST:
        return None
    known = _kind_on_card(words, card) if card else None
    if known is not None:
        return known
    return next((kind for kind, says_so in _HEAD_RULES if says_so(words)), None)


def is_date_line(words: str) -> bool:
    """Say whether a line holds the article's date, or a day without a year."""
    return read_date_line(words) is not None


def _is_byline(words: str) -> bool:
    if is_address(words) or is_position(words) or _names_outlet_too(words):
        return True
    # Who it is may be unreadable; that it is a byline is printed.
    return read_byline(words) is not None or _SIGNED.match(words) is not None


def _names_outlet_too(words: str) -> bool:
    """Say whether a line is "Ana Brandt, CNN": people and the outlet they write for."""
    if not names_people(words):
        return False
    byline = read_bare_byline(words)
    return byline is not None and byline.outlet is not None


def _is_link(words: str) -> bool:
    return _LINK.match(words) is not None


def _is_masthead(words: str) -> bool:
    """Say whether a line names an outlet, and perhaps where it reports from."""
    paper, comma, places = words.partition(", ")
    if not comma:
        return has_outlet_shape(words)
    named = places.replace(" and ", " ").split()
    return (
        has_outlet_shape(paper)
        and len(named) <= 3
        and all(p[0].isupper() for p in named)
    )


_HEAD_RULES = (
    (ZoneKind.DATE, is_date_line),
    (ZoneKind.BYLINE, _is_byline),
    (ZoneKind.SECTION, is_section),
    (ZoneKind.BOILERPLATE, _is_link),
    (ZoneKind.OUTLET, _is_masthead),
    (ZoneKind.DATELINE, is_place),
)


def is_lone_byline(words: str, text: str) -> bool:
    """Say whether a line without "by" is one: names that are words nowhere else."""
    byline = read_bare_byline(words)
    if byline is None:
        return False
    names = (words[start:end].split() for start, end in byline.authors)
    return not any(_is_common(word, text) for name in names for word in name)


def names_authors(words: str, story: str) -> bool:
    """Say whether a line holds people's names, none of whom the story speaks of.

    A headline that names somebody is about them.
    """
    byline = read_bare_byline(words)
    if byline is None or not names_people(words):
        return False
    return _are_strangers(words, byline, story)


def may_name_people(words: str, story: str) -> bool:
    """Say whether a line may be names only, and so is no certain headline."""
    byline = read_bare_byline(words)
    if byline is None:
        return False
    # Any two capitals may be a name; three are as often "Ice Closes Harbour".
    if len(words.split()) == 2 or names_people(words):
        return True
    return _are_strangers(words, byline, story)


def _are_strangers(words: str, byline: Byline, story: str) -> bool:
    names = [words[start:end].split() for start, end in byline.authors]
    if any(part in story for name in names for part in name[1:] if len(part) > 2):
        return False
    return not any(_is_common(word, story) for word in words.split())


def _is_common(word: str, text: str) -> bool:
    return len(word) > 3 and f" {word.lower()}" in text


def _kind_on_card(words: str, card: Card) -> ZoneKind | None:
    plain = _plainly(words)
    if card.title is not None and plain == _plainly(card.title):
        return ZoneKind.TITLE
    if card.outlet is not None and plain == _plainly(card.outlet):
        return ZoneKind.OUTLET
    return ZoneKind.BYLINE if _names(plain, card.authors) else None


def _names(plain: str, authors: Iterable[str]) -> bool:
    return any(
        plain in {_plainly(author), f"by {_plainly(author)}"} for author in authors
    )


def _plainly(words: str) -> str:
    """Give words so that spacing, case and the style of quotes do not count."""
    straight = words.translate(_STRAIGHT).casefold()
    return " ".join(straight.split()).strip(" .")
