"""`show` and `extract`: an article whole, its bytes, quotations in their places."""

from __future__ import annotations

import gzip
import json
import os
import pty
import subprocess
from functools import cache
from pathlib import Path

from tests.shell import COMMAND, Told, demo, fits, no_escapes, quoth, surroundings

ARTICLES = Path(__file__).parent.parent / "tui" / "demo" / "articles"
BORDER = ARTICLES / "2031-03-04 harbour-post border.txt"


@cache
def shown(*words: str) -> Told:
    return quoth("show", *words, archive=demo())


def test_an_article_is_shown_as_the_contract_says() -> None:
    told = shown(str(BORDER), "--json")

    fits(told.json, "show")
    assert "quotes" not in told.json
    assert told.json["fields"]["title"]["value"] == told.json["title"]


def test_quotes_stand_at_their_offsets_in_the_file() -> None:
    told = shown(str(BORDER), "--json", "--quotes")
    text = BORDER.read_bytes().decode("utf-8-sig")

    fits(told.json, "show")
    assert told.json["quotes"]
    for quote in told.json["quotes"]:
        assert text[quote["start"] : quote["end"]] == quote["text"]
        mention = quote["mention"]
        if mention:
            assert text[mention["start"] : mention["end"]] == mention["text"]


def test_an_id_or_its_beginning_shows_the_same_as_the_path() -> None:
    id_ = shown(str(BORDER), "--json").json["id"]

    assert shown(id_, "--json").json == shown(str(BORDER), "--json").json
    assert shown(id_[:8], "--json").json["id"] == id_


def test_raw_gives_the_original_bytes() -> None:
    assert shown(str(BORDER), "--raw").raw == BORDER.read_bytes()


def test_a_row_of_a_dump_is_known_by_file_and_id() -> None:
    (first, *_) = (ARTICLES / "wire.jsonl").read_text("utf-8").splitlines()
    row = json.loads(first)

    told = shown(f"{ARTICLES}/wire.jsonl#{row['id']}", "--raw")

    assert told.json == row


def test_people_read_a_head_and_the_whole_text() -> None:
    told = shown(str(BORDER), "--quotes")
    text = BORDER.read_text("utf-8")

    assert told.code == 0
    assert all(line.strip() in told.out for line in text.splitlines()[4:])
    assert shown(str(BORDER), "--json").json["title"] == told.out.splitlines()[0]
    assert "Ilse Marek" in told.out


def test_what_is_not_there_is_exit_1() -> None:
    told = shown("nowhere.txt", "--json")

    assert told.code == 1
    fits(told.json, "error")
    assert told.err.count("\n") == 1


def test_a_terminal_gets_no_escape_code_of_an_article(tmp_path: Path) -> None:
    file = tmp_path / "bad.txt"
    risky = "He said \x1b[31mred\x07 \u202eyrots\u202c \x9b31m.\n"
    file.write_text(risky + "Nobody listened to him. " * 20, "utf-8")
    quoth("add", file, archive=tmp_path / "news")

    for options in (["--raw"], ["--quotes"], ["--json"]):
        told = _on_a_terminal("-a", str(tmp_path / "news"), "show", str(file), *options)

        assert no_escapes(_without_looks(told)), told
        assert "yrots" in told


def _on_a_terminal(*words: str) -> str:
    """What a terminal is sent on standard output."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([*COMMAND, *words], stdout=theirs, env=surroundings()) as run:
        os.close(theirs)
        sent = b""
        try:
            while block := os.read(ours, 4096):
                sent += block
        except OSError:  # the other end was closed
            pass
    os.close(ours)
    assert run.returncode == 0
    return sent.decode()


def _without_looks(sent: str) -> str:
    for look in ("0", "1", "2", "3", "36", "1;36", "1;33"):
        sent = sent.replace(f"\x1b[{look}m", "")
    return sent


def test_files_give_a_line_each_without_an_archive() -> None:
    told = quoth("extract", BORDER, ARTICLES / "gazette tap.txt")

    assert told.code == 0
    assert [Path(line["path"]) for line in told.lines] == [
        BORDER,
        ARTICLES / "gazette tap.txt",
    ]
    for line in told.lines:
        fits(line, "extract-file")


def test_the_same_quotes_are_extracted_as_the_archive_shows() -> None:
    (line,) = quoth("extract", BORDER).lines
    archived = shown(str(BORDER), "--json", "--quotes").json["quotes"]

    assert line["quotes"] == [
        {name: quote[name] for name in line["quotes"][0]} for quote in archived
    ]


def test_a_dump_gives_a_line_a_row_in_its_order(tmp_path: Path) -> None:
    rows = [
        {"key": n, "words": f"“I am number {n}, you know,” said Ann Lee."}
        for n in (2, 1)
    ]
    dump = tmp_path / "dump.jsonl.gz"
    dump.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    named = ("--text-field", "words", "--id-field", "key")

    told = quoth("extract", "--jsonl", dump, *named)

    assert [line["id"] for line in told.lines] == [2, 1]
    for line in told.lines:
        fits(line, "extract-row")
        assert line["quotes"][0]["speaker"] == "Ann Lee"
    piped = quoth("extract", "--jsonl", "-", *named, stdin=dump.read_bytes())
    assert piped.raw == told.raw


def test_what_cannot_be_read_is_told_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")

    told = quoth("extract", tmp_path / "empty.txt", tmp_path / "none.txt", BORDER)

    assert told.code == 3
    assert len(told.lines) == 1
    assert "empty.txt: empty file" in told.err
    assert "none.txt: no such file" in told.err


def test_extract_without_a_file_is_a_usage_error() -> None:
    assert quoth("extract").code == 2
