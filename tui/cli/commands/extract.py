"""`extract`: the quotations of files or of a dump, without any archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import SkippedError
from index.ingest import (
    Skipped,
    find_files,
    is_dump,
    printable,
    read_bytes,
    read_row,
    read_text,
)
from index.originals import value_at
from index.quotes import extract
from tui.cli.outcomes import Exit, UsageError
from tui.cli.shapes.utterances import quote_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from index.ingest import Row
    from index.model import Article
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser
    from tui.cli.shapes.parts import Shape

_NEVER = ""
"""Nothing is added to anything, so there is no time of adding."""


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="files, folders, dumps of JSON lines")
    add("--jsonl", metavar="FILE", action="append", default=[], help="a dump; or -")
    add("--text-field", metavar="NAME", help="the dump's field of the text")
    add("--id-field", metavar="NAME", help="the dump's field of the id")
    add("--json", action="store_true", help="errors as JSON too")


def run(options: Namespace, desk: Desk) -> int:
    """Give a line for each file, or each row of a dump, in order."""
    if not options.files and not options.jsonl:
        raise UsageError("Name a file to extract from, or a dump after --jsonl.")
    code = Exit.DONE
    for found in _all(options):
        if isinstance(found, Skipped):
            desk.say(f"{found.path}: {found.reason}")
            code = Exit.SOME_SKIPPED
        else:
            desk.put_json(found)
    return code


def _all(options: Namespace) -> Iterator[Shape | Skipped]:
    named = _named(options)
    for file in find_files(options.files):
        if isinstance(file, Skipped):
            yield file
        elif is_dump(file):
            yield from _of_dump(str(file), named)
        else:
            yield _of_file(file)
    for name in options.jsonl:
        yield from _of_dump(name, named)


def _of_file(path: Path) -> Shape | Skipped:
    name = printable(path)
    try:
        article = read_text(read_bytes(path), name, added=_NEVER)
    except SkippedError as skipped:
        return Skipped(name, str(skipped))
    return {"path": name, "quotes": _quotes(article)}


def _quotes(article: Article) -> list[Shape]:
    return [quote_of(article.text, quote) for quote in extract(article)]


def _of_dump(name: str, named: dict[str, str]) -> Iterator[Shape | Skipped]:
    # Late: files alone need none of it.
    from tui.cli.dumps import read_dump  # noqa: PLC0415

    for row in read_dump(name, named):
        if isinstance(row, Skipped):
            yield row
            continue
        article = read_row(row, added=_NEVER)
        yield {"id": _id(row), "quotes": _quotes(article)}


def _id(row: Row) -> str | int:
    """Give the row's own id, or the number of its line."""
    known = value_at(row.values, row.fields.id)
    return known if isinstance(known, str | int) else row.line


def _named(options: Namespace) -> dict[str, str]:
    named = {"text": options.text_field, "id": options.id_field}
    return {field: name for field, name in named.items() if name}
