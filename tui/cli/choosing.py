"""Which articles a command is about: those named, or all that a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.outcomes import UsageError
from tui.cli.replies import windows

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from index.archive import Archive, Headline
    from index.state import Notebook
    from tui.cli.parser import Parser


def add_choice(parser: Parser) -> None:
    """Name the words and the option that choose articles."""
    add = parser.add_argument
    add("articles", nargs="*", metavar="ID|PATH", help="an id or a path")
    add("--query", metavar="QUERY", help="all that this finds, instead of names")


def chosen(archive: Archive, options: Namespace) -> list[str]:
    """Give the ids of the articles that are meant, each once.

    An unknown name stops the command before it has done anything.
    """
    if bool(options.articles) == (options.query is not None):
        raise UsageError('Name articles, or say which with --query "…".')
    if options.query is None:
        return list(dict.fromkeys(map(archive.find, options.articles)))
    answer = archive.answer(options.query)
    hits = archive.hits(answer, 0, answer.total)
    return list(dict.fromkeys(hit.article for hit in hits))


def notebook_of(archive: Archive) -> Notebook:
    """Give what the user keeps of the archive; the desk has opened it with that."""
    if archive.notebook is None:
        raise TypeError("the archive was opened without a state")
    return archive.notebook


def headlines(archive: Archive, ids: list[str]) -> Iterator[Headline]:
    """Yield the articles as lists show them, a window at a time."""
    for start, stop in windows(len(ids), None):
        yield from archive.headlines(ids[start:stop])
