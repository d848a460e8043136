"""`saved`: searches with a name: list, add, remove, and run them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.engine import Order
from index.errors import QueryError
from tui.cli.choosing import notebook_of
from tui.cli.commands.search import how_many
from tui.cli.outcomes import Exit, UsageError
from tui.cli.replies import Wish, pieces
from tui.cli.shapes.marks import saved_search

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator

    from index.archive import Archive
    from index.state.searches import SavedSearch
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser
    from tui.cli.shapes.parts import Shape


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("what", choices=("list", "add", "remove", "run"), help="what to do")
    add("name", nargs="?", metavar="NAME", help="one word; @NAME stands for it")
    add("query", nargs="*", metavar="QUERY", help="the query to save")
    add("--sort", choices=[o.value for o in Order], help="how it is ordered")
    add("--new", action="store_true", help="run: only what is new since the last run")
    add("--limit", type=how_many, default=50, metavar="N", help="at most N; 0 is all")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Do what is wanted."""
    if options.what == "list":
        return _list(options, desk)
    if not options.name:
        raise UsageError(f"Write the name: quoth saved {options.what} NAME.")
    options.name = options.name.removeprefix("@")
    doing: dict[str, Callable[[Namespace, Desk], int]] = {
        "add": _add,
        "remove": _remove,
        "run": _run,
    }
    return doing[options.what](options, desk)


def _list(options: Namespace, desk: Desk) -> int:
    with desk.opened_archive() as archive:
        shapes = list(_shapes(archive, notebook_of(archive).searches.all()))
    _put(shapes, options, desk)
    return Exit.DONE if shapes else Exit.NOTHING_FOUND


def _add(options: Namespace, desk: Desk) -> int:
    if not options.query:
        raise UsageError("Write the query behind the name: quoth saved add NAME QUERY.")
    order = Order(options.sort) if options.sort else Order.RELEVANCE
    with desk.opened_archive() as archive:
        searches = notebook_of(archive).searches
        saved = searches.save(options.name, " ".join(options.query), order)
        shapes = list(_shapes(archive, [saved]))
    _put(shapes, options, desk)
    return Exit.DONE


def _remove(options: Namespace, desk: Desk) -> int:
    with desk.opened_archive() as archive:
        notebook_of(archive).searches.remove(options.name)
    if options.json:
        desk.put_json({"saved": [], "removed": [options.name]})
    else:
        desk.put(f"removed @{options.name}")
    return Exit.DONE


def _run(options: Namespace, desk: Desk) -> int:
    with desk.opened_archive() as archive:
        searches = notebook_of(archive).searches
        saved = searches.find(options.name)
        text = f"@{saved.name} is:new" if options.new else f"@{saved.name}"
        order = Order(options.sort) if options.sort else saved.order
        answer = archive.answer(text, order=order)
        wish = Wish(limit=None if options.limit == 0 else options.limit)
        if options.json:
            for piece in pieces(archive, answer, wish):
                desk.write(piece)
            desk.put()
        else:
            # Late: what is drawn for people is not wanted by scripts.
            from tui.cli.lists import put_answer  # noqa: PLC0415

            put_answer(archive, answer, wish.limit, desk)
        searches.look(saved.name, archive.engine.revision)
    return Exit.DONE if answer.total else Exit.NOTHING_FOUND


def _shapes(archive: Archive, searches: Iterable[SavedSearch]) -> Iterator[Shape]:
    for saved in searches:
        try:
            total = archive.answer(f"@{saved.name}").total
            new = archive.answer(f"@{saved.name} is:new").total
        except QueryError as error:
            yield saved_search(saved, None, None, str(error))
        else:
            yield saved_search(saved, total, new, None)


def _put(shapes: list[Shape], options: Namespace, desk: Desk) -> None:
    if options.json:
        desk.put_json({"saved": shapes, "removed": []})
        return
    from tui.render.characters import shown  # noqa: PLC0415 - not for scripts

    for shape in shapes:
        found = shape["error"] or f"{shape['total']:,}, new {shape['new']:,}"
        desk.put(shown(f"@{shape['name']}  {shape['query']}  ({found})"))
