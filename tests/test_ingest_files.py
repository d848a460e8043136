"""Folders are walked whatever lies in them, and nothing is left out unsaid."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import SkippedError
from index.ingest import Skipped, find_files, is_dump, printable, read_bytes


def names(found: list[Path | Skipped]) -> list[str]:
    return [f.name if isinstance(f, Path) else f"skipped: {f.reason}" for f in found]


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.text", "c", "d.jsonl.gz", "e.ndjson"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("ice")

    found = names(list(find_files([tmp_path])))

    assert found == ["1.text", "2.txt", "b.txt", "c", "d.jsonl.gz", "e.ndjson"]


def test_hidden_files_are_passed_over_unless_named(tmp_path: Path) -> None:
    hidden = tmp_path / ".draft.txt"
    hidden.write_text("ice")

    assert list(find_files([tmp_path])) == []
    assert list(find_files([hidden])) == [hidden]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.pdf", "PDF is not read yet"),
        ("a.HTML", "HTML is not read yet"),
        ("a.docx", "Word is not read yet"),
        ("a.JPG", "An image is not read yet"),
        ("a.tar.gz", "A packed archive is not read yet"),
    ],
)
def test_a_known_kind_that_is_not_read_is_named(
    tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / name).write_bytes(b"x")

    found = list(find_files([tmp_path]))

    assert found == [Skipped(str(tmp_path / name), reason)]


def test_folders_that_lead_into_themselves_are_walked_once(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("ice")
    (inner / "up").symlink_to(tmp_path)
    (tmp_path / "zz").symlink_to(inner)

    assert names(list(find_files([tmp_path, inner]))) == ["a.txt"]


def test_a_link_to_nothing_and_a_pipe_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "b.txt")

    found = names(list(find_files([tmp_path])))

    assert found == ["skipped: no such file", "skipped: not a regular file"]


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "b.txt")

    with pytest.raises(SkippedError, match="not a regular file"):
        read_bytes(tmp_path / "b.txt")


def test_a_file_that_vanished_is_a_reason(tmp_path: Path) -> None:
    with pytest.raises(SkippedError, match="no such file"):
        read_bytes(tmp_path / "gone.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_we_may_not_read_is_a_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ice")
    (tmp_path / "a.txt").chmod(0)

    with pytest.raises(SkippedError, match="no permission"):
        read_bytes(tmp_path / "a.txt")


def test_a_file_a_hundred_folders_deep_is_found(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 100)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("ice")

    assert names(list(find_files([tmp_path]))) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("ice.txt", "ice.txt"),
        ("Ünïcode — name.txt", "Ünïcode — name.txt"),
        ("two\nlines.txt", "two\\nlines.txt"),
        ("esc\x1b[31m.txt", "esc\\x1b[31m.txt"),
        (os.fsdecode(b"caf\xe9.txt"), "caf\\xe9.txt"),
        ("rtl\u202egnp.txt", "rtl\\u202egnp.txt"),
    ],
)
def test_every_name_can_be_printed_on_one_line(name: str, printed: str) -> None:
    assert printable(name) == printed
    assert printable(printed) == printed
    assert printable(Path("d") / name) == f"d/{printed}"


def test_a_name_that_is_not_utf8_is_found_and_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(b"ice")

    assert list(find_files([tmp_path])) == [path]
    assert read_bytes(path) == b"ice"


def test_a_name_with_a_null_is_a_reason() -> None:
    found = list(find_files(["a\0b"]))

    assert [f.path for f in found if isinstance(f, Skipped)] == ["a\\x00b"]


def test_a_dump_is_known_by_its_name() -> None:
    assert is_dump("news.JSONL.gz")
    assert is_dump(Path("news.ndjson"))
    assert not is_dump("news.json")
