"""Where an export goes: to standard output, or to a file that appears when whole."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.cli.outcomes import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

STDOUT = "-"


@contextmanager
def opened(name: str | None) -> Iterator[IO[str]]:
    """Hold a stream open; what is begun and not ended leaves no file behind."""
    if name is None or name == STDOUT:
        yield sys.stdout
        return
    path = Path(name)
    if path.exists() and not path.is_file():
        with _open(path, name) as stream:
            yield stream
        return
    # A link keeps its place: what it leads to is replaced.
    path = path.resolve()
    begun = path.with_name(f".{path.name}.part")
    try:
        with _open(begun, name) as stream:
            yield stream
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)


def _open(path: Path, name: str) -> IO[str]:
    try:
        # The formats say themselves how their lines end.
        return path.open("w", encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        reason = (error.strerror or "the system refuses").lower()
        raise UsageError(f"Nothing can be written to {name}: {reason}.") from error
