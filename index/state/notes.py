"""Notes on a passage, or on a whole article."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.errors import NotFoundError
from index.state.anchors import Anchor, anchor, anchor_value, anchored, read_anchor
from index.state.entries import Entry, Kind, moment

if TYPE_CHECKING:
    from datetime import datetime

    from index.model import Article, Span
    from index.state.entries import Value
    from index.state.register import Register


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader wrote, and on what."""

    id: str
    article: str
    path: str
    text: str
    anchor: Anchor | None
    """None when it is on the whole article."""
    written: datetime

    def span_in(self, article: Article) -> Span | None:
        """Give where it belongs in the text as it is; None if that is gone."""
        if self.anchor is None:
            return None
        return anchored(self.anchor, article.text, by_words=True)


class Notes:
    """The notes of one archive."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def articles(self) -> frozenset[str]:
        """Give the ids of the articles with a note."""
        return self._register.articles(Kind.NOTE)

    def all(self) -> tuple[Note, ...]:
        """Give every note, in the order in which they were written."""
        return tuple(map(note_of, self._register.all(Kind.NOTE)))

    def of(self, article: str) -> tuple[Note, ...]:
        """Give the notes on one article, in the order of their places."""
        notes = map(note_of, self._register.all(Kind.NOTE, article))
        return tuple(sorted(notes, key=_place))

    def by_article(self) -> dict[str, tuple[Note, ...]]:
        """Give every note by its article, those on one in the order of their places."""
        found: dict[str, list[Note]] = {}
        for note in self.all():
            found.setdefault(note.article, []).append(note)
        return {id_: tuple(sorted(notes, key=_place)) for id_, notes in found.items()}

    def write(self, article: Article, text: str, span: Span | None = None) -> Note:
        """Write a note on a passage of the article, or on all of it."""
        place = anchor(article.text, span) if span else None
        name = os.urandom(5).hex()
        value = {"text": text, "anchor": anchor_value(place)}
        entry = Entry(Kind.NOTE, article.id, name, article.path, value=value)
        self._register.say(entry)
        return note_of(self._found(name))

    def rewrite(self, id_: str, text: str) -> None:
        """Change what a note says."""
        entry = self._found(id_)
        self._register.say(replace(entry, value={**entry.value, "text": text}))

    def remove(self, id_: str) -> None:
        """Take a note back; its words are not kept."""
        self._register.say(replace(self._found(id_), gone=True, value={}))

    def _found(self, id_: str) -> Entry:
        for entry in self._register.all(Kind.NOTE):
            if entry.name == id_:
                return entry
        raise NotFoundError(f"There is no note {id_!r}.")


def _place(note: Note) -> int:
    """Give what notes on one article are sorted by: that on all of it comes first."""
    return note.anchor.span.start if note.anchor else -1


def note_of(entry: Entry) -> Note:
    """Read a note from its entry."""
    value: Value = entry.value
    text = value["text"]
    if not isinstance(text, str):
        raise TypeError("a note is text")
    return Note(
        entry.name,
        entry.article,
        entry.path,
        text,
        read_anchor(value["anchor"]),
        moment(entry.at),
    )
