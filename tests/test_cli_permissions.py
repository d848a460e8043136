"""Who may read an archive reads it; who may not write it, or read it, is told so."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.shell import COMMAND, quoth, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator


def as_user(
    number: int, *words: str | Path, group: int = 65534
) -> subprocess.CompletedProcess[str]:
    """Run the command as another user, who may read what everybody may read."""
    if os.getuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("another user can be had by root with setpriv only")
    ids = ("--reuid", str(number), "--regid", str(group), "--clear-groups")
    environ = surroundings(HOME="/nonexistent", PYTHONDONTWRITEBYTECODE="1")
    if subprocess.run(
        ["setpriv", *ids, sys.executable, "-c", "import tui"],
        env=environ, capture_output=True, check=False,
    ).returncode:  # fmt: skip
        pytest.skip("another user cannot run this Python")
    return subprocess.run(
        ["setpriv", *ids, *COMMAND, *words],
        cwd="/",
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def as_nobody(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return as_user(65534, *words)


@pytest.fixture
def shared(news: Path) -> Iterator[Path]:
    """The archive where everybody may read it and nobody but its owner write.

    Not under pytest's own folder, which every other run of it closes to others.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(news.parent, folder, dirs_exist_ok=True)
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
        yield folder / "news"


def test_an_archive_that_cannot_be_written_can_be_read(shared: Path) -> None:
    found = as_nobody("-a", shared, "search", "harbour", "--json")

    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout)["total"] == 1
    assert as_nobody("-a", shared, "check").returncode == 0


@pytest.mark.parametrize("words", [["add"], ["rebuild"], ["remove", "clippings"]])
def test_whoever_may_not_write_is_told_so(shared: Path, words: list[str]) -> None:
    if words[0] == "remove":
        found = quoth("search", "harbour", "--ids", archive=shared)
        words = ["remove", found.out.strip()]

    told = as_nobody("-a", shared, *words)

    assert told.returncode == 4
    assert told.stderr.count("\n") == 1
    assert "Traceback" not in told.stderr


def test_an_archive_that_is_not_ours_to_read_is_one_sentence(shared: Path) -> None:
    (shared / "store.db").chmod(0o600)

    told = as_nobody("-a", shared, "search", "harbour")

    assert told.returncode in (4, 5)
    assert told.stderr.count("\n") == 1
    assert "Traceback" not in told.stderr


def test_a_group_writes_an_archive_together_and_nobody_else_reads_it(
    shared: Path,
) -> None:
    editors, clippings = 64001, shared.parent / "clippings"
    ours = shared.parent / "ours"
    ours.mkdir()
    (ours / "quoth.toml").write_text('mode = "660"\n', "utf-8")
    for path in (ours, ours / "quoth.toml"):
        os.chown(path, 64002, editors)
    (ours / "quoth.toml").chmod(0o640)
    ours.chmod(0o2770)

    first = as_user(64002, "-a", ours, "add", clippings, group=editors)
    (clippings / "more.txt").write_text("The harbour is shut.", "utf-8")
    (clippings / "more.txt").chmod(0o644)
    second = as_user(64003, "-a", ours, "add", clippings, group=editors)

    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    found = as_user(64002, "-a", ours, "search", "--count", "harbour", group=editors)
    assert found.stdout == "2\n"
    assert {p.stat().st_gid for p in ours.rglob("*")} == {editors}
    assert not any(p.stat().st_mode & 0o007 for p in ours.rglob("*"))
    assert as_nobody("-a", ours, "check").returncode != 0
