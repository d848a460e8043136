"""`check`: how store and index are, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit
from tui.cli.shapes.reports import health

if TYPE_CHECKING:
    from argparse import Namespace

    from index.archive.health import Health
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

_NEEDS_WORK = 5


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Check, and say how it is."""
    from index.archive.health import check  # noqa: PLC0415 - not for --help

    with desk.opened_archive() as archive:
        found = check(archive)
    if options.json:
        desk.put_json(health(found))
    else:
        for line in _lines(found):
            desk.put(line)
    return Exit.DONE if found.ok else _NEEDS_WORK


def _lines(found: Health) -> list[str]:
    from tui.render.facts import (  # noqa: PLC0415 - not for scripts
        FIND_QUOTES,
        counted,
        of_archive,
    )

    index = f"{found.generation or 'none'}, revision {found.index_revision}"
    remarks = []
    if found.unquoted:
        those = counted(found.unquoted, "article")
        remarks.append(f"{those} not searched for quotations; {FIND_QUOTES}")
    if found.read_otherwise:
        those = counted(found.read_otherwise, "article")
        remarks.append(
            f"{those} read by the rules of another quoth; "
            '"quoth rebuild --reread" reads them by these'
        )
    return [
        of_archive(found.totals),
        f"store: revision {found.totals.revision}, {_size(found.store_bytes)}",
        f"index: {index}, {_size(found.index_bytes)}",
        *remarks,
        *(found.problems or ("all is well",)),
    ]


def _size(count: int) -> str:
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
