"""What was read, starred and tagged."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol

from index.errors import ArchiveError
from index.state.entries import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.state.register import Register


class Filed(Protocol):
    """An article, or its headline: whatever has an id and a path."""

    @property
    def id(self) -> str:
        """Give the article's id."""
        ...

    @property
    def path(self) -> str:
        """Give its first source."""
        ...


class TagError(ArchiveError):
    """A tag that cannot be one."""

    exit_code = 2


class Marks:
    """Marks on whole articles; each method that makes some says how many were news."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def read(self) -> frozenset[str]:
        """Give the ids of the articles that were read."""
        return self._register.articles(Kind.READ)

    def starred(self) -> frozenset[str]:
        """Give the ids of the articles with a star."""
        return self._register.articles(Kind.STAR)

    def tags(self) -> dict[str, frozenset[str]]:
        """Give every tag in use, with the ids of its articles."""
        found: dict[str, set[str]] = {}
        for entry in self._register.all(Kind.TAG):
            found.setdefault(entry.name, set()).add(entry.article)
        return {tag: frozenset(found[tag]) for tag in sorted(found)}

    def tags_of(self, article: str) -> tuple[str, ...]:
        """Give the tags of one article."""
        return tuple(sorted(e.name for e in self._register.all(Kind.TAG, article)))

    def is_read(self, article: str) -> bool:
        """Say whether this article was read."""
        return self._register.find(Kind.READ, article) is not None

    def is_starred(self, article: str) -> bool:
        """Say whether this article has a star."""
        return self._register.find(Kind.STAR, article) is not None

    def mark_read(self, articles: Iterable[str]) -> int:
        """Note that these were read."""
        return self._register.change(Entry(Kind.READ, id_) for id_ in articles)

    def mark_unread(self, articles: Iterable[str]) -> int:
        """Note that these are still to be read."""
        return self._take_back(Entry(Kind.READ, id_, gone=True) for id_ in articles)

    def toggle_read(self, article: str) -> bool:
        """Turn read into unread and back; say whether it is read now."""
        return self._register.flip(Entry(Kind.READ, article))

    def star(self, articles: Iterable[Filed]) -> int:
        """Give these a star."""
        return self._register.change(_entries(Kind.STAR, articles))

    def unstar(self, articles: Iterable[Filed]) -> int:
        """Take the star from these."""
        return self._take_back(_entries(Kind.STAR, articles, gone=True))

    def toggle_star(self, article: Filed) -> bool:
        """Give a star or take it; say whether it has one now."""
        (entry,) = _entries(Kind.STAR, [article])
        return self._register.flip(entry)

    def tag(self, tag: str, articles: Iterable[Filed]) -> int:
        """Give these a tag."""
        return self._register.change(_entries(Kind.TAG, articles, tag_of(tag)))

    def untag(self, tag: str, articles: Iterable[Filed]) -> int:
        """Take the tag from these."""
        gone = _entries(Kind.TAG, articles, tag_of(tag), gone=True)
        return self._take_back(gone)

    def _take_back(self, entries: Iterable[Entry]) -> int:
        # What was never there is not to be noted as gone.
        found = list(entries)
        kinds = {(entry.kind, entry.name) for entry in found}
        there = {
            (entry.kind, entry.name, entry.article)
            for kind, _ in kinds
            for entry in self._register.all(kind)
        }
        return self._register.change(
            entry for entry in found if (entry.kind, entry.name, entry.article) in there
        )


def tag_of(written: str) -> str:
    """Give a tag as it is kept: no space at its ends, one between its words."""
    tag = " ".join(unicodedata.normalize("NFC", written).split())
    if not any(map(str.isalnum, tag)):
        raise TagError("A tag needs a letter or a digit, or no query could find it.")
    return tag


def _entries(
    kind: Kind, articles: Iterable[Filed], name: str = "", *, gone: bool = False
) -> list[Entry]:
    return [Entry(kind, a.id, name, a.path, gone=gone) for a in articles]
