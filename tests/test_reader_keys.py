"""What the keys do: moving, panes, pages, and what stands there at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.reports import AddOptions
from index.archive.upkeep import remove
from index.errors import ArchiveError
from tests.screens.stage import Stage, border, courier, fill, reader
from tui.actions import Place
from tui.app import QuothApp, ReaderSettings

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_newest_articles_come_first_and_the_undated_last(
    stage: Stage,
) -> None:
    assert stage.listed == ["border", "courier", "long", "ferry", "odd", "wire"]


async def test_a_resting_cursor_shows_the_article(stage: Stage) -> None:
    await stage.press("j", "j", "j")

    assert stage.open_id == "ferry"


async def test_a_moving_cursor_shows_no_article(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Longer than any machine sleeps between two lines of this test.
    monkeypatch.setattr("tui.widgets.article_list.REST_S", 3600)

    await stage.pilot.press("j")

    assert stage.page.list.cursor == 1
    assert stage.open_id == "border"


async def test_enter_gives_the_article_the_whole_page(stage: Stage) -> None:
    await stage.press("enter")

    assert stage.page.place is Place.READER
    assert not stage.page.list.display or stage.page.sight.zoomed


async def test_q_goes_back_to_the_list(stage: Stage) -> None:
    await stage.press("enter", "q")

    assert stage.page.place is Place.LIST
    assert not stage.page.sight.zoomed


async def test_the_list_is_where_q_ends(stage: Stage) -> None:
    await stage.press("q")

    assert "Q leaves quoth" in stage.lines()[-1]


async def test_digits_turn_to_panes(stage: Stage) -> None:
    places = []
    for key in ("2", "3", "1", "tab", "tab", "tab", "shift+tab"):
        await stage.press(key)
        places.append(stage.page.place.value)

    assert places == [
        "article",
        "quotes",
        "list",
        "article",
        "quotes",
        "list",
        "quotes",
    ]


async def test_z_zooms_and_takes_it_back(stage: Stage) -> None:
    await stage.press("2", "z")
    zoomed = stage.picture()
    await stage.press("z")

    assert "Vell Courier" not in zoomed
    assert "Vell Courier" in stage.picture()


async def test_help_shows_the_keys_of_the_place(stage: Stage) -> None:
    await stage.press("2", "?")
    in_article = stage.picture()
    await stage.press("q", "1", "?")

    assert "Find words in this article." in in_article
    assert "Search the archive." not in in_article
    assert "Search the archive." in stage.picture()


async def test_help_works_on_pages_and_is_put_away_by_its_own_key(
    stage: Stage,
) -> None:
    await stage.press("F", "?")
    over_choices = stage.picture()
    await stage.press("?")
    again = stage.picture()

    assert "Keys in a page of choices" in over_choices
    assert "Open, or choose, what the cursor is on." in over_choices
    assert "Outlets" in again


async def test_info_is_put_away_again(stage: Stage) -> None:
    await stage.press("i")
    assert "Where it was read" in stage.picture()

    await stage.press("escape")

    assert "Harbour Post" in stage.lines()[2]


async def test_a_command_is_found_by_its_sentence_and_done(stage: Stage) -> None:
    await stage.press(":", *"whole", "enter")

    assert stage.page.sight.zoomed


async def test_words_that_describe_no_command_say_so(stage: Stage) -> None:
    await stage.press(":", *"zzz")
    said = stage.picture()
    await stage.press("down", "enter")

    assert "No command is described by these words." in said
    assert stage.app.screen is stage.page


async def test_a_slow_line_gets_stacked_panes_at_any_width(archive: Archive) -> None:
    settings = ReaderSettings(slow=True)

    async with reader(archive, (160, 48), settings) as stage:
        assert "│" not in stage.picture()


async def test_the_keys_of_the_arrows_set_work(archive: Archive) -> None:
    settings = ReaderSettings(theme="mono", keys="arrows")

    async with reader(archive, settings=settings) as stage:
        await stage.press("down", "right", "]", "escape")

        assert stage.open_id == "long"
        assert stage.page.place is Place.LIST


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (100, 30), (120, 40), (300, 90)])
async def test_a_resize_keeps_the_cursor_and_the_place(
    archive: Archive, size: tuple[int, int]
) -> None:
    async with reader(archive) as stage:
        await stage.press("j", "j", "enter", "}", "}", "}", "}")

        await stage.pilot.resize_terminal(*size)
        await stage.settle()

        assert "Number 40 it is" in stage.picture()
        assert stage.page.list.cursor == 2
        assert {len(line) for line in stage.lines()} <= set(range(size[0] + 1))


async def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    archive = Archive.open(fill(tmp_path, []))

    async with reader(archive) as stage:
        assert "quoth add FOLDER" in stage.picture()
        await stage.press("j", "enter", "w", "y", "i", "n", "}", "3", "j", "S", "J")
    archive.close()


async def test_a_broken_store_is_told_of_before_the_screen_is_taken(
    tmp_path: Path,
) -> None:
    archive = Archive.open(fill(tmp_path, [border()]))
    (tmp_path / "store.db").write_bytes(b"nothing of a store" * 500)

    with pytest.raises(ArchiveError):
        QuothApp(archive, ReaderSettings())
    archive.close()


async def test_an_article_that_is_gone_says_so(tmp_path: Path) -> None:
    archive = Archive.open(fill(tmp_path, [border(), courier()]))
    async with reader(archive) as stage:
        remove(tmp_path, ["courier"], AddOptions())
        await stage.press("j", "enter")

        assert "No article with the id" in stage.picture()
    archive.close()


async def test_the_colours_change_and_the_words_stay(stage: Stage) -> None:
    before = stage.lines()[:-1]

    await stage.press("#")

    assert stage.lines()[:-1] == before
    assert "Theme: dark." in stage.lines()[-1]


async def test_ctrl_c_leaves_with_the_code_of_an_interrupt(archive: Archive) -> None:
    async with reader(archive) as stage:
        await stage.pilot.press("ctrl+c")

    assert stage.app.return_code == 130


async def test_ctrl_q_does_nothing(stage: Stage) -> None:
    await stage.press("ctrl+q", "ctrl+s", "ctrl+a")

    assert stage.app.is_running
