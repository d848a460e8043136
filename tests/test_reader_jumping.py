"""Labels on rows, quotations and hits; what is typed goes there, and nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.strip import Strip

from index.archive import Archive
from tests.screens.stage import Stage, archive_in, fill, reader
from tests.test_reader_terminal import Terminal
from tui.actions import Place
from tui.app import ReaderSettings
from tui.render.labels import LETTERS, SIGNS, Label, laid_over, names
from tui.themes import MONO, PALETTES

if TYPE_CHECKING:
    from pathlib import Path


def label_on(stage: Stage, words: str) -> str:
    """Give the one label on the first line that has these words."""
    (line,) = [line for line in stage.lines() if words in line]
    return line.split()[0].strip("▌").lower()


async def test_a_row_is_gone_to_by_its_label(stage: Stage) -> None:
    await stage.press("f")
    letter = label_on(stage, "Ferry stays in port")
    await stage.press(letter)

    assert stage.page.list.cursor == 3
    assert stage.open_id == "ferry"
    assert stage.lines()[2 + 3].startswith("▌ 2030-11?")


async def test_the_last_line_says_what_to_do(stage: Stage) -> None:
    await stage.press("f")

    assert stage.lines()[-1].startswith(" Type a label to go there; Esc leaves.")


async def test_escape_leaves_everything_as_it_was(stage: Stage) -> None:
    before = stage.picture()
    await stage.press("f")
    between = stage.picture()
    await stage.press("escape")

    assert between != before
    assert stage.picture() == before


async def test_a_key_that_is_no_label_goes_nowhere(stage: Stage) -> None:
    await stage.press("f", "z")
    said = stage.lines()[-1]
    await stage.press("a")

    assert "No label is Z; Esc leaves." in said
    assert stage.page.list.cursor == 0
    assert stage.page.place is Place.LIST


async def test_another_key_leaves_the_labels_and_does_its_own(stage: Stage) -> None:
    await stage.press("f", "down")

    assert stage.page.list.cursor == 1
    assert not stage.page.list.labels


async def test_a_quotation_is_gone_to_from_the_list(archive: Archive) -> None:
    async with reader(archive, (160, 48)) as stage:
        await stage.press("f")
        spots = stage.page._spots
        assert spots
        quotes = [name for name, (place, _) in spots.items() if place is Place.READER]
        await stage.press(*quotes[2])

        assert stage.page.place is Place.READER
        assert stage.page.reader.place.quote == 2
        assert stage.page.quotes.number == 2


async def test_a_hit_is_gone_to(stage: Stage) -> None:
    await stage.press("/", *"border", "enter", "enter", "f")
    line = next(line for line in stage.lines() if "Nobody knows who" in line)
    await stage.press(line[line.index("order") - 1].lower())

    assert stage.page.reader.place.hit == 1


async def test_a_card_is_gone_to_and_the_article_follows(stage: Stage) -> None:
    await stage.press("3", "f")
    await stage.press(label_on(stage, "a gift to smugglers” .41"))

    assert stage.page.place is Place.QUOTES
    assert stage.page.quotes.number == 2
    assert stage.page.reader.place.quote == 2


async def test_only_what_is_in_the_window_is_labelled(stage: Stage) -> None:
    await stage.press("j", "j", "enter", "f")
    said = stage.lines()[-1]
    await stage.press("space", "space", "f")

    assert "There is nothing here to go to." in said
    assert "AThe" not in stage.picture()
    assert "ANumber 20 it is,” Dario Venn" in stage.picture()
    assert stage.page._spots
    assert len(stage.page._spots) < 3


async def test_a_long_quotation_is_labelled_where_it_goes_on(stage: Stage) -> None:
    await stage.press("enter", "down", "down", "down", "down", "down", "down", "f")

    assert stage.page._spots
    first = next(iter(stage.page._spots.values()))[1]
    assert first.line >= stage.page.reader.top


async def test_the_letters_may_come_in_one_packet(stage: Stage) -> None:
    await stage.packet("f", "s", "enter")

    assert stage.open_id == "courier"
    assert stage.page.place is Place.READER


async def test_labels_come_again_for_an_article_that_came_late(stage: Stage) -> None:
    await stage.pilot.press("j", "j", "k", "f")
    await stage.settle()

    assert stage.open_id == "courier"
    assert len(stage.page.reader.labels) == 1


async def test_a_resize_leaves_the_labels(stage: Stage) -> None:
    await stage.press("f")
    await stage.pilot.resize_terminal(60, 16)
    await stage.settle()
    await stage.press("a")

    assert not stage.page.list.labels
    assert stage.page._spots is None


async def test_where_nothing_is_there_is_nothing_to_go_to(tmp_path: Path) -> None:
    archive = Archive.open(fill(tmp_path, []))
    async with reader(archive) as stage:
        await stage.press("f")

        assert "There is nothing here to go to." in stage.lines()[-1]
    archive.close()


async def test_the_arrows_set_types_labels_without_letters(archive: Archive) -> None:
    settings = ReaderSettings(theme="mono", keys="arrows")

    async with reader(archive, settings=settings) as stage:
        await stage.press("0", "4")

        assert stage.page.list.cursor == 3


@pytest.mark.parametrize("theme", PALETTES)
async def test_labels_are_seen_in_every_theme(archive: Archive, theme: str) -> None:
    async with reader(archive, settings=ReaderSettings(theme=theme)) as stage:
        await stage.press("f")

        palette = stage.page.palette
        first = next(iter(stage.page.list.render_line(1)))
        assert first.text == "S"
        assert first.style == palette.label
    assert palette.label not in (palette.text, palette.hit, palette.hit_here)


def test_only_the_labels_are_sent(tmp_path: Path) -> None:
    archive_in(tmp_path / "stories").close()
    terminal = Terminal(tmp_path / "stories")
    terminal.wait_for("Harbour Post · Tue")
    terminal.read(0.5)
    os.write(terminal.fd, b"f")

    labelled = terminal.read(0.5)
    assert "Type a label" in terminal.text
    terminal.close()
    # Ten labels, and the last line.
    assert len(labelled) < 700


@given(st.integers(0, 900), st.sampled_from([LETTERS, SIGNS]))
def test_no_label_is_the_beginning_of_another(count: int, letters: str) -> None:
    made = names(count, letters)

    assert len(made) == min(count, len(letters) ** 2)
    assert len(set(made)) == len(made)
    begun = {name[0] for name in made if len(name) == 2}
    assert not begun & set(made)


@given(
    st.text("ab 東", max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["a", "sd"]))),
)
def test_labels_leave_a_line_as_wide_as_it_was(
    text: str, places: list[tuple[int, str]]
) -> None:
    strip = Strip([Segment(text, MONO.text)])
    labels = [Label(*place) for place in places]

    assert laid_over(strip, labels, MONO).cell_length == strip.cell_length


def test_labels_in_one_place_stand_beside_each_other() -> None:
    strip = Strip([Segment("The border", MONO.text)])

    made = laid_over(strip, [Label(4, "s"), Label(4, "da", 1)], MONO)

    assert made.text == "The DASder"
