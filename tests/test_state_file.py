"""The file of personal state: private, and shared by several readers without loss."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from index.state import State, StateError
from index.state.schema import APPLICATION_ID
from tests.makers import article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quoth" / "state.db"


@pytest.fixture
def state(path: Path) -> Iterator[State]:
    opened = State(path)
    yield opened
    opened.close()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_reading_makes_no_file(state: State, path: Path) -> None:
    notebook = state.notebook("news")

    assert notebook.marks.read() == frozenset()
    assert notebook.notes.all() == ()
    assert notebook.searches.all() == ()
    assert notebook.bookmarks.session() is None
    assert not path.exists()


def test_nobody_else_may_read_the_file_or_its_folder(state: State, path: Path) -> None:
    before = os.umask(0)
    try:
        state.notebook("news").marks.mark_read(["a"])
    finally:
        os.umask(before)

    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700


def test_a_file_that_others_could_read_is_made_private(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    path.chmod(0o644)
    state = State(path)

    state.notebook("news").marks.mark_read(["a"])

    assert mode(path) == 0o600
    state.close()


def test_archives_are_kept_apart(state: State) -> None:
    state.notebook("news").marks.mark_read(["a"])

    assert state.notebook("other").marks.read() == frozenset()
    assert state.notebook("news").marks.read() == {"a"}


def test_what_is_kept_is_there_when_the_file_is_opened_again(path: Path) -> None:
    first = State(path)
    first.notebook("news").marks.star([article("x")])
    first.close()

    second = State(path)

    assert second.notebook("news").marks.starred() == {"a1"}
    second.close()


def test_two_readers_see_what_the_other_does(state: State, path: Path) -> None:
    other = State(path)
    other.notebook("news").marks.mark_read(["a"])
    state.notebook("news").marks.mark_read(["b"])

    assert other.notebook("news").marks.read() == {"a", "b"}
    other.close()


def test_a_file_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA application_id = 7; CREATE TABLE t (x);")
    connection.close()
    state = State(path)

    with pytest.raises(StateError, match="not written by quoth"):
        state.notebook("news").marks.read()
    state.close()


def test_a_file_of_a_newer_quoth_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 999;"
    )
    connection.close()
    state = State(path)

    with pytest.raises(StateError, match="newer quoth"):
        state.notebook("news").marks.read()
    state.close()


def test_what_is_no_database_is_a_sentence(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("my marks\n" * 200, "utf-8")
    state = State(path)

    with pytest.raises(StateError, match="move the file away"):
        state.notebook("news").marks.read()
    state.close()


def test_a_folder_in_its_place_is_a_sentence(path: Path) -> None:
    path.mkdir(parents=True)
    state = State(path)

    with pytest.raises(StateError, match="cannot be opened"):
        state.notebook("news").marks.read()
    state.close()


def test_a_note_that_was_removed_is_no_more_in_the_file(
    state: State, path: Path
) -> None:
    notes = state.notebook("news").notes
    note = notes.write(article("x"), "meeting with the informant")
    assert b"informant" in path.read_bytes()

    notes.remove(note.id)

    assert b"informant" not in path.read_bytes()


AS_NOBODY = """
    import os, sys
    from pathlib import Path
    from index.state import State, StateError
    marks = State(Path(sys.argv[1])).notebook("news").marks
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        print(sorted(marks.read()))
        marks.mark_read(["b"])
    except StateError as error:
        print(error)
"""


@contextmanager
def reachable(path: Path) -> Iterator[None]:
    """Let others into the folders above a file, which are ours, for as long as this."""
    above = [p for p in path.parents if p.stat().st_uid == os.geteuid()]
    modes = {folder: mode(folder) for folder in above if len(folder.parts) > 2}
    try:
        for folder, before in modes.items():
            folder.chmod(before | 0o555)
        yield
    finally:
        for folder, before in modes.items():
            folder.chmod(before)


def told_to_nobody(path: Path) -> list[str]:
    """What a user hears who may not write the file, and under root not read it."""
    code = textwrap.dedent(AS_NOBODY)
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_marks_that_cannot_be_written_can_still_be_read(path: Path) -> None:
    state = State(path)
    state.notebook("news").marks.mark_read(["a"])
    state.close()
    path.chmod(0o444)

    with reachable(path):
        read, refused = told_to_nobody(path)

    assert read == "['a']"
    assert "cannot be written" in refused


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_another_user_reads_nothing(state: State, path: Path) -> None:
    state.notebook("news").marks.mark_read(["a"])

    with reachable(path):
        (refused,) = told_to_nobody(path)

    assert "cannot be" in refused


MANY = """
    import sys
    from pathlib import Path
    from index.state import State
    state = State(Path(sys.argv[1]))
    notebook = state.notebook("news")
    for number in range(60):
        notebook.marks.mark_read([f"{sys.argv[2]}{number}"])
        notebook.marks.tag("shared", [])
        notebook.history.note(f"query {number}")
        notebook.marks.toggle_read("toggled")
    state.close()
"""


def test_two_processes_at_once_lose_nothing(path: Path) -> None:
    code = textwrap.dedent(MANY)
    started = [
        subprocess.Popen([sys.executable, "-c", code, path, name])
        for name in ("a", "b")
    ]

    assert [process.wait(timeout=120) for process in started] == [0, 0]
    state = State(path)
    marks = state.notebook("news").marks
    assert len(marks.read()) == 120
    assert not marks.is_read("toggled")
    assert len(state.notebook("news").history.recent()) == 60
    state.close()


def test_threads_may_share_a_state(state: State) -> None:
    marks = state.notebook("news").marks
    threads = [
        threading.Thread(target=marks.mark_read, args=([f"{n}"],)) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(marks.read()) == 8
