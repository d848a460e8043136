"""Every file and every row is a source of its own: none takes another's place."""

from __future__ import annotations

import io
import json
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.adding import add
from index.archive.reports import AddOptions
from index.archive.upkeep import remove
from tests.two_stories import counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.archive.reports import AddReport


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, where paths may be typed short."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(path: str, *rows: object) -> str:
    """Write a text, or a dump of rows."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def run(folder: Path, *paths: str, **options: object) -> AddReport:
    archive = folder.parent / "archive"
    return add(archive, list(paths), AddOptions(**options))  # type: ignore[arg-type]


def texts(folder: Path) -> dict[str, str]:
    """Give path and text of every article that is found."""
    with closing(Archive.open(folder.parent / "archive")) as archive:
        found = [archive.clipping(h.id).article for h in archive.newest(0, 99)]
        return {a.path: a.text.strip() for a in found}


def pipe(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *rows: Mapping[str, object]
) -> AddReport:
    """Add a dump that comes through standard input."""
    raw = "".join(json.dumps(row) + "\n" for row in rows).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    return run(folder, dumps=("-",))


def test_files_of_two_folders_named_alike_are_two(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a/news/x.txt", "The ferry sails.")
    put("b/news/x.txt", "The bridge is open.")
    for folder in ("a", "b", "a", "b"):
        monkeypatch.chdir(desk / folder)
        run(desk, "news")

    assert texts(desk) == {
        "news/x.txt": "The ferry sails.",
        str(desk / "b/news/x.txt"): "The bridge is open.",
    }
    monkeypatch.chdir(desk / "b")
    with closing(Archive.open(desk.parent / "archive")) as archive:
        assert archive.clipping("news/x.txt").article.text == "The bridge is open.\n"
    put("news/x.txt", "The bridge is shut.")
    assert counts(run(desk, "news")) == (0, 1, 0, 0)
    assert "The bridge is open." not in texts(desk).values()


def test_dumps_of_two_folders_named_alike_are_two(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("a", "The ferry sails."), ("b", "The bridge is open.")):
        put(f"{folder}/d.jsonl", {"id": 1, "text": text})
        monkeypatch.chdir(desk / folder)
        run(desk, "d.jsonl")
        monkeypatch.chdir(desk)

    assert set(texts(desk)) == {"d.jsonl#1", f"{desk}/b/d.jsonl#1"}


def test_a_tab_and_the_characters_that_stand_for_it_are_two_names(desk: Path) -> None:
    put("a\tb.txt", "The ferry sails.")
    put("a\\tb.txt", "The bridge is open.")

    assert counts(run(desk, ".")) == (2, 0, 0, 0)
    assert counts(run(desk, ".", prune=True)) == (0, 0, 2, 0)
    assert set(texts(desk).values()) == {"The ferry sails.", "The bridge is open."}
    Path("a\tb.txt").unlink()
    assert counts(run(desk, ".", prune=True)) == (0, 0, 1, 1)


def test_rows_without_ids_are_found_again_wherever_they_stand(desk: Path) -> None:
    rows = [{"text": f"The ferry {n} sails."} for n in range(4)]
    run(desk, put("d.jsonl", *rows))

    put("d.jsonl", {"text": "The bridge is open."}, *rows[1:])

    assert counts(run(desk, "d.jsonl")) == (1, 0, 3, 0)
    assert len(texts(desk)) == 5
    put("d.jsonl", *rows[2:])
    assert counts(run(desk, "d.jsonl", prune=True)) == (0, 0, 2, 3)


def test_rows_of_one_id_are_all_kept_in_any_order(desk: Path) -> None:
    rows: list[object] = [
        *({"id": "5", "text": f"The ferry {n} sails."} for n in range(3)),
        {"id": 2, "text": "The bridge is open."},
    ]

    first = run(desk, put("d.jsonl", *rows, {"text": "A row without an id."}, rows[0]))
    Path("d.jsonl").unlink()
    again = run(desk, put("d.jsonl", *rows[::-1], {"text": "A row without an id."}))

    assert counts(first) == (5, 0, 0, 0)
    assert counts(again) == (0, 0, 5, 0)
    assert {"d.jsonl#5", "d.jsonl#2"} < set(texts(desk))


def test_of_rows_of_one_id_the_one_taken_out_stays_out(desk: Path) -> None:
    rows = [{"id": "5", "text": f"The ferry {n} sails."} for n in range(2)]
    run(desk, put("d.jsonl", *rows))
    second = next(path for path in texts(desk) if path != "d.jsonl#5")
    remove(desk.parent / "archive", [second], AddOptions())

    run(desk, put("d.jsonl", *rows[::-1]))

    assert texts(desk) == {"d.jsonl#5": "The ferry 0 sails."}


def test_two_dumps_through_a_pipe_do_not_replace_each_other(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry = {"text": "The ferry sails."}, {"id": 1, "text": "The harbour is full."}
    bridge = {"text": "The bridge is open."}, {"id": 1, "text": "The road is wet."}

    reports = [pipe(monkeypatch, desk, *rows) for rows in (ferry, bridge, ferry)]

    assert [counts(r) for r in reports] == [(2, 0, 0, 0), (2, 0, 0, 0), (0, 0, 2, 0)]
    assert len(texts(desk)) == 4


def test_a_folder_that_is_not_there_takes_nothing_out(desk: Path) -> None:
    put("news/x.txt", "The ferry sails.")
    run(desk, "news")
    Path("news").rename("unmounted")

    report = run(desk, "news", prune=True)

    assert (report.articles, report.removed) == (1, 0)
    assert [skip.reason for skip in report.skipped] == ["no such file"]
    assert texts(desk) == {"news/x.txt": "The ferry sails."}


def test_a_way_through_a_folder_above_names_the_same_files(desk: Path) -> None:
    put("news/x.txt", "The ferry sails.")
    put("news/y.txt", "The bridge is open.")
    put("news/sub/z.txt", "The road is wet.")
    run(desk, "news")
    Path("news/y.txt").unlink()

    report = run(desk, "news/sub/..", prune=True)

    assert counts(report) == (0, 0, 2, 1)
    assert set(texts(desk)) == {"news/x.txt", "news/sub/z.txt"}
    with closing(Archive.open(desk.parent / "archive")) as archive:
        assert archive.clipping("news/sub/../x.txt").article.path == "news/x.txt"


def test_a_way_through_a_link_leads_where_the_link_does(desk: Path) -> None:
    put("far/x.txt", "The ferry sails.")
    put("x.txt", "The bridge is open.")
    Path("far/deep").mkdir()
    Path("link").symlink_to("far/deep")

    run(desk, "x.txt", "link/../x.txt")

    assert set(texts(desk).values()) == {"The ferry sails.", "The bridge is open."}


def test_an_archive_among_its_articles_does_not_read_itself(desk: Path) -> None:
    put("news/x.txt", "The ferry sails.")
    put("news/kept/clips/y.txt", "The bridge is open.")
    folder = desk / "news" / "kept"

    reports = [add(folder, ["news"], AddOptions()) for _ in range(3)]
    named = add(folder, [str(path) for path in folder.rglob("*")], AddOptions())

    assert [report.articles for report in (*reports, named)] == [2, 2, 2, 2]
    assert [report.skipped for report in (*reports, named)] == [[]] * 4


TWICE = {
    "id": 1,
    "summary": "“It sails,” Ann Lee said.",
    "content": "It sank on Friday.",
}


def test_rows_are_read_again_by_fields_that_are_named_anew(desk: Path) -> None:
    put("d.jsonl", {**TWICE, "site": "Vell Courier"})
    by_summary = run(desk, dumps=("d.jsonl",), fields={"text": "summary"})
    named = {"text": "content", "outlet": "site"}

    by_content = run(desk, dumps=("d.jsonl",), fields=named)
    again = run(desk, dumps=("d.jsonl",), fields=named)

    assert counts(by_summary) == (1, 0, 0, 0)
    assert (counts(by_content), by_content.quotes) == ((0, 1, 0, 0), 0)
    assert counts(again) == (0, 0, 1, 0)
    with closing(Archive.open(desk.parent / "archive")) as archive:
        article = archive.clipping("d.jsonl#1").article
        assert (article.text, article.outlet and article.outlet.value) == (
            "It sank on Friday.",
            "Vell Courier",
        )
        assert [archive.answer(q).total for q in ("sank", "sails")] == [1, 0]


def test_fields_once_named_hold_for_the_dump_when_it_grows(desk: Path) -> None:
    put("d.jsonl", TWICE)
    run(desk, dumps=("d.jsonl",), fields={"text": "summary"})
    put("d.jsonl", TWICE, {**TWICE, "id": 2})

    report = run(desk, "d.jsonl")

    assert counts(report) == (1, 0, 1, 0)
    assert set(texts(desk).values()) == {TWICE["summary"]}


def listed(folder: Path) -> list[str]:
    with closing(Archive.open(folder.parent / "archive")) as archive:
        return [f"{skip.path}: {skip.reason}" for skip in archive.skipped()]


def test_a_mistyped_path_is_told_and_not_kept(desk: Path) -> None:
    put("x.txt", "The ferry sails.")

    report = run(desk, "x.txt", "nope", dumps=("nope.jsonl",))

    assert [skip.path for skip in report.skipped] == ["nope", "nope.jsonl"]
    assert listed(desk) == []


def test_a_known_file_that_is_missing_is_listed_until_it_is_back(desk: Path) -> None:
    run(desk, put("x.txt", "The ferry sails."))
    Path("x.txt").rename("away.txt")
    run(desk, "x.txt")
    missing = listed(desk)
    Path("away.txt").rename("x.txt")

    back = run(desk, "x.txt")

    assert missing == ["x.txt: no such file"]
    assert counts(back) == (0, 0, 1, 0)
    assert listed(desk) == []


def test_a_link_to_nothing_is_listed_until_it_leads_somewhere(desk: Path) -> None:
    Path("link.txt").symlink_to("x.txt")
    run(desk, ".")
    broken = listed(desk)
    put("x.txt", "The ferry sails.")

    run(desk, ".")

    assert broken == ["link.txt: no such file"]
    assert listed(desk) == []
