"""Coming back: saved searches, queries of earlier days, places, sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.state import State
from tests.screens.stage import Stage, border, fill, kept_in, long, reader, wire
from tests.test_reader_marks import row
from tui.actions import Place
from tui.app import ReaderSettings

if TYPE_CHECKING:
    from pathlib import Path

    from index.state import Notebook


@pytest.fixture
def archive(kept: Archive) -> Archive:
    return kept


async def test_the_present_search_is_saved_under_a_name(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("/", *"border", "enter", "B", *"wall", "enter")

    assert notebook.searches.text_of("wall") == "border"
    assert "Saved as @wall." in stage.lines()[-1]


async def test_without_a_search_there_is_nothing_to_save(stage: Stage) -> None:
    await stage.press("B")

    assert "Search first" in stage.lines()[-1]


async def test_a_name_that_cannot_be_one_is_refused(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("/", *"border", "enter", "B", *"a(b", "enter")

    assert notebook.searches.all() == ()
    assert "cannot be a name" in stage.lines()[-1]
    await stage.press("backspace", "backspace", "enter")
    assert notebook.searches.text_of("a") == "border"


async def test_saved_searches_tell_what_is_new_and_are_run(
    stage: Stage, notebook: Notebook
) -> None:
    notebook.searches.save("soup", "soup")
    notebook.searches.save("wall", "border", seen=stage.page.archive.engine.revision)

    await stage.press("'")
    shown = stage.picture()
    await stage.press("enter")

    assert "1 new  @soup" in shown
    assert "new  @wall" not in shown
    assert stage.lines()[0].strip() == "/ @soup"
    assert stage.listed == ["ferry"]
    await stage.press("'")
    assert "1 new" not in stage.picture()


async def test_a_saved_search_shows_what_is_new_and_then_all_of_it(
    tmp_path: Path,
) -> None:
    archive = Archive.open(fill(tmp_path, [border()]), State(tmp_path / "state.db"))
    assert archive.notebook
    archive.notebook.searches.save("wall", "border", seen=archive.engine.revision)
    fill(tmp_path, [wire()])
    archive.reopen()
    async with reader(archive) as stage:
        await stage.press("'", "enter")

        assert stage.lines()[0].strip() == "/ @wall is:new"
        assert stage.listed == ["wire"]
        assert "1 new in @wall" in stage.lines()[-1]
        await stage.press("'", "enter")
        assert stage.lines()[0].strip() == "/ @wall"
        assert set(stage.listed) == {"border", "wire"}
    archive.close()


async def test_what_came_in_since_the_last_session_is_new(tmp_path: Path) -> None:
    archive = Archive.open(fill(tmp_path, [border()]), State(tmp_path / "state.db"))
    async with reader(archive):
        pass
    fill(tmp_path, [wire()])
    archive.reopen()
    async with reader(archive) as stage:
        await stage.press("/", *"is:new", "enter")

        assert stage.listed == ["wire"]
    archive.close()


async def test_saved_searches_can_be_put_away(stage: Stage) -> None:
    await stage.press("'")
    assert "No search has been saved yet." in stage.picture()

    await stage.press("enter", "j", "q")

    assert stage.page.place is Place.LIST


async def test_queries_of_earlier_days_come_back_with_up(
    stage: Stage, notebook: Notebook
) -> None:
    notebook.history.note("ferry")
    notebook.history.note("soup")

    await stage.press("/", "up", "up")

    assert stage.page.query_line.text == "ferry"


async def test_a_search_that_was_meant_is_remembered(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("/", *"soup", "enter", "/", *"bor", "escape")

    assert [past.query for past in notebook.history.recent()] == ["soup"]


async def test_backspace_goes_back_and_l_forward(stage: Stage) -> None:
    await stage.press("/", *"soup", "enter", "enter", "w")
    in_speaker = stage.lines()[0].strip()

    await stage.press("backspace")
    back = stage.lines()[0].strip(), stage.page.place, stage.open_id
    await stage.press("backspace")
    further = stage.page.place
    await stage.press("L", "L")

    assert in_speaker == '/ by:"Dario Venn"'
    assert back == ("/ soup", Place.READER, "ferry")
    assert further is Place.LIST
    assert stage.lines()[0].strip() == '/ by:"Dario Venn"'


async def test_going_back_shows_the_same_passage(stage: Stage) -> None:
    await stage.press("j", "j", "enter", "space", "space")
    top = stage.page.reader.offset_at_top

    await stage.press("J", "backspace")

    assert stage.open_id == "long"
    assert stage.page.reader.offset_at_top == top > 0


async def test_at_the_first_place_back_says_so(stage: Stage) -> None:
    await stage.press("H")
    assert "There is no earlier place." in stage.lines()[-1]

    await stage.press("L")
    assert "There is no later place." in stage.lines()[-1]


async def test_the_reader_resumes_where_it_was_left(archive: Archive) -> None:
    async with reader(archive) as stage:
        await stage.press("j", "j", "enter", "space", "space")
        top = stage.page.reader.offset_at_top

    async with reader(archive) as stage:
        assert stage.open_id == "long"
        assert stage.page.place is Place.READER
        assert stage.page.reader.offset_at_top == top > 0
        assert "where you left off" in stage.lines()[-1]
    archive.close()


async def test_a_search_is_resumed_with_its_row(archive: Archive) -> None:
    async with reader(archive) as stage:
        await stage.press("/")
        await stage.type("by:marek")
        await stage.press("enter", "j", "j")

    async with reader(archive) as stage:
        assert stage.lines()[0].strip() == "/ by:marek"
        assert stage.page.list.cursor == 2
    archive.close()


async def test_a_query_at_the_start_goes_before_a_session(archive: Archive) -> None:
    async with reader(archive) as stage:
        await stage.press("j", "j", "enter")

    settings = ReaderSettings(theme="mono", query="soup")
    async with reader(archive, settings=settings) as stage:
        assert stage.listed == ["ferry"]
        assert stage.page.place is Place.LIST
        assert "where you left off" not in stage.picture()
    archive.close()


async def test_searches_that_are_not_remembered_are_not_resumed(
    tmp_path: Path,
) -> None:
    kept_in(tmp_path).close()
    state = State(tmp_path / "quiet.db", remembers_searches=False)
    archive = Archive.open(tmp_path, state)
    async with reader(archive) as stage:
        await stage.press("/", *"soup", "enter")

    async with reader(archive) as stage:
        assert len(stage.listed) == 6
    archive.close()


async def test_the_row_is_found_again_under_new_articles(tmp_path: Path) -> None:
    fill(tmp_path, [long()])
    archive = Archive.open(tmp_path, State(tmp_path / "state.db"))
    async with reader(archive) as stage:
        await stage.press("enter")
    archive.close()

    archive = kept_in(tmp_path)
    async with reader(archive) as stage:
        assert stage.open_id == "long"
        assert stage.page.list.cursor == 2
        await stage.press("q")
        assert row(stage, 2).startswith("▌")
    archive.close()


async def test_q_goes_back_to_the_search_that_a_key_led_away_from(stage: Stage) -> None:
    await stage.press("/", *"border", "enter", "enter", "}", "w")
    assert stage.lines()[0].strip() == '/ by:"Ilse Marek"'

    await stage.press("enter", "q", "q")

    assert stage.lines()[0].strip() == "/ border"
    await stage.press("q", "q")
    assert stage.page.text == ""
