"""Original bytes and the text that stands in them: how the one gives the other again.

Ingest reads by these rules and the store restores by them, so that an offset means the
same character for ever.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any, Literal

Format = Literal["text", "json"]
"""What the original bytes are: a text in some encoding, or a row as canonical JSON."""

_ID_LENGTH = 13
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def article_id(raw: bytes) -> str:
    """Give the short name of these bytes: the same bytes have it wherever they lie."""
    return id_from(hashlib.sha256(raw).digest())


def id_from(digest: bytes) -> str:
    """Give the short name of the bytes that have this sha256."""
    return base64.b32encode(digest)[:_ID_LENGTH].decode("ascii").lower()


def restore(raw: bytes, encoding: str, fmt: Format, text_field: str = "text") -> str:
    """Give an article's text again from the original bytes that the store keeps."""
    if fmt == "text":
        return decode_as(raw, encoding)
    values = json.loads(raw.decode("utf-8", errors="surrogatepass"))
    return whole(str(value_at(values, text_field)))


def decode_as(raw: bytes, encoding: str) -> str:
    """Give the text of bytes whose encoding is known; line ends stay as they are."""
    return whole(raw.decode(encoding, errors="replace"))


def whole(text: str) -> str:
    """Put the replacement character for halves of surrogate pairs.

    Neither a database nor a terminal takes them; offsets stay as they are.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.translate(_SURROGATES)
    return text


def value_at(row: Mapping[str, Any], name: str | None) -> Any:  # noqa: ANN401
    """Give what a row holds under a name or a dotted way; None if nothing."""
    if name is None:
        return None
    if name in row:
        return row[name]
    inner: Any = row
    for part in name.split("."):
        if not isinstance(inner, Mapping):
            return None
        inner = inner.get(part)
    return inner
