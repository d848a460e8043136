"""What the reader keeps: read and unread, stars, tags and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens.stage import Stage, archive_in, reader
from tui.app import ReaderSettings

if TYPE_CHECKING:
    from pathlib import Path

    from index.archive import Archive
    from index.state import Notebook


@pytest.fixture
def archive(kept: Archive) -> Archive:
    return kept


def row(stage: Stage, number: int) -> str:
    return stage.lines()[2 + number]


async def test_all_is_unread_at_first(stage: Stage) -> None:
    assert row(stage, 0).startswith("▌● 2031-03-04")
    assert row(stage, 1).startswith(" ● 2031-03-04")


async def test_opening_an_article_marks_it_read(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("enter", "q")

    assert notebook.marks.read() == {"border"}
    assert row(stage, 0).startswith("▌  2031-03-04")


async def test_passing_over_an_article_leaves_it_unread(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("j", "j")

    assert notebook.marks.read() == frozenset()


async def test_going_on_to_the_next_article_reads_it(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("enter", "J", "q", "j", "2")

    assert notebook.marks.read() == {"border", "courier", "long"}


async def test_u_turns_read_and_back_and_moves_nothing(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("j", "u")
    once = notebook.marks.read()
    said = stage.lines()[-1]
    await stage.press("u")

    assert once == {"courier"}
    assert "Read." in said
    assert notebook.marks.read() == frozenset()
    assert stage.page.list.cursor == 1


async def test_two_quick_keys_are_written_in_order(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.pilot.press("u", "u", "u")
    await stage.settle()

    assert notebook.marks.read() == {"border"}


async def test_a_star_is_shown_in_list_and_article(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("enter", "*")
    in_article = stage.picture()
    await stage.press("q")

    assert notebook.marks.starred() == {"border"}
    assert "★" in in_article
    assert row(stage, 0).startswith("▌★ 2031-03-04")


async def test_all_are_marked_read_after_a_yes(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("/", *"border", "enter")

    await stage.press("A")
    asked = stage.lines()[-1]
    await stage.press("y")

    assert "Mark 2 articles read?" in asked
    assert notebook.marks.read() == set(stage.listed)
    assert "Marked 2 articles read." in stage.lines()[-1]


@pytest.mark.parametrize("key", ["n", "escape", "j"])
async def test_anything_but_a_yes_is_a_no(
    stage: Stage, notebook: Notebook, key: str
) -> None:
    await stage.press("A", key)

    assert notebook.marks.read() == frozenset()
    assert stage.page.list.cursor == (key == "j")


async def test_a_tag_is_given_and_found(stage: Stage, notebook: Notebook) -> None:
    await stage.press("t")
    await stage.type("cold war")
    await stage.press("enter")

    assert notebook.marks.tags_of("border") == ("cold war",)
    assert "tagged cold war" in stage.picture()
    await stage.press("/")
    await stage.type('tag:"cold war"')
    await stage.press("enter")
    assert stage.listed == ["border"]


async def test_a_tag_in_use_is_offered(stage: Stage, notebook: Notebook) -> None:
    await stage.press("t", *"border", "enter", "j", "t", *"bo")
    offered = stage.lines()[0]
    await stage.press("tab", "enter")

    assert "border" in offered
    assert notebook.marks.tags_of("courier") == ("border",)


async def test_a_minus_takes_a_tag_away(stage: Stage, notebook: Notebook) -> None:
    await stage.press("t", *"border", "enter", "t", "down")
    offered = stage.page.query_line.text
    await stage.press("enter")

    assert offered == "-border"
    assert notebook.marks.tags_of("border") == ()


async def test_a_tag_that_none_can_find_is_refused(stage: Stage) -> None:
    await stage.press("t", "!", "enter")

    assert "A tag needs a letter or a digit" in stage.lines()[-1]


async def test_a_note_stands_in_head_and_margin(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("enter", "}", "a")
    await stage.type("ask the ministry")
    await stage.press("enter")

    (note,) = notebook.notes.of("border")
    assert note.anchor
    assert note.anchor.words == "The border is closed and stays closed,"
    assert "† ask the ministry" in stage.picture()
    assert any(line.startswith("†") and "Marek" in line for line in stage.lines())


async def test_a_tag_typed_in_one_packet_with_its_key_is_no_key(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.packet("t", *"uTu", "enter")

    assert notebook.marks.tags_of("border") == ("uTu",)
    assert notebook.marks.read() == frozenset()


async def test_a_note_is_changed_where_it_stands_and_taken_back_when_emptied(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("enter", "}", "a", *"Why", "enter")
    await stage.press("a", *" now", "enter")
    (note,) = notebook.notes.of("border")
    assert note.text == "Why now"

    await stage.press("a", "ctrl+u", "enter")

    assert notebook.notes.of("border") == ()
    assert "taken back" in stage.lines()[-1]


async def test_a_note_on_another_quotation_is_another_note(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("enter", "}", "a", *"Why", "enter")
    await stage.press("}", "a", *"Who", "enter")

    assert [note.text for note in notebook.notes.of("border")] == ["Why", "Who"]


async def test_a_note_from_the_list_is_on_the_article(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("j", "a", *"later", "enter")

    (note,) = notebook.notes.of("courier")
    assert (note.text, note.anchor) == ("later", None)


async def test_a_line_that_is_left_keeps_nothing(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("a", *"no", "escape", "t", *"no", "escape")

    assert notebook.notes.all() == ()
    assert notebook.marks.tags() == {}


async def test_the_keys_of_the_arrows_set_mark_too(
    archive: Archive, notebook: Notebook
) -> None:
    settings = ReaderSettings(theme="mono", keys="arrows")

    async with reader(archive, settings=settings) as stage:
        await stage.press("!", "-", "_")
        asked = stage.lines()[-1]
        await stage.press("enter")

    assert notebook.marks.starred() == {"border"}
    assert "Enter for yes" in asked
    assert len(notebook.marks.read()) == 6
    archive.close()


@pytest.mark.parametrize("key", ["u", "*", "t", "a", "A", "B", "'", "x", "X"])
async def test_where_nobodys_marks_are_open_the_keys_say_so(
    tmp_path: Path, key: str
) -> None:
    archive = archive_in(tmp_path / "plain")

    async with reader(archive) as stage:
        await stage.press(key)

        assert "Nobody’s marks are open here" in stage.lines()[-1]
    archive.close()
