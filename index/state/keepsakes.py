"""All that a reader keeps of articles, read once: for whoever goes through many."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.model import Article, Span
    from index.state.notes import Note
    from index.state.state import Notebook


@dataclass(frozen=True, slots=True)
class Kept:
    """Star, tags and notes of one article."""

    starred: bool = False
    tags: tuple[str, ...] = ()
    notes: tuple[tuple[Note, Span | None], ...] = ()
    """Each with its place in the text; None for the whole article, or if it is gone."""


class Keepsakes:
    """The stars, tags and notes of a notebook as they were at one time."""

    def __init__(self, notebook: Notebook) -> None:
        self._starred = notebook.marks.starred()
        self._notes = notebook.notes.by_article()
        self._tags: dict[str, list[str]] = defaultdict(list)
        for tag, articles in notebook.marks.tags().items():
            for id_ in articles:
                self._tags[id_].append(tag)

    def of(self, article: Article) -> Kept:
        """Give what is kept of an article, which must have its text."""
        notes = self._notes.get(article.id, ())
        return Kept(
            article.id in self._starred,
            tuple(self._tags.get(article.id, ())),
            tuple((note, note.span_in(article)) for note in notes),
        )
