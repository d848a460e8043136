"""Two answers as one, in order; of the larger one only little is looked at."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

from index.engine import Found, Hit, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from index.model import Article

Key: TypeAlias = tuple[float, bool, int, str, int]
MomentOf: TypeAlias = "Callable[[str, Order], int | None]"
"""Gives the minute of an article's date that an order looks at; None if undated."""


class Merged(Found):
    """An answer, and some hits of our own in their places among it."""

    def __init__(
        self, found: Found, own: Iterable[Hit], undated: int, key: Callable[[Hit], Key]
    ) -> None:
        self._found = found
        self._key = key
        self._own = sorted(own, key=key)
        self._undated = undated
        # Filled as windows are asked for; whoever comes second finds the same.
        self._places: dict[int, int] = {}
        self._keys: dict[int, Key] = {}

    @property
    def total(self) -> int:
        """Count both."""
        return self._found.total + len(self._own)

    @property
    def undated(self) -> int:
        """Count the undated of both."""
        return self._undated

    def window(self, start: int, stop: int) -> tuple[Hit, ...]:
        """Give the stretch, our own hits in their places."""
        places = self._places_before(stop)
        before, last = bisect_left(places, start), len(places)
        hits = list(self._found.window(start - before, max(0, stop - last)))
        for number in range(before, last):
            hits.insert(places[number] - start, self._own[number])
        return tuple(hits)

    def _places_before(self, stop: int) -> list[int]:
        """Give where our own hits stand that come before `stop`.

        Only few of the others are looked at, and no more than the window needs.
        """
        places: list[int] = []
        for number in range(len(self._own)):
            place = self._place(number)
            if place >= stop:
                break
            places.append(place)
        return places

    def _place(self, number: int) -> int:
        known = self._places.get(number)
        if known is None:
            everywhere = range(self._found.total)
            key = self._key(self._own[number])
            known = bisect_left(everywhere, key, key=self._key_at) + number
            self._places[number] = known
        return known

    def _key_at(self, place: int) -> Key:
        known = self._keys.get(place)
        if known is None:
            (hit,) = self._found.window(place, place + 1)
            known = self._keys[place] = self._key(hit)
        return known


def key_of(hit: Hit, moment: int | None, order: Order, *, ranked: bool) -> Key:
    """Give what puts a hit in its place, as every engine does."""
    minute = moment or 0
    return (
        -hit.score if ranked else 0.0,
        moment is None,
        minute if order in (Order.DATE, Order.EVENT) else -minute,
        hit.article,
        hit.quote or 0,
    )


def moment_in(article: Article, order: Order) -> int | None:
    """Give the minute of the date that an order looks at."""
    by_event = order in (Order.EVENT, Order.EVENT_DESC)
    known = article.event if by_event else article.date
    return known.minute if known else None
