"""Who spoke is put right with two keys, shown everywhere at once, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.actions import Place

if TYPE_CHECKING:
    from index.archive import Archive
    from tests.screens.stage import Stage


@pytest.fixture
def archive(kept: Archive) -> Archive:
    return kept


async def test_the_name_is_asked_for_and_shown_at_once(stage: Stage) -> None:
    await stage.press("enter", "}", "}", "}", "x")
    asked = stage.lines()[0]
    await stage.type("Emil")
    await stage.press("tab", "enter")

    assert "Tomas Reyl → who spoke?" in asked
    assert stage.page.reader.clipping
    quote = stage.page.reader.clipping.quotes[2]
    assert (quote.speaker, quote.confidence) == ("Emil Čapuk", 1.0)
    assert "Emil Čapuk spoke" in stage.lines()[-1]
    assert stage.page.reader.place.quote == 2
    assert stage.page.place is Place.READER


async def test_an_empty_line_says_that_nobody_knows(stage: Stage) -> None:
    await stage.press("enter", "}", "x", "enter")

    assert stage.page.reader.clipping
    assert stage.page.reader.clipping.quotes[0].speaker is None


async def test_a_list_of_utterances_is_asked_for_again(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("by:marek")
    await stage.press("enter", "j", "x")
    await stage.type("Dario Venn")
    await stage.press("enter")

    assert "3 quotations · 6 articles searched" in stage.lines()[1]
    assert stage.page.list.cursor == 1


async def test_x_with_shift_takes_it_back(stage: Stage) -> None:
    await stage.press("enter", "}", "x", *"Venn", "enter", "X")

    assert stage.page.reader.clipping
    assert stage.page.reader.clipping.quotes[0].speaker == "Ilse Marek"
    assert "Ilse Marek spoke again." in stage.lines()[-1]
    await stage.press("X")
    assert "Nobody has corrected this speaker." in stage.lines()[-1]


async def test_info_says_who_put_it_right_and_what_it_was(stage: Stage) -> None:
    await stage.press("enter", "}", "x", *"Venn", "enter", "i")

    assert "corrected   Ilse Marek → Venn  speaker" in stage.picture()


async def test_the_same_name_again_is_refused(stage: Stage) -> None:
    await stage.press("enter", "}", "x")
    await stage.type("Ilse Marek")
    await stage.press("enter")

    assert "already" in stage.lines()[-1]


async def test_an_article_in_the_list_has_no_speaker(stage: Stage) -> None:
    await stage.press("x")

    assert "No quotation is meant here" in stage.lines()[-1]
