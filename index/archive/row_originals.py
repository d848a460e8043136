"""Write down how a row of a dump was read, and make the row again from that."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from index.ingest import FieldMap, Row

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


def row_again(article: Article, raw: bytes, fields: str) -> Row:
    """Give the row of a dump that an article was read from."""
    values: dict[str, Any] = json.loads(raw.decode("utf-8", "surrogatepass"))
    return Row(article.path, 0, values, fields_from_json(fields), raw)
