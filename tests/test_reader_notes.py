"""Notes: on what they are written, how they are changed, and how one comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Span, ZoneKind
from tests.makers import article, span_of
from tests.screens.stage import reader
from tui.render.excerpts import LONGEST, excerpt_before
from tui.widgets.query_line import Purpose

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from index.archive import Archive
    from index.state import Notebook
    from tests.screens.stage import Stage

MINISTER = "The interior minister told reporters on Tuesday that talks had failed."
SHOPS = "I go to the shops in one country and to bed"
PORT = "The harbour is closed. Nobody knows why. The mayor is away until Monday."


@pytest.fixture
def archive(kept: Archive) -> Archive:
    return kept


@pytest.fixture
async def low(archive: Archive) -> AsyncIterator[Stage]:
    """The reader with few lines, so that there is something to scroll."""
    async with reader(archive, (80, 16)) as made:
        yield made


def noted(notebook: Notebook, id_: str) -> list[str]:
    """The words that notes are on, in their order."""
    return [note.anchor.words for note in notebook.notes.of(id_) if note.anchor]


def prompt(stage: Stage) -> str:
    return stage.lines()[0].strip()


def lit(stage: Stage) -> str:
    """What of the article is lit."""
    passage = stage.page.reader.place.passage
    clipping = stage.page.reader.clipping
    assert clipping
    return passage.of(clipping.article.text) if passage else ""


async def test_a_note_is_on_the_paragraph_at_the_top(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("enter", "a")
    asked, shown = prompt(stage), lit(stage)
    marked = [line for line in stage.lines() if "▌ " in line]
    await stage.press(*"why", "enter")

    assert asked == "note on “The interior minister told re…”"
    assert shown == MINISTER
    assert len(marked) == 2
    assert noted(notebook, "border") == [MINISTER]
    assert lit(stage) == ""


async def test_at_the_end_of_an_article_a_note_is_on_whole_sentences(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("j", "j", "enter", "G", "k", "a", *"when", "enter")

    (words,) = noted(notebook, "long")
    assert words.endswith(".")
    assert words.startswith(("Paragraph", "“Number"))


async def test_a_sentence_that_began_above_is_noted_whole(
    low: Stage, notebook: Notebook
) -> None:
    await low.press("enter", *"jjjjj", "a")
    asked, top = prompt(low), low.lines()[2]
    await low.press(*"why", "enter")

    assert top.strip(" ▌") == "failed."
    assert "The interior minister" in asked
    assert noted(notebook, "border") == [MINISTER]


async def test_after_scrolling_the_same_note_is_changed(
    low: Stage, notebook: Notebook
) -> None:
    await low.press("enter", "a", *"why", "enter")
    await low.press(*"jjjjjj", "a")
    asked, said = prompt(low), low.lines()[-1]
    await low.press("!", "enter")

    assert asked.startswith("change the note on “The interior minister")
    assert asked.endswith("” why")
    assert "An empty line takes the note back." in said
    assert [note.text for note in notebook.notes.of("border")] == ["why!"]


async def test_a_quotation_is_named_by_its_words(stage: Stage) -> None:
    await stage.press("enter", "}", "a")

    assert prompt(stage) == "note on “The border is closed and stay…”"


async def test_a_quotation_in_a_noted_paragraph_gets_a_note_of_its_own(
    low: Stage, notebook: Notebook
) -> None:
    await low.press("enter", *"jjjjjj", "a", *"all", "enter")
    await low.press("}", "a", *"part", "enter")

    whole, part = noted(notebook, "border")
    assert part in whole
    assert part != whole


async def test_a_quotation_out_of_sight_is_not_meant(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("j", "j", "enter", "}", "a", *"ten", "enter")
    await stage.press("G", "a")
    asked = prompt(stage)
    await stage.press(*"end", "enter")

    assert asked.startswith("note on")
    assert [note.text for note in notebook.notes.of("long")] == ["ten", "end"]
    assert stage.page.reader.place.quote == 0


async def test_a_note_is_on_the_paragraph_of_the_words_found(
    stage: Stage, notebook: Notebook
) -> None:
    await stage.press("/", *"valve", "enter", "enter", "n", "a", *"so", "enter")

    (words,) = noted(notebook, "border")
    assert words.startswith("Emil Čapuk, who keeps the valve house")
    assert words.endswith("he said.")


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_nothing_stays_lit_when_the_line_is_closed(
    stage: Stage, key: str
) -> None:
    await stage.press("enter", "a")
    before = lit(stage)
    await stage.press(key)

    assert before == MINISTER
    assert lit(stage) == ""
    assert stage.page.query_line.purpose is Purpose.SEARCH


async def noted_twice(stage: Stage, notebook: Notebook) -> None:
    """Note a sentence and a paragraph of one article and a line of another."""
    for id_, text, words in (
        ("border", "ask again", SHOPS),
        ("border", "why", MINISTER),
        ("long", "half way", "Paragraph 32 tells of the harbour"),
    ):
        made = stage.page.archive.clipping(id_).article
        notebook.notes.write(made, text, span_of(words, made.text))
    await stage.press("/")
    await stage.type("is:noted")
    await stage.press("enter")


async def test_a_search_for_notes_shows_the_notes(
    stage: Stage, notebook: Notebook
) -> None:
    await noted_twice(stage, notebook)

    assert stage.lines()[3].strip() == "▌              † why · ask again"
    assert stage.lines()[5].strip() == "† half way"


@pytest.mark.parametrize("query", ["border -is:read", "-is:noted border"])
async def test_other_searches_show_the_words_found(
    stage: Stage, notebook: Notebook, query: str
) -> None:
    await noted_twice(stage, notebook)
    await stage.press("/")
    await stage.type(query)
    await stage.press("enter")

    assert stage.page.list.total
    assert not any(line.strip().startswith("†") for line in stage.lines()[2:8])


async def test_a_note_that_is_changed_is_changed_in_the_list(
    stage: Stage, notebook: Notebook
) -> None:
    await noted_twice(stage, notebook)
    await stage.press("enter", "a", "!", "enter", "q")

    assert stage.lines()[3].strip() == "▌              † why! · ask again"


async def test_such_an_article_opens_at_the_noted_passage(
    stage: Stage, notebook: Notebook
) -> None:
    await noted_twice(stage, notebook)
    await stage.press("j", "enter")

    assert lit(stage) == "Paragraph 32 tells of the harbour"
    assert "▌ Paragraph 32 tells" in stage.picture()
    await stage.press("a")
    assert (
        prompt(stage) == "change the note on “Paragraph 32 tells of the har…” half way"
    )


async def test_a_note_is_gone_to_by_the_label_on_its_line(
    low: Stage, notebook: Notebook
) -> None:
    await noted_twice(low, notebook)
    await low.press("enter", "g", "f")
    line = next(line for line in low.lines() if "ask again" in line)
    await low.press(line.split()[0].lower())

    assert lit(low) == SHOPS
    assert "“I go to the shops" in low.picture()


async def test_the_label_of_a_note_on_a_quotation_leads_to_the_quotation(
    low: Stage,
) -> None:
    await low.press("*", "enter", "}", "}", "}", "a", *"who", "enter", "g", "f")
    line = next(line for line in low.lines() if line.endswith(" who"))
    await low.press(line.split()[0].lower())

    assert low.page.reader.place.quote == 2
    await low.press("3")
    assert low.page.quotes.number == 2


async def test_a_note_on_the_article_has_no_label(low: Stage) -> None:
    await low.press("a", *"later", "enter", "enter", "f")

    assert "† later" in low.picture()


def excerpts(words: str, seen: Span, hit: Span | None = None) -> str | None:
    found = excerpt_before(article(words), seen, hit)
    return found.words if found else None


def test_of_a_paragraph_half_seen_the_sentences_seen_are_meant() -> None:
    assert excerpts(PORT, Span(0, 10)) == "The harbour is closed."
    assert excerpts(PORT, Span(30, 34)) == "Nobody knows why."
    assert excerpts(PORT, Span(30, 60)) == PORT[23:]
    assert excerpts(PORT, Span(0, 10), Span(30, 34)) == PORT


def test_of_a_long_paragraph_no_more_than_some_sentences_are_meant() -> None:
    endless = " ".join([PORT] * 40)

    at_top = excerpts(endless, Span(0, len(endless)))
    assert at_top
    assert len(at_top) < LONGEST + len(PORT)
    assert at_top.endswith(".")
    assert excerpts(endless, Span(0, 9), Span(30, 34)) == "Nobody knows why."


def test_what_is_no_body_is_not_meant() -> None:
    made = article((ZoneKind.HEADING, "Port"), (ZoneKind.BOILERPLATE, "Sign up"), PORT)

    assert excerpt_before(made, Span(0, 12), None) is None
    found = excerpt_before(made, Span(0, 60), Span(0, 4))
    assert found
    assert PORT.startswith(found.words)


@given(st.text("ab. “”\n", max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_an_excerpt_holds_what_it_is_about_and_stays_in_its_paragraph(
    words: str, start: int, length: int
) -> None:
    made = article(*words.split("\n"))
    seen = Span(start, start + length)

    found = excerpt_before(made, seen, None)

    if found:
        assert found.words == found.span.of(made.text)
        assert "\n" not in found.words
