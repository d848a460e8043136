"""`speakers`: who is quoted, how often, from when to when; and the page of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.commands.search import how_many
from tui.cli.outcomes import Exit
from tui.cli.replies import in_pieces, windows
from tui.cli.shapes.speakers import page_head, roll_head, speaker
from tui.cli.shapes.utterances import found_quote

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from index.archive.speakers import Roll, SpeakerPage
    from index.model import Clipping
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add(
        "name",
        nargs="*",
        metavar="NAME",
        help="whose page to show; else all are listed",
    )
    add("--limit", type=how_many, default=50, metavar="N", help="at most N; 0 is all")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """List all, or give the page of one name."""
    from index.archive.speakers import Roll  # noqa: PLC0415 - not for --help

    limit = None if options.limit == 0 else options.limit
    name = " ".join(options.name)
    with desk.asked_archive() as archive:
        roll = Roll(archive)
        if name:
            page = roll.named(name)
            _put_page(name, page, limit, options, desk)
            return Exit.DONE if page.total else Exit.NOTHING_FOUND
        _put_roll(roll, limit, options, desk)
    return Exit.DONE if roll.total else Exit.NOTHING_FOUND


def _put_roll(roll: Roll, limit: int | None, options: Namespace, desk: Desk) -> None:
    if options.json:
        shapes = [speaker(one) for one in roll.speakers(limit)]
        desk.put_json({**roll_head(roll), "speakers": shapes})
        return
    # Late, here and below: what is drawn for people is not wanted by scripts.
    from tui.cli.people import put_roll  # noqa: PLC0415

    put_roll(roll, limit, desk)


def _put_page(
    name: str, page: SpeakerPage, limit: int | None, options: Namespace, desk: Desk
) -> None:
    said = _said(page, limit)
    if options.json:
        shapes = (found_quote(clip, clip.quotes[number]) for clip, number in said)
        for piece in in_pieces(page_head(name, page), "utterances", shapes):
            desk.write(piece)
        desk.put()
        return
    from tui.cli.people import put_page  # noqa: PLC0415

    put_page(name, page, said, desk)


def _said(page: SpeakerPage, limit: int | None) -> Iterator[tuple[Clipping, int]]:
    for start, stop in windows(page.total, limit):
        yield from page.utterances(start, stop)
