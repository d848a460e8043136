"""What five real articles must give through the shell; each test is one numbered check.

The articles are not ours to hand on: they lie in `seeds` under $QUOTH_SHARED_DATA.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.shell import Told, added, fits, quoth

DATA = Path(os.environ.get("QUOTH_SHARED_DATA", "/nowhere"))
SEEDS = DATA / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the sample articles lie under $QUOTH_SHARED_DATA"
)

FURNITURE = {
    "001": [
        "SEE ALSO: Ukrainian",
        "SEE ALSO: Not-So",
        "Sign up for Europe News",
        "a daily newsletter",
        "Copyright (c)",
    ],
    "003": ["Discuss"],
    "004": ["Advertisement", "Image: AP | Image:self", "Image: AP\n"],
}
"""Lines of the page around an article."""
ALL = {"000", "001", "002", "003", "004"}


@cache
def folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="quoth-seeds-")


@cache
def archive() -> Path:
    news = Path(folder().name) / "news"
    assert added(news, SEEDS).json["added"] == 5
    return news


@cache
def asked(*words: str) -> Told:
    return quoth(*words, archive=archive())


def search(*words: str) -> dict[str, Any]:
    told = asked("search", "--json", "--limit", "0", *words)
    assert told.code in (0, 1), told.err
    answer: dict[str, Any] = told.json
    kind = answer["kind"]
    fits(answer, f"search-{kind}")
    return answer


def number(path: str) -> str:
    """000 to 004, from the name of the file."""
    return Path(path).name[:3]


def found(*words: str) -> set[str]:
    return {number(hit["path"]) for hit in search(*words)["hits"]}


def path_of(sample: str) -> Path:
    (path,) = SEEDS.glob(f"{sample}_*.txt")
    return path


def article(sample: str) -> dict[str, Any]:
    told = asked("show", str(path_of(sample)), "--json", "--quotes")
    fits(told.json, "show")
    shown: dict[str, Any] = told.json
    return shown


def text_of(sample: str) -> str:
    return path_of(sample).read_bytes().decode("utf-8-sig")


def quotes(sample: str, kinds: tuple[str, ...] = ("direct", "mixed")) -> list[Any]:
    return [q for q in article(sample)["quotes"] if q["kind"] in kinds]


def speaker_of(sample: str, opening: str) -> str | None:
    """Who is named for the one quotation that begins so."""
    (quote,) = [q for q in quotes(sample) if q["text"].startswith(opening)]
    named: str | None = quote["speaker"]
    return named


def day(date: dict[str, Any] | None) -> str | None:
    return date["value"][:10] if date else None


def dates(sample: str) -> dict[str, Any]:
    known: dict[str, Any] = article(sample)["date"]
    return known


def test_01_headlines_are_titles_and_others_are_marked_as_made_up() -> None:
    titles = {sample: article(sample)["title"] for sample in ALL}

    assert titles["003"].startswith("NATO-Russia Relations Near Red Line")
    assert titles["004"].startswith("Russia cannot prevent Ukraine from joining NATO")
    made_up = {sample for sample in ALL if article(sample)["title_made_up"]}
    assert made_up == {"000", "001", "002"}
    assert all(titles[sample] for sample in made_up)


def test_02_the_image_credit_is_no_outlet() -> None:
    shown = article("004")

    assert day(shown["date"]["published"]) == "2021-10-24"
    assert shown["authors"] == ["Bhavya Sukheja"]
    assert shown["outlet"] is None


def test_03_publication_and_event_are_kept_apart() -> None:
    known = dates("001")

    assert day(known["published"]) == "2021-08-01"
    assert day(known["event"]) == "2021-06-17"
    assert all("2018" not in d["value"] for d in known.values() if d)


def test_05_an_unknown_year_is_not_printed_as_fact() -> None:
    stated = [d for d in dates("002").values() if d and d["certainty"] == "stated"]

    assert stated == []
    assert "undated" in asked("show", str(path_of("002"))).out


def test_07_file_times_are_no_dates(tmp_path: Path) -> None:
    for path in SEEDS.iterdir():
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        os.utime(copy, (946684800, 946684800))
    news = tmp_path / "news"
    added(news, tmp_path)

    told = quoth("search", "date:..2010", "--count", archive=news)

    assert told.out == "0\n"
    assert found("is:undated") >= {"000", "002", "003"}


def test_09_furniture_of_the_page_is_no_body_and_stays_in_the_raw_view() -> None:
    for words in ('"sign up"', "advertisement", '"see also"', "republished"):
        assert found(words) == set(), words
    for sample, lines in FURNITURE.items():
        shown, text = article(sample), text_of(sample)
        for line in lines:
            at = text.rindex(line)
            (zone,) = [z for z in shown["zones"] if z["start"] <= at < z["end"]]
            assert zone["kind"] not in {"title", "heading", "body"}, line
    assert found('in:raw "see also"') == {"001"}
    assert found("in:raw advertisement") == {"004"}
    assert (
        asked("show", str(path_of("004")), "--raw").raw == path_of("004").read_bytes()
    )


def test_10_a_newsletter_line_is_found_only_raw() -> None:
    assert found("newsletter") == set()
    assert found("in:raw newsletter") == {"001"}


def test_12_no_character_splits_or_hides_a_word() -> None:
    assert "000" in found("=Kiev's")
    assert "000" in found("=Kiev’s")
    assert found("de-facto") == {"002"}
    assert "003" in found("NATO-Russia")


def test_13_the_related_headline_is_nobodys() -> None:
    assert not [q for q in quotes("003") if "Transatlantic" in q["text"]]


def test_14_a_phrase_is_found_with_any_marks_and_number() -> None:
    assert found('"red line"') == {"000", "001", "003"}
    assert found("“red line”") == {"000", "001", "003"}
    assert found('"red lines"') == {"000", "001", "003"}


def test_15_spellings_are_one_word_unless_exactness_is_asked_for() -> None:
    assert found("kyiv") == {"000", "001", "002", "004"}
    assert found("=Kyiv") == {"001", "004"}


def test_16_names_are_found_in_every_spelling() -> None:
    assert found("zelensky") == {"000", "001", "002"}
    assert found("donbas") == {"000", "003"}


def test_17_us_in_capitals_is_a_country() -> None:
    assert found("=US") == {"000", "001", "002", "003"}
    for hit in search("=US")["hits"]:
        snippet = hit["snippet"]
        marked = {snippet["text"][start:end] for start, end in snippet["spans"]}
        assert marked <= {"US", "U.S.", "U.S"}


def test_18_no_word_is_too_common() -> None:
    assert found('"would not accept"') == {"002"}
    assert found('"will not accept"') == set()
    assert found("not") == {n for n in ALL if " not " in text_of(n).lower()}


def test_19_a_minus_takes_away() -> None:
    assert found("nato", "-tuesday") == {"000", "001", "003", "004"}
    assert found("-tuesday") == {"000", "001", "003", "004"}


def test_20_an_apostrophe_may_be_straight_or_curly() -> None:
    assert found("couldn't") == {"003"}
    assert found("couldn’t") == {"003"}


def test_21_numbers_are_words() -> None:
    assert found('"100,000"') == {"001"}
    assert found("2.5 billion") == {"001"}


@pytest.mark.parametrize(
    "query", ["nato", '"red line"', "by:peskov", "kind:mixed", "*"]
)
def test_22_every_count_is_the_number_of_rows(query: str) -> None:
    answer = search(query)

    assert answer["total"] == len(answer["hits"])
    assert asked("search", "--count", query).out == f"{answer['total']}\n"


def test_23_single_quotes_are_found_and_apostrophes_are_none() -> None:
    said = [q["text"] for q in quotes("001")]

    statements = [text for text in said if len(text.split()) > 2]
    ends = [(text.split()[0], text.split()[-1]) for text in statements]
    assert ends == [
        ("This", "NATO,"),
        ("raises", "concerns."),
        ("with", "sign."),
        ("From", "summit,"),
        ("But", "sign."),
    ]
    assert "red line" in said
    # Whether a single word in marks is said or only marked is a matter of taste.
    assert {text for text in said if len(text.split()) < 3} - {"yes", "no"} == {
        "red line"
    }


def test_24_a_statement_inside_anothers_sentence_keeps_its_speaker() -> None:
    ministry = "Ukrainian Foreign Ministry"

    assert speaker_of("002", "the only real guarantee") == ministry
    assert speaker_of("002", "would not accept") == ministry
    assert speaker_of("002", "the bitter experience") == ministry


def test_25_he_added_is_the_one_who_spoke_before() -> None:
    assert speaker_of("002", "stands in stark contrast") == "Dmitry Peskov"
    assert speaker_of("002", "Therefore, such a potential move") == "Dmitry Peskov"


def test_32_ellipses_do_not_end_a_quotation_and_offsets_are_exact() -> None:
    assert "root cause… that forced us" in " ".join(q["text"] for q in quotes("002"))
    assert "if... against the background" in " ".join(q["text"] for q in quotes("004"))
    for sample in sorted(ALL):
        text = text_of(sample)
        for quote in article(sample)["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["text"]
            for part in (quote["mention"], quote["cue"]):
                assert not part or text[part["start"] : part["end"]] == part["text"]


def test_35_what_cannot_be_read_is_listed_beside_the_samples(tmp_path: Path) -> None:
    """The cases one by one are in test_bad_input; here all of them come at once."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "one.txt").write_bytes(b"x")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "russian.txt").write_bytes(
        "Песков заявил об этом.\n".encode("cp1251") * 9
    )
    # The whole 20 MB are read in test_bad_input; here they would only take time.
    (tmp_path / "line.txt").write_bytes(b"word " * (1024 * 1024 // 5))
    (tmp_path / "a\nname.txt").write_text("A name with a newline.\n", "utf-8")
    (tmp_path / "escape.txt").write_text("A \x1b[31mred\x1b[0m word. " * 9, "utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    news = tmp_path.parent / f"{tmp_path.name}-news"

    told = added(news, SEEDS, tmp_path)

    assert told.code == 3
    skipped = {Path(s["path"]).name: s["reason"] for s in told.json["skipped"]}
    assert skipped == {
        "empty.txt": "empty file",
        "binary.txt": "binary file",
        "gone.txt": "no such file",
    }
    assert told.json["articles"] == 5 + 5
    assert quoth("search", "песков", "--count", archive=news).out == "1\n"
