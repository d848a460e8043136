"""Marks, notes and places: what is put on an article stays on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Order
from index.errors import NotFoundError
from index.model import Span
from index.state import Notebook, State
from index.state.anchors import anchor, anchored
from index.state.bookmarks import Session
from index.state.marks import TagError
from tests.makers import article, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = datetime(2031, 3, 4, 10, tzinfo=UTC)
BORDER = article("The border stays closed.", "It stays closed, she said.", id="border")
FERRY = article("The ferry sails again.", id="ferry")


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def notebook(tmp_path: Path, clock: Clock) -> Iterator[Notebook]:
    state = State(tmp_path / "state.db", clock=clock)
    yield state.notebook("news")
    state.close()


def test_a_mark_is_made_and_taken_back(notebook: Notebook) -> None:
    marks = notebook.marks

    assert marks.star([BORDER, FERRY]) == 2
    assert marks.starred() == {"border", "ferry"}
    assert marks.unstar([BORDER]) == 1
    assert marks.starred() == {"ferry"}
    assert not marks.is_starred("border")
    assert marks.is_starred("ferry")


def test_a_mark_made_twice_is_one_and_no_news(notebook: Notebook) -> None:
    marks = notebook.marks
    marks.star([BORDER])
    marks.tag("watch", [BORDER])
    marks.mark_read(["border"])

    assert marks.star([BORDER, FERRY]) == 1
    assert marks.tag("watch", [BORDER]) == 0
    assert marks.mark_read(["border"]) == 0


def test_what_was_never_there_is_not_taken_back(notebook: Notebook) -> None:
    assert notebook.marks.unstar([BORDER]) == 0
    assert notebook.marks.mark_unread(["border"]) == 0
    assert notebook.marks.untag("watch", [BORDER]) == 0


def test_a_toggle_says_how_it_is_now(notebook: Notebook) -> None:
    marks = notebook.marks

    assert [marks.toggle_star(BORDER) for _ in range(3)] == [True, False, True]
    assert [marks.toggle_read("border") for _ in range(2)] == [True, False]
    assert marks.starred() == {"border"}
    assert marks.read() == frozenset()


def test_tags_are_words_and_each_stands_for_itself(notebook: Notebook) -> None:
    marks = notebook.marks
    marks.tag("  red   line ", [BORDER, FERRY])
    marks.tag("watch", [BORDER])
    marks.untag("red line", [FERRY])

    assert marks.tags() == {"red line": {"border"}, "watch": {"border"}}
    assert marks.tags_of("border") == ("red line", "watch")
    assert marks.tags_of("ferry") == ()
    with pytest.raises(TagError, match="letter"):
        marks.tag(" - ", [BORDER])


def test_a_clock_that_was_set_back_loses_no_change(
    notebook: Notebook, clock: Clock
) -> None:
    notebook.marks.star([BORDER])
    clock.now = START - timedelta(days=400)

    notebook.marks.unstar([BORDER])

    assert notebook.marks.starred() == frozenset()


def test_a_note_stays_on_its_words(notebook: Notebook) -> None:
    span = span_of("stays closed, she", BORDER.text)
    note = notebook.notes.write(BORDER, "To whom?", span)

    (kept,) = notebook.notes.of("border")

    assert kept == note
    assert kept.anchor is not None
    assert kept.anchor.words == "stays closed, she"
    assert kept.anchor.before.endswith("It ")
    assert kept.span_in(BORDER) == span
    assert notebook.notes.articles() == {"border"}


def test_a_note_moves_with_its_words(notebook: Notebook) -> None:
    span = span_of("stays closed, she", BORDER.text)
    note = notebook.notes.write(BORDER, "To whom?", span)
    longer = replace(BORDER, text="A new first line.\n" + BORDER.text)
    without = replace(BORDER, text="It opened.")

    found = note.span_in(longer)

    assert found is not None
    assert found.of(longer.text) == "stays closed, she"
    assert note.span_in(without) is None


def test_notes_are_changed_removed_and_told_in_order(notebook: Notebook) -> None:
    notes = notebook.notes
    late = notes.write(BORDER, "late", span_of("she said", BORDER.text))
    early = notes.write(BORDER, "early", span_of("border", BORDER.text))
    whole = notes.write(BORDER, "whole")

    notes.rewrite(late.id, "later")
    assert [n.text for n in notes.of("border")] == ["whole", "early", "later"]
    notes.remove(early.id)
    notes.remove(whole.id)

    assert [n.text for n in notes.all()] == ["later"]
    with pytest.raises(NotFoundError):
        notes.rewrite(early.id, "again")


def test_the_place_in_each_article_is_remembered(notebook: Notebook) -> None:
    marks = notebook.bookmarks
    marks.leave(BORDER, 25)
    marks.leave(FERRY, 0)

    assert marks.place_in("border") == 25
    assert marks.place_in("ferry") == 0
    marks.leave(BORDER, 0)
    assert marks.place_in("border") == 0


def test_the_session_comes_back_as_it_was(notebook: Notebook) -> None:
    session = Session("kyiv", Order.DATE, "border", 7, '{"zoom": "list"}')
    notebook.bookmarks.keep(Session())
    notebook.bookmarks.keep(session)

    assert notebook.bookmarks.session() == session


@given(
    st.text("ab .", min_size=1, max_size=60),
    st.data(),
    st.text("ab .", max_size=30),
    st.text("xy", max_size=30),
)
def test_words_are_found_again_wherever_they_stand(
    text: str, data: st.DataObject, before: str, after: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    place = anchor(text, span)

    assert anchored(place, text) == span
    moved = anchored(place, before + text + after)
    assert moved is not None
    assert moved.of(before + text + after) == span.of(text)
