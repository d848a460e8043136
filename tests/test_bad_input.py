"""Bad input is taken or skipped with a reason: never fatal, nothing else lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.shell import Told, added, fits, no_escapes, quoth, total


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
    assert total(archive, "=x") == 1


def test_a_single_line_of_20_megabytes_is_an_article(clippings: Path) -> None:
    line = b"word " * (4 * 1024 * 1024) + b"needle"
    (clippings / "bad.txt").write_bytes(line)

    _, skipped, archive = taken(clippings)

    assert skipped == {}
    assert total(archive, "needle") == 1
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
    assert total(archive, "гавань") == 1
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
    assert total(archive, "bridge") == 2


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
    assert total(archive, "bridge") == 3


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
