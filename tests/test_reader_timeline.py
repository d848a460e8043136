"""A speaker day by day: who speaks, at which dates, aside to an article and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from tests.makers import article, clipping
from tests.screens.stage import Stage, fill, reader
from tui.actions import Place
from tui.screens.leaflet import Leaflet
from tui.screens.standing import Aim
from tui.screens.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator


MANY = 250
"""More than are read together."""


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive in which a longer name holds a shorter one, quoted many times."""
    said = [f"Word number {n:03}," for n in range(MANY)]
    lines = (f"“{words}” Jan Marek said." for words in said)
    talk = article(*lines, id="talk", title="A long talk", published="2031-01-05")
    junior = article(
        "“I am another,” Jan Marek Jr. said.",
        id="junior", title="The son speaks", published="2030-06-01",
    )  # fmt: skip
    made = [
        clipping(talk, *((words, "Jan Marek") for words in said)),
        clipping(junior, ("I am another,", "Jan Marek Jr.")),
    ]
    archive = Archive.open(fill(tmp_path_factory.mktemp("family"), made))
    yield archive
    archive.close()


async def open_timeline(stage: Stage, query: str = "") -> None:
    if query:
        await stage.press("/")
        await stage.type(query)
        await stage.press("enter")
    await stage.press("enter", "}", "T")


async def test_whoever_is_not_the_one_that_is_meant_is_named(family: Archive) -> None:
    async with reader(family) as stage:
        await open_timeline(stage)
        lines = stage.lines()

    first = next(n for n, line in enumerate(lines) if "I am another" in line)
    assert "Jan Marek Jr. · 0.90 · The son speaks" in lines[first + 1]
    assert "Jan Marek · " not in lines[first + 3]
    assert "Day by day · 251 quotations" in lines[1]
    assert "and Jan Marek Jr. 1" in lines[4]


async def test_the_first_row_stands_in_the_upper_third(family: Archive) -> None:
    async with reader(family) as stage:
        await open_timeline(stage)

        assert "▌" in "".join(stage.lines()[:8])


async def test_the_end_is_the_end_however_much_is_still_to_be_read(
    family: Archive,
) -> None:
    async with reader(family) as stage:
        await stage.press("enter", "}")
        await stage.packet("T", "G")

        assert "251 of 251" in stage.lines()[-1]
        assert "Word number 249," in stage.picture()
        await stage.press("g")
        assert "1 of 251" in stage.lines()[-1]


async def test_keys_that_come_early_wait_for_the_rows(stage: Stage) -> None:
    await stage.press("enter", "}")

    await stage.packet("T", "j", "enter")

    assert stage.page.place is Place.READER
    assert stage.page.reader.place.quote == 1


async def test_a_page_is_left_before_it_has_been_read(stage: Stage) -> None:
    await stage.press("enter", "}")

    await stage.packet("T", "q", "q")

    assert stage.app.screen is stage.page
    assert stage.page.place is Place.LIST


async def test_dates_of_the_search_narrow_the_page_until_they_are_laid_aside(
    stage: Stage,
) -> None:
    await open_timeline(stage, "border date:2031")
    narrowed = stage.lines()
    await stage.press("j", "T")
    widened = stage.lines()
    await stage.press("T")

    assert "Day by day · 3 of 4 quotations · date:2031 · T all dates" in narrowed[1]
    assert "1 of 3" in narrowed[-1]
    assert "Day by day · 4 quotations · all dates · T date:2031 only" in widened[1]
    assert "1 of 4" in widened[-1]
    assert stage.lines() == narrowed


async def test_without_a_date_filter_there_is_nothing_to_lay_aside(
    stage: Stage,
) -> None:
    await open_timeline(stage)
    await stage.press("T")

    assert "The search names no dates" in stage.lines()[-1]


async def test_back_leads_from_the_article_to_the_row_it_was_opened_from(
    stage: Stage,
) -> None:
    await open_timeline(stage)
    await stage.press("G", "enter")
    assert stage.open_id == "wire"

    await stage.press("q")
    page = stage.app.screen
    assert isinstance(page, Timeline)
    assert "4 of 4" in stage.lines()[-1]

    await stage.press("q")
    assert stage.app.screen is stage.page
    assert stage.open_id == "border"
    assert stage.page.reader.place.quote == 0
    places = [stage.page.place]

    await stage.press("q")
    places.append(stage.page.place)
    assert stage.listed[stage.page.list.cursor] == stage.open_id == "border"
    assert places == [Place.READER, Place.LIST]


async def test_the_next_article_of_a_timeline_is_read_without_going_back_to_it(
    stage: Stage,
) -> None:
    await open_timeline(stage)
    await stage.press("enter")
    read, said = [stage.open_id], []
    for key in "JJJK":
        await stage.press(key)
        read.append(stage.open_id)
        said.append(stage.lines()[-1].strip())

    await stage.press("backspace")

    assert read == ["border", "courier", "wire", "wire", "courier"]
    assert "3 of 4, day by day" in said[0]
    assert "4 of 4, day by day" in said[1]
    assert "That was the last article." in said[2]
    assert isinstance(stage.app.screen, Timeline)
    assert "3 of 4" in stage.lines()[-1]


