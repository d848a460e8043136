"""Keys that arrive in one packet reach the page that those before them have led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from tui.actions import Place
from tui.screens.leaflet import Leaflet
from tui.screens.reading import ReadingPage

if TYPE_CHECKING:
    from tests.screens.stage import Stage

_CHARACTERS = {"enter": "\r", "escape": None, "tab": "\t", "down": None}


async def packet(stage: Stage, *keys: str) -> None:
    """Let keys arrive together, as over a slow line."""
    for key in keys:
        stage.app.post_message(events.Key(key, _CHARACTERS.get(key, key)))
    await stage.settle()


@pytest.mark.parametrize("page", ["?", "i", ":"])
async def test_a_key_beside_the_one_that_closes_reaches_the_page_below(
    stage: Stage, page: str
) -> None:
    await stage.press(page)

    await packet(stage, "escape", "j", "j", "k")

    assert isinstance(stage.app.screen, ReadingPage)
    assert stage.page.list.cursor == 1


async def test_a_page_that_opens_gets_what_was_typed_for_it(stage: Stage) -> None:
    await packet(stage, "?", "G")

    page = stage.app.screen
    assert isinstance(page, Leaflet)
    assert page.sheet.top > 0
    assert stage.page.list.cursor == 0


async def test_a_page_is_opened_closed_and_left_in_one_packet(stage: Stage) -> None:
    await packet(stage, "?", "G", "q", "j", "i", "q", "j", "enter")

    assert stage.page.list.cursor == 2
    assert stage.page.place is Place.READER


async def test_closing_twice_closes_the_page_and_then_goes_back(stage: Stage) -> None:
    await stage.press("enter", "?")

    await packet(stage, "q", "q")

    assert isinstance(stage.app.screen, ReadingPage)
    assert stage.page.place is Place.LIST


async def test_what_is_chosen_is_done_before_the_next_key(stage: Stage) -> None:
    await stage.press("F")

    await packet(stage, "enter", "?")

    assert stage.page.query_line.text == 'outlet:"Harbour Post"'
    assert isinstance(stage.app.screen, Leaflet)


async def test_a_chosen_command_is_done_before_the_next_key(stage: Stage) -> None:
    await stage.press(":")

    await packet(stage, *"whole", "enter", "j")

    assert stage.page.sight.zoomed
    assert stage.page.list.cursor == 1


async def test_a_command_is_gone_to_and_chosen_in_one_packet(stage: Stage) -> None:
    await packet(stage, ":", *"pane", "down", "enter")

    assert stage.page.place is Place.QUOTES
