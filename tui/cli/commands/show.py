"""`show`: one article as it stands, with all that is known of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit
from tui.cli.shapes.articles import article_whole
from tui.cli.shapes.utterances import found_quote

if TYPE_CHECKING:
    from argparse import Namespace

    from index.archive import Archive
    from index.model import Clipping
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("article", metavar="ID|PATH", help="an id, the start of one, or a path")
    add("--raw", action="store_true", help="the original bytes, untouched")
    add("--quotes", action="store_true", help="with every quotation in it")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Show the article."""
    with desk.opened_archive() as archive:
        if options.raw:
            _put_raw(archive, archive.find(options.article))
            return Exit.DONE
        clipping = archive.clipping(options.article)
    if options.json:
        _put_json(clipping, desk, quotes=options.quotes)
        return Exit.DONE
    from tui.cli.pages import put_page  # noqa: PLC0415 - not wanted by scripts

    put_page(clipping, desk, quotes=options.quotes)
    return Exit.DONE


def _put_json(clipping: Clipping, desk: Desk, *, quotes: bool) -> None:
    shape = article_whole(clipping.article)
    if quotes:
        shape["quotes"] = [found_quote(clipping, quote) for quote in clipping.quotes]
    desk.put_json(shape)


def _put_raw(archive: Archive, id_: str) -> None:
    """Put out the bytes; a terminal, which would obey some, is shown signs for them."""
    original = archive.store.original(id_)
    if not sys.stdout.isatty():
        sys.stdout.buffer.write(original)
        return
    from tui.render.characters import shown  # noqa: PLC0415 - not wanted by scripts

    encoding = archive.clipping(id_).article.encoding
    text = original.decode(encoding, errors="replace")
    lines = text.splitlines() or [""]
    sys.stdout.write("\n".join(shown(line) for line in lines) + "\n")
