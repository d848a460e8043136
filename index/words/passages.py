"""The stretches of an article in which words stand beside each other.

A phrase never crosses from one passage to the next: a passage is a paragraph, a title
or a heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from index.model import SEARCHED_ZONES, Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.model import Article

_LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK = re.compile(f"[{_LINE_BREAKS}]+")


class Scope(StrEnum):
    """Which part of an article a passage belongs to, for ranking and for fields."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    REST = "rest"
    """Boilerplate, bylines, captions: found only with `in:raw`."""


class Passage(NamedTuple):
    """One paragraph, title or heading."""

    scope: Scope
    text: str
    start: int | None
    """Where it begins in the article's text; None for a title known from metadata."""


_SCOPES = {
    ZoneKind.TITLE: Scope.TITLE,
    ZoneKind.HEADING: Scope.HEADING,
    ZoneKind.BODY: Scope.BODY,
}


def passages(article: Article) -> Iterator[Passage]:
    """Yield what plain words search: title, headings and body, as they stand.

    A made-up title is never searched.
    """
    yield from _stated_title(article)
    for zone in article.zones:
        if zone.kind in SEARCHED_ZONES:
            yield _of_zone(article, zone)


def raw_passages(article: Article) -> Iterator[Passage]:
    """Yield the whole decoded text, and a stated title that is not in it."""
    yield from _stated_title(article)
    text, joined = article.text, _joining_zones(article)
    starts = [zone.start for zone in joined]
    start = 0
    for found in _BREAK.finditer(text):
        nearest = bisect_left(starts, found.start()) - 1
        if nearest >= 0 and found.start() < joined[nearest].end:
            continue
        if start < found.start():
            yield Passage(Scope.REST, text[start : found.start()], start)
        start = found.end()
    if start < len(text):
        yield Passage(Scope.REST, text[start:], start)


def rest_passages(article: Article) -> Iterator[Passage]:
    """Yield what lies between the searched zones, so that each word is filed once."""
    end = 0
    for zone in article.zones:
        if zone.kind in SEARCHED_ZONES:
            yield from _gap(article.text, end, zone.start)
            end = zone.end
    yield from _gap(article.text, end, len(article.text))


def _gap(text: str, start: int, end: int) -> Iterator[Passage]:
    if text[start:end].strip():
        yield Passage(Scope.REST, text[start:end], start)


def _stated_title(article: Article) -> Iterator[Passage]:
    title = article.title
    if title and not article.title_made_up and title.span is None:
        yield Passage(Scope.TITLE, title.value, None)


def _of_zone(article: Article, zone: Zone) -> Passage:
    return Passage(_SCOPES[zone.kind], article.text[zone.start : zone.end], zone.start)


def _joining_zones(article: Article) -> list[Zone]:
    """Give the zones that hold a line break: paragraphs of a hard-wrapped file."""
    return [z for z in article.zones if _BREAK.search(article.text, z.start, z.end)]
