"""What to ask instead of a query that found nothing, each with its count."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from index.query.nearby import mended, neighbours
from index.query.show import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive.answers import Answer
    from index.archive.archive import Archive
    from index.query.nearby import Neighbour
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

    def finds(query: Query) -> bool:
        return archive.answer(query).total > 0

    whole = filter(None, (_remedy(archive, near) for near in mended(asked, finds)))
    yield from islice(whole, 1)
    helped: Query | None = None
    for near in islice(neighbours(asked), _TRIED):
        word = near.unknown
        if word and (word == helped or finds(word)):
            continue
        if remedy := _remedy(archive, near):
            helped = word
            yield remedy


def _remedy(archive: Archive, near: Neighbour) -> Remedy | None:
    total = archive.answer(near.query).total
    return Remedy(near.change, show(near.query), total) if total else None
