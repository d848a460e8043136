"""How an article is written down: original bytes deflated, facts as packed JSON."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from typing import Any

from index.model import Article, Certainty, Finding, NewsDate, Span, Zone, ZoneKind

DICTIONARY_BYTES = 32_768
"""As far back as deflate can look."""

# Deflate finds repetitions only within a record; the words that every record
# repeats stand here once. A change needs a new version of the schema.
_FACTS_DICTIONARY = (
    b'"title":["made_up","first-sentence","stated","title-line","metadata:title",'
    b'"outlet":["stated","metadata:source","dateline","authors":[["stated","byline",'
    b'"metadata:authors",null],"section":null,"url":"https://www.","http://www.'
    b'.com/2016/.html","language":"en","published":["2016-09-20","2021-10-","stated",'
    b'"metadata:date",null,null],"updated":null,"event":null,"zones":[["body",0,'
    b'["boilerplate",["caption",["heading",["duplicate",["related",["dateline",["date",'
)

_ZONE_KINDS = {kind.value: kind for kind in ZoneKind}


def pack(data: bytes, dictionary: bytes) -> bytes:
    """Deflate, with a dictionary unless it is empty."""
    squeeze = (
        zlib.compressobj(6, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary)
        if dictionary
        else zlib.compressobj(6, zlib.DEFLATED, -15, 9)
    )
    return squeeze.compress(data) + squeeze.flush()


def unpack(data: bytes, dictionary: bytes) -> bytes:
    """Undo `pack`."""
    stretch = (
        zlib.decompressobj(-15, dictionary) if dictionary else zlib.decompressobj(-15)
    )
    return stretch.decompress(data) + stretch.flush()


def pack_facts(article: Article) -> bytes:
    """Write down all that is known of an article except its text and sources."""
    dates = {
        "published": article.published,
        "updated": article.updated,
        "event": article.event,
    }
    doubted = {name: _date(d) for name, d in dates.items() if d and not d.is_believed}
    facts = {
        "title": _finding(article.title),
        "outlet": _finding(article.outlet),
        "authors": [_finding(author) for author in article.authors],
        "section": _finding(article.section),
        "url": article.url,
        "language": article.language,
        **{n: None if n in doubted else _date(d) for n, d in dates.items()},
        "zones": _zones(article.zones),
        # Apart, so that whoever reads only the dates' own keys goes by none of them.
        **({"doubted": doubted} if doubted else {}),
    }
    compact = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return pack(compact.encode("utf-8", "surrogatepass"), _FACTS_DICTIONARY)


def facts_as_written(packed: bytes) -> str:
    """Give the facts as JSON, for those who read two of them from many articles."""
    return unpack(packed, _FACTS_DICTIONARY).decode("utf-8", "surrogatepass")


def unpack_facts(packed: bytes) -> dict[str, Any]:
    """Give the facts as keyword arguments of `Article`."""
    facts = json.loads(facts_as_written(packed))
    for name in ("title", "outlet", "section"):
        facts[name] = _to_finding(facts[name])
    facts["authors"] = tuple(_to_finding(author) for author in facts["authors"])
    for name in ("published", "updated", "event"):
        facts[name] = _to_date(facts[name])
    for name, row in facts.pop("doubted", {}).items():
        facts[name] = replace(_to_known(row), is_believed=False)
    facts["zones"] = _to_zones(facts["zones"])
    return dict(facts)


def _span(span: Span | None) -> list[int]:
    return [span.start, span.end] if span else []


def _to_span(bounds: list[int]) -> Span | None:
    return Span(*bounds) if bounds else None


def _finding(finding: Finding | None) -> list[Any] | None:
    if finding is None:
        return None
    return [finding.value, finding.certainty, finding.rule, *_span(finding.span)]


def _to_finding(row: list[Any] | None) -> Finding | None:
    if row is None:
        return None
    value, certainty, rule, *bounds = row
    return Finding(value, Certainty(certainty), rule, _to_span(bounds))


def _date(known: NewsDate | None) -> list[Any] | None:
    if known is None:
        return None
    where = _span(known.span)
    return [known.value, known.certainty, known.rule, known.reason, *where]


def _to_date(row: list[Any] | None) -> NewsDate | None:
    return None if row is None else _to_known(row)


def _to_known(row: list[Any]) -> NewsDate:
    value, certainty, rule, reason, *bounds = row
    return NewsDate(value, Certainty(certainty), rule, reason, _to_span(bounds))


def _zones(zones: tuple[Zone, ...]) -> list[list[Any]]:
    # Each start is counted from the end before it: small numbers deflate well.
    rows, end = [], 0
    for zone in zones:
        rows.append([zone.kind, zone.start - end, zone.end - zone.start])
        end = zone.end
    return rows


def _to_zones(rows: list[list[Any]]) -> tuple[Zone, ...]:
    zones, end = [], 0
    for kind, gap, length in rows:
        start = end + gap
        end = start + length
        zones.append(Zone(start, end, _ZONE_KINDS[kind]))
    return tuple(zones)
