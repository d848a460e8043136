"""`verify`: check citations: whether the words still stand where they are said to."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ArchiveMissingError
from tui.cli.outcomes import Exit, UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from index.citing import Check, Finding
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

STDIN = "-"


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("citation", nargs="+", metavar="CITATION", help="its text, a file of it, or -")
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Check, and say what became of the words."""
    from index.citing import Verdict, references_in  # noqa: PLC0415 - not for --help

    text = _text(options.citation)
    if not references_in(text):
        raise UsageError(
            'This cites nothing that can be checked: a citation of "quoth cite" holds '
            "a word that begins with quoth:"
        )
    checks = _checked(text, desk)
    if options.json:
        from tui.cli.shapes.citations import verification  # noqa: PLC0415

        desk.put_json(verification(checks))
    else:
        _put(checks, desk)
    is_exact = all(one.verdict is Verdict.EXACT for one in checks)
    return Exit.DONE if is_exact else Exit.NOTHING_FOUND


def _checked(text: str, desk: Desk) -> Sequence[Check]:
    """Check with the archive; where there is none, with the files that are cited."""
    from index.citing.copies import verify  # noqa: PLC0415 - not for --help

    try:
        with desk.opened_archive() as archive:
            return verify(text, archive.store)
    except ArchiveMissingError:
        checks = verify(text, None)
        if not any(one.findings for one in checks):
            raise
        return checks


def _text(words: Sequence[str]) -> str:
    """Give the citation: as it was typed, or as it stands in a file."""
    from index.citing import references_in  # noqa: PLC0415 - not for --help

    typed = " ".join(words)
    if typed == STDIN:
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    # A citation is far too long for the name of a file.
    if references_in(typed) or "\0" in typed or not os.path.isfile(typed):  # noqa: PTH113
        return typed
    return Path(typed).read_bytes().decode("utf-8-sig", "replace")


def _put(checks: Sequence[Check], desk: Desk) -> None:
    from tui.render.characters import shown  # noqa: PLC0415 - not for scripts

    for one in checks:
        cited, span = one.reference, one.reference.span
        desk.put(shown(f"{one.verdict}  {cited.path}:{span.start}-{span.end}"))
        for found in one.findings:
            place = f" at {found.span.start}-{found.span.end}" if found.span else ""
            around = (
                _around(one, found) if found.span else ", these words are not in it"
            )
            desk.put(shown(f"    {found.where}: {found.verdict}{place}{around}"))
        if not one.findings:
            desk.put("    neither in the archive nor on disk")
        if not one.words_printed:
            desk.put("    but the citation does not print the words it refers to")


def _around(one: Check, found: Finding) -> str:
    """Say what is to be said of the whole copy in which the words were found."""
    if found.same_bytes:
        return ""
    if not one.reference.agrees:
        return f", but the cited sha256 is not that of {one.reference.article}"
    return ", the text around them is another"
