"""Keys that arrive in one packet reach the page that those before them have led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.actions import Place
from tui.screens.leaflet import Leaflet
from tui.screens.reading import ReadingPage

if TYPE_CHECKING:
    from tests.screens.stage import Stage


@pytest.mark.parametrize("page", ["?", "i", ":"])
async def test_a_key_beside_the_one_that_closes_reaches_the_page_below(
    stage: Stage, page: str
) -> None:
    await stage.press(page)

    await stage.packet("escape", "j", "j", "k")

    assert isinstance(stage.app.screen, ReadingPage)
    assert stage.page.list.cursor == 1


async def test_a_page_that_opens_gets_what_was_typed_for_it(stage: Stage) -> None:
    await stage.packet("?", "G")

    page = stage.app.screen
    assert isinstance(page, Leaflet)
    assert page.sheet.top > 0
    assert stage.page.list.cursor == 0


async def test_a_page_is_opened_closed_and_left_in_one_packet(stage: Stage) -> None:
    await stage.packet("?", "G", "q", "j", "i", "q", "j", "enter")

    assert stage.page.list.cursor == 2
    assert stage.page.place is Place.READER


async def test_closing_twice_closes_the_page_and_then_goes_back(stage: Stage) -> None:
    await stage.press("enter", "?")

    await stage.packet("q", "q")

    assert isinstance(stage.app.screen, ReadingPage)
    assert stage.page.place is Place.LIST


async def test_what_is_chosen_is_done_before_the_next_key(stage: Stage) -> None:
    await stage.press("F")

    await stage.packet("enter", "?")

    assert stage.page.query_line.text == 'outlet:"Harbour Post"'
    assert isinstance(stage.app.screen, Leaflet)


async def test_a_chosen_command_is_done_before_the_next_key(stage: Stage) -> None:
    await stage.press(":")

    await stage.packet(*"whole", "enter", "j")

    assert stage.page.sight.zoomed
    assert stage.page.list.cursor == 1


async def test_a_command_is_gone_to_and_chosen_in_one_packet(stage: Stage) -> None:
    await stage.packet(":", *"pane", "down", "enter")

    assert stage.page.place is Place.QUOTES


@pytest.mark.parametrize(
    ("keys", "opened"),
    [
        (["/", *"soup", "enter", "enter"], "ferry"),
        (["/", *"border", "enter", "j", "enter"], "border"),
        (["/", *"zebra", "escape", "j", "enter"], "courier"),
        (["/", "enter", "j", "enter"], "courier"),
        (["enter", "}", "w", "j", "j", "enter"], "courier"),
    ],
)
async def test_keys_wait_for_the_answer_that_they_are_about(
    stage: Stage, keys: list[str], opened: str
) -> None:
    await stage.packet(*keys)

    assert stage.open_id == opened
    assert stage.page.place is Place.READER


async def test_keys_behind_a_faulty_query_are_there_to_mend_it(stage: Stage) -> None:
    await stage.packet("/", *"foo:bar", "enter", "backspace", *"z")

    assert stage.page.query_line.text == "foo:baz"


async def test_keys_behind_words_to_find_go_on_from_the_first(stage: Stage) -> None:
    await stage.packet("enter", "/", *"the", "enter", "n", "n")

    assert stage.page.reader.place.hit == 2


async def test_what_works_everywhere_waits_for_nothing(stage: Stage) -> None:
    stage.page.hold()

    await stage.pilot.press("ctrl+c")

    assert stage.app.return_code == 130


async def test_keys_are_let_go_when_no_answer_comes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.holding.PATIENCE_S", 0.05)
    stage.page.hold()

    await stage.press("j")
    for _ in range(500):
        if stage.page.list.cursor:
            break
        await stage.pilot.pause(0.01)

    assert stage.page.list.cursor == 1
