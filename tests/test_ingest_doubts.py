"""A date that cannot be true is shown with the reason, and nothing goes by it."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.facets import count_facets
from index.ingest import Row, read_row, read_text, rows
from index.model import Certainty
from tests.screens.stage import reader
from tests.shell import added, fits, quoth

if TYPE_CHECKING:
    from pathlib import Path

    from index.model import Article

STORY = (
    "The harbour of Tessel froze in the night, and the ferries stayed in the port. "
    "The mayor said on Monday that nobody had seen such ice before."
)
ADDED = "2031-03-04T10:00:00"
YEAR = datetime.now(UTC).year


def row(**values: str) -> Article:
    raw = json.dumps({"text": STORY, "title": "Ice", **values}).encode()
    (found,) = rows(io.BytesIO(raw), "dump.jsonl")
    assert isinstance(found, Row)
    return read_row(found, added=ADDED)


def page(line: str) -> Article:
    text = f"Ice closes the port of Tessel\n\n{line}\n\n{STORY}\n"
    return read_text(text.encode(), "a.txt", added=ADDED)


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        ("2050-01-01", "stated, but long after it was added; not used"),
        ("9999-12-31", "stated, but long after it was added; not used"),
        ("0001-01-01", "stated, but before printing; not used"),
        ("1449-12-31", "stated, but before printing; not used"),
    ],
)
def test_an_impossible_date_is_kept_and_not_used(stated: str, why: str) -> None:
    for article in (row(date=stated), row(updated=stated)):
        date = article.published or article.updated
        assert date is not None
        assert (date.value, date.reason, date.certainty) == (
            stated, why, Certainty.PROPOSED
        )  # fmt: skip
        assert article.date is None
        assert article.event is None, "no Monday is counted from such a day"


def test_a_line_of_the_text_is_doubted_like_a_field() -> None:
    published = page("31 December 9999").published

    assert published is not None
    assert not published.is_believed
    assert published.span is not None


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ("1450-01-01", None),
        ("2031-03-04", None),
        ("2031-03-06", None),
        ("2031-03-07", "after it was added"),
        ("2041-12-31", "after it was added"),
        ("2031", None),
    ],
)
def test_a_date_that_may_be_true_is_used(stated: str, reason: str | None) -> None:
    article = row(date=stated)

    assert article.published is not None
    assert article.date is article.published
    assert article.published.certainty is Certainty.STATED
    assert article.published.reason == reason


def test_another_date_is_used_in_its_place() -> None:
    article = row(date="2050-01-01", updated="2031-03-02")

    assert article.date is article.updated
    assert article.published is not None


def test_a_day_that_the_story_only_speaks_of_is_not_even_proposed() -> None:
    text = "The mayor said on 2 March 2090 that the ice of Tessel would stay."

    assert read_text(text.encode(), "a.txt", added=ADDED).event is None


@pytest.mark.parametrize("added", ["", "x", "2031"])
def test_without_a_day_of_adding_no_date_is_too_late(added: str) -> None:
    article = read_text(f"Ice\n\n4 March 2090\n\n{STORY}".encode(), "a", added=added)

    assert article.date is not None


@pytest.fixture
def news(tmp_path: Path) -> Path:
    dates = {"late": f"{YEAR + 24}-01-01", "early": "0001-01-01", "good": "2019-05-06"}
    lines = (
        json.dumps({"id": id_, "title": f"Ice {id_}", "date": stated, "text": STORY})
        for id_, stated in dates.items()
    )
    (tmp_path / "dump.jsonl").write_text("\n".join(lines), "utf-8")
    archive = tmp_path / "news"
    assert added(archive, tmp_path / "dump.jsonl").json["added"] == 3
    return archive


def titles(news: Path, *words: str) -> list[str]:
    hits = quoth("search", "--json", *words, archive=news).json["hits"]
    return [hit["title"].removeprefix("Ice ") for hit in hits]


@pytest.mark.parametrize("order", ["date", "-date"])
def test_such_an_article_is_sorted_and_counted_as_undated(
    news: Path, order: str
) -> None:
    answer = quoth("search", "ice", "--sort", order, "--json", archive=news).json

    fits(answer, "search-articles")
    assert answer["hits"][0]["title"] == "Ice good"
    assert (answer["total"], answer["undated"]) == (3, 2)
    assert quoth("check", "--json", archive=news).json["undated"] == 2
    assert set(titles(news, "is:undated")) == {"late", "early"}
    assert quoth("rebuild", archive=news).code == 0
    assert titles(news, "ice", "--sort", order)[0] == "good"


def test_no_filter_goes_by_such_a_date_and_the_undated_are_counted(news: Path) -> None:
    for query in ("date:2019", "published:2019", "after:2000", "before:2020"):
        answer = quoth("search", query, "--json", archive=news).json
        assert [hit["title"] for hit in answer["hits"]] == ["Ice good"], query
        assert answer["undated"] == 2, query
    for query in ("published:..1000", f"published:{YEAR + 24}", f"after:{YEAR}"):
        assert titles(news, query) == []


def test_the_statement_is_shown_with_what_speaks_against_it(news: Path) -> None:
    (hit,) = quoth("search", "title:late", "--json", archive=news).json["hits"]
    shown = quoth("show", hit["id"], "--json", archive=news).json

    fits(shown, "show")
    published = shown["date"]["published"]
    assert published["value"] == f"{YEAR + 24}-01-01"
    assert published["certainty"] == "proposed"
    assert published["reason"] == "stated, but long after it was added; not used"
    assert published["rule"] == "metadata:date"
    assert "undated" in quoth("show", hit["id"], archive=news).out


async def test_the_reader_says_why_an_article_is_undated(news: Path) -> None:
    archive = Archive.open(news)
    async with reader(archive, size=(120, 40)) as stage:
        await stage.press("/")
        await stage.type("title:late")
        await stage.press("enter", "enter")
        assert "undated" in stage.picture()
        await stage.press("i")
        said = stage.picture()
    archive.close()

    assert f"{YEAR + 24}-01-01  proposed" in said
    assert "metadata:date · stated, but long after it was added; not used" in said


def test_facets_count_no_such_year(news: Path) -> None:
    archive = Archive.open(news)

    years = {s.value: s.rows for s in count_facets(archive, None).years}

    assert years == {"2019": 1}
    archive.close()
