"""What the keys do in an article: hits, quotations, finding, copying, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import Archive
from index.model import ZoneKind
from tests.makers import article, clipping
from tests.screens.stage import Stage, fill, reader
from tui.actions import Place

if TYPE_CHECKING:
    from pathlib import Path


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


async def test_w_asks_what_the_speaker_said_everywhere(stage: Stage) -> None:
    await stage.press("enter", "}", "w")

    assert stage.lines()[0].strip() == '/ by:"Ilse Marek"'
    assert "4 quotations" in stage.lines()[1]


async def test_w_says_when_nobody_is_known(stage: Stage) -> None:
    await stage.press("G", "k", "enter", "w")

    assert "Nobody known speaks here" in stage.lines()[-1]


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


async def test_an_article_that_comes_behind_another_pane_is_set_when_seen(
    stage: Stage,
) -> None:
    await stage.press("j", "j", "enter", "G")
    place = stage.page.reader.offset_at_top
    await stage.press("q", "k", "k", "3", "z", "J", "J", "z", "2")

    assert stage.open_id == "long"
    assert stage.page.reader.offset_at_top == place > 0
    assert "Number 60 it is" not in stage.picture()
    await stage.press("G")
    assert "Number 60 it is" in stage.picture()


async def test_a_quotation_is_counted_while_its_text_is_hidden(stage: Stage) -> None:
    await stage.press("3", "z", "J", "J", "down", "down")

    assert stage.open_id == "long"
    assert "quote 3 of 6" in stage.lines()[-1]


async def test_authors_are_named_as_in_a_sentence(tmp_path: Path) -> None:
    line = "By A. Reyl, B. Lind and K.J. Venn"
    made = article(
        (ZoneKind.BYLINE, line),
        "The ferry does not run.",
        title="No ferry",
        authors=["A. Reyl", "B. Lind", "K.J. Venn"],
    )
    archive = Archive.open(fill(tmp_path, [clipping(made)]))

    async with reader(archive) as stage:
        await stage.press("enter")

        assert "by A. Reyl, B. Lind and K.J. Venn" in stage.picture()
        assert line not in stage.picture()
    archive.close()


async def test_how_far_it_is_read_is_said_of_the_pane_as_it_is(
    archive: Archive,
) -> None:
    async with reader(archive, (60, 16)) as stage:
        await stage.press("enter")
        said = stage.lines()[-1]
        stage.page.locate()
        await stage.settle()

        assert stage.lines()[-1] == said
