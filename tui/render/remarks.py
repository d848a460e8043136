"""What a reader has kept of one article, for the head of its page and its margin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.model import Span

SIGN = "†"
"""Stands before a note, and in the margin where its passage begins."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A note, and the passage that it is on."""

    text: str
    span: Span | None = None
    """None when it is on the whole article, or when its passage is gone."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """Star, tags and notes of one article."""

    starred: bool = False
    tags: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def marks(self) -> str:
        """Say whether there is a star, and the tags."""
        tags = f"tagged {', '.join(self.tags)}" if self.tags else ""
        return " · ".join(part for part in ("★" * self.starred, tags) if part)

    def lines(self) -> Iterator[str]:
        """Say all of it, a line for the marks and for each note."""
        if self.marks:
            yield self.marks
        for note in self.notes:
            yield f"{SIGN} {note.text}"

    def passage_on(self, line: int) -> Span | None:
        """Give the passage of the note that one of `lines` says, if there is one."""
        at = line - bool(self.marks)
        return self.notes[at].span if 0 <= at < len(self.notes) else None

    @property
    def first_passage(self) -> Span | None:
        """Give the first passage with a note."""
        return next((note.span for note in self.notes if note.span), None)

    def begins_between(self, start: int, end: int) -> bool:
        """Say whether a passage with a note begins in this stretch."""
        starts = [note.span.start for note in self.notes if note.span]
        return any(start <= at < end for at in starts)


NONE = Remarks()
