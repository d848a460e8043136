"""What to ask instead of a query that found nothing, each with its count."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from index.query.nearby import any_word, mended, neighbours, words_of
from index.query.nodes import Text
from index.query.show import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    best_first: bool = False
    """Whether it finds so much that only the order of relevance makes it useful."""


def unknown_words(archive: Archive, answer: Answer) -> tuple[str, ...]:
    """Give the words of a query that no article has.

    An answer that found something is not asked; where the query is a single word, the
    answer has said so already.
    """
    if answer.total:
        return ()
    words = words_of(archive.parse(answer.parsed))
    unknown = [word.text for word in words if not archive.answer(Text(word)).total]
    return () if unknown == [answer.parsed] else tuple(unknown)


def remedies(archive: Archive, answer: Answer, most: int = 4) -> tuple[Remedy, ...]:
    """Give some queries that find something where this one did not.

    First come those that change least. Of a longer query, any of its words is offered
    last, and then not each of them alone. An answer that found something needs none.
    """
    if answer.total:
        return ()
    asked = archive.parse(answer.parsed)

    def finds(query: Query) -> bool:
        return archive.answer(query).total > 0

    near = any_word(asked, finds)
    of_any = _remedy(archive, near, best_first=True) if near else None
    tried = _tried(archive, asked, finds, alone=of_any is None)
    if of_any is None:
        return tuple(islice(tried, most))
    return (*islice(tried, most - 1), of_any)


def _tried(
    archive: Archive, asked: Query, finds: Callable[[Query], bool], *, alone: bool
) -> Iterator[Remedy]:
    whole = filter(None, (_remedy(archive, near) for near in mended(asked, finds)))
    yield from islice(whole, 1)
    helped: Query | None = None
    for near in islice(neighbours(asked), _TRIED):
        word = near.unknown
        if near.is_last and not alone:
            return
        if word and (word == helped or finds(word)):
            continue
        if remedy := _remedy(archive, near):
            helped = word
            yield remedy


def _remedy(
    archive: Archive, near: Neighbour, *, best_first: bool = False
) -> Remedy | None:
    total = archive.answer(near.query).total
    query = show(near.query)
    return Remedy(near.change, query, total, best_first) if total else None
