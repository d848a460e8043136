"""Somebody adds to the archive: it is offered, and nothing moves by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.reports import AddOptions
from index.archive.upkeep import remove
from tests.screens.stage import border, courier, fill, long, reader, wire
from tui.actions import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.screens.stage import Stage

OFFER = "1 new · Ctrl+R"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive to which only these tests add."""
    opened = Archive.open(fill(tmp_path, [courier(), long()]))
    yield opened
    opened.close()


@pytest.fixture
async def offered(stage: Stage, archive: Archive) -> Stage:
    """The reader, after something newer than all that it shows has come in."""
    fill(archive.folder, [border()])
    stage.page._look_for_news()
    await stage.settle()
    return stage


async def test_what_is_new_is_offered_and_moves_nothing(offered: Stage) -> None:
    assert OFFER in offered.lines()[-1]
    assert offered.listed == ["courier", "long"]


@pytest.mark.parametrize("keys", ["j", "jk", "J", "?q", "/x", "#", "S"])
async def test_the_offer_stays_whatever_is_pressed(offered: Stage, keys: str) -> None:
    await offered.press(*keys)

    assert OFFER in offered.lines()[-1]


async def test_taking_the_offer_shows_what_is_new(offered: Stage) -> None:
    await offered.press("ctrl+r")

    assert offered.listed == ["border", "courier", "long"]
    assert OFFER not in offered.lines()[-1]


async def test_the_cursor_stays_on_its_article(offered: Stage) -> None:
    await offered.press("j", "ctrl+r")

    assert offered.page.list.cursor == 2
    assert offered.open_id == "long"


async def test_the_article_that_is_read_stays_open(offered: Stage) -> None:
    await offered.press("j", "enter", "}", "}", "}")
    place = offered.page.reader.offset_at_top

    await offered.press("ctrl+r")

    assert offered.open_id == "long"
    assert offered.page.reader.offset_at_top == place
    assert offered.page.place is Place.READER


async def test_a_search_is_put_again(offered: Stage) -> None:
    await offered.press("/", *"smugglers", "enter", "ctrl+r")

    assert set(offered.listed) == {"border", "courier"}


async def test_what_is_gone_is_a_change_too(stage: Stage, archive: Archive) -> None:
    remove(archive.folder, ["courier"], AddOptions())
    stage.page._look_for_news()
    await stage.settle()

    assert "archive changed · Ctrl+R" in stage.lines()[-1]


async def test_the_reader_looks_by_itself(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.reading.LOOK_S", 0.02)
    async with reader(archive) as stage:
        fill(archive.folder, [border()])

        for _ in range(500):
            await stage.pilot.pause(0.02)
            if OFFER in stage.lines()[-1]:
                break
        assert OFFER in stage.lines()[-1]


async def test_a_narrow_screen_keeps_the_offer_and_the_notice(archive: Archive) -> None:
    async with reader(archive, (60, 16)) as stage:
        fill(archive.folder, [border(), wire()])
        stage.page._look_for_news()
        await stage.settle()
        hints = stage.lines()[-1]
        await stage.press("S")

        assert "2 new · Ctrl+R  1 of 2" in hints
        assert "2 new · Ctrl+R" in stage.lines()[-1]
        assert stage.lines()[-1].startswith(" All articles are shown newest fi")
