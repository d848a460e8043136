"""`search`: find articles or utterances; for people, for scripts, for streams."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from index.engine import Order
from index.errors import QueryError
from tui.cli.outcomes import Exit, UsageError
from tui.cli.replies import Wish, as_document, pieces, windows

if TYPE_CHECKING:
    from argparse import Namespace

    from index.archive import Answer, Archive
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

STDIN = "-"


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("query", nargs="+", metavar="QUERY", help="the query; - reads one a line")
    add("--limit", type=how_many, default=50, metavar="N", help="at most N; 0 is all")
    add("--sort", choices=[o.value for o in Order], help="default: relevance")
    add("--count", action="store_true", help="only how many there are")
    add("--ids", action="store_true", help="only the ids")
    add("--explain", action="store_true", help="say how the query is understood")
    add("--json", action="store_true", help="one JSON document")


def how_many(written: str) -> int:
    """Read a limit."""
    if not (written.isascii() and written.isdigit()):
        raise UsageError("After --limit comes a number; 0 stands for all.")
    return int(written)


def run(options: Namespace, desk: Desk) -> int:
    """Find, and say what was found."""
    order = Order(options.sort) if options.sort else None
    with desk.asked_archive() as archive:
        if options.query == [STDIN]:
            return _stream(archive, order, _wish(options), desk)
        text = " ".join(options.query)
        if options.explain:
            return _explain(archive, text, options, desk)
        answer = archive.answer(text, order=order)
        _put(archive, answer, options, desk)
    return Exit.DONE if answer.total else Exit.NOTHING_FOUND


def _wish(options: Namespace) -> Wish:
    return Wish(
        limit=None if options.limit == 0 else options.limit,
        bare=options.ids,
        counted=options.count,
    )


def _put(archive: Archive, answer: Answer, options: Namespace, desk: Desk) -> None:
    wish = _wish(options)
    if options.json:
        for piece in pieces(archive, answer, wish):
            desk.write(piece)
        desk.put()
    elif options.count:
        desk.put(str(answer.total))
    elif options.ids:
        for start, stop in windows(answer.total, wish.limit):
            for hit in archive.hits(answer, start, stop):
                desk.put(hit.article)
    else:
        # Late: what is drawn for people is not wanted by scripts.
        from tui.cli.lists import put_answer  # noqa: PLC0415

        put_answer(archive, answer, wish.limit, desk)


def _explain(archive: Archive, text: str, options: Namespace, desk: Desk) -> int:
    from index.query.explain import explain  # noqa: PLC0415 - start-up
    from tui.cli.shapes.answers import explanation  # noqa: PLC0415 - start-up

    query = archive.parse(text)
    explained = explain(query, archive.analyser)
    if options.json:
        desk.put_json(explanation(text, query, explained))
    else:
        desk.put(explained)
    return Exit.DONE


def _stream(archive: Archive, order: Order | None, wish: Wish, desk: Desk) -> int:
    """Answer each line at once: whoever asks may wait for it before asking more."""
    # A line that is no UTF-8 is a query that finds nothing, not the end of the stream.
    for line in iter(sys.stdin.buffer.readline, b""):
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        try:
            answer = archive.answer(text, order=order)
            desk.put_json(as_document(archive, answer, wish))
        except QueryError as error:
            desk.put_json({"query": text, "error": str(error), "at": error.at})
        desk.flush()
    return Exit.DONE
