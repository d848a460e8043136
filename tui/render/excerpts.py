"""The excerpt of an article that a note is on: a quotation, or whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.model import Span, ZoneKind
from index.words.sentences import sentence_around
from tui.render.amends import began
from tui.render.blocks import blocks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model import Article
    from index.state.notes import Note

LONGEST = 500
"""Characters; of a longer paragraph only some sentences are meant."""
_OPENING = "“\"‘'„«‹「『 \n"


class Excerpt(NamedTuple):
    """A stretch of an article, and its words."""

    span: Span
    words: str
    is_quotation: bool = False
    """Whether just these words are meant, and none beside them."""

    def has(self, place: Span) -> bool:
        """Say whether a note on that place is a note on this."""
        return place == self.span or (
            not self.is_quotation and place.overlaps(self.span)
        )

    def named(self, cells: int) -> str:
        """Name it by its first words, between marks of our own."""
        return began(self.words.lstrip(_OPENING), cells)


def excerpt(article: Article, span: Span, *, is_quotation: bool = False) -> Excerpt:
    """Give a stretch of an article with its words."""
    return Excerpt(span, span.of(article.text), is_quotation)


def excerpt_before(article: Article, seen: Span, hit: Span | None) -> Excerpt | None:
    """Give whole sentences around the hit, else those at the top of what is seen.

    They are of one paragraph. None where nothing of the body is seen.
    """
    span = _around(article, hit) if hit else None
    span = span or _at_top(article, seen)
    return excerpt(article, span) if span else None


def note_on(notes: Iterable[Note], article: Article, on: Excerpt | None) -> Note | None:
    """Give the note that is there already; without an excerpt, that on the article."""
    if on is None:
        return next((note for note in notes if note.anchor is None), None)
    placed = [(place, note) for note in notes if (place := place_of(note, article))]
    found = [(place, note) for place, note in placed if on.has(place)]
    found.sort(key=lambda it: it[0] != on.span)
    return found[0][1] if found else None


def place_of(note: Note, article: Article) -> Span | None:
    """Give where a note belongs; rows of the list have no text to look it up in."""
    if article.text:
        return note.span_in(article)
    return note.anchor.span if note.anchor else None


def _around(article: Article, hit: Span) -> Span | None:
    """Give the paragraph of a hit; of a long one the sentences."""
    paragraph = _paragraph(article, hit)
    if paragraph is None or paragraph.end - paragraph.start <= LONGEST:
        return paragraph
    return _sentences(article, paragraph, hit)


def _at_top(article: Article, seen: Span) -> Span | None:
    """Give the sentences that are seen of the first paragraph."""
    paragraph = _paragraph(article, seen)
    if paragraph is None:
        return None
    start = max(seen.start, paragraph.start)
    end = min(seen.end, paragraph.end, start + LONGEST)
    return _sentences(article, paragraph, Span(start, end))


def _sentences(article: Article, paragraph: Span, about: Span) -> Span:
    """Give the whole sentences of a paragraph that a stretch touches."""
    words, first = paragraph.of(article.text), paragraph.start
    start, end = sentence_around(words, about.start - first, about.end - first)
    length = len(words[start:end].rstrip())
    return Span(first + start, first + start + length)


def _paragraph(article: Article, about: Span) -> Span | None:
    """Give the first paragraph of the body that a stretch touches."""
    bodies = (
        Span(block.start, block.end)
        for block in blocks(article)
        if block.kind is ZoneKind.BODY
    )
    return next((body for body in bodies if body.overlaps(about)), None)
