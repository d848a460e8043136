"""Pages of choices: what there is no room for, nothing to choose, and late comers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive.speakers import Speaker, Spelling
from tests.screens.stage import reader
from tui.render.choices import Choice
from tui.render.utterances import timeline_head
from tui.screens.choosing import Chooser
from tui.themes import MONO

if TYPE_CHECKING:
    from index.archive import Archive
    from tests.screens.stage import Stage

HEADING = Choice(((("Who is meant", MONO.strong),),), is_heading=True)


def row(words: str) -> Choice:
    return Choice((((words, MONO.text),),))


async def shown(stage: Stage, *choices: Choice, said: str = "") -> Chooser:
    page = stage.page
    chooser = Chooser("Heading", choices, page.keymap, MONO, said=(said,))
    stage.app.push_screen(chooser)
    await stage.settle()
    return chooser


async def test_what_has_no_room_is_cut_with_an_ellipsis(stage: Stage) -> None:
    await shown(stage, row("word " * 40))

    assert stage.lines()[3].endswith("…")
    assert len(stage.lines()[3]) < 80


async def test_what_is_said_of_nothing_is_folded_not_cut(archive: Archive) -> None:
    async with reader(archive, (60, 16)) as stage:
        await stage.press("'")
        await shown(stage, said="word " * 20 + "end")

        assert "end" in stage.picture()


async def test_a_heading_alone_cannot_be_chosen(stage: Stage) -> None:
    chooser = await shown(stage, HEADING)
    await stage.press("enter")
    still = stage.app.screen is chooser
    chooser.add([row("one"), row("two")])
    await stage.settle()

    assert still
    assert "▌  one" in stage.picture()


async def test_the_first_choice_is_seen_under_a_high_heading(
    archive: Archive,
) -> None:
    heading = Choice(HEADING.lines * 20, is_heading=True)

    async with reader(archive, (60, 16)) as stage:
        chooser = await shown(stage)
        chooser.add([heading, row("one")])
        await stage.settle()

        assert "▌  one" in stage.picture()


def test_the_head_of_a_timeline_takes_four_lines_and_counts_the_rest() -> None:
    spelt = tuple(Spelling(f"Mrs. {name} Marek", 9) for name in "ABCDEF")
    bare = (Spelling("Marek", 3),)
    speakers = [
        Speaker(f"{name} Marek", None, 9, 9, 1, None, None, spelt, bare)
        for name in ("Ilse", "Jan", "Rosa", "Otto", "Ann")
    ]

    others = [
        Spelling(f"{name} Marek", 5) for name in ("Ida", "Emil", "Bo", "Eva", "Jo")
    ]

    made = timeline_head(speakers, others, 66, MONO, "i")

    lines = ["".join(piece for piece, _ in pieces) for pieces in made.lines]
    assert lines == [
        "Ilse Marek  9 quotations, 1 undated · undated · kind unknown",
        "written Mrs. A Marek 9 and 5 more spellings · perhaps Marek 3",
        "and Jan Marek 9, Rosa Marek 9 and 2 more names: i shows all",
        "not counted: Ida Marek 5 and 4 more names: i shows all",
        "",
    ]


async def test_facets_open_at_once_and_keys_wait_on_their_page(stage: Stage) -> None:
    await stage.packet("F", "q", "j")

    assert stage.app.screen is stage.page
    assert stage.page.list.cursor == 1


async def test_an_answer_names_the_query_only_where_it_was_changed(
    stage: Stage,
) -> None:
    await stage.press("/", *'outlet:"Harbour"', "enter")
    plain = stage.lines()[1]
    await stage.press("/", *"border", "space", *"OR", "space", *"soup", "enter")

    assert "outlet" not in plain
    assert "border | soup" in stage.lines()[1]
