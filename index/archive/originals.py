"""From original bytes back to an article: its text, or the whole of it read again."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from index.ingest import FieldMap, Format, Row, restore

if TYPE_CHECKING:
    from index.model import Article


def fields_as_json(fields: FieldMap) -> str:
    """Write down which field of a dump means what."""
    known = {name: value for name, value in asdict(fields).items() if value}
    return json.dumps(known, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=64)
def fields_from_json(written: str) -> FieldMap:
    """Undo `fields_as_json`."""
    return FieldMap(**json.loads(written))


def decode_original(raw: bytes, encoding: str, fmt: str, fields: str | None) -> str:
    """Give an article's text from the bytes that the store keeps."""
    text_field = fields_from_json(fields).text if fields else "text"
    return restore(raw, encoding, cast("Format", fmt), text_field)


def row_again(article: Article, raw: bytes, fields: str) -> Row:
    """Give the row of a dump that an article was read from."""
    values: dict[str, Any] = json.loads(raw.decode("utf-8", "surrogatepass"))
    return Row(article.path, 0, values, fields_from_json(fields), raw)
