"""Original bytes into articles: the way in for every file and every row of a dump."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from index.ingest.decode import decode
from index.ingest.doubts import believed, weighed
from index.ingest.event import event_date
from index.ingest.files import printable
from index.ingest.layout import lay_out
from index.ingest.metadata import read_imprint
from index.ingest.row_fields import card_of, with_fields
from index.ingest.zones import zones_of
from index.model import Article, Source
from index.originals import article_id, whole

if TYPE_CHECKING:
    from index.ingest.dump import Row
    from index.ingest.metadata import Imprint
    from index.model import Zone


def read_text(raw: bytes, path: str, *, added: str) -> Article:
    """Read a text file; raise SkippedError with the reason if it is none."""
    text, encoding = decode(raw)
    zones = zones_of(lay_out(text))
    source = Source(printable(path), added)
    imprint = _weighed(read_imprint(text, zones), added)
    return replace(_article(raw, source, text, zones, imprint), encoding=encoding)


def read_row(row: Row, *, added: str) -> Article:
    """Read a row of a dump; what its fields say stands above what its text says."""
    text = whole(row.text)
    zones = zones_of(lay_out(text, card_of(row)))
    imprint = _weighed(with_fields(read_imprint(text, zones), row), added)
    return _article(row.raw, Source(row.path, added), text, zones, imprint)


def _weighed(imprint: Imprint, added: str) -> Imprint:
    return replace(
        imprint,
        published=weighed(imprint.published, added),
        updated=weighed(imprint.updated, added),
    )


def _article(
    raw: bytes, source: Source, text: str, zones: tuple[Zone, ...], imprint: Imprint
) -> Article:
    published, updated = believed(imprint.published), believed(imprint.updated)
    event = event_date(text, zones, published, updated)
    return Article(
        id=article_id(raw),
        path=source.path,
        text=text,
        zones=zones,
        title=imprint.title,
        outlet=imprint.outlet,
        authors=imprint.authors,
        section=imprint.section,
        url=imprint.url,
        language=imprint.language,
        published=imprint.published,
        updated=imprint.updated,
        # A day that we infer and cannot believe is no proposal.
        event=believed(weighed(event, source.added)),
        sha256=hashlib.sha256(raw).hexdigest(),
        sources=(source,),
    )
