"""Personal state as JSON: marks, notes, saved searches, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.archive import Headline
    from index.model import Span
    from index.state import ImportReport
    from index.state.correcting import Correction
    from index.state.keepsakes import Kept
    from index.state.notes import Note
    from index.state.searches import SavedSearch
    from tui.cli.marking import Marking
    from tui.cli.shapes.parts import Shape


def marking(how: Marking, found: Iterable[Headline], changed: int) -> Shape:
    """Give what was marked, and how much of it was news."""
    articles = [{"id": h.id, "path": h.path, "title": h.title or None} for h in found]
    return {
        "mark": how.mark,
        "name": how.name,
        "set": how.is_set,
        "articles": articles,
        "changed": changed,
        "unchanged": len(articles) - changed,
    }


def note(written: Note, span: Span | None) -> Shape:
    """Give a note, with the place that its words have now."""
    return {
        "id": written.id,
        "article": written.article,
        "path": written.path,
        "text": written.text,
        "words": written.anchor.words if written.anchor else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "written": written.written.isoformat(timespec="seconds"),
    }


def kept(of: Kept | None) -> Shape:
    """Give what is kept of an article; null where nobody's marks are open."""
    if of is None:
        return {"starred": None, "tags": None, "notes": None}
    notes = [note(written, span) for written, span in of.notes]
    for shape in notes:
        # Whose notes they are is said beside them.
        del shape["article"], shape["path"]
    return {"starred": of.starred, "tags": list(of.tags), "notes": notes}


def saved_search(
    saved: SavedSearch, total: int | None, new: int | None, error: str | None
) -> Shape:
    """Give a saved search, and how much it finds; null when it cannot be read."""
    return {
        "name": saved.name,
        "query": saved.query,
        "sort": str(saved.order),
        "version": saved.version,
        "total": total,
        "new": new,
        "error": error,
    }


def correction(made: Correction, *, published: bool) -> Shape:
    """Give a correction: what, where, who and when, and what was before."""
    return {
        "id": made.id,
        "corrects": str(made.corrects),
        "article": made.article or None,
        "path": made.path or None,
        "words": made.anchor.words if made.anchor else None,
        "value": made.value,
        "old": made.old,
        "who": made.who,
        "made": made.made.isoformat(timespec="seconds"),
        "undone": made.undone,
        "published": published,
    }


def imported(report: ImportReport) -> Shape:
    """Give what an import did."""
    return {"changed": report.changed, "unchanged": report.unchanged}
