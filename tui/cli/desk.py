"""Where a command works: its archive, its streams, and whether there are colours."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import closing, contextmanager
from typing import IO, TYPE_CHECKING

from tui.cli.outcomes import UsageError
from tui.cli.paint import Paint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.archive import Archive
    from tui.cli.shapes.parts import Shape

_RISKY_IN_JSON = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb]"
)
"""What JSON would send as it stands and a terminal may obey."""


class Desk:
    """The place of one command; data goes out here, messages there."""

    def __init__(self, archive: str | None, color: str | None) -> None:
        self._archive = archive
        self.color = color or "auto"
        if self.color not in {"auto", "always", "never"}:
            raise UsageError("--color is auto, always or never.")
        self.paint = Paint(on=has_colours(sys.stdout, self.color))
        self.paint_messages = Paint(on=has_colours(sys.stderr, self.color))

    @property
    def folder(self) -> Path:
        """Give the folder of the archive that is meant."""
        from tui.places import archive_folder  # noqa: PLC0415 - start-up

        return archive_folder(self._archive, os.environ)

    @property
    def named_folder(self) -> str | None:
        """Give the folder only if the command line named one."""
        return self._archive

    @contextmanager
    def opened_archive(self) -> Iterator[Archive]:
        """Hold the archive open for reading, with the user's own marks."""
        from index.archive import Archive  # noqa: PLC0415 - start-up
        from index.state import State  # noqa: PLC0415 - start-up
        from tui.places import state_file  # noqa: PLC0415 - start-up

        with (
            closing(State(state_file())) as state,
            closing(Archive.open(self.folder, state)) as archive,
        ):
            yield archive

    @contextmanager
    def asked_archive(self) -> Iterator[Archive]:
        """Hold the archive open for questions, and say what answers will lack."""
        with self.opened_archive() as archive:
            if behind := archive.edition.behind:
                changes = "change" if behind == 1 else "changes"
                self.say(
                    f"The index is {behind} {changes} behind the store, so answers "
                    'lack what is new; "quoth add" without paths brings it up.'
                )
            yield archive

    def write(self, piece: str) -> None:
        """Put out a piece of the answer."""
        sys.stdout.write(piece)

    def put(self, line: str = "") -> None:
        """Put out one line of the answer."""
        sys.stdout.write(line + "\n")

    def put_json(self, shape: Shape) -> None:
        """Put out one JSON document, on one line."""
        self.put(as_json(shape))

    def say(self, sentence: str) -> None:
        """Tell the user something that is no part of the answer."""
        sys.stderr.write(sentence + "\n")

    def flush(self) -> None:
        """Send what is written on its way."""
        sys.stdout.flush()


def as_json(shape: object) -> str:
    """Write JSON that is readable, and that no terminal obeys."""
    written = json.dumps(shape, ensure_ascii=False)
    return _RISKY_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def has_colours(stream: IO[str], color: str) -> bool:
    """Say whether colours may be sent to this stream."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
