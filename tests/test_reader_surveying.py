"""Facets count what is there and narrow to it; a timeline goes from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.facets import count_all, count_facets
from tests.makers import article, clipping
from tests.screens.stage import Stage, fill, reader
from tui.actions import Place
from tui.render.facets import bar, facet_rows
from tui.themes import MONO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from index.archive.facets import Share
    from index.state import Notebook


def rows_of(shares: Iterable[Share]) -> dict[str, int]:
    return {share.value: share.rows for share in shares}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "border",
        "by:marek closed",
        "harbour | soup",
        "(border -smugglers) | (ferry soup)",
        'many:2 border "fact of life"',
    ],
)
def test_every_count_is_that_of_the_rows_it_leads_to(
    archive: Archive, text: str
) -> None:
    facets = count_facets(archive, archive.answer(text) if text else None, text)

    rows = [row for row in facet_rows(facets, MONO) if row.query]
    counts = [
        share.rows
        for shares in (facets.outlets, facets.years, facets.months, facets.speakers)
        for share in shares
    ]
    assert counts
    assert [archive.answer(row.query).total for row in rows] == counts


@pytest.mark.parametrize("text", ["", "border", "by:marek closed", "harbour | soup"])
def test_all_names_are_counted_as_the_index_would(archive: Archive, text: str) -> None:
    answer = archive.answer(text) if text else None
    facets = count_facets(archive, answer, text)

    outlets = count_all(archive, answer, text, of="outlets")
    speakers = count_all(archive, answer, text, of="speakers")

    assert outlets == facets.outlets
    assert speakers == facets.speakers
    assert (len(outlets), len(speakers)) == (
        facets.outlets_in_all,
        facets.speakers_in_all,
    )


def test_an_answer_is_counted_by_its_own_rows(archive: Archive) -> None:
    facets = count_facets(archive, archive.answer("by:marek closed"))

    assert facets.total == 3
    assert rows_of(facets.speakers) == {"Ilse Marek": 3}
    assert rows_of(facets.months) == {"2031-03": 2}


def test_what_is_said_in_articles_is_counted_in_these_articles(
    archive: Archive,
) -> None:
    facets = count_facets(archive, archive.answer("smugglers"), "smugglers")

    marek = next(share for share in facets.speakers if share.value == "Ilse Marek")
    assert marek.query == 'in:article smugglers by:"Ilse Marek"'
    assert marek.rows == 3


def test_a_name_that_longer_ones_hold_says_so(tmp_path: Path) -> None:
    outlets = ["Vell News", "Vell News Daily", "Vell News"]
    made = [
        clipping(article("A ferry.", id=f"o{n}", outlet=outlet))
        for n, outlet in enumerate(outlets)
    ]
    archive = Archive.open(fill(tmp_path, made))

    facets = count_facets(archive, None)

    assert [share[:2] for share in facets.outlets] == [
        ("Vell News", 3),
        ("Vell News Daily", 1),
    ]
    assert count_all(archive, None, of="outlets") == facets.outlets
    shown = "".join(piece for piece, _ in facet_rows(facets, MONO)[1].choice.lines[0])
    assert shown.endswith("Vell News  1 of them in longer names")
    archive.close()


def test_corrections_are_counted_as_they_are_shown(
    kept: Archive, notebook: Notebook
) -> None:
    clipping = kept.clipping("border")
    notebook.corrections.outlet(clipping.article, "Vell Courier", who="me")
    notebook.corrections.speaker(clipping, 4, "Dario Venn", who="me")

    facets = count_facets(kept, None)

    assert rows_of(facets.outlets)["Vell Courier"] == 2
    assert rows_of(facets.speakers)["Dario Venn"] == 8


def test_tags_are_counted_and_found(kept: Archive, notebook: Notebook) -> None:
    two = [kept.clipping(id_).article for id_ in ("border", "ferry")]
    notebook.marks.tag("salt water", two)
    notebook.marks.tag("salt", two[:1])
    notebook.marks.tag("gone", two[:1])
    notebook.marks.untag("gone", two[:1])

    facets = count_facets(kept, kept.answer("soup"), "soup")
    in_all = count_facets(kept, None)

    assert [share[:3] for share in facets.tags] == [
        ("salt water", 1, 'soup tag:"salt water"')
    ]
    assert rows_of(in_all.tags) == {"salt": 2, "salt water": 2}


@pytest.mark.parametrize(
    ("count", "drawn"), [(8, "█" * 16), (4, "█" * 8), (1, "██"), (0, "▏")]
)
def test_bars_are_drawn_to_an_eighth(count: int, drawn: str) -> None:
    assert bar(count, 8) == drawn


async def test_enter_narrows_by_what_is_under_the_cursor(stage: Stage) -> None:
    await stage.press("/", *"harbour", "enter", "F")
    shown = stage.picture()
    await stage.press("enter")

    assert "Outlets" in shown
    assert "January 2031" in shown
    assert stage.lines()[0].strip() == '/ harbour outlet:"Harbour Post"'
    assert stage.listed == ["long"]


async def test_headings_are_passed_over(stage: Stage) -> None:
    await stage.press("F", "G", "enter")

    assert stage.lines()[0].strip().startswith("/ by:")


async def test_a_timeline_begins_with_the_first_day(stage: Stage) -> None:
    await stage.press("enter", "}", "T")
    lines = stage.lines()

    assert "Day by day · 4 quotations" in stage.picture()
    assert "Ilse Marek  4 quotations, 1 undated · 2031-03-04 · " in stage.picture()
    said = [line for line in lines if "“" in line]
    assert "2031-03-04" in said[0]
    assert "undated" in said[-1]


async def test_enter_opens_the_article_at_the_utterance(stage: Stage) -> None:
    await stage.press("enter", "}", "T", "G", "enter")

    assert stage.open_id == "wire"
    assert stage.page.place is Place.READER
    assert stage.page.reader.place.quote == 0
    await stage.press("backspace", "q")
    assert stage.open_id == "border"


async def test_a_timeline_can_be_put_away(stage: Stage) -> None:
    await stage.press("3", "T", "q")

    assert stage.page.place is Place.QUOTES


async def test_a_timeline_needs_a_speaker(stage: Stage) -> None:
    await stage.press("G", "k", "enter", "T")

    assert "Nobody known speaks here" in stage.lines()[-1]


async def test_months_of_the_result_are_counted_and_narrow(stage: Stage) -> None:
    await stage.press("/", *"border", "enter", "T")
    shown = stage.picture()
    await stage.press("G", "enter")

    assert "2 articles, 1 undated · year by year, month by month" in shown
    assert "Outlets" not in shown
    assert stage.lines()[0].strip() == "/ border date:2031-03"
    assert stage.listed == ["border"]


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Archive]:
    """An archive with more outlets and speakers than a page of facets begins with."""
    names = [f"The {chr(65 + n)}{chr(97 + n)} Tide" for n in range(15)]
    made = [
        clipping(
            article(f"“Number {n},” {name} said.", id=f"o{n:02}", outlet=name),
            (f"Number {n},", name),
        )
        for n, name in enumerate(names)
    ]
    opened = Archive.open(fill(tmp_path, made))
    yield opened
    opened.close()


async def test_all_outlets_are_reached_from_the_row_that_counts_the_rest(
    press: Archive,
) -> None:
    async with reader(press) as stage:
        await stage.press("F", "/", *"3", "space", *"more", "enter")
        few = stage.picture()
        await stage.press("enter")
        page = stage.lines()
        await stage.press("G")
        last = stage.lines()[-1]
        await stage.press("q")
        below = stage.picture()
        await stage.press("enter", "G", "enter")

        assert "3 more outlets" in few
        assert "All 15 outlets" in page[1]
        assert "15 of 15" in last
        assert below == few
        assert stage.app.screen is stage.page
        assert stage.listed == ["o14"]


async def test_keys_that_come_before_the_counts_wait_for_them(stage: Stage) -> None:
    await stage.packet("F", "j", "enter")

    assert stage.page.text == 'outlet:"Northern Wire"'
