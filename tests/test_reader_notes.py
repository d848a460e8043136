"""Notes: on what they are written, how they are changed, and how one comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Span, ZoneKind
from tests.makers import article
from tests.screens.stage import reader
from tui.render.excerpts import LONGEST, excerpt_before
from tui.widgets.query_line import Purpose

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from index.archive import Archive
    from index.state import Notebook
    from tests.screens.stage import Stage

MINISTER = "The interior minister told reporters on Tuesday that talks had failed."
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
