"""What to ask instead of a query that found nothing, each with its count."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from index.query.nearby import neighbours
from index.query.show import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive.answers import Answer
    from index.archive.archive import Archive
    from index.query.nodes import Query

_TRIED = 40
"""Each takes a millisecond or some: a very long query is not tried in all ways."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A query near the one that found nothing."""

    change: str
    """What was changed, as `without -nato`."""
    query: str
    """The whole query as a line."""
    total: int


def remedies(archive: Archive, answer: Answer, most: int = 4) -> tuple[Remedy, ...]:
    """Give some queries that find something where this one did not.

    An answer that found something needs none.
    """
    if answer.total:
        return ()
    return tuple(islice(_tried(archive, answer), most))


def _tried(archive: Archive, answer: Answer) -> Iterator[Remedy]:
    asked = archive.parse(answer.parsed)
    mended: Query | None = None
    for near in islice(neighbours(asked), _TRIED):
        word = near.unknown
        if word and (word == mended or archive.answer(word).total):
            continue
        total = archive.answer(near.query).total
        if total:
            mended = word
            yield Remedy(near.change, show(near.query), total)
