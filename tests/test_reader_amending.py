"""Title, outlet, dates and names put right in the reader, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from index.archive import Archive
    from tests.screens.stage import Stage


@pytest.fixture
def archive(kept: Archive) -> Archive:
    return kept


async def put_right(stage: Stage, line: str) -> None:
    await stage.press("E")
    await stage.type(line)
    await stage.press("enter")


async def test_a_title_is_put_right_in_list_and_article_and_taken_back(
    stage: Stage,
) -> None:
    await put_right(stage, "title The quay is closed")
    listed, told = stage.picture(), stage.lines()[-1]
    await stage.press("enter")
    opened = stage.picture()
    await stage.press("X")

    assert "The quay is closed" in listed
    assert "The title is The quay is closed; X takes it back." in told
    assert "The quay is closed" in opened
    assert " again." in stage.lines()[-1]
    assert "The quay is closed" not in stage.picture()


async def test_what_is_offered_is_what_stands_there(stage: Stage) -> None:
    await stage.press("enter", "}", "E")
    told = stage.lines()[-1]
    await stage.press("down")
    first = stage.lines()[0]
    await stage.press("ctrl+u")
    await stage.type("ali")
    await stage.press("tab")
    asked = stage.lines()[0]

    assert "Title, outlet, date, event or alias: ↓ shows how each stands." in told
    assert "put right title Minister rules out" in first
    assert "put right alias Ilse Marek =" in asked


async def test_two_names_are_one_from_now_on(stage: Stage) -> None:
    await stage.press("/")
    await stage.type('by:"tomas reyl"')
    await stage.press("enter")
    before = stage.page.list.total
    await put_right(stage, "alias Ilse Marek = Tomas Reyl")
    together, told = stage.page.list.total, stage.lines()[-1]
    await stage.press("X")

    assert together > before > 0
    assert "Ilse Marek is Tomas Reyl from now on; X takes it back." in told
    assert stage.page.list.total == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("outlet Harbour Post Weekly", "The outlet is Harbour Post Weekly; X"),
        ("outlet unknown", "The outlet is unknown; X"),
        ("date 2030-02-01", "The date is 2030-02-01; X"),
        ("event 2030-01-31", "The day of the event is 2030-01-31; X"),
        ("date yesterday", "yesterday"),
        ("alias Ilse Marek", "Write both names: alias NAME ="),
        ("headline No", "Begin with what to put right: title, outlet"),
    ],
)
async def test_each_kind_is_said_and_what_cannot_be_is_refused(
    stage: Stage, line: str, said: str
) -> None:
    await put_right(stage, line)

    assert said in stage.lines()[-1]


async def test_a_line_that_cannot_be_is_asked_for_again(stage: Stage) -> None:
    await put_right(stage, "date 2030-13-45")
    asked, told = stage.lines()[0], stage.lines()[-1]
    await stage.packet("ctrl+u", *"date", "space", *"2030-02-01", "enter")

    assert "put right date 2030-13-45" in asked
    assert "2030-13-45" in told
    assert "The date is 2030-02-01; X takes it back." in stage.lines()[-1]


async def test_an_empty_line_changes_nothing(stage: Stage) -> None:
    before = stage.lines()

    await put_right(stage, "")

    assert stage.lines() == before
