"""Failures as the user meets them: one sentence, for a program also as JSON."""

from __future__ import annotations

import os
import sys
import traceback

from index.errors import ArchiveError, QueryError
from tui.cli.desk import as_json, has_colours
from tui.cli.outcomes import Exit
from tui.cli.paint import Look, Paint
from tui.render.characters import cells_of, shown


def explained(error: Exception, *, speaks_json: bool, color: str | None) -> int:
    """Tell the user what went wrong, and give the exit code for it."""
    if os.environ.get("QUOTH_DEBUG"):
        traceback.print_exception(error)
    paint = Paint(on=has_colours(sys.stderr, color or "auto"))
    at = error.at if isinstance(error, QueryError) else None
    sentence = sentence_of(error)
    sys.stderr.write(shown(sentence) + "\n")
    if isinstance(error, QueryError):
        sys.stderr.write(pointed(error.query, error.at, paint))
    if speaks_json:
        sys.stdout.write(as_json({"error": sentence, "at": at}) + "\n")
    return error.exit_code if isinstance(error, ArchiveError) else Exit.FAULT


def sentence_of(error: Exception) -> str:
    """Give the sentence for a failure, whoever raised it."""
    if isinstance(error, ArchiveError):
        return str(error)
    more = "QUOTH_DEBUG=1 before the command shows where."
    if isinstance(error, OSError) and error.strerror:
        name = f" ({os.fsdecode(error.filename)})" if error.filename else ""
        return f"The system refused: {error.strerror}{name}; {more}"
    kind = type(error).__name__
    return f"quoth itself went wrong ({kind}: {error}); {more}".replace("\n", " ")


def pointed(query: str, at: int, paint: Paint) -> str:
    """Give the query with a caret under the fault."""
    gap = " " * cells_of(query[:at])
    return f"  {shown(query)}\n  {gap}{paint(Look.FAULT, '^')}\n"
