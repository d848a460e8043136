"""An article as a pile of blocks in reading order; no character is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model import ZoneKind
from tui.render.facts import enumerated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.model import Article, Zone

_LINE = re.compile(r"[^\n]+")
_DAY = (
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|(?<=\d)(?:st|nd|rd|th)\b|[\d\W_]+"
)
"""What a day consists of, however it is written: the head prints it in its own way."""
MATTER = frozenset({ZoneKind.BODY, ZoneKind.HEADING})
"""What is read; other zones stand closer together and are dimmed."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, or a line of what stands around them."""

    start: int
    end: int
    kind: ZoneKind


def blocks(article: Article) -> list[Block]:
    """Cut the text at its zones; what no zone claims stands between them."""
    found: list[Block] = []
    at = 0
    loose = ZoneKind.BOILERPLATE if _has_body(article) else ZoneKind.BODY
    for zone in article.zones:
        found += _lines(article.text, at, zone.start, loose)
        if _runs_on(found, zone, article.text):
            found[-1] = Block(found[-1].start, zone.end, zone.kind)
        elif not _is_said_above(article, zone):
            found.append(Block(zone.start, zone.end, zone.kind))
        at = max(at, zone.end)
    found += _lines(article.text, at, len(article.text), loose)
    return found


def _runs_on(found: list[Block], zone: Zone, text: str) -> bool:
    """Say whether a paragraph goes on in the line that its dateline opened."""
    if not found or zone.kind is not ZoneKind.BODY:
        return False
    before = found[-1]
    is_dateline = before.kind is ZoneKind.DATELINE
    return is_dateline and not text[before.end : zone.start].strip(" ")


def _has_body(article: Article) -> bool:
    return any(zone.kind is ZoneKind.BODY for zone in article.zones)


def _lines(text: str, start: int, end: int, kind: ZoneKind) -> Iterator[Block]:
    if not text[start:end].strip():
        return
    for line in _LINE.finditer(text, start, end):
        if line[0].strip():
            yield Block(line.start(), line.end(), kind)


def _is_said_above(article: Article, zone: Zone) -> bool:
    """Say whether the head of the page prints these very words."""
    words = article.text[zone.start : zone.end].strip()
    match zone.kind:
        case ZoneKind.TITLE:
            span = article.title.span if article.title else None
            return span is not None and (span.start, span.end) == (zone.start, zone.end)
        case ZoneKind.OUTLET:
            return article.outlet is not None and words == article.outlet.value
        case ZoneKind.BYLINE:
            names = [author.value for author in article.authors]
            said = {" and ".join(names), enumerated(names or [""])}
            return words.casefold() in {f"by {name}".casefold() for name in said}
        case ZoneKind.DATE:
            best = article.date
            is_read_here = best is not None and best.span is not None
            return is_read_here and not re.sub(_DAY, "", words, flags=re.IGNORECASE)
        case _:
            return False
