"""Who is quoted, counted in the tables themselves: no article is read for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from index.store.connection import sentences
from index.store.reading import SPEAKER_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.model import SpeakerKind
    from index.store.reading import Store


class Dated(NamedTuple):
    """A dated article: the minute of its best known date, and its id."""

    minute: int
    article: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one name, as it is written, stands for one kind of speaker."""

    name: str | None
    """None counts what nobody is named for."""
    kind: SpeakerKind | None
    count: int
    undated: int
    """Of the count, those in articles without any date."""
    first: Dated | None
    last: Dated | None


class Place(NamedTuple):
    """Where an utterance stands; places sort by date, the undated last."""

    is_undated: bool
    minute: int
    article: str
    number: int
    """Of the quotation within its article."""


# Minute and ordinal in one number, so that one pass finds the first article and the
# last. Both stay below 2^31.
_TALLIES = """
WITH said AS (
    SELECT speaker, speaker_kind, count(*) AS count, count(minute) AS dated,
        min((minute << 32) | ordinal) AS first, max((minute << 32) | ordinal) AS last
    FROM quotes JOIN articles ON ordinal = article
    WHERE superseded = 0 AND id NOT IN (SELECT value FROM json_each(?))
    GROUP BY speaker, speaker_kind
)
SELECT name, speaker_kind, count, dated, first >> 32, a.id, last >> 32, z.id
FROM said LEFT JOIN names ON number = speaker
LEFT JOIN articles a ON a.ordinal = first & 0xFFFFFFFF
LEFT JOIN articles z ON z.ordinal = last & 0xFFFFFFFF
"""

_PLACES = """
SELECT minute, articles.id, quotes.number
FROM json_each(?) JOIN names ON name = value
JOIN quotes ON speaker = names.number JOIN articles ON ordinal = article
WHERE superseded = 0 AND articles.id NOT IN (SELECT value FROM json_each(?))
"""

_SINGLE = "SELECT name FROM names WHERE name NOT GLOB '* *'"


def tallies(store: Store, without: Iterable[str] = ()) -> list[Tally]:
    """Count every name in the live articles, but for some."""
    # Few articles are many speakers' first or last: one object stands for each.
    dated: dict[Dated, Dated] = {}

    def known(minute: int | None, article: str) -> Dated | None:
        one = None if minute is None else Dated(minute, article)
        return one and dated.setdefault(one, one)

    return [
        Tally(
            name=name,
            kind=None if kind is None else SPEAKER_KINDS[kind],
            count=count,
            undated=count - in_dated,
            first=known(first, first_id),
            last=known(last, last_id),
        )
        for name, kind, count, in_dated, first, first_id, last, last_id in _rows(
            store, _TALLIES, without
        )
    ]


def places(
    store: Store, names: Iterable[str], without: Iterable[str] = ()
) -> list[Place]:
    """Give where these names are quoted in live articles, but for some."""
    rows = _rows(store, _PLACES, names, without)
    return [place_of(*row) for row in rows]


def single_names(store: Store) -> list[str]:
    """Give every name that is written without a space, whoever still bears it."""
    return [name for (name,) in _rows(store, _SINGLE)]


def place_of(minute: int | None, article: str, number: int) -> Place:
    """Give the place of a quotation in an article of this date."""
    return Place(minute is None, minute or 0, article, number)


def _rows(store: Store, query: str, *values: Iterable[str]) -> Iterator[Any]:
    with sentences(store.folder):
        yield from store.connection.execute(query, [json.dumps([*it]) for it in values])
