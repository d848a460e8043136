"""`rebuild`: make the index anew from the store, whatever has become of the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.commands.add import add_waiting
from tui.cli.outcomes import Exit
from tui.cli.progress import Meter
from tui.cli.shapes.reports import rebuild_report

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("--reread", action="store_true", help="read every article again first")
    add_waiting(parser)
    add("--quiet", action="store_true", help="say nothing but errors")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Rebuild, and say what the index holds."""
    from index.archive.reports import AddOptions  # noqa: PLC0415 - not for --help
    from index.archive.upkeep import rebuild  # noqa: PLC0415 - the same

    meter = Meter(desk, quiet=options.quiet)
    how = AddOptions(wait_s=options.wait, on_progress=meter.show)
    try:
        report = rebuild(desk.folder, how, reread=options.reread)
    finally:
        meter.clear()
    if options.json:
        desk.put_json(rebuild_report(report))
    elif not options.quiet:
        from tui.render.facts import counted  # noqa: PLC0415 - not for scripts

        desk.put(
            f"index made anew: {counted(report.articles, 'article')} with "
            f"{counted(report.quotes, 'quotation')}, in {report.seconds:.1f} s"
        )
    return Exit.DONE
