"""Who spoke is put right with two keys, shown everywhere at once, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.state import State
from tests.makers import article, clipping, quote
from tests.screens.stage import Stage, fill, reader
from tui.actions import Place

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def archive(kept: Archive) -> Archive:
    return kept


async def test_the_name_is_asked_for_and_shown_at_once(stage: Stage) -> None:
    await stage.press("enter", "}", "}", "}", "x")
    asked = stage.lines()[0]
    await stage.type("Emil")
    await stage.press("tab", "enter")

    assert "“a gift to smugglers” Tomas Reyl → who spoke?" in asked
    assert stage.page.reader.clipping
    quote = stage.page.reader.clipping.quotes[2]
    assert (quote.speaker, quote.confidence) == ("Emil Čapuk", 1.0)
    assert "Emil Čapuk said “a gift to smugglers”; X takes it" in stage.lines()[-1]
    assert stage.page.reader.place.quote == 2
    assert stage.page.place is Place.READER


async def test_tab_goes_through_all_names_that_fit(stage: Stage) -> None:
    await stage.press("enter", "}", "x")
    offers = stage.page.query_line.offers = ["Ann Lind", "Ann Lind Jr.", "Bo Annan"]
    await stage.type("ann")
    taken = []
    for _ in range(4):
        await stage.press("tab")
        taken.append(stage.page.query_line.text)
    await stage.press("ctrl+u")
    await stage.type("li")
    await stage.press("tab")

    assert taken == [*offers, "Ann Lind"]
    assert stage.page.query_line.text == "Ann Lind"


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
    said = "“The border is closed and stay…” is Ilse Marek’s again."
    assert said in stage.lines()[-1]
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


async def search_marek(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("by:marek")
    await stage.press("enter")


async def test_what_was_just_put_right_is_taken_back_from_anywhere(
    stage: Stage,
) -> None:
    await search_marek(stage)
    before = stage.listed
    await stage.press("x", *"Zed", "enter")
    assert len(stage.listed) == len(before) - 1

    await stage.press("G", "X")

    assert "stay…” is Ilse Marek’s again." in stage.lines()[-1]
    assert stage.listed == before


async def test_after_that_the_quotation_that_is_meant_is_taken_back(
    stage: Stage,
) -> None:
    await stage.press("enter", "}", "x", *"Zed", "enter", "}", "x", *"Venn", "enter")
    await stage.press("X", "{", "X")

    assert "stay…” is Ilse Marek’s again." in stage.lines()[-1]
    await stage.press("X")
    assert "Nobody has corrected this speaker." in stage.lines()[-1]


@pytest.mark.parametrize("query", ["", "border"])
async def test_a_correction_takes_nobody_back_who_reads_on(
    stage: Stage, query: str
) -> None:
    if query:
        await stage.press("/", *query, "enter", "j")
    await stage.press("enter", "}", "x")
    began = stage.page.reader.place.quote or 0

    await stage.packet(*"Zed", "enter", "}", "}")

    assert stage.page.reader.place.quote == began + 2
    assert stage.page.reader.clipping
    assert stage.page.reader.clipping.quotes[began].speaker == "Zed"


async def test_a_later_correction_from_elsewhere_is_not_taken_for_the_last(
    stage: Stage, kept: Archive
) -> None:
    await stage.press("enter", "}", "x", *"Zed", "enter", "}", "}")
    assert kept.notebook
    kept.notebook.corrections.speaker(kept.clipping("wire"), 0, "Venn", who="me")

    await stage.press("X")

    assert "Nobody has corrected this speaker." in stage.lines()[-1]


async def test_what_is_shown_is_meant_when_nothing_answers_any_more(
    stage: Stage,
) -> None:
    await stage.press("/")
    await stage.type("by:marek fact")
    await stage.press("enter", "x", *"Zed", "enter")
    assert stage.listed == []
    assert stage.open_id == "wire"

    await stage.press("x")

    assert "“A closed border is a fact of…” Zed → who spoke?" in stage.lines()[0]


@pytest.fixture
def chained(tmp_path: Path) -> Archive:
    """Give an archive in which one statement has two parts."""
    made = article("“The quay is shut,” she said. “It stays so.”", id="quay")
    first, second = (
        replace(quote(words, made, "Ilse Marek"), chain=1)
        for words in ("The quay is shut,", "It stays so.")
    )
    folder = fill(tmp_path, [clipping(made, first, second)])
    return Archive.open(folder, State(tmp_path / "state.db"))


async def test_what_continues_a_quotation_follows_it_and_is_counted(
    chained: Archive,
) -> None:
    async with reader(chained) as stage:
        await stage.press("enter", "}", "x", *"Zed", "enter")
        said = stage.lines()[-1]
        await stage.press("}", "X")

        assert "Zed said “The quay is shut,” and 1 that continues it; X" in said
        undone = "“The quay is shut,” and 1 that continues it are Ilse Marek’s again."
        assert undone in stage.lines()[-1]
        assert stage.page.reader.clipping
        quotes = stage.page.reader.clipping.quotes
        assert {one.speaker for one in quotes} == {"Ilse Marek"}
    chained.close()


async def test_coming_back_to_the_list_shows_what_its_cursor_is_on(
    stage: Stage,
) -> None:
    await search_marek(stage)
    await stage.press("enter", "}", "q")
    assert stage.page.list.cursor == 1
    assert stage.page.reader.place.quote == 1

    await stage.press("enter", "}", "}", "}", "q")
    assert stage.page.list.cursor == 1
    assert stage.page.reader.place.quote == 1


async def test_a_list_that_had_the_page_shows_its_article_again(stage: Stage) -> None:
    await stage.press("z", "j", "z")

    assert stage.open_id == stage.listed[1]


async def test_a_name_typed_in_one_packet_with_its_key_is_no_key(stage: Stage) -> None:
    await stage.press("enter", "}")

    await stage.packet("x", *"Quby", "enter")

    assert stage.page.reader.clipping
    assert stage.page.reader.clipping.quotes[0].speaker == "Quby"
