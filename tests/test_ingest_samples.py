"""The five sample articles, which lie outside the repository: facts, not guesses."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from index.ingest import find_files, read_bytes, read_text
from index.model import SEARCHED_ZONES, Article, Certainty, ZoneKind
from index.originals import restore

_SHARED = Path(os.environ.get("QUOTH_SHARED_DATA", "no such folder"))
_SAMPLES = _SHARED / "seeds"

pytestmark = pytest.mark.skipif(
    not _SAMPLES.is_dir(), reason="QUOTH_SHARED_DATA does not hold the samples"
)


@cache
def sample(number: str) -> Article:
    path = next(_SAMPLES.glob(f"{number}_*.txt"))
    return read_text(read_bytes(path), path.name, added="2031-03-04T10:00:00")


def searched(article: Article) -> str:
    return "\n".join(
        article.text[zone.start : zone.end]
        for zone in article.zones
        if zone.kind in SEARCHED_ZONES
    )


def stated(number: str) -> dict[str, str | None]:
    article = sample(number)
    fields = {
        "outlet": article.outlet,
        "published": article.published,
        "updated": article.updated,
        "event": article.event,
    }
    return {name: None if found is None else found.value
            for name, found in fields.items()}  # fmt: skip


def test_all_five_are_found() -> None:
    assert len([path for path in find_files([_SAMPLES]) if isinstance(path, Path)]) == 5


@pytest.mark.parametrize(
    ("number", "line"),
    [("003", 2), ("004", 2)],
)
def test_a_headline_is_the_title(number: str, line: int) -> None:
    found = sample(number).title

    assert found is not None
    assert found.value == sample(number).text.splitlines()[line].strip()
    assert found.certainty is Certainty.STATED
    assert found.span is not None
    assert found.span.of(sample(number).text) == found.value


@pytest.mark.parametrize("number", ["000", "001", "002"])
def test_without_a_headline_the_title_is_marked_as_made_up(number: str) -> None:
    article = sample(number)

    assert article.title_made_up
    assert article.title is not None
    assert len(article.title.value) <= 71
    assert article.title.value.endswith("…")


@pytest.mark.parametrize(
    ("number", "outlet", "published", "updated", "event"),
    [
        ("000", "Brussels Morning", None, None, None),
        ("001", "RFE/RL", "2021-08-01", None, "2021-06-17"),
        ("002", None, None, None, None),
        ("003", "Sputnik", None, None, None),
        ("004", None, "2021-10-24T21:14", "2021-10-24T21:14", "2021-10-24"),
    ],
)
def test_outlet_and_dates_are_stated_or_unknown(
    number: str,
    outlet: str | None,
    published: str | None,
    updated: str | None,
    event: str | None,
) -> None:
    assert stated(number) == {
        "outlet": outlet,
        "published": published,
        "updated": updated,
        "event": event,
    }


def test_the_event_of_001_says_where_its_year_comes_from() -> None:
    event = sample("001").event

    assert event is not None
    assert event.certainty is Certainty.STATED
    assert event.rule == "event:said-on-day"
    assert "the year is that of publication" in str(event.reason)


def test_the_time_zone_of_004_is_an_assumption_that_is_said() -> None:
    published = sample("004").published

    assert published is not None
    assert "IST" in str(published.reason)


def test_only_004_names_its_author() -> None:
    authors = {n: [a.value for a in sample(n).authors] for n in
               ("000", "001", "002", "003", "004")}  # fmt: skip

    assert authors.pop("004") == ["Bhavya Sukheja"]
    assert not any(authors.values())


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("001", "SEE ALSO"),
        ("001", "Sign up for Europe News"),
        ("001", "newsletter"),
        ("001", "Copyright"),
        ("001", "With reporting by"),
        ("003", "Discuss"),
        ("003", "Blinken, Borrell Vow"),
        ("004", "Advertisement"),
        ("004", "Image:"),
    ],
)
def test_furniture_is_kept_and_not_searched(number: str, words: str) -> None:
    article = sample(number)

    assert words in article.text
    assert words not in searched(article)


def test_the_lead_of_004_is_searched_once() -> None:
    article = sample("004")

    lead = article.text.splitlines()[4].strip()[:60]
    assert article.text.count(lead) == 2
    assert searched(article).count(lead) == 1


def test_headings_stand_between_the_paragraphs_of_003_and_004() -> None:
    headings = [
        len(article.text[zone.start : zone.end].split())
        for article in (sample("003"), sample("004"))
        for zone in article.zones
        if zone.kind is ZoneKind.HEADING
    ]

    assert headings == [2, 9], "words of the two headings"


def test_the_dateline_of_000_is_not_part_of_its_first_sentence() -> None:
    article = sample("000")

    assert [zone.kind for zone in article.zones[:2]] == [
        ZoneKind.DATELINE,
        ZoneKind.BODY,
    ]
    assert article.text[article.zones[1].start :].startswith("Kremlin spokesman")


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_paragraph_of_the_story_is_searched(number: str) -> None:
    article = sample(number)
    long = [line for line in article.text.splitlines() if len(line) > 160]

    left_out = [line for line in long if line.strip() not in searched(article)]

    assert not [line for line in left_out if "Brussels (" not in line[:10]]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_text_comes_back_from_the_bytes(number: str) -> None:
    path = next(_SAMPLES.glob(f"{number}_*.txt"))
    raw = read_bytes(path)

    article = sample(number)

    assert restore(raw, article.encoding, "text") == article.text
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert file.read() == article.text
