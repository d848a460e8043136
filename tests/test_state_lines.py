"""Export and import: another file takes what one holds, once or twice, in any order."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engine import Order
from index.state import State, StateLineError
from index.state.bookmarks import Session
from index.state.correcting import Corrects
from index.state.entries import Entry, Kind
from index.state.lines import line_of, read_lines
from tests.makers import article, clipping, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BORDER = article("The border stays closed.", id="border")


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    opened = State(tmp_path / "state.db")
    yield opened
    opened.close()


def filled(state: State) -> None:
    """Keep one of everything."""
    notebook = state.notebook("news")
    notebook.marks.mark_read(["border"])
    notebook.marks.star([BORDER])
    notebook.marks.unstar([BORDER])
    notebook.marks.tag("watch \ud800", [BORDER])
    notebook.notes.write(BORDER, "Why?", span_of("closed", BORDER.text))
    notebook.notes.write(BORDER, "All of it.")
    removed = notebook.notes.write(BORDER, "No.")
    notebook.notes.remove(removed.id)
    notebook.searches.save("closed", "border closed", Order.DATE, seen=3)
    notebook.searches.look_round(4)
    notebook.history.note("border")
    notebook.bookmarks.leave(BORDER, 9)
    notebook.bookmarks.keep(Session("border", None, "border", 1, "wide"))
    said = clipping(BORDER, ("stays closed", None))
    corrections = notebook.corrections
    corrections.speaker(said, 0, "Ilse Marek", who="me")
    corrections.title(BORDER, "Closed", who="me")
    corrections.outlet(BORDER, "Harbour Post", who="me")
    corrections.date(BORDER, "2031-03-04", who="me", of=Corrects.EVENT)
    undone = corrections.alias("Marek", "Ilse Marek", who="me")
    corrections.undo(undone.id)


def test_everything_goes_out_and_comes_in(state: State, tmp_path: Path) -> None:
    filled(state)
    exported = list(state.export())
    other = State(tmp_path / "other.db")

    report = other.import_(exported)

    assert list(other.export()) == exported
    assert {json.loads(line)["kind"] for line in exported[1:]} == set(Kind)
    assert (report.changed, report.unchanged) == (len(exported) - 1, 0)
    other.close()


def test_importing_twice_changes_nothing(state: State) -> None:
    filled(state)
    exported = list(state.export())

    report = state.import_(exported)

    assert (report.changed, report.unchanged) == (0, len(exported) - 1)
    assert list(state.export()) == exported


def test_what_was_taken_back_is_not_brought_back_by_an_older_copy(
    state: State,
) -> None:
    marks = state.notebook("news").marks
    marks.star([BORDER])
    copy = list(state.export())
    marks.unstar([BORDER])

    state.import_(copy)

    assert marks.starred() == frozenset()


def line(**changed: object) -> str:
    entry = {
        "kind": "star", "archive": "news", "article": "a", "name": "", "path": "",
        "at": "2031-03-04T10:00:00+00:00", "gone": False, "value": {},
    }  # fmt: skip
    return json.dumps(entry | changed)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("{", "Line 2 is not one"),
        ("[]", "it is no object"),
        ("{}", "missing"),
        (line(kind="mood"), "mood"),
        (line(article=7), "not text"),
        (line(gone="yes"), "true or false"),
        (line(at="yesterday"), "yesterday"),
        (line(kind="place", value={"start": "x"}), "invalid literal"),
        (line(kind="look", value={}), "'revision' is missing"),
        (line(kind="note", value={"text": 3, "anchor": None}), "note is text"),
        (line(kind="saved", value={"query": "x", "order": "up", "version": 1}), "up"),
        (json.dumps({"quoth": "state", "version": 99}), "newer quoth"),
        (json.dumps({"quoth": "news", "version": 1}), "no personal state"),
        (
            line(
                kind="correction",
                value={
                    "corrects": "event", "value": "June", "old": None, "who": "me",
                    "made": "2031-03-04T10:00:00+00:00", "anchor": None,
                    "speaker_kind": None,
                },
            ),
            "no date",
        ),
    ],
)  # fmt: skip
def test_a_wrong_line_stops_it_all(wrong: str, sentence: str, state: State) -> None:
    with pytest.raises(StateLineError, match=sentence):
        state.import_([line(), wrong])

    assert not list(state.export())[1:]


def test_empty_lines_and_a_missing_first_line_are_no_matter(state: State) -> None:
    assert state.import_(["", line(), "\n"]).changed == 1


def entries() -> st.SearchStrategy[Entry]:
    words = st.sampled_from(("", "a", "b", "ü\ud83d"))
    value = st.dictionaries(st.sampled_from("xy"), st.integers(0, 3), max_size=2)
    return st.builds(
        Entry,
        st.sampled_from((Kind.READ, Kind.STAR, Kind.TAG)),
        words,
        words,
        words,
        st.integers(0, 3) | st.integers(0, 4_000_000_000_000),
        st.booleans(),
        value,
    )


def archived() -> st.SearchStrategy[list[tuple[str, Entry]]]:
    return st.lists(st.tuples(st.sampled_from(("news", "other")), entries()))


def merged(path: Path, *files: list[str]) -> list[str]:
    state = State(path)
    for lines in files:
        state.import_(lines)
    exported = list(state.export())
    state.close()
    return exported


def written(entries: list[tuple[str, Entry]]) -> list[str]:
    return [line_of(archive, entry) for archive, entry in entries]


@given(archived())
def test_a_line_is_read_as_it_was_written(made: list[tuple[str, Entry]]) -> None:
    assert list(read_lines(written(made))) == made


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(archived(), archived())
def test_the_order_of_imports_does_not_matter(
    one: list[tuple[str, Entry]], other: list[tuple[str, Entry]]
) -> None:
    first, second = written(one), written(other)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in "abcd"]
        both = merged(paths[0], first, second)

        assert merged(paths[1], second, first) == both
        assert merged(paths[2], first, second, first, both) == both
        assert merged(paths[3], both) == both
