"""Saved searches, when each was last looked at, and the searches of the past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.engine import Order
from index.errors import NotFoundError, QueryError
from index.query.nodes import Saved
from index.state.entries import Entry, Kind, moment

if TYPE_CHECKING:
    from datetime import datetime

    from index.state.entries import Value
    from index.state.register import Register

MOST_REMEMBERED = 1000
"""Searches of the past; older ones are forgotten."""

_THE_ARCHIVE = ""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name: `@name` stands for it."""

    name: str
    query: str
    order: Order
    version: int
    """Of the query language, when it was saved."""
    looked: int
    """The revision of the store that was last looked at; 0 for never."""


class Searches:
    """The saved searches of one archive."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def all(self) -> tuple[SavedSearch, ...]:
        """Give them by name."""
        found = (self._with_look(entry) for entry in self._register.all(Kind.SAVED))
        return tuple(sorted(found, key=lambda s: (s.name.casefold(), s.name)))

    def find(self, name: str) -> SavedSearch:
        """Give the one of this name."""
        entry = self._register.find(Kind.SAVED, name=name)
        if entry is None:
            raise NotFoundError(f"There is no saved search @{name}.")
        return self._with_look(entry)

    def text_of(self, name: str) -> str | None:
        """Give what `@name` stands for, or None; this is what `parse` asks for."""
        entry = self._register.find(Kind.SAVED, name=name)
        return str(entry.value["query"]) if entry else None

    def save(
        self, name: str, query: str, order: Order = Order.RELEVANCE, *, seen: int = 0
    ) -> SavedSearch:
        """Save a query that can be read, in place of the one of this name.

        `seen` is the revision whose answer the reader has before him; 0 for none.
        """
        from index.query.parse import GRAMMAR_VERSION  # noqa: PLC0415 - start-up

        self.check(name, query)
        value = {"query": query, "order": str(order), "version": GRAMMAR_VERSION}
        self._register.say(
            Entry(Kind.SAVED, name=name, value=value),
            Entry(Kind.LOOK, name=name, value={"revision": seen}),
        )
        return SavedSearch(name, query, order, GRAMMAR_VERSION, seen)

    def remove(self, name: str) -> None:
        """Take a saved search back."""
        self.find(name)
        gone = (Entry(kind, name=name, gone=True) for kind in (Kind.SAVED, Kind.LOOK))
        self._register.say(*gone)

    def look(self, name: str, revision: int) -> None:
        """Note that the answer of this revision was looked at."""
        value = {"revision": revision}
        self._register.say(Entry(Kind.LOOK, name=name, value=value))

    def looked(self, name: str = _THE_ARCHIVE) -> int:
        """Give the revision last looked at, of a saved search or of the archive."""
        entry = self._register.find(Kind.LOOK, name=name)
        return revision_of(entry) if entry else 0

    def look_round(self, revision: int) -> None:
        """Note that the archive itself was looked at: what comes later is new."""
        self.look(_THE_ARCHIVE, revision)

    def _with_look(self, entry: Entry) -> SavedSearch:
        query, order, version = saved_of(entry.value)
        return SavedSearch(entry.name, query, order, version, self.looked(entry.name))

    def check(self, name: str, query: str) -> None:
        """Refuse a name or a query that could not be saved."""
        from index.query.parse import parse  # noqa: PLC0415 - start-up

        today = self._register.now().astimezone().date()
        line = f"@{name}"
        wrong = QueryError(
            f"@{name} cannot be a name: write one word without marks.",
            query=line,
            at=0,
        )
        try:
            read = parse(line, today=today, saved=lambda _: "*")
        except QueryError:
            raise wrong from None
        if not isinstance(read, Saved) or read.name != name:
            raise wrong
        parse(query, today=today, saved=self.text_of)

        def saved(other: str) -> str | None:
            return query if other == name else self.text_of(other)

        # Saved under this name, the query must not come back to itself.
        parse(line, today=today, saved=saved)


@dataclass(frozen=True, slots=True)
class PastSearch:
    """A search that was made, and when it was last made."""

    query: str
    made: datetime


class History:
    """The searches of the past, unless the reader wants none remembered."""

    def __init__(self, register: Register, *, remembers: bool) -> None:
        self._register = register
        self.remembers = remembers

    def note(self, query: str) -> None:
        """Remember a search; the same one is remembered once."""
        if self.remembers and query.strip():
            entry = Entry(Kind.SEARCH, name=query.strip())
            self._register.remember(entry, MOST_REMEMBERED)

    def recent(self, most: int = MOST_REMEMBERED) -> tuple[PastSearch, ...]:
        """Give the last searches, the newest first."""
        entries = self._register.all(Kind.SEARCH)[::-1][:most]
        return tuple(PastSearch(entry.name, moment(entry.at)) for entry in entries)

    def forget(self) -> None:
        """Forget every search of this archive."""
        self._register.cut(Kind.SEARCH, 0)


def saved_of(value: Value) -> tuple[str, Order, int]:
    """Read the query, its order and the version of its language."""
    query, version = value["query"], value["version"]
    if not isinstance(query, str) or not isinstance(version, int):
        raise TypeError("a saved search is a text with a version")
    return query, Order(value["order"]), version


def revision_of(entry: Entry) -> int:
    """Read the revision that was looked at."""
    return int(entry.value["revision"])
