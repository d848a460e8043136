"""What the reader keeps of an article, in words: for tables, documents and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.citing.words import in_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.model import Span
    from index.state.keepsakes import Kept
    from index.state.notes import Note


def kept_lines(kept: Kept | None) -> Iterator[str]:
    """Say all of it, a line for star and tags and one for each note."""
    if kept is None:
        return
    tags = f"tagged {', '.join(kept.tags)}" if kept.tags else ""
    marks = [mark for mark in ("★" * kept.starred, tags) if mark]
    if marks:
        yield " · ".join(marks)
    for note, span in kept.notes:
        yield f"† {note_line(note, span)}"


def note_line(note: Note, span: Span | None) -> str:
    """Say what was noted, and on which words."""
    text = in_line(note.text)
    if note.anchor is None:
        return text
    words, _ = shortened(note.anchor.words)
    place = f", {span.start}-{span.end}" if span else ", which are gone"
    return f"{text} (on “{in_line(words)}”{place})"
