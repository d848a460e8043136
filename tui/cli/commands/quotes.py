"""`quotes`: utterances as JSON lines; of articles found, all that are in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import UtteranceRow
from index.engine import Order
from tui.cli.commands.search import how_many
from tui.cli.outcomes import Exit
from tui.cli.replies import windows
from tui.cli.shapes.utterances import found_quote, utterance_hit

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from index.archive import Answer, Archive
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser
    from tui.cli.shapes.parts import Shape

EVERYTHING = "*"


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("query", nargs="*", metavar="QUERY", help="the query; without one, everything")
    add("--limit", type=how_many, default=0, metavar="N", help="at most N; 0 is all")
    add("--sort", choices=[o.value for o in Order], help="default: relevance")
    add("--json", action="store_true", help="errors as JSON too")


def run(options: Namespace, desk: Desk) -> int:
    """Give the utterances, a line each."""
    order = Order(options.sort) if options.sort else None
    count = 0
    with desk.asked_archive() as archive:
        answer = archive.answer(" ".join(options.query) or EVERYTHING, order=order)
        for shape in _shapes(archive, answer):
            desk.put_json(shape)
            count += 1
            if count == options.limit:
                break
    return Exit.DONE if count else Exit.NOTHING_FOUND


def _shapes(archive: Archive, answer: Answer) -> Iterator[Shape]:
    for start, stop in windows(answer.total, None):
        if answer.kind == "utterances":
            rows = archive.rows(answer, start, stop)
            yield from (utterance_hit(r) for r in rows if isinstance(r, UtteranceRow))
            continue
        ids = [hit.article for hit in archive.hits(answer, start, stop)]
        for clipping in archive.clippings(ids):
            yield from (found_quote(clipping, quote) for quote in clipping.quotes)
