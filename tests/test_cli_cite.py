"""`cite` and `verify`, as a shell calls them, on real files that change."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.shell import Told, added, demo, fits, quoth
from tests.test_imports import ARRAYS, PAINT, SCREEN, imported

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "BORDER TALKS RESUME\n\n4 March 2031\n\n"
    "“The pass stays open this year,” Andrei Lasko told reporters on Tuesday.\n\n"
    "The talks are to be continued in the spring, when the snow has gone.\n"
)
WORDS = "The pass stays open this year,"
FORMATS = ("text", "markdown", "bibtex", "ris", "csl")


@cache
def asked(*words: str) -> Told:
    return quoth(*words, archive=demo())


@cache
def place() -> str:
    """A quotation of the demo, as answers show it."""
    hit = asked("search", "by:marek closed", "--json").json["hits"][0]
    return f"{hit['article']}:{hit['start']}-{hit['end']}"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "border.txt").write_text(STORY, "utf-8")
    added(tmp_path / "news", tmp_path / "border.txt")
    return tmp_path / "news"


def lasko(news: Path, fmt: str = "text") -> str:
    name = f"{news.parent / 'border.txt'}:{STORY.index(WORDS)}"
    told = quoth("cite", name, "--format", fmt, archive=news)
    assert told.code == 0, told.err
    return told.out


def verified(citation: str, news: Path) -> Told:
    return quoth("verify", "-", "--json", archive=news, stdin=citation)


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_citation_is_found_exact_in_every_format(fmt: str) -> None:
    citation = asked("cite", place(), "--format", fmt)

    told = quoth("verify", "-", archive=demo(), stdin=citation.raw)

    assert (citation.code, told.code) == (0, 0), told.out
    assert told.out.startswith("exact  ")


def test_a_citation_as_json_is_what_the_contract_says() -> None:
    told = asked("cite", place(), "--json", "--format", "bibtex")
    hit = asked("search", "by:marek closed", "--json").json["hits"][0]

    fits(told.json, "cite")
    for name in ("article", "path", "start", "end", "text", "outlet", "date"):
        assert told.json[name] == hit[name]
    assert told.json["speakers"] == [hit["speaker"]]
    assert told.json["citation"] == asked("cite", place(), "--format", "bibtex").out
    assert quoth("verify", "-", archive=demo(), stdin=told.raw).code == 0


def test_a_processor_gets_a_list_of_one_item() -> None:
    fits(asked("cite", place(), "--format", "csl").json, "cite-csl")


def test_the_start_of_a_quotation_names_all_of_it() -> None:
    begun = place().partition("-")[0]

    assert asked("cite", begun).out == asked("cite", place()).out


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nothing", 2),
        ("nowhere.txt:1-2", 1),
        ("{id}:1", 1),
        ("{id}:9-3", 2),
        ("{id}:3-3", 2),
        ("{id}:1-9999999", 2),
    ],
)
def test_what_is_no_passage_is_one_sentence(name: str, code: int) -> None:
    told = asked("cite", name.format(id=place().partition(":")[0]), "--json")

    assert told.code == code
    fits(told.json, "error")
    assert told.err.count("\n") == 1


def test_a_citation_may_be_typed_or_lie_in_a_file(tmp_path: Path) -> None:
    citation = asked("cite", place()).out
    (tmp_path / "cited.txt").write_text(citation, "utf-8")

    for words in ([citation], citation.split(), [str(tmp_path / "cited.txt")]):
        told = quoth("verify", *words, archive=demo())

        assert told.code == 0, told.out


def test_all_citations_of_a_file_are_checked(news: Path) -> None:
    exact, altered = lasko(news, "bibtex"), lasko(news, "ris").replace("open", "shut")
    other = quoth("cite", f"{news.parent / 'border.txt'}:0-6", archive=news).out

    told = verified(exact + other, news)
    assert told.code == 0
    assert len(told.json["citations"]) == 2

    told = verified(altered + other, news)
    assert told.code == 1
    fits(told.json, "verify")
    assert [one["verdict"] for one in told.json["citations"]] == ["changed", "exact"]
    assert told.json["citations"][0]["words_printed"] is False


def test_without_a_reference_there_is_nothing_to_check() -> None:
    told = asked("verify", "Ilse Marek, Harbour Post", "--json")

    assert told.code == 2
    fits(told.json, "error")


def test_words_that_moved_in_the_file_are_found_again(news: Path) -> None:
    citation = lasko(news)
    (news.parent / "border.txt").write_text("NEW HEAD\n\n" + STORY, "utf-8")

    told = verified(citation, news)

    assert (told.code, told.json["verdict"]) == (1, "moved")
    fits(told.json, "verify")
    archived, on_disk = told.json["citations"][0]["copies"]
    assert (archived["verdict"], on_disk["verdict"]) == ("exact", "moved")
    assert on_disk["start"] == STORY.index(WORDS) + len("NEW HEAD\n\n")


def test_a_false_hash_is_not_laid_to_the_text_around(news: Path) -> None:
    citation = lasko(news)
    sha256 = citation.rpartition("sha256 ")[2][:64]
    false = quoth("verify", citation.replace(sha256, "0" * 64), archive=news)
    (news.parent / "border.txt").write_text(STORY + "More.\n", "utf-8")
    longer = quoth("verify", citation, archive=news)

    assert "but the cited sha256 is not that of" in false.out
    assert "around" not in false.out
    assert "border.txt: exact" in longer.out
    assert "the text around them is another" in longer.out


def test_a_new_version_in_the_archive_is_what_counts(news: Path) -> None:
    citation = lasko(news)
    file = news.parent / "border.txt"
    file.write_text(STORY.replace("stays open", "stays shut"), "utf-8")
    added(news, file)

    told = verified(citation, news)

    assert (told.code, told.json["verdict"]) == (1, "changed")
    assert "exact" not in {c["verdict"] for c in told.json["citations"][0]["copies"]}


def test_a_file_that_vanished_is_still_in_the_archive(news: Path) -> None:
    citation = lasko(news)
    (news.parent / "border.txt").unlink()
    assert verified(citation, news).json["verdict"] == "exact"

    quoth("add", "--prune", news.parent, archive=news)

    told = verified(citation, news)
    assert (told.code, told.json["verdict"]) == (0, "exact")


def test_what_is_nowhere_is_gone(news: Path) -> None:
    citation = lasko(news)
    quoth("remove", news.parent / "border.txt", archive=news)
    assert verified(citation, news).json["verdict"] == "exact", "the file is there"
    (news.parent / "border.txt").unlink()

    told = verified(citation, news)

    assert (told.code, told.json["verdict"]) == (1, "gone")
    fits(told.json, "verify")


def test_a_colleague_without_the_archive_checks_the_file(news: Path) -> None:
    citation = lasko(news)

    assert verified(citation, news.parent / "none").json["verdict"] == "exact"
    (news.parent / "border.txt").unlink()
    assert verified(citation, news.parent / "none").code == 5


def test_a_citation_survives_other_encodings_and_no_line_ends(tmp_path: Path) -> None:
    text = "«Граница закрыта», — сказал Отто Венн.\r\n" * 3 + "Київ {a} \\ 日本"
    (tmp_path / "old.txt").write_bytes(text.encode("utf-16"))
    added(tmp_path / "news", tmp_path / "old.txt")

    for fmt in FORMATS:
        name = f"{tmp_path / 'old.txt'}:3-{len(text)}"
        citation = quoth("cite", name, "--format", fmt, archive=tmp_path / "news")
        told = verified(citation.out, tmp_path / "news")

        assert told.json["verdict"] == "exact"
        assert len(told.json["citations"][0]["copies"]) == 2


def test_a_row_of_a_dump_is_cited_by_its_row() -> None:
    hits = asked("search", "path:wire.jsonl", "--json").json["hits"]
    citation = asked("cite", f"{hits[0]['path']}:0-20").out

    assert asked("verify", citation).code == 0


def test_citing_and_checking_want_neither_arrays_nor_colours() -> None:
    unwanted = SCREEN | PAINT | ARRAYS

    assert not imported("-a", str(demo()), "cite", place()) & unwanted
    checked = imported(
        "-a", str(demo()), "verify", asked("cite", place()).out, "--json"
    )
    assert not checked & unwanted
    assert not imported("-a", str(demo()), "speakers", "--json") & unwanted
