"""Saved searches and the searches of the past."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from index.engine import Order
from index.errors import NotFoundError, QueryError
from index.query.parse import GRAMMAR_VERSION
from index.state import Notebook, State
from index.state.searches import MOST_REMEMBERED, SavedSearch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = datetime(2031, 3, 4, 10, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    state = State(path)
    yield state.notebook("news")
    state.close()


def test_a_search_is_saved_with_all_that_makes_it(notebook: Notebook) -> None:
    notebook.searches.save("redlines", '"red line"', Order.DATE, seen=7)

    found = notebook.searches.find("redlines")

    assert found == SavedSearch(
        "redlines", '"red line"', Order.DATE, GRAMMAR_VERSION, 7
    )
    assert notebook.searches.text_of("redlines") == '"red line"'
    assert notebook.searches.text_of("other") is None


def test_saved_searches_are_told_by_name_and_may_hold_others(
    notebook: Notebook,
) -> None:
    searches = notebook.searches
    searches.save("b", "nato")
    searches.save("A", "@b kyiv")

    assert [saved.name for saved in searches.all()] == ["A", "b"]
    searches.remove("b")
    assert [saved.name for saved in searches.all()] == ["A"]
    with pytest.raises(NotFoundError, match="@b"):
        searches.find("b")


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("x", '"open'),
        ("x", "@nobody"),
        ("x", "@x nato"),
        ("two words", "nato"),
        ("", "nato"),
        ("dot.", "nato"),
        ("a)b", "nato"),
    ],
)
def test_what_could_not_be_read_again_is_not_saved(
    name: str, query: str, notebook: Notebook
) -> None:
    with pytest.raises(QueryError):
        notebook.searches.save(name, query)

    assert notebook.searches.all() == ()


def test_a_wrong_name_is_told_from_a_wrong_query(notebook: Notebook) -> None:
    notebook.searches.save("x", "nato")

    with pytest.raises(QueryError, match="one word"):
        notebook.searches.save("two words", "nato")
    with pytest.raises(QueryError, match="contains itself"):
        notebook.searches.save("x", "@x kyiv")
    assert notebook.searches.text_of("x") == "nato"


def test_a_search_saved_anew_under_an_old_name_was_never_looked_at(
    notebook: Notebook,
) -> None:
    notebook.searches.save("x", "nato", seen=7)
    notebook.searches.remove("x")

    assert notebook.searches.save("x", "eu").looked == 0
    notebook.searches.look("x", 9)
    assert notebook.searches.find("x").looked == 9
    assert notebook.searches.looked() == 0


def test_past_searches_are_told_the_newest_first_and_each_once(path: Path) -> None:
    ticks = (START + timedelta(seconds=n) for n in range(100))
    state = State(path, clock=lambda: next(ticks))
    history = state.notebook("news").history
    for query in ("nato", "kyiv", " nato ", " "):
        history.note(query)

    assert [past.query for past in history.recent()] == ["nato", "kyiv"]
    assert [past.query for past in history.recent(1)] == ["nato"]
    history.forget()
    assert history.recent() == ()
    state.close()


def test_no_more_searches_are_remembered_than_promised(path: Path) -> None:
    ticks = iter(range(10_000_000))
    state = State(path, clock=lambda: START + timedelta(seconds=next(ticks)))
    notebook = state.notebook("news")
    lines = ['{"quoth": "state", "version": 1}'] + [
        '{"kind": "search", "archive": "news", "article": "", "path": "",'
        f' "name": "q{n}", "at": "2030-01-01T00:00:{n % 60:02}+00:00", "gone": false,'
        ' "value": {}}'
        for n in range(MOST_REMEMBERED + 40)
    ]

    state.import_(lines)
    notebook.history.note("the last")

    past = notebook.history.recent()
    assert len(past) == MOST_REMEMBERED
    assert past[0].query == "the last"
    state.close()


def test_who_wants_no_history_has_none(path: Path) -> None:
    state = State(path, remembers_searches=False)
    state.notebook("news").history.note("secret")
    line = (
        '{"kind": "search", "archive": "news", "article": "", "path": "", "name":'
        ' "secret", "at": "2030-01-01T00:00:00+00:00", "gone": false, "value": {}}'
    )

    state.import_([line])

    assert state.notebook("news").history.recent() == ()
    assert not path.exists()
    state.close()
