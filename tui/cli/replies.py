"""Answers as JSON, a window of hits at a time, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.archive import ArticleRow
from tui.cli.desk import as_json
from tui.cli.shapes.answers import envelope
from tui.cli.shapes.articles import article_hit, bare_hit
from tui.cli.shapes.utterances import utterance_hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.archive import Answer, Archive
    from tui.cli.shapes.parts import Shape

_WINDOW = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """How much of an answer is wanted."""

    limit: int | None
    """None for all."""
    bare: bool = False
    """Only ids and scores."""
    counted: bool = False
    """No hits at all."""


def windows(total: int, limit: int | None) -> Iterator[tuple[int, int]]:
    """Give the bounds of the windows in which an answer is read."""
    stop = total if limit is None else min(total, limit)
    for start in range(0, stop, _WINDOW):
        yield start, min(start + _WINDOW, stop)


def as_document(archive: Archive, answer: Answer, wish: Wish) -> Shape:
    """Give a whole answer as one value."""
    return {**envelope(answer), "hits": list(hits(archive, answer, wish))}


def pieces(archive: Archive, answer: Answer, wish: Wish) -> Iterator[str]:
    """Give the JSON of an answer piece by piece; no more than a window is in memory."""
    return in_pieces(envelope(answer), "hits", hits(archive, answer, wish))


def in_pieces(head: Shape, name: str, shapes: Iterable[Shape]) -> Iterator[str]:
    """Give the JSON of a head and, under a name, of any number of shapes."""
    yield as_json(head).removesuffix("}") + f', "{name}": ['
    for number, shape in enumerate(shapes):
        yield (",\n" if number else "\n") + as_json(shape)
    yield "]}"


def hits(archive: Archive, answer: Answer, wish: Wish) -> Iterator[Shape]:
    """Give the hits of an answer, however many; a window is read at a time."""
    if wish.counted:
        return
    for start, stop in windows(answer.total, wish.limit):
        if wish.bare:
            yield from map(bare_hit, archive.hits(answer, start, stop))
            continue
        for row in archive.rows(answer, start, stop):
            if isinstance(row, ArticleRow):
                yield article_hit(row)
            else:
                yield utterance_hit(row)
