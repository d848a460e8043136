"""Facets count what is there and narrow to it; a timeline goes from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive.facets import count_facets
from tests.screens.stage import Stage, kept_in
from tui.actions import Place
from tui.render.facets import bar, facet_rows
from tui.themes import MONO

if TYPE_CHECKING:
    from pathlib import Path

    from index.archive import Archive


def test_every_count_is_that_of_the_rows_it_leads_to(archive: Archive) -> None:
    facets = count_facets(archive, None)

    rows = [row for row in facet_rows(facets, MONO) if row.narrows]
    counts = [
        share.rows
        for shares in (facets.outlets, facets.years, facets.months, facets.speakers)
        for share in shares
    ]
    assert [archive.answer(row.narrows).total for row in rows] == counts


def test_an_answer_is_counted_by_its_own_rows(archive: Archive) -> None:
    facets = count_facets(archive, archive.answer("by:marek closed"))

    assert facets.total == 3
    assert dict(facets.speakers) == {"Ilse Marek": 3}
    assert dict(facets.months) == {"2031-03": 2}


def test_corrections_are_counted_as_they_are_shown(tmp_path: Path) -> None:
    archive = kept_in(tmp_path)
    assert archive.notebook
    clipping = archive.clipping("border")
    made = archive.notebook.corrections
    made.outlet(clipping.article, "Vell Courier", who="me")
    made.speaker(clipping, 4, "Dario Venn", who="me")

    facets = count_facets(archive, None)

    assert dict(facets.outlets)["Vell Courier"] == 2
    assert dict(facets.speakers)["Dario Venn"] == 8
    archive.close()


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

    assert "Ilse Marek  4 · " in stage.picture()
    said = [line for line in lines if "“" in line]
    assert "2031-03-04" in said[0]
    assert "undated" in said[-1]


async def test_enter_opens_the_article_at_the_utterance(stage: Stage) -> None:
    await stage.press("enter", "}", "T", "G", "enter")

    assert stage.open_id == "wire"
    assert stage.page.place is Place.READER
    assert stage.page.reader.place.quote == 0
    await stage.press("backspace")
    assert stage.open_id == "border"


async def test_a_timeline_can_be_put_away(stage: Stage) -> None:
    await stage.press("3", "T", "q")

    assert stage.page.place is Place.QUOTES


async def test_a_timeline_needs_a_speaker(stage: Stage) -> None:
    await stage.press("G", "k", "enter", "T")

    assert "Nobody known speaks here" in stage.lines()[-1]
