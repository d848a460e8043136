"""Entries: what was last said of one thing, when, and how that is written down."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Value: TypeAlias = dict[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Kind(StrEnum):
    """What an entry is about."""

    READ = "read"
    STAR = "star"
    TAG = "tag"
    NOTE = "note"
    PLACE = "place"
    CORRECTION = "correction"
    SAVED = "saved"
    LOOK = "look"
    SEARCH = "search"
    SESSION = "session"


FOLLOWING = (Kind.STAR, Kind.TAG, Kind.NOTE, Kind.PLACE, Kind.CORRECTION)
"""Kinds that go over to an article's new version; a changed text is unread again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was last said of one thing."""

    kind: Kind
    article: str = ""
    name: str = ""
    path: str = ""
    at: int = 0
    """Milliseconds since 1970, in UTC."""
    gone: bool = False
    value: Value = field(default_factory=dict)


def entry_of(row: Sequence[Any]) -> Entry:
    """Read an entry from its row."""
    kind, article, name, path, at, gone, value = row
    return Entry(Kind(kind), article, name, path, at, bool(gone), json.loads(value))


def row_of(entry: Entry) -> tuple[Any, ...]:
    """Write an entry as a row; equal entries are written alike."""
    value = json.dumps(
        entry.value, ensure_ascii=True, sort_keys=True, separators=(",", ":")
    )
    return (
        str(entry.kind),
        storable(entry.article),
        storable(entry.name),
        storable(entry.path),
        entry.at,
        int(entry.gone),
        value,
    )


def storable(text: str) -> str:
    """Give a text that SQLite takes: half a character is shown as lost."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def milliseconds(when: datetime) -> int:
    """Count from 1970."""
    return (when - _EPOCH) // timedelta(milliseconds=1)


def moment(at: int) -> datetime:
    """Undo `milliseconds`."""
    return _EPOCH + timedelta(milliseconds=at)
