"""What the query line does: results as they are typed, faults, orders, history."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.errors import QueryError
from tests.screens.stage import Stage, border, fill, reader
from tui.actions import Place
from tui.app import ReaderSettings

if TYPE_CHECKING:
    from pathlib import Path

_UNANSWERED = "readers will leave you if you strey too far from the zeppelin"


async def meant(stage: Stage, query: str) -> None:
    await stage.press("/")
    await stage.type(query)
    await stage.press("enter")


async def test_results_appear_as_they_are_typed(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("ferr")

    assert set(stage.listed) == {"ferry", "wire"}
    assert "ferr*" in stage.lines()[1]
    assert stage.page.place is Place.QUERY


async def test_enter_means_whole_words(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("ferr")
    await stage.press("enter")

    assert stage.listed == []
    assert "No article answers to: ferr" in stage.picture()
    assert stage.page.place is Place.LIST


async def test_escape_goes_back_to_what_stood_before(stage: Stage) -> None:
    await stage.press("/", *"soup", "enter")
    await stage.press("/", *"border", "escape")

    assert stage.listed == ["ferry"]
    assert stage.lines()[0].strip() == "/ soup"


async def test_an_empty_query_shows_all_articles(stage: Stage) -> None:
    await stage.press("/", *"soup", "enter", "/", "enter")

    assert len(stage.listed) == 6


async def test_back_leaves_a_search(stage: Stage) -> None:
    await stage.press("/", *"soup", "enter", "q")

    assert len(stage.listed) == 6


async def test_the_last_good_answer_stays_while_the_query_is_wrong(
    stage: Stage,
) -> None:
    await stage.press("/", *"soup")
    await stage.press("space", "&", "z")

    assert stage.listed == ["ferry"]
    assert "▲" in stage.lines()[1]


async def test_a_faulty_query_that_is_meant_stays_to_be_mended(stage: Stage) -> None:
    await stage.press("/", *"border", "space", *"foo:bar", "enter", *"x")

    assert stage.page.query_line.text == "border foo:barx"
    assert stage.page.query_line.is_open


async def test_what_was_wrong_is_said_no_more_once_the_line_is_left(
    stage: Stage,
) -> None:
    before = stage.lines()
    await stage.press("/")
    await stage.type("soup foo:x")
    said = stage.lines()
    await stage.press("escape")

    assert "▲" in said[1]
    assert said[2] != before[2]
    assert stage.lines() == before


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (160, 48)])
@pytest.mark.parametrize("query", ["soup foo:x", "a b | c", "soup conf<0.5"])
async def test_what_is_wrong_is_said_whole_in_one_place(
    archive: Archive, query: str, size: tuple[int, int]
) -> None:
    with pytest.raises(QueryError) as refused:
        archive.parse(query)

    async with reader(archive, size) as stage:
        await stage.press("/", *"border", "enter")
        await meant(stage, query)

        said = " ".join(" ".join(stage.lines()[1:7]).split())
        assert str(refused.value) in said
        assert "…" not in stage.lines()[-1]


async def test_the_arrow_stands_under_the_fault(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("soup foo:x")

    lines = stage.lines()
    assert lines[1].index("▲") == lines[0].index("foo:")


async def test_asking_who_said_something_lists_utterances(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("by:marek")
    await stage.press("enter")

    assert "“closed”" in stage.picture()
    assert "Ilse Marek · 0.90" in stage.picture()
    assert "4 quotations · 6 articles searched" in stage.lines()[1]


async def test_narrowing_keeps_the_words_that_stand(stage: Stage) -> None:
    await stage.press("/", *"border", "enter", "\\", *"ferry", "enter")

    assert stage.lines()[0].strip() == "/ border ferry"
    assert stage.listed == ["wire"]


@pytest.mark.parametrize("query", ["border | soup", "(border | soup)"])
async def test_a_choice_that_is_narrowed_stands_in_one_pair_of_parentheses(
    stage: Stage, query: str
) -> None:
    await stage.press("/")
    await stage.type(query)
    await stage.press("enter", "\\")

    assert stage.lines()[0].strip() == "/ (border | soup)"


async def test_earlier_queries_come_back_with_up(stage: Stage) -> None:
    await stage.press("/", *"soup", "enter", "/", *"border", "enter", "/", "up", "up")

    assert stage.lines()[0].strip() == "/ soup"
    assert stage.listed == ["ferry"]


async def test_letters_are_text_in_the_query_line(stage: Stage) -> None:
    await stage.press("/", *"qQz?:")

    assert stage.lines()[0].strip() == "/ qQz?:"


async def test_the_line_is_edited_with_the_usual_keys(stage: Stage) -> None:
    await stage.press("/", *"soup ferry".replace(" ", "_"))
    await stage.press("ctrl+u")
    await stage.type("ab cd")
    await stage.press("ctrl+w", "home", *"x", "delete", "end", "backspace")

    assert stage.page.query_line.text == "xb"


async def test_a_paste_becomes_one_line(stage: Stage) -> None:
    from textual.events import Paste  # noqa: PLC0415 - one use

    await stage.press("/")
    stage.page.query_line.post_message(Paste("red\n  line"))
    await stage.settle()

    assert stage.page.query_line.text == "red line"


async def test_sorting_changes_the_order_and_says_so(stage: Stage) -> None:
    await stage.press("/", *"border", "enter")
    await stage.press("S")

    assert "Sorted newest first" in stage.lines()[-1]
    assert stage.listed[0] == "border"
    await stage.press("S")
    assert stage.listed[-1] == "wire"


async def test_a_query_without_room_is_cut_with_marks(archive: Archive) -> None:
    async with reader(archive, (60, 16)) as stage:
        await stage.press("/")
        await stage.type("border " + "-soup " * 12 + "closed")
        typed = stage.lines()[0]
        await stage.press("enter")

        assert typed.startswith(" / …")
        assert typed.endswith("-soup closed")
        assert stage.lines()[0].startswith(" / border -soup")
        assert stage.lines()[0].endswith("…")


async def test_a_query_can_be_given_at_the_start(archive: Archive) -> None:
    settings = ReaderSettings(theme="mono", query="soup")

    async with reader(archive, settings=settings) as stage:
        assert stage.listed == ["ferry"]
        assert stage.lines()[0].strip() == "/ soup"


async def test_zero_hits_say_what_was_searched(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("date:1999 border")
    await stage.press("enter")

    picture = stage.picture()
    assert "6 articles searched." in picture
    assert "1 undated article would answer without the date filter." in picture


async def test_a_missing_index_leaves_the_list_working(tmp_path: Path) -> None:
    folder = fill(tmp_path, [border()])
    shutil.rmtree(folder / "index")
    archive = Archive.open(folder)

    async with reader(archive) as stage:
        await stage.press("/", *"border", "enter")

        assert stage.listed == ["border"]
        assert "quoth rebuild" in " ".join(stage.picture().split())
    archive.close()


async def test_what_is_said_of_no_hits_is_folded_not_cut(archive: Archive) -> None:
    async with reader(archive, (130, 40)) as stage:
        await stage.press("/")
        await stage.type("withholding packers")
        await stage.press("enter")

        left = " ".join(line[:32].strip() for line in stage.lines()[2:12]).split()
        assert " ".join(left).startswith("No article answers to: withholding packers")


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (100, 30), (160, 48)])
async def test_what_is_said_of_no_hits_loses_no_letter_at_any_width(
    archive: Archive, size: tuple[int, int]
) -> None:
    async with reader(archive, size) as stage:
        await stage.press("/")
        await stage.type(_UNANSWERED)
        await stage.press("enter")

        lines = [line.partition("│")[0] for line in stage.lines()[2:-1]]
        said = " ".join(" ".join(lines).split())
    assert f"No article answers to: {_UNANSWERED} 6 articles searched." in said


async def test_what_is_said_of_no_hits_has_the_room_of_the_article(
    archive: Archive,
) -> None:
    async with reader(archive, (60, 16)) as stage:
        await stage.press("/", *"zeppelin", "enter")
        said = stage.picture()
        await stage.press("q")
        after = stage.picture()

    assert "A | offers choices: (a | b)." in " ".join(said.split())
    assert "─" * 60 not in said
    assert "─" * 60 in after


async def test_what_has_no_room_is_moved_into_sight(archive: Archive) -> None:
    async with reader(archive, (60, 8)) as stage:
        await stage.press("/")
        await stage.type(_UNANSWERED)
        await stage.press("enter")
        before = stage.picture()
        await stage.press("G")

        assert "No article answers" in before
        assert "any of these words: 6" not in before
        assert "any of these words: 6" in stage.picture()


async def test_words_that_no_article_has_are_named(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("the ferry sails in a zeppelin")
    await stage.press("enter")

    assert "No article has: zeppelin." in stage.picture()
    assert "any of these words: 6, the best first" in stage.picture()
    assert "only " not in stage.picture()


async def test_enter_takes_the_first_of_what_is_offered(stage: Stage) -> None:
    await meant(stage, "bordr minister")
    said = stage.picture()
    await stage.press("enter")

    assert "⏎ asks the first of these instead, f labels them:\n   with bordr~: " in said
    assert stage.lines()[0].strip() == "/ bordr~ minister"
    assert "border" in stage.listed


async def test_what_is_offered_is_labelled_and_taken_by_its_label(
    stage: Stage,
) -> None:
    await meant(stage, "border soup valve")
    await stage.press("f")
    offered = next(line for line in stage.lines() if "any of these" in line)
    await stage.press(offered.split()[0].lower())

    assert stage.lines()[0].strip() == "/ border | soup | valve"
    assert stage.listed[0] == "border"


async def test_any_of_the_words_is_answered_the_best_first(stage: Stage) -> None:
    await meant(stage, "soup")
    await stage.press("S")
    await meant(stage, "soup xyzzyq wire crate")
    await stage.press("enter")

    assert stage.listed[0] == "ferry"
    assert stage.page.order is None


async def test_what_was_taken_is_come_back_from(stage: Stage) -> None:
    await meant(stage, "bordr minister")
    await stage.press("enter", "q")

    assert stage.lines()[0].strip() == "/ bordr minister"
    assert "with bordr~" in stage.picture()


async def test_keys_that_come_with_enter_go_to_what_was_offered(stage: Stage) -> None:
    await stage.packet("/", *"bordr", "enter", "enter", "down", "enter")

    assert stage.lines()[0].strip() == "/ bordr~"
    assert stage.page.place is Place.READER
    assert stage.page.list.cursor == 1


async def test_with_nothing_to_offer_enter_does_nothing(stage: Stage) -> None:
    await meant(stage, "zeppelin")
    before = stage.picture()
    await stage.press("enter", "f")

    assert "There is nothing here to go to." in stage.lines()[-1]
    assert stage.lines()[:-1] == before.splitlines()[:-1]


async def test_the_arrows_set_names_its_own_key_for_labels(archive: Archive) -> None:
    settings = ReaderSettings(theme="mono", keys="arrows")

    async with reader(archive, settings=settings) as stage:
        await meant(stage, "bordr minister")
        said = stage.picture()
        await stage.press("0", "1")

        assert "0 labels them" in said
        assert stage.lines()[0].strip() == "/ bordr~ minister"
