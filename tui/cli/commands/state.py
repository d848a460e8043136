"""`state`: all that you keep, as JSON lines: out of one file and into another."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.outcomes import Exit, UsageError
from tui.cli.shapes.marks import imported
from tui.places import settings_files, state_file
from tui.settings import load_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from index.state import ImportReport
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

STDIN = "-"


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("what", choices=("export", "import"), help="out to stdout, or in")
    add("file", nargs="?", metavar="FILE", help="what to import; else stdin")
    add("--json", action="store_true", help="import: one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Put out every line, or merge those that are given."""
    from index.state import State  # noqa: PLC0415 - not for --help

    settings, _ = load_settings(settings_files(), os.environ)
    # Who wants no searches remembered wants none imported either.
    kept = State(state_file(), remembers_searches=settings.history)
    with closing(kept) as state:
        if options.what == "export":
            if options.file:
                raise UsageError("export writes to stdout: quoth state export > FILE.")
            for line in state.export():
                desk.put(line)
            return Exit.DONE
        report = state.import_(_lines(options.file or STDIN))
    if options.json:
        desk.put_json(imported(report))
    else:
        desk.put(_said(report))
    return Exit.DONE


def _lines(name: str) -> Iterator[str]:
    raw = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    yield from raw.decode("utf-8", "replace").splitlines()


def _said(report: ImportReport) -> str:
    from tui.render.facts import counted  # noqa: PLC0415 - not for scripts

    known = f"{report.unchanged:,} known already, or known better"
    return f"took {counted(report.changed, 'line')}, {known}"
