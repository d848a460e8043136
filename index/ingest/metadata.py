"""What an article says of itself: outlet, authors, dates, section, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from index.ingest.article_dates import article_dates, datelines, of_kind
from index.ingest.bylines import (
    Byline,
    names_people,
    read_bare_byline,
    read_byline,
)
from index.ingest.date_lines import issue_of
from index.ingest.dateline import read_dateline
from index.ingest.dates import written_dates
from index.ingest.headline import title_of
from index.ingest.outlets import (
    copyright_owner,
    has_outlet_shape,
    is_a_papers_name,
    is_known_agency,
    is_known_paper,
    outlet_name,
)
from index.model import Certainty, Finding, NewsDate, Span, Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LABEL = re.compile(r"(?:section|category|rubric)\s*:\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_MASTHEAD_PART = re.compile(r"[^|•·—–,\d]+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Everything an article says of itself, with where it says so."""

    title: Finding | None
    outlet: Finding | None
    authors: tuple[Finding, ...]
    section: Finding | None
    url: str | None
    published: NewsDate | None
    updated: NewsDate | None
    language: str = "en"


def read_imprint(text: str, zones: Sequence[Zone]) -> Imprint:
    """Read all that a text without a dump's fields says of itself."""
    url = _url(text, zones)
    published, updated = article_dates(text, zones, url)
    return Imprint(
        title=title_of(text, zones),
        outlet=_outlet(text, zones),
        authors=tuple(_authors(text, zones)),
        section=_section(text, zones),
        url=url,
        published=published,
        updated=updated,
    )


def _stated(text: str, start: int, end: int, rule: str) -> Finding:
    value = " ".join(text[start:end].split())
    return Finding(value, Certainty.STATED, rule, Span(start, end))


def _outlet(text: str, zones: Sequence[Zone]) -> Finding | None:
    """Give the outlet by the first of its usual places that names one."""
    places = (
        # What only has the shape of an outlet may be a supplement of the one that
        # claims the copyright.
        (place for place in _mastheads(text, zones) if is_known_paper(place.name)),
        (place for place in _owners(text, zones) if is_a_papers_name(place.name)),
        (p for p in _dateline_outlets(text, zones) if is_known_paper(p.name)),
        _mastheads(text, zones),
        _byline_outlets(text, zones),
        _owners(text, zones),
        _dateline_outlets(text, zones),
    )
    found = next(chain.from_iterable(places), None)
    if found is None:
        return None
    span = Span(found.start, found.start + len(found.name))
    name = outlet_name(" ".join(found.name.split()))
    # "(AP)" opens its stories in other papers, too.
    is_doubtful = found.rule == "outlet:dateline" and is_known_agency(name)
    certainty = Certainty.PROPOSED if is_doubtful else Certainty.STATED
    return Finding(name, certainty, found.rule, span)


class _Place(NamedTuple):
    name: str
    start: int
    rule: str


def _place(words: str, start: int, span: tuple[int, int], rule: str) -> _Place:
    return _Place(words[span[0] : span[1]], start + span[0], f"outlet:{rule}")


def _mastheads(text: str, zones: Sequence[Zone]) -> Iterator[_Place]:
    for above, zone in pairwise((None, *zones)):
        if zone is None or zone.kind is not ZoneKind.OUTLET:
            continue
        words = text[zone.start : zone.end]
        name = words.partition(", ")[0]
        # Under its reporter's name an agency is whom the reporter works for.
        if above and above.kind is ZoneKind.BYLINE and is_known_agency(name):
            continue
        yield _place(words, zone.start, (0, len(name)), "own-line")
    for start, words in of_kind(text, zones, ZoneKind.DATE):
        for part in _MASTHEAD_PART.finditer(words):
            name = part[0].strip()
            at = part.start() + part[0].index(name)
            if has_outlet_shape(name):
                yield _place(words, start, (at, at + len(name)), "beside-date")
        paper = issue_of(words)
        if paper:
            yield _place(words, start, paper, "issue")


def _byline_outlets(text: str, zones: Sequence[Zone]) -> Iterator[_Place]:
    for start, words, byline in _bylines(text, zones):
        # "By Reuters" may be an agency's story in anybody's paper.
        if byline.outlet and byline.authors:
            yield _place(words, start, byline.outlet, "byline")


def _owners(text: str, zones: Sequence[Zone]) -> Iterator[_Place]:
    for start, words in of_kind(text, zones, ZoneKind.BOILERPLATE):
        owner = copyright_owner(words)
        # Agencies keep their rights in everybody's pages.
        if owner and not is_known_agency(words[slice(*owner)]):
            yield _place(words, start, owner, "copyright")


def _dateline_outlets(text: str, zones: Sequence[Zone]) -> Iterator[_Place]:
    for zone, end in datelines(zones):
        words = text[zone.start : end]
        dateline = read_dateline(words)
        if dateline and dateline.agency:
            yield _place(words, zone.start, dateline.agency, "dateline")


def _bylines(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, str, Byline]]:
    for start, words in of_kind(text, zones, ZoneKind.BYLINE):
        byline = read_byline(words) or read_bare_byline(words)
        if byline:
            yield start, words, byline
    for start, words in of_kind(text, zones, ZoneKind.DATE):
        # "By Nina Oost | Monday 22 September 2031"
        for part in _MASTHEAD_PART.finditer(_without_dates(words)):
            name = part[0].strip(" -").removesuffix(" on")
            byline = read_byline(name)
            if byline is None and names_people(name):
                byline = read_bare_byline(name)
            if byline:
                yield start + part.start() + part[0].index(name), name, byline


def _without_dates(words: str) -> str:
    """Give a line with a bar for every character of its dates."""
    for date in written_dates(words):
        bars = "|" * (date.end - date.start)
        words = words[: date.start] + bars + words[date.end :]
    return words


def _authors(text: str, zones: Sequence[Zone]) -> Iterator[Finding]:
    named: set[str] = set()
    for at, _, byline in _bylines(text, zones):
        for start, end in byline.authors:
            author = _stated(text, at + start, at + end, "author:byline")
            if author.value.casefold() not in named:
                named.add(author.value.casefold())
                yield author


def _section(text: str, zones: Sequence[Zone]) -> Finding | None:
    for start, words in of_kind(text, zones, ZoneKind.SECTION):
        label = _LABEL.match(words)
        first = label.end() if label else 0
        last = len(words.rstrip(": "))
        if first < last:
            return _stated(text, start + first, start + last, "section:own-line")
    return None


def _url(text: str, zones: Sequence[Zone]) -> str | None:
    """Give the address that stands alone above the story."""
    for zone in zones[:14]:
        if zone.kind is ZoneKind.BODY:
            return None
        address = _ADDRESS.search(text, zone.start, zone.end)
        if address and zone.kind is ZoneKind.BOILERPLATE and address.end() == zone.end:
            return address[0]
    return None
