"""Personal state as lines of JSON: to keep, to carry elsewhere, and to merge.

The first line is `{"quoth": "state", "version": 1}`. Each line after it is an entry:

    {"kind": "tag", "archive": "5f1c…", "article": "k3v9q2…", "name": "watch",
     "path": "seeds/000.txt", "at": "2031-03-04T10:00:00.000+00:00", "gone": false,
     "value": {}}

`name` tells apart what one article, or the archive, may have several of. The kinds:

    read, star     nothing more
    tag            name: the tag
    note           name: its id; value: text, anchor (start, end, words, before, after)
    place          value: start, the character at the top
    correction     name: its id; value: corrects, value, old, who, made, anchor,
                   speaker_kind
    saved          name: of the search; value: query, order, version
    look           name: of the search, or empty; value: revision
    search         name: the query
    session        value: query, order, article, place, arrangement

`gone` says that it was taken back. Merged, the later of two entries holds, whichever
file it came from; so importing twice changes nothing, nor does the order of imports.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from index.state.bookmarks import place_of, session_of
from index.state.corrections import CorrectionError, correction_of
from index.state.entries import Entry, Kind, milliseconds, moment
from index.state.errors import StateLineError
from index.state.notes import note_of
from index.state.schema import VERSION
from index.state.searches import revision_of, saved_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_CHECKS: dict[Kind, Callable[[Entry], object]] = {
    Kind.NOTE: note_of,
    Kind.PLACE: lambda entry: place_of(entry.value),
    Kind.CORRECTION: correction_of,
    Kind.SAVED: lambda entry: saved_of(entry.value),
    Kind.LOOK: revision_of,
    Kind.SESSION: lambda entry: session_of(entry.value),
}
_TEXTS = ("archive", "article", "name", "path")


def first_line() -> str:
    """Write the line that says what follows."""
    return json.dumps({"quoth": "state", "version": VERSION})


def line_of(archive: str, entry: Entry) -> str:
    """Write an entry."""
    return json.dumps(
        {
            "kind": str(entry.kind),
            "archive": archive,
            "article": entry.article,
            "name": entry.name,
            "path": entry.path,
            "at": moment(entry.at).isoformat(timespec="milliseconds"),
            "gone": entry.gone,
            "value": entry.value,
        }
    )


def read_lines(lines: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Yield archives and entries; the first line that is wrong is an error."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            written = _object(line)
            if "quoth" in written:
                _check_head(written)
            else:
                yield read_entry(written)
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise StateLineError(
                f"Line {number} is not one that quoth exports ({_said(error)}); "
                "nothing was taken."
            ) from error


def read_entry(written: dict[str, Any]) -> tuple[str, Entry]:
    """Read an entry and its archive."""
    if not all(isinstance(written[name], str) for name in _TEXTS):
        raise TypeError("a name is not text")
    if not isinstance(written["gone"], bool) or not isinstance(written["value"], dict):
        raise TypeError("gone is true or false, value an object")
    at = datetime.fromisoformat(written["at"])
    entry = Entry(
        Kind(written["kind"]),
        written["article"],
        written["name"],
        written["path"],
        milliseconds(at if at.tzinfo else at.replace(tzinfo=UTC)),
        written["gone"],
        written["value"],
    )
    # What was taken back keeps no value, but for a correction.
    if entry.kind in _CHECKS and (not entry.gone or entry.value):
        try:
            _CHECKS[entry.kind](entry)
        except CorrectionError as error:
            raise ValueError(str(error)) from error
    return written["archive"], entry


def _object(line: str) -> dict[str, Any]:
    written = json.loads(line)
    if not isinstance(written, dict):
        raise TypeError("it is no object")
    return written


def _check_head(written: dict[str, Any]) -> None:
    if written["quoth"] != "state":
        raise ValueError("it is no personal state")
    if written["version"] > VERSION:
        raise ValueError("a newer quoth wrote it")


def _said(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error)
