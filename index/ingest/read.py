"""Original bytes into articles: the way in for every file and every row of a dump."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from index.ingest.decode import decode, decode_as, whole
from index.ingest.event import event_date
from index.ingest.fields import value_at
from index.ingest.files import printable
from index.ingest.layout import lay_out
from index.ingest.metadata import read_imprint
from index.ingest.row_fields import card_of, with_fields
from index.ingest.zones import zones_of
from index.model import Article, Source

if TYPE_CHECKING:
    from index.ingest.dump import Row
    from index.ingest.metadata import Imprint
    from index.model import Zone

Format = Literal["text", "json"]
"""What the original bytes are: a text in some encoding, or a row as canonical JSON."""

_ID_LENGTH = 13


def article_id(raw: bytes) -> str:
    """Give the short name of these bytes: the same bytes have it wherever they lie."""
    digest = hashlib.sha256(raw).digest()
    return base64.b32encode(digest)[:_ID_LENGTH].decode("ascii").lower()


def restore(raw: bytes, encoding: str, fmt: Format, text_field: str = "text") -> str:
    """Give an article's text again from the original bytes that the store keeps."""
    if fmt == "text":
        return decode_as(raw, encoding)
    values = json.loads(raw.decode("utf-8", errors="surrogatepass"))
    return whole(str(value_at(values, text_field)))


def read_text(raw: bytes, path: str, *, added: str) -> Article:
    """Read a text file; raise SkippedError with the reason if it is none."""
    text, encoding = decode(raw)
    zones = zones_of(lay_out(text))
    source = Source(printable(path), added)
    imprint = read_imprint(text, zones)
    return replace(_article(raw, source, text, zones, imprint), encoding=encoding)


def read_row(row: Row, *, added: str) -> Article:
    """Read a row of a dump; what its fields say stands above what its text says."""
    text = whole(row.text)
    zones = zones_of(lay_out(text, card_of(row)))
    imprint = with_fields(read_imprint(text, zones), row)
    return _article(row.raw, Source(row.path, added), text, zones, imprint)


def _article(
    raw: bytes, source: Source, text: str, zones: tuple[Zone, ...], imprint: Imprint
) -> Article:
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
        event=event_date(text, zones, imprint.published),
        sha256=hashlib.sha256(raw).hexdigest(),
        sources=(source,),
    )
