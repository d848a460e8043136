"""Original bytes into articles: the way in for every file and every row of a dump."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Literal

from index.ingest.decode import decode, decode_as, whole
from index.ingest.fields import value_at
from index.ingest.files import printable
from index.ingest.paragraphs import paragraphs_of
from index.model import Article, Source, Zone, ZoneKind

if TYPE_CHECKING:
    from index.ingest.dump import Row

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
    return _article(raw, printable(path), text, encoding, added)


def read_row(row: Row, *, added: str) -> Article:
    """Read a row of a dump; what its fields say stands above what its text says."""
    return _article(row.raw, row.path, whole(row.text), "utf-8", added)


def _article(raw: bytes, path: str, text: str, encoding: str, added: str) -> Article:
    return Article(
        id=article_id(raw),
        path=path,
        text=text,
        zones=tuple(Zone(p.start, p.end, ZoneKind.BODY) for p in paragraphs_of(text)),
        encoding=encoding,
        sha256=hashlib.sha256(raw).hexdigest(),
        sources=(Source(path, added),),
    )
