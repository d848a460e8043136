"""`add`: files, folders and dumps into the archive, and the index with them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit, UsageError
from tui.cli.progress import Meter
from tui.cli.shapes.reports import add_report

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from index.archive.reports import AddReport
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

STDIN = "-"


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders; - reads a list")
    add("-0", "--null", action="store_true", help="the list on stdin has NULs between")
    add("--jsonl", metavar="FILE", action="append", default=[], help="a dump; or -")
    add(
        "--map",
        metavar="FIELD=NAME",
        action="append",
        default=[],
        help="a dump's field: text=body",
    )
    add("--prune", action="store_true", help="take out what is gone from disk")
    add("--take-back", action="store_true", help="read again what remove took out")
    add("--no-quotes", action="store_true", help="leave quotations for later")
    add_waiting(parser)
    add("--quiet", action="store_true", help="say nothing but errors")
    add("--json", action="store_true", help="one JSON document")


def add_waiting(parser: Parser) -> None:
    """Name the option that all writers have."""
    parser.add_argument(
        "--wait",
        type=_seconds,
        default=10.0,
        metavar="SECONDS",
        help="for another writer",
    )


def run(options: Namespace, desk: Desk) -> int:
    """Add, and say what was done."""
    from index.archive.adding import add  # noqa: PLC0415 - not for --help
    from index.archive.reports import AddOptions  # noqa: PLC0415 - the same

    paths = _paths(options)
    if not paths and not options.jsonl:
        # Without anything to add there is nothing to make an archive of.
        with desk.opened_archive():
            pass
    meter = Meter(desk, quiet=options.quiet)
    how = AddOptions(
        dumps=tuple(options.jsonl),
        fields=_fields(options.map),
        prune=options.prune,
        take_back=options.take_back,
        find_quotes=not options.no_quotes,
        wait_s=options.wait,
        on_progress=meter.show,
        on_fields=meter.show_fields,
    )
    try:
        report = add(desk.folder, paths, how)
    finally:
        meter.clear()
    if options.json:
        desk.put_json(add_report(report))
    if not options.quiet:
        _say(report, desk, is_summed=not options.json)
    return Exit.SOME_SKIPPED if report.skipped else Exit.DONE


def _paths(options: Namespace) -> list[str]:
    """Give the paths named, those of the list on stdin in its place."""
    if options.paths.count(STDIN) + options.jsonl.count(STDIN) > 1:
        raise UsageError("Standard input can be read once; - stands there twice.")
    named: list[str] = []
    for path in options.paths:
        named += _listed(null=options.null) if path == STDIN else [path]
    return named


def _listed(*, null: bool) -> list[str]:
    written = sys.stdin.buffer.read().split(b"\0" if null else b"\n")
    names = written if null else [name.removesuffix(b"\r") for name in written]
    return [os.fsdecode(name) for name in names if name]


def _fields(pairs: list[str]) -> dict[str, str]:
    fields = {}
    for pair in pairs:
        field, joined, name = pair.partition("=")
        if not (field and joined and name):
            raise UsageError(f"--map {pair} is not FIELD=NAME, such as text=body.")
        fields[field] = name
    return fields


def _seconds(written: str) -> float:
    try:
        seconds = float(written)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < float("inf"):
        raise UsageError("After --wait comes a number of seconds.")
    return seconds


def _say(report: AddReport, desk: Desk, *, is_summed: bool) -> None:
    for skip in report.skipped:
        desk.say(f"skipped {skip.path}: {skip.reason}")
    if is_summed:
        desk.put(_summary(report, desk.folder))


def _summary(report: AddReport, folder: Path) -> str:
    """Say what a run of adding did and to which archive, in a line."""
    from tui.render.characters import shown  # noqa: PLC0415 - not for scripts
    from tui.render.facts import counted  # noqa: PLC0415

    done = {
        "added": report.added,
        "updated": report.updated,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "skipped": len(report.skipped),
    }
    changes = ", ".join(f"{n:,} {what}" for what, n in done.items() if n)
    return (
        f"{changes or 'nothing new'}: {counted(report.articles, 'article')} with "
        f"{counted(report.quotes, 'quotation')} in {shown(str(folder))}"
        f", {report.seconds:.1f} s"
    )
