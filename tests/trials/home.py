"""A home folder of its own for a trial, and every process that was started in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "tui")
_TAG = "QUOTH_TRIAL_TAG"
_UNWANTED = ("NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "TMUX", "STY")


class Home:
    """A scratch folder; whatever is started in it can be known again by a tag."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tag = uuid.uuid4().hex
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QUOTH_", "XDG_", "SSH_"))
        }
        for name in _UNWANTED:
            kept.pop(name, None)
        places = {
            f"XDG_{what}_HOME": str(folder / what.lower())
            for what in ("DATA", "CONFIG", "CACHE")
        }
        self.environ = kept | places | {
            "HOME": str(folder),
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
            _TAG: self.tag,
        }  # fmt: skip

    def quoth(
        self, *words: str | Path, stdin: str = "", limit_s: float = 300
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [*COMMAND, *map(str, words)],
            input=stdin,
            capture_output=True,
            text=True,
            env=self.environ,
            cwd=self.folder,
            check=False,
            timeout=limit_s,
        )

    def living(self) -> list[int]:
        """List the processes of this home that are not over, helpers included."""
        wanted = f"{_TAG}={self.tag}".encode()
        return [
            int(entry.name)
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and wanted in _environ_of(entry)
        ]

    def survivors(self, patience_s: float = 10) -> list[str]:
        """List what is still there after some patience, by its command line."""
        end = time.monotonic() + patience_s
        while (left := self.living()) and time.monotonic() < end:
            time.sleep(0.05)
        return [f"{pid} {_command_of(pid)}" for pid in left]


@contextmanager
def home() -> Iterator[Home]:
    """Make a home folder for one trial, and take it away."""
    with tempfile.TemporaryDirectory(prefix="quoth-trial-") as folder:
        yield Home(Path(folder))


def copied(archive: Path, to: Path) -> Path:
    """Copy an archive, so that the trial has its own."""
    shutil.copytree(archive, to)
    return to


def _environ_of(entry: Path) -> bytes:
    try:
        return (entry / "environ").read_bytes()
    except OSError:
        return b""


def _command_of(pid: int) -> str:
    try:
        written = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return "?"
    return written.replace(b"\0", b" ").decode("utf-8", "replace")[:120]