async def test_hits_are_there_again_after_a_look_aside(stage: Stage) -> None:
    await open_timeline(stage, "border")
    before = stage.open_id, stage.page.reader.hits
    await stage.press("j", "j", "enter")
    aside = stage.open_id
    await stage.press("q", "q")

    assert before[1]
    assert aside == "courier"
    assert (stage.open_id, stage.page.reader.hits) == before


async def test_an_article_aside_is_left_for_the_list_with_what_the_list_means(
    stage: Stage,
) -> None:
    await open_timeline(stage)
    await stage.press("G", "enter", "1", "q")

    assert stage.open_id == "border"
    assert stage.app.screen is stage.page


async def test_the_list_is_turned_to_before_the_article_aside_is_there(
    archive: Archive,
) -> None:
    async with reader(archive, (120, 40)) as stage:
        await stage.press("enter")

        stage.page.open_article(Aim("wire"))
        stage.page.action_list()
        await stage.settle()

        assert stage.page.place is Place.LIST
        assert stage.open_id == "border"


async def test_a_timeline_within_a_timeline_leads_back_through_both(
    stage: Stage,
) -> None:
    await open_timeline(stage)
    await stage.press("j", "enter", "}", "T", "enter")
    assert stage.open_id == "border"
    assert stage.page.reader.place.quote == 2

    await stage.press("q", "q")
    assert stage.page.reader.place.quote == 2
    await stage.press("q")
    assert isinstance(stage.app.screen, Timeline)
    assert "2 of 4" in stage.lines()[-1]
    await stage.press("q", "q")
    assert stage.page.place is Place.LIST


async def test_the_next_article_may_be_many_rows_away(family: Archive) -> None:
    async with reader(family) as stage:
        await stage.press("/")
        await stage.type("by:marek")
        await stage.press("enter", "enter", "J")

        assert stage.open_id == "junior"
        assert stage.page.list.cursor == MANY


async def test_all_names_are_on_a_page_of_their_own(family: Archive) -> None:
    async with reader(family) as stage:
        await open_timeline(stage)
        await stage.press("i")
        shown = stage.picture()
        await stage.press("q")

        assert "Who is meant by Jan Marek" in shown
        assert "Jan Marek Jr.  1 quotation · " in shown
        assert isinstance(stage.app.screen, Timeline)


async def test_words_are_found_on_the_page(family: Archive) -> None:
    async with reader(family) as stage:
        await open_timeline(stage)
        await stage.press("/", *"number", "space", *"17")
        typing = stage.lines()[-1]
        await stage.press("enter", "n")
        found = stage.lines()[-1]
        await stage.press("N", "N")

        assert typing.strip() == "find number 17"
        assert "173 of 251" in found
        assert "That was the first." in stage.lines()[-1]


@pytest.mark.parametrize("early", [[], ["j"]])
@pytest.mark.parametrize(
    ("words", "foot"),
    [("number 233", "235 of 251"), ("zebra", "These words are not on this page.")],
)
async def test_words_may_stand_in_what_is_still_to_be_read(
    family: Archive, words: str, foot: str, early: list[str]
) -> None:
    async with reader(family) as stage:
        await stage.press("enter", "}")
        typed = ["space" if letter == " " else letter for letter in words]
        await stage.packet("T", *early, "/", *typed, "enter")

        assert foot in stage.lines()[-1]


async def test_words_that_are_not_there_are_said_to_be_missing(stage: Stage) -> None:
    await open_timeline(stage)
    await stage.press("j", "/", *"zebra", "enter")

    assert "These words are not on this page." in stage.lines()[-1]
    assert "▌  2031-03-04" in stage.lines()[7]


async def test_a_search_on_the_page_is_left_where_it_began(stage: Stage) -> None:
    await open_timeline(stage)
    await stage.press("j", "/", *"fact")
    there = stage.lines()
    await stage.press("escape")

    assert "▌" in next(line for line in there if "fact of life" in line)
    assert "2 of 4" in stage.lines()[-1]


@pytest.mark.parametrize(
    ("keys", "heading", "sentence"),
    [
        (["T"], "Keys in a timeline", "Show all names that this timeline"),
        (["F"], "Keys in a page of choices", "Open, or choose"),
        (["i"], "Keys in a page", "Find words on this page"),
        (["?"], "", ""),
    ],
)
async def test_every_page_says_its_own_keys(
    stage: Stage, keys: list[str], heading: str, sentence: str
) -> None:
    await stage.press("enter", "}", *keys, "?")

    assert heading in stage.picture()
    assert sentence in stage.picture()
    assert isinstance(stage.app.screen, Leaflet) is bool(heading)


async def test_a_page_that_is_read_says_where_one_is(stage: Stage) -> None:
    await stage.press("?")
    first = stage.lines()
    assert "Keys in the list · below: what the query line takes" in first[1]
    await stage.press("G")
    last = stage.lines()

    count = first[-1].split(" of ")[1]
    assert first[-1].split()[-4:-2] == ["1-22", "of"]
    assert last[-1].endswith(f"-{count.split()[0]} of {count}")


async def test_a_correction_aside_shows_on_the_page_that_it_is_left_for(
    kept: Archive,
) -> None:
    async with reader(kept) as stage:
        await open_timeline(stage)
        await stage.press("G", "enter", "x", *"Zed", "enter", "q")

        assert "Day by day · 3 quotations" in stage.lines()[1]
