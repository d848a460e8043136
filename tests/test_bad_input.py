"""Bad input is taken or skipped with a reason: never fatal, nothing else lost."""

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

from tests.shell import COMMAND, Told, added, fits, no_escapes, quoth, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = "“The harbour is open,” Ann Lee said on Tuesday.\n"


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """A folder with one good article in it."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    return folder


@pytest.fixture
def news(clippings: Path) -> Path:
    archive = clippings.parent / "news"
    added(archive, clippings)
    return archive


def taken(clippings: Path) -> tuple[Told, dict[str, str], Path]:
    """Add the folder; the good article must be there, and what is skipped listed."""
    archive = clippings.parent / "fresh"
    told = added(archive, clippings)
    fits(told.json, "add")
    skipped = {Path(s["path"]).name: s["reason"] for s in told.json["skipped"]}
    assert told.code == (3 if skipped else 0)
    for name, reason in skipped.items():
        assert f"{name}: {reason}" in told.err
    hits = quoth("search", "harbour", "--json", archive=archive).json
    assert hits["total"] == 1
    assert hits["skipped"] == len(skipped)
    return told, skipped, archive


def count(archive: Path, query: str) -> int:
    return int(quoth("search", "--count", query, archive=archive).out)


def test_an_empty_file_is_skipped(clippings: Path) -> None:
    (clippings / "bad.txt").touch()

    assert taken(clippings)[1] == {"bad.txt": "empty file"}


def test_blank_space_is_skipped(clippings: Path) -> None:
    (clippings / "bad.txt").write_bytes(b" \n\t\n")

    assert taken(clippings)[1] == {"bad.txt": "nothing but blank space"}


def test_one_byte_is_an_article(clippings: Path) -> None:
    (clippings / "bad.txt").write_bytes(b"x")

    told, skipped, archive = taken(clippings)

    assert skipped == {}
    assert told.json["articles"] == 2
    assert count(archive, "=x") == 1


def test_a_single_line_of_20_megabytes_is_an_article(clippings: Path) -> None:
    line = b"word " * (4 * 1024 * 1024) + b"needle"
    (clippings / "bad.txt").write_bytes(line)

    _, skipped, archive = taken(clippings)

    assert skipped == {}
    assert count(archive, "needle") == 1
    raw = quoth("show", clippings / "bad.txt", "--raw", archive=archive)
    assert raw.raw == line


def test_a_binary_file_is_skipped(clippings: Path) -> None:
    (clippings / "bad.txt").write_bytes(bytes(range(256)) * 20)
    (clippings / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" * 50)

    _, skipped, _ = taken(clippings)

    assert skipped["bad.txt"] == "binary file"
    assert set(skipped) == {"bad.txt", "picture.jpg"}


def test_windows_1251_is_read_and_its_bytes_are_kept(clippings: Path) -> None:
    raw = "«Гавань открыта», — сказала Анна Ли во вторник.\n".encode("cp1251") * 4
    (clippings / "bad.txt").write_bytes(raw)

    _, skipped, archive = taken(clippings)

    assert skipped == {}
    assert count(archive, "гавань") == 1
    shown = quoth("show", clippings / "bad.txt", "--json", archive=archive).json
    assert shown["encoding"].replace("-", "").lower() in {"cp1251", "windows1251"}
    assert quoth("show", clippings / "bad.txt", "--raw", archive=archive).raw == raw


def test_broken_utf_8_is_taken(clippings: Path) -> None:
    (clippings / "bad.txt").write_bytes(
        "“Très bien,” dit-elle à Ann. ".encode() + b"\xe2\x80"
    )

    assert taken(clippings)[1] == {}


def test_files_that_vanish_are_skipped(clippings: Path) -> None:
    (clippings / "bad.txt").symlink_to(clippings / "nowhere")

    assert taken(clippings)[1] == {"bad.txt": "no such file"}


def test_a_pipe_among_the_files_is_skipped(clippings: Path) -> None:
    os.mkfifo(clippings / "bad.txt")

    assert taken(clippings)[1] == {"bad.txt": "not a regular file"}


def test_names_with_newlines_and_invalid_bytes_are_taken(clippings: Path) -> None:
    (clippings / "a\nb\x1b[31m.txt").write_text("The first ferry sails.\n", "utf-8")
    odd = os.fsencode(clippings) + b"/odd\xff.txt"
    Path(os.fsdecode(odd)).write_text("The second ferry sails.\n", "utf-8")

    _, skipped, archive = taken(clippings)

    assert skipped == {}
    told = quoth("search", "ferry", archive=archive)
    assert told.out.count("ferry sails") >= 2
    assert no_escapes(told.out)
    paths = quoth("search", "ferry", "--json", archive=archive).json["hits"]
    assert {Path(hit["path"]).name for hit in paths} == {
        "a\\nb\\x1b[31m.txt",
        "odd\\xff.txt",
    }
    assert quoth("show", odd, archive=archive).code == 0


def test_no_escape_code_or_bidi_control_reaches_the_terminal(clippings: Path) -> None:
    risky = "\x1b]0;owned\x07 \x1b[2J \u202egnirts\u202c \x9b31m \u2066x\u2069"
    (clippings / "bad.txt").write_text(
        f"Title {risky}\n\nBy Ann \x1b[31mLee\n\n“We {risky} stay,” Ann Lee said. "
        + "Nobody answered her at all that day. " * 20,
        "utf-8",
    )

    _, skipped, archive = taken(clippings)

    assert skipped == {}
    for words in (
        ["search", "nobody"],
        ["search", "nobody", "--json"],
        ["search", "kind:direct"],
        ["quotes"],
        ["show", clippings / "bad.txt", "--quotes"],
        ["show", clippings / "bad.txt", "--json", "--quotes"],
        ["search", "nobody \x1b[31m \u202e", "--explain"],
    ):
        told = quoth(*words, archive=archive)
        assert no_escapes(told.out), words
    raw = quoth("show", clippings / "bad.txt", "--raw", archive=archive)
    assert raw.raw == (clippings / "bad.txt").read_bytes()


def test_links_in_a_circle_are_walked_once(clippings: Path) -> None:
    (clippings / "loop").symlink_to(clippings)
    (clippings / "round").symlink_to("round")

    told, skipped, _ = taken(clippings)

    assert told.json["added"] == 1
    assert set(skipped) == {"round"}


def test_half_a_line_of_json_costs_that_line(clippings: Path) -> None:
    rows = [json.dumps({"id": n, "text": f"The bridge {n} is open."}) for n in range(3)]
    (clippings / "dump.jsonl").write_text("\n".join(rows)[:-12] + "\n[1]\n", "utf-8")

    told, skipped, archive = taken(clippings)

    assert skipped == {"dump.jsonl:3": "not JSON", "dump.jsonl:4": "not a JSON object"}
    assert told.json["added"] == 3
    assert count(archive, "bridge") == 2


def test_a_packed_dump_cut_short_gives_what_is_whole(clippings: Path) -> None:
    (clippings / "dump.jsonl.gz").write_bytes(b"\x1f\x8b\x08\x00 not gzip at all")

    _, skipped, _ = taken(clippings)

    assert len(skipped) == 1


def test_a_date_in_the_year_1_is_no_trouble(clippings: Path) -> None:
    (clippings / "bad.txt").write_text("1 January 0001\n\nThe ferry sails.\n", "utf-8")
    row = {"id": 1, "text": "The bridge is open.", "published": "0001-01-01"}
    (clippings / "dump.jsonl").write_text(json.dumps(row), "utf-8")

    _, skipped, archive = taken(clippings)

    assert skipped == {}
    for sort in ("date", "-date", "event", "-event", "relevance"):
        told = quoth("search", "*", "--sort", sort, "--json", archive=archive)
        assert told.json["total"] == 3


def test_a_dump_of_odd_values_is_no_trouble(clippings: Path) -> None:
    rows = [
        {"id": None, "text": "The bridge is open.", "title": 7, "authors": {"x": [1]}},
        {"id": [1], "text": ["not", "a", "text"]},
        {"text": "half a \ud83d pair on the bridge", "published": "yesterday?"},
        {"id": 2, "text": "The bridge.", "published": 1e300, "url": 3.5, "title": ""},
    ]
    (clippings / "dump.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")

    _, skipped, archive = taken(clippings)

    assert set(skipped) == {"dump.jsonl:2"}
    assert count(archive, "bridge") == 3


def test_a_query_of_invalid_bytes_finds_nothing(news: Path) -> None:
    for words in (["--json"], ["--explain"], []):
        told = quoth("search", *words, b"harbour\xff", b"\x1b[31m", archive=news)
        assert told.code in (0, 1, 2)
        assert no_escapes(told.out)
    streamed = quoth("search", "-", stdin=b"\xff\nharbour\n\x00\n", archive=news)
    assert len(streamed.lines) == 3


def test_extract_takes_the_same_without_an_archive(clippings: Path) -> None:
    (clippings / "empty.txt").touch()
    (clippings / "binary.txt").write_bytes(bytes(range(256)) * 20)

    told = quoth("extract", clippings)

    assert told.code == 3
    assert [Path(line["path"]).name for line in told.lines] == ["good.txt"]
    assert told.err.count("\n") == 2


@pytest.mark.parametrize("damage", ["pointer", "manifest", "file", "cut", "gone"])
def test_a_broken_index_is_one_sentence_and_can_be_rebuilt(
    news: Path, damage: str
) -> None:
    _damage(news / "index", damage)

    told = quoth("search", "harbour", archive=news)

    assert told.code == 5
    assert told.err.count("\n") == 1
    assert "quoth rebuild" in told.err
    assert quoth("show", news.parent / "clippings" / "good.txt", archive=news).code == 0
    assert quoth("rebuild", archive=news).code == 0
    assert count(news, "harbour") == 1


def _damage(index: Path, damage: str) -> None:
    (generation,) = index.glob("gen-*")
    files = sorted(generation.iterdir(), key=lambda file: file.stat().st_size)
    match damage:
        case "pointer":
            (index / "current").write_bytes(b"\xff\x00")
        case "manifest":
            (generation / "manifest.json").write_text("{}", "utf-8")
        case "file":
            files[-1].unlink()
        case "cut":
            os.truncate(files[-1], 10)
        case _:
            shutil.rmtree(index)


def test_a_broken_store_is_one_sentence(news: Path) -> None:
    (news / "store.db").write_bytes(b"SQLite format 3\0 but not really" * 100)

    for words in (["search", "harbour"], ["check"], ["add"], ["rebuild"]):
        told = quoth(*words, archive=news)
        assert told.code == 5, words
        assert told.err.count("\n") == 1


def test_a_broken_settings_file_of_the_archive_is_one_sentence(news: Path) -> None:
    (news / "quoth.toml").write_text('language = "klingon"\n', "utf-8")

    told = quoth("search", "harbour", archive=news)

    assert told.code == 2
    assert "klingon" in told.err


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


def test_an_archive_cannot_be_made_under_a_file(clippings: Path) -> None:
    told = added(clippings / "good.txt" / "news", clippings)

    assert told.code in (4, 5)
    fits(told.json, "error")
    assert told.err.count("\n") == 1


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
