"""What the keys do: opening, searching, finding, going on, coming back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.reports import AddOptions
from index.archive.upkeep import remove
from index.errors import ArchiveError
from tests.makers import clipping
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
    assert "No article answers to  ferr" in stage.picture()
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


async def test_an_utterance_opens_at_its_place(stage: Stage) -> None:
    await stage.press("/")
    await stage.type("by:venn number")
    await stage.press("enter", "j", "j", "enter")

    quote = stage.page.reader.place.quote
    assert stage.open_id == "long"
    assert quote == stage.page.list.row.number  # type: ignore[union-attr]
    assert "▌" in "".join(line[:12] for line in stage.lines()[2:-1])


async def test_an_article_opens_at_its_first_hit(stage: Stage) -> None:
    await stage.press("/")
    await stage.type('"number 40"')
    await stage.press("enter", "enter")

    assert stage.page.reader.place.hit == 0
    assert "Number 40 it is" in stage.picture()


async def test_n_goes_from_hit_to_hit(stage: Stage) -> None:
    await stage.press("/", *"border", "enter", "enter", "n")

    assert stage.page.reader.place.hit == 1
    await stage.press("N")
    assert stage.page.reader.place.hit == 0


async def test_the_last_hit_says_so(stage: Stage) -> None:
    await stage.press("/", *"soup", "enter", "enter", *"nnnnnn")

    assert "That was the last hit" in stage.lines()[-1]


async def test_braces_go_from_quotation_to_quotation(stage: Stage) -> None:
    await stage.press("enter", "}", "}")

    assert stage.page.reader.place.quote == 1
    await stage.press("{")
    assert stage.page.reader.place.quote == 0
    assert "quote 1 of 5" in stage.lines()[-1]


async def test_j_and_k_go_on_in_the_list_while_reading(stage: Stage) -> None:
    await stage.press("enter", "J", "J")

    assert stage.open_id == "long"
    await stage.press("K")
    assert stage.open_id == "courier"
    assert stage.page.place is Place.READER


async def test_the_last_article_says_so(stage: Stage) -> None:
    await stage.press("enter", "K")

    assert "That was the first" in stage.lines()[-1]


async def test_the_place_in_an_article_is_kept(stage: Stage) -> None:
    await stage.press("j", "j", "enter", "space", "space")
    top = stage.page.reader.offset_at_top

    await stage.press("J", "K")

    assert top > 0
    assert stage.page.reader.offset_at_top == top


async def test_words_are_found_in_the_article(stage: Stage) -> None:
    await stage.press("enter", "/")
    await stage.type("list")
    await stage.press("enter")

    assert stage.page.place is Place.READER
    assert "hit 1 of 1" in stage.lines()[-1]


async def test_leaving_a_find_brings_the_hits_back(stage: Stage) -> None:
    await stage.press("/", *"border", "enter", "enter")
    before = stage.page.reader.hits

    await stage.press("/", *"list", "escape")

    assert stage.page.reader.hits == before
    assert stage.lines()[0].strip() == "/ border"


async def test_words_are_found_in_the_quotations(stage: Stage) -> None:
    await stage.press("3", "/", *"shops", "enter")

    assert stage.page.quotes.number == 4
    assert stage.page.place is Place.QUOTES


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


async def test_w_asks_what_the_speaker_said_everywhere(stage: Stage) -> None:
    await stage.press("enter", "}", "w")

    assert stage.lines()[0].strip() == '/ by:"Ilse Marek"'
    assert "4 quotations" in stage.lines()[1]


async def test_w_says_when_nobody_is_known(stage: Stage) -> None:
    await stage.press("G", "k", "enter", "w")

    assert "Nobody known speaks here" in stage.lines()[-1]


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


async def test_enter_on_a_quotation_shows_it_in_the_text(stage: Stage) -> None:
    await stage.press("3", "j", "j", "j", "j", "enter")

    assert stage.page.place is Place.READER
    assert stage.page.reader.place.quote == 4
    assert "shops in one country" in stage.picture()


async def test_quotations_can_stand_in_order_or_under_their_speakers(
    stage: Stage,
) -> None:
    await stage.press("3")
    by_speaker = "Ilse Marek  2" in stage.picture()
    await stage.press("S")

    assert by_speaker
    assert "Ilse Marek  2" not in stage.picture()


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


async def test_enter_goes_from_the_text_to_the_card_and_back(stage: Stage) -> None:
    await stage.press("enter", "}", "}", "enter")
    place, number = stage.page.place, stage.page.quotes.number
    await stage.press("enter")

    assert (place, number) == (Place.QUOTES, 1)
    assert stage.page.place is Place.READER
    assert stage.page.reader.place.quote == 1


async def test_where_no_quotation_is_in_sight_enter_says_so(stage: Stage) -> None:
    await stage.press("j", "j", "enter", "enter")

    assert "No quotation is in sight" in stage.lines()[-1]
    assert stage.page.place is Place.READER


async def test_info_is_put_away_again(stage: Stage) -> None:
    await stage.press("i")
    assert "sha256" in stage.picture()

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


async def test_quotations_are_counted_in_the_order_of_the_text(
    tmp_path: Path,
) -> None:
    words = "“One,” she said. “Two,” she said."
    archive = Archive.open(
        fill(tmp_path, [clipping(words, ("Two,", "A"), ("One,", "A"))])
    )
    async with reader(archive) as stage:
        await stage.press("enter", "}")
        first = stage.lines()[-1]
        await stage.press("}")

        assert "quote 1 of 2" in first
        assert "quote 2 of 2" in stage.lines()[-1]
    archive.close()


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


async def test_copying_says_what_was_sent(stage: Stage) -> None:
    await stage.press("enter", "}", "y")

    assert stage.app.clipboard.startswith("“The border is closed and stays closed,”")
    assert "border.txt:" in stage.app.clipboard
    assert "Sent the quotation" in stage.lines()[-1]


async def test_a_row_is_copied_as_a_citation(stage: Stage) -> None:
    await stage.press("y")

    assert stage.app.clipboard == (
        "“Minister rules out reopening the northern border”, Harbour Post, "
        "Tue 4 March 2031. (border.txt)"
    )


async def test_a_passage_is_copied_with_its_place(stage: Stage) -> None:
    await stage.press("enter", "Y")

    assert "— “Minister rules out" in stage.app.clipboard


async def test_going_down_shows_what_is_below(stage: Stage) -> None:
    await stage.press("j", "j", "enter", "G")
    assert "Number 60 it is" in stage.picture()

    await stage.press("g")

    assert "The long read" in stage.picture()
    await stage.press("space", "b", "ctrl+d", "ctrl+u", "d", "pagedown", "pageup")
    assert "The long read" not in stage.picture()


async def test_a_query_can_be_given_at_the_start(archive: Archive) -> None:
    settings = ReaderSettings(theme="mono", query="soup")

    async with reader(archive, settings=settings) as stage:
        assert stage.listed == ["ferry"]
        assert stage.lines()[0].strip() == "/ soup"


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
