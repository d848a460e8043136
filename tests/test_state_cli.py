"""The commands for what is only the user's own, as the shell meets them."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Protocol

import pytest

from index.archive import Archive
from tests.shell import Told, added, fits, quoth

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "\n\nBy Tomas Reyl\nPublished: 4 March 2031, 18:20\n\n"
BORDER = f"Border shut{HEAD}“The border stays closed,” Ilse Marek told reporters.\n"
FERRY = f"Ferry sails{HEAD}“The ferry sails again,” said Dario Venn.\n"


class Shell(Protocol):
    """The command with an archive and a user of its own."""

    def __call__(self, *words: str, stdin: str = "") -> Told: ...


@pytest.fixture
def news(tmp_path: Path) -> Path:
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    (clippings / "border.txt").write_text(BORDER, "utf-8")
    (clippings / "ferry.txt").write_text(FERRY, "utf-8")
    added(tmp_path / "news", clippings)
    return tmp_path / "news"


@pytest.fixture
def shell(news: Path, tmp_path: Path) -> Shell:
    return partial(quoth, archive=news, XDG_DATA_HOME=str(tmp_path / "me"))


@pytest.fixture
def border(news: Path) -> str:
    return id_of(news, "Border")


@pytest.fixture
def ferry(news: Path) -> str:
    return id_of(news, "Ferry")


def id_of(news: Path, title: str) -> str:
    archive = Archive.open(news)
    found = next(h.id for h in archive.newest(0, 9) if h.title.startswith(title))
    archive.close()
    return found


def count(shell: Shell, query: str) -> int:
    return int(shell("search", "--count", query).out)


def quotation(shell: Shell, query: str) -> str:
    """ARTICLE:START of the one quotation that answers."""
    (hit,) = shell("quotes", query).lines
    return f"{hit['article']}:{hit['start']}"


def test_a_star_is_given_and_taken(shell: Shell, border: str, tmp_path: Path) -> None:
    given = shell("star", border, "--json")

    fits(given.json, "mark")
    assert (given.code, given.json["changed"], given.json["set"]) == (0, 1, True)
    assert given.json["articles"][0]["title"] == "Border shut"
    assert count(shell, "is:starred") == 1
    assert shell("star", border).out == "starred: 0 articles, 1 had it so already\n"
    path = str(tmp_path / "clippings" / "border.txt")
    assert shell("unstar", path).out == "took the star from: 1 article\n"
    assert count(shell, "is:starred") == 0


def test_marks_are_put_on_all_that_a_query_finds(shell: Shell, border: str) -> None:
    told = shell("tag", "watch list", "--query", "by:marek | by:venn", "--json")

    fits(told.json, "mark")
    assert (told.json["name"], told.json["changed"]) == ("watch list", 2)
    assert count(shell, "tag:watch") == 2
    assert shell("untag", "watch list", border).code == 0
    assert count(shell, 'tag:"watch list"') == 1
    assert shell("mark", "read", "--query", "is:unread").code == 0
    assert count(shell, "is:unread") == 0
    assert shell("mark", "unread", border).out == "marked as unread: 1 article\n"
    assert count(shell, "is:unread border") == 1


def test_what_cannot_be_marked_is_a_sentence(shell: Shell, border: str) -> None:
    assert shell("star").code == 2
    assert shell("star", border, "--query", "x").code == 2
    assert shell("star", "--query", '"open').code == 2
    assert shell("star", border, "nobody").code == 1
    assert count(shell, "is:starred") == 0
    assert shell("star", "--query", "nothing").code == 1
    assert shell("tag", "-", border).code == 2
    assert shell("mark", "lost", border).code == 2


def test_a_note_is_written_on_a_quotation_and_found_again(
    shell: Shell, border: str
) -> None:
    place = quotation(shell, "by:marek")

    written = shell("note", "To whom?", place, "--json")

    fits(written.json, "note")
    (note,) = written.json["notes"]
    assert note["words"] == "The border stays closed,"
    assert f"{note['article']}:{note['start']}" == place
    assert count(shell, "is:noted") == 1
    listed = shell("note", "--list", border, "--json")
    assert listed.json == written.json
    assert "To whom?" in shell("note", "--list").out
    removed = shell("note", "--remove", note["id"], "--json")
    fits(removed.json, "note")
    assert removed.json["removed"] == [note["id"]]
    assert shell("note", "--list").code == 1


def test_notes_on_stretches_and_whole_articles(
    shell: Shell, border: str, ferry: str
) -> None:
    shell("note", "Whole.", ferry)
    shell("note", "Shut?", f"{border}:7-11")
    shell("note", "Both.", "--query", "*")

    notes = shell("note", "--list", "--json").json["notes"]
    assert [(n["text"], n["words"]) for n in notes[:2]] == [
        ("Whole.", None),
        ("Shut?", "shut"),
    ]
    assert len(notes) == 4
    assert shell("note", "x", f"{border}:7-7000").code == 2
    assert shell("note", "x", f"{border}:3").code == 1
    assert shell("note", border).code == 2
    assert shell("note", "--remove", "none").code == 1


def test_a_saved_search_is_run_and_knows_what_is_new(
    shell: Shell, news: Path, tmp_path: Path
) -> None:
    saved = shell(
        "saved", "add", "closed", "border", "-ferry", "--sort", "date", "--json"
    )

    fits(saved.json, "saved")
    (search,) = saved.json["saved"]
    assert (search["query"], search["sort"]) == ("border -ferry", "date")
    assert (search["total"], search["new"]) == (1, 1)
    ran = shell("saved", "run", "@closed", "--json")
    fits(ran.json, "search-articles")
    assert ran.json["parsed"] == "@closed"
    assert shell("saved", "run", "closed", "--new").code == 1
    (tmp_path / "clippings" / "bridge.txt").write_text("A border bridge.\n", "utf-8")
    added(news, tmp_path / "clippings")
    listed = shell("saved", "list")
    assert listed.out == "@closed  border -ferry  (2, new 1)\n"
    assert shell("saved", "run", "closed", "--new", "--json").json["total"] == 1
    assert count(shell, "@closed") == 2
    removed = shell("saved", "remove", "closed", "--json")
    fits(removed.json, "saved")
    assert removed.json["removed"] == ["closed"]
    assert shell("saved", "list").code == 1


def test_what_cannot_be_saved_is_a_sentence(shell: Shell) -> None:
    wrong = shell("saved", "add", "x", '"open', "--json")

    fits(wrong.json, "error")
    assert wrong.code == 2
    assert shell("saved", "add", "x").code == 2
    assert shell("saved", "run").code == 2
    assert shell("saved", "run", "nobody").code == 1
    assert shell("saved", "remove", "nobody").code == 1


def test_state_goes_out_and_comes_in_elsewhere(
    shell: Shell, border: str, news: Path, tmp_path: Path
) -> None:
    shell("star", border)
    shell("note", "Why?", border)
    exported = shell("state", "export")
    for line in exported.lines[1:]:
        fits(line, "state-line")
    other = partial(quoth, archive=news, XDG_DATA_HOME=str(tmp_path / "other"))

    first = other("state", "import", "--json", stdin=exported.out)
    (tmp_path / "state.jsonl").write_bytes(exported.raw)
    second = other("state", "import", str(tmp_path / "state.jsonl"), "--json")

    fits(first.json, "state-import")
    assert first.json == {"changed": 2, "unchanged": 0}
    assert second.json == {"changed": 0, "unchanged": 2}
    assert other("search", "--count", "is:starred is:noted").out == "1\n"
    assert other("state", "export").raw == exported.raw
    assert other("state", "import", stdin="{}\n").code == 2
    assert other("state", "export", "x").code == 2


def test_a_speaker_is_fixed_and_the_fix_undone(shell: Shell) -> None:
    place = quotation(shell, "by:marek")

    fixed = shell("fix", "speaker", place, "Ada", "Quill", "--kind", "person", "--json")

    fits(fixed.json, "fix")
    (made,) = fixed.json["corrections"]
    assert (made["old"], made["value"]) == ("Ilse Marek", "Ada Quill")
    (hit,) = shell("quotes", "by:quill").lines
    assert (hit["speaker"], hit["rule"]) == ("Ada Quill", "correction")
    assert count(shell, "by:marek") == 0
    assert "Ada Quill (by hand, " in shell("search", "by:quill").out
    assert "Ada Quill (named by hand)" in shell("cite", place).out
    undone = shell("fix", "undo", made["id"], "--json")
    assert undone.json["corrections"][0]["undone"]
    assert count(shell, "by:marek") == 1
    assert shell("fix", "list").code == 1
    assert "undone" in shell("fix", "list", "--all").out


def test_a_correction_that_lost_its_place_is_listed_so(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "refusal.txt"
    said = "“We will never sign,” said {} on Monday.\n\n"
    between = "The talks in Kessin went on for three days and brought nothing.\n\n"
    petrov, bell = said.format("Ivan Petrov"), said.format("Anna Bell")
    file.write_text(f"Talks fail\n\n{petrov}{between}{bell}", "utf-8")
    shell("add", str(file))
    place = quotation(shell, "by:petrov")
    assert shell("fix", "speaker", place, "Boris Other").code == 0

    file.write_text(f"Talks fail\n\n{between}{bell}", "utf-8")
    shell("add", str(file))

    assert count(shell, "by:bell never") == 1
    assert count(shell, "by:other") == 0
    assert "has lost its place" in shell("fix", "list").out


def test_title_outlet_date_and_names_are_fixed(shell: Shell, ferry: str) -> None:
    shell("fix", "title", ferry, "Boats", "again")
    shell("fix", "outlet", ferry, "Harbour Post")
    shell("fix", "date", ferry, "2031-03", "--of", "event")
    shell("fix", "alias", "Dario Venn", "Dario Venn of Tessel")

    shown = shell("show", ferry, "--json").json
    assert shown["title"] == "Boats again"
    assert shown["outlet"] == "Harbour Post"
    assert shown["date"]["event"]["value"] == "2031-03"
    fits(shown, "show")
    assert count(shell, "title:boats date:2031 outlet:harbour") == 1
    assert count(shell, "by:tessel") == 1
    listed = shell("fix", "list", "--json")
    fits(listed.json, "fix")
    assert [one["corrects"] for one in listed.json["corrections"]] == [
        "title",
        "outlet",
        "event",
        "alias",
    ]
    page = shell("show", ferry).out
    assert "given by hand: title, outlet, event" in " ".join(page.split())
    for fmt in ("text", "markdown", "bibtex", "ris", "csl"):
        cited = shell("cite", f"{ferry}:0-5", "--format", fmt).out
        assert "event of 2031-03 (by hand)" in cited
        assert "title given by hand" in cited
        assert "outlet given by hand" in cited
        assert shell("verify", "-", stdin=cited).code == 0
    shell("fix", "date", ferry, "2031-04")
    table = shell("export", "title:boats", "--format", "csv").out
    assert ",2031-04,by hand,2031-04," in table
    assert shown["date"]["event"]["certainty"] == "stated"
    assert shown["date"]["event"]["rule"] == "correction"
    assert shell("fix", "outlet", ferry, "unknown").code == 0
    assert shell("show", ferry, "--json").json["outlet"] is None


def test_an_alias_that_would_turn_in_a_circle_is_refused(shell: Shell) -> None:
    assert shell("fix", "alias", "Dario Venn", "Ada Quill").code == 0
    assert shell("fix", "alias", "Ada Quill", "Ilse Marek").code == 0

    for name in ("Dario Venn", "Ada Quill"):
        told = shell("fix", "alias", "Ilse Marek", name)
        assert told.code == 2
        assert f"'{name}' stands for 'Ilse Marek' already" in told.err

    assert count(shell, "by:marek") == 2
    assert shell("fix", "alias", "Dario Venn", "Ilse Marek").code == 0


def test_a_speaker_fixed_to_an_alias_is_said_to_be_shown_by_the_other_name(
    shell: Shell,
) -> None:
    shell("fix", "alias", "Dario Venn", "Ada Quill")

    told = shell("fix", "speaker", quotation(shell, "by:marek"), "Dario Venn")

    assert "Ilse Marek → Dario Venn, which an alias shows as Ada Quill" in told.out
    assert count(shell, "by:quill") == 2


def test_what_cannot_be_fixed_is_a_sentence(shell: Shell, ferry: str) -> None:
    for words in (
        ("speaker", ferry, "Somebody"),
        ("title", ferry),
        ("title",),
        ("date", ferry, "yesterday"),
        ("alias", "A", "B", "C"),
        ("undo",),
        ("colour", ferry, "red"),
    ):
        assert shell("fix", *words).code == 2, words
    assert shell("fix", "speaker", f"{ferry}:1", "Somebody").code == 1
    assert shell("fix", "undo", "none").code == 1


def test_published_corrections_are_everybodys(
    shell: Shell, ferry: str, news: Path, tmp_path: Path
) -> None:
    shell("fix", "title", ferry, "Boats")
    other = partial(quoth, archive=news, XDG_DATA_HOME=str(tmp_path / "other"))

    told = shell("fix", "publish", "--json")

    fits(told.json, "fix-publish")
    assert told.json == {"published": 1}
    assert other("show", ferry, "--json").json["title"] == "Boats"
    (listed,) = other("fix", "list", "--json").json["corrections"]
    assert listed["published"]
    assert other("fix", "undo", listed["id"]).code == 0
    assert other("show", ferry, "--json").json["title"] == "Ferry sails"
    assert shell("show", ferry, "--json").json["title"] == "Boats"


def test_reading_leaves_nothing_behind(shell: Shell, tmp_path: Path) -> None:
    assert count(shell, "is:unread") == 2
    assert shell("saved", "list").code == 1
    assert json.loads(shell("state", "export").out)["quoth"] == "state"

    assert not (tmp_path / "me").exists()
