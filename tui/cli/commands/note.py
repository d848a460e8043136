"""`note`: write notes on passages or whole articles, list them, take them back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import NotFoundError
from tui.cli.choosing import add_choice, chosen, notebook_of
from tui.cli.outcomes import Exit, UsageError
from tui.cli.shapes.marks import note as shape_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from index.archive import Archive
    from index.model import Clipping, Span
    from index.state.notes import Note
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

_PLACE = re.compile(r"(?P<article>.+):(?P<start>[0-9]+)(-(?P<end>[0-9]+))?")


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("text", nargs="?", metavar="TEXT", help="what the note says")
    add_choice(parser)
    add("--list", action="store_true", help="list the notes, or those on the articles")
    add("--remove", metavar="NOTE", help="take a note back, by its id")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Write, list or remove."""
    with desk.opened_archive() as archive:
        if options.remove is not None:
            return _remove(archive, options, desk)
        if options.list:
            return _list(archive, options, desk)
        if not (options.text and options.text.strip()):
            raise UsageError("Write what the note is to say, then the articles.")
        written = list(_write(archive, options))
    _put(written, options, desk)
    return Exit.DONE if written else Exit.NOTHING_FOUND


def _write(archive: Archive, options: Namespace) -> Iterator[tuple[Note, Span | None]]:
    notes = notebook_of(archive).notes
    if options.articles and options.query is None:
        # All places are looked up first: an unknown one leaves no note.
        places = [_place(archive, name) for name in options.articles]
    else:
        ids = chosen(archive, options)
        places = [(clipping, None) for clipping in archive.clippings(ids)]
    for clipping, span in places:
        yield notes.write(clipping.article, options.text.strip(), span), span


def _place(archive: Archive, name: str) -> tuple[Clipping, Span | None]:
    """Read ID, ID:START-END, or ID:START for the quotation that begins there."""
    found = _PLACE.fullmatch(name)
    try:
        return archive.clipping(name), None
    except NotFoundError:
        if found is None:
            raise
    clipping = archive.clipping(found["article"])
    return clipping, span_at(clipping, int(found["start"]), found["end"])


def span_at(clipping: Clipping, start: int, end: str | None) -> Span:
    """Give the passage; without an end, that of the quotation which begins there."""
    from index.model import Span  # noqa: PLC0415 - not for --help

    if end is not None:
        if not start < int(end) <= len(clipping.article.text):
            raise UsageError(
                f"There is no passage {start}-{end}: the text has "
                f"{len(clipping.article.text)} characters."
            )
        return Span(start, int(end))
    for quote in clipping.quotes:
        if quote.start == start:
            return quote.span
    raise NotFoundError(f"No quotation begins at character {start}.")


def _list(archive: Archive, options: Namespace, desk: Desk) -> int:
    # The first word is no text here, but an article.
    options.articles = [w for w in (options.text, *options.articles) if w]
    notes = notebook_of(archive).notes
    if options.articles or options.query is not None:
        wanted = set(chosen(archive, options))
        found = [note for note in notes.all() if note.article in wanted]
    else:
        found = list(notes.all())
    texts = {c.article.id: c for c in archive.clippings([n.article for n in found])}
    placed = [
        (n, n.span_in(texts[n.article].article) if n.article in texts else None)
        for n in found
    ]
    _put(placed, options, desk)
    return Exit.DONE if found else Exit.NOTHING_FOUND


def _remove(archive: Archive, options: Namespace, desk: Desk) -> int:
    notebook_of(archive).notes.remove(options.remove)
    if options.json:
        desk.put_json({"notes": [], "removed": [options.remove]})
    else:
        desk.put(f"removed note {options.remove}")
    return Exit.DONE


def _put(
    notes: Iterable[tuple[Note, Span | None]], options: Namespace, desk: Desk
) -> None:
    if options.json:
        shapes = [shape_of(note, span) for note, span in notes]
        desk.put_json({"notes": shapes, "removed": []})
        return
    from tui.render.characters import shown  # noqa: PLC0415 - not for scripts

    for note, span in notes:
        place = f":{span.start}-{span.end}" if span else ""
        words = f"  “{note.anchor.words}”" if note.anchor else ""
        lost = "" if span or not note.anchor else "  (these words are gone)"
        desk.put(shown(f"{note.id}  {note.article}{place}{words}{lost}"))
        desk.put(shown(f"    {note.text}"))
