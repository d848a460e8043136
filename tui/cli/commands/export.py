"""`export`: all that a search finds, in its order, as a file; nothing is cut off."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from index.engine import Order
from tui.cli.outcomes import Exit, UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from index.archive.exporting import Export
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

FORMATS = ("csv", "jsonl", "markdown", "html")
_ENDINGS = {".md": "markdown", ".htm": "html", **{f".{name}": name for name in FORMATS}}


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("query", nargs="+", metavar="QUERY", help="the query, as search takes it")
    add("--format", choices=FORMATS, help="default: as FILE ends, else jsonl")
    add("-o", "--output", metavar="FILE", help="where to; default: standard output")
    add("--sort", choices=[o.value for o in Order], help="default: relevance")


def run(options: Namespace, desk: Desk) -> int:
    """Write everything that is found."""
    from index.archive.exporting import export  # noqa: PLC0415 - not for --help
    from tui.cli.exports.target import opened  # noqa: PLC0415 - the same

    pieces = _writer(_format(options))
    order = Order(options.sort) if options.sort else None
    with desk.asked_archive() as archive:
        answer = archive.answer(" ".join(options.query), order=order)
        begun = export(archive, answer)
        with opened(options.output) as stream:
            stream.writelines(pieces(begun))
    if begun.lost:
        desk.say(
            f"{begun.lost:,} of {answer.total:,} have left the archive since they "
            "were found; export again."
        )
        return Exit.SOME_SKIPPED
    return Exit.DONE if answer.total else Exit.NOTHING_FOUND


def _format(options: Namespace) -> str:
    """Give the format that is asked for, by name or by the ending of the file."""
    if options.format:
        return str(options.format)
    suffix = PurePath(options.output or "").suffix.lower()
    if suffix and suffix not in _ENDINGS:
        raise UsageError(f"Say with --format what {suffix} is: {', '.join(FORMATS)}.")
    return _ENDINGS.get(suffix, "jsonl")


def _writer(fmt: str) -> Callable[[Export], Iterator[str]]:
    # Late: each format brings only what it needs.
    match fmt:
        case "csv":
            from tui.cli.exports.table import pieces  # noqa: PLC0415
        case "markdown":
            from tui.cli.exports.markdown import pieces  # noqa: PLC0415
        case "html":
            from tui.cli.exports.page import pieces  # noqa: PLC0415
        case _:
            from tui.cli.exports.lines import pieces  # noqa: PLC0415
    return pieces
