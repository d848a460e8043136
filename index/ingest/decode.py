"""Bytes into text: which encoding a file is in, and its characters, again and again.

The store keeps only the bytes and the name of the encoding, so everything here depends
on nothing but the bytes.
"""

from __future__ import annotations

import codecs

from index.errors import SkippedError
from index.ingest.alphabets import guess_alphabet
from index.originals import decode_as

_MARKS = (
    # UTF-32 goes first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_KEPT_CONTROLS = b"\b\t\n\v\f\r\x1a\x1b"
"""Found in honest texts: tabs, pages, the old end-of-file sign, colour codes."""
_CONTROLS = bytes(set(range(32)) - set(_KEPT_CONTROLS))
_CONTROL_CHARACTERS = dict.fromkeys(_CONTROLS)

_BINARY_SHARE = 0.01


def decode(raw: bytes) -> tuple[str, str]:
    """Give the text and the name of its encoding; refuse what is no text.

    Line ends are left as they are; a byte-order mark is not part of the text.
    """
    if not raw:
        raise SkippedError("empty file")
    encoding = _marked_encoding(raw) or _plain_encoding(raw)
    text = decode_as(raw, encoding)
    # Of UTF-8 the bytes were counted already where they hold no control at all.
    is_clean = encoding == "utf-8" and len(raw) == len(raw.translate(None, _CONTROLS))
    if not is_clean and _is_binary(text):
        raise SkippedError("binary file")
    if not text.strip():
        raise SkippedError("empty file" if not text else "nothing but blank space")
    return text, encoding


def _marked_encoding(raw: bytes) -> str | None:
    return next((name for mark, name in _MARKS if raw.startswith(mark)), None)


def _plain_encoding(raw: bytes) -> str:
    """Name the encoding of bytes without a mark."""
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > len(raw) * _BINARY_SHARE:
        raise SkippedError("binary file")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf8(raw) else guess_alphabet(raw)
    return "utf-8"


def _is_damaged_utf8(raw: bytes) -> bool:
    """Say whether this is UTF-8 with a few bad bytes: a cut end, a bad paste."""
    text = raw.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", errors="ignore")) - bad
    return good >= 2 * bad


def _is_binary(text: str) -> bool:
    """Say whether a decoded text is full of control characters."""
    controls = len(text) - len(text.translate(_CONTROL_CHARACTERS))
    return controls > len(text) * _BINARY_SHARE
