"""`export`, as a shell calls it: formats, files, counts, exit codes."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.shell import Told, demo, fits, quoth
from tests.test_export import table_of
from tests.test_imports import PAINT, SCREEN, imported

if TYPE_CHECKING:
    from pathlib import Path

OPENINGS = {
    "csv": "\ufeffquery,border -strike\r\n",
    "jsonl": '{"query": "border -strike"',
    "markdown": "# border -strike\n",
    "html": "<!doctype html>\n",
}
ENDINGS = {"csv": "csv", "jsonl": "jsonl", "md": "markdown", "html": "html"}


@cache
def asked(*words: str) -> Told:
    return quoth(*words, archive=demo())


def fixed(text: str) -> list[str]:
    """The lines, but for those that name a time."""
    kinds = ("exported", "milliseconds", "took_ms")
    return [line for line in text.splitlines() if not any(k in line for k in kinds)]


@pytest.mark.parametrize("fmt", OPENINGS)
def test_a_word_with_a_minus_belongs_to_the_query(fmt: str) -> None:
    told = asked("export", "border", "-strike", "--format", fmt)

    assert told.code == 0
    assert told.err == ""
    assert told.out.startswith(OPENINGS[fmt])


@pytest.mark.parametrize(("suffix", "fmt"), ENDINGS.items())
@pytest.mark.parametrize("option", ["-o", "--output"])
def test_a_file_holds_what_would_be_printed(
    tmp_path: Path, suffix: str, fmt: str, option: str
) -> None:
    file = tmp_path / f"border.{suffix}"
    told = quoth("export", "border", "-strike", option, file, archive=demo())

    printed = asked("export", "border", "-strike", "--format", fmt)
    assert (told.code, told.out) == (0, "")
    written = file.read_bytes().decode()
    assert fixed(written) == fixed(printed.out)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("query", ["*", "border", "by:marek", "kind:direct", "-border"])
@pytest.mark.parametrize("sort", ["relevance", "-date"])
def test_the_count_is_that_of_the_search_and_nothing_is_cut_off(
    query: str, sort: str
) -> None:
    told = asked("export", query, "--format", "csv", "--sort", sort)
    count = asked("search", query, "--count").out.strip()
    shown = asked("search", query, "--ids", "--limit", "0", "--sort", sort).out

    facts, hits = table_of(told.out)

    assert facts["count"] == count == str(len(hits))
    assert [hit["article"] for hit in hits] == shown.split()


def test_without_a_format_lines_of_json_are_written() -> None:
    told = asked("export", "border")

    fits(told.lines[0], "export-head")
    assert told.lines[0]["total"] == len(told.lines) - 1


def test_nothing_found_is_exit_1_and_a_file_that_says_so(tmp_path: Path) -> None:
    file = tmp_path / "none.jsonl"

    told = quoth("export", "unfindable", "-o", file, archive=demo())

    assert told.code == 1
    (head,) = map(json.loads, file.read_text("utf-8").splitlines())
    fits(head, "export-head")
    assert (head["total"], head["searched"]) == (
        0,
        int(asked("search", "*", "--count").out),
    )


@pytest.mark.parametrize("query", ['border "closed', "tag:x:y("])
def test_a_wrong_query_leaves_the_old_file_alone(tmp_path: Path, query: str) -> None:
    file = tmp_path / "border.md"
    file.write_text("old", "utf-8")

    assert quoth("export", query, "-o", file, archive=demo()).code == 2
    assert file.read_text("utf-8") == "old"


def test_a_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", "utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")

    quoth("export", "border", "-o", tmp_path / "link.md", archive=demo())

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8").startswith("# border")


def test_a_device_is_written_to_as_it_is() -> None:
    told = quoth(
        "export", "border", "-o", "/dev/stdout", "--format", "csv", archive=demo()
    )

    assert fixed(told.out) == fixed(asked("export", "border", "--format", "csv").out)


@pytest.mark.parametrize("file", ["no/such/folder.csv", "border.xlsx", "."])
def test_what_cannot_be_written_is_one_sentence(file: str, tmp_path: Path) -> None:
    told = quoth("export", "border", "-o", file, archive=demo(), cwd=tmp_path)

    assert told.code == 2
    assert told.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_an_export_wants_neither_screen_nor_colours() -> None:
    for fmt in OPENINGS:
        words = ("export", "border", "--format", fmt, "-o", os.devnull)

        assert not imported("-a", str(demo()), *words) & (SCREEN | PAINT)
