"""A line is searched while it is typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.query.parse import parse, parse_typing
from index.query.show import show

TODAY = date(2021, 8, 1)
SAVED = {"redlines": '"red line"'}


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("kyi", "kyi*"),
        ("kyiv ", "kyiv"),
        ("kyiv na", "kyiv na*"),
        ("-tues", "-tues*"),
        ("title:ky", "title:ky*"),
        ("by:pes", "by:pes*"),
        ("path:a", "path:a"),
        ("kyiv ~5 pe", "kyiv ~5 pe*"),
        ("many:5 na", "many:5 na*"),
        ("NATO-Rus", '"nato rus*"'),
        ("U.S", "us*"),
        ("Kiev’s", "kiev*"),
        ("kyiv,", "kyiv"),
        ("not", "not*"),
        ("=US", "=US"),
        ("zel*", "zel*"),
        ("zel~", "zel~"),
        ('"red li', '"red li"'),
        ('kyiv "', "kyiv"),
        ('kyiv by:"', "kyiv"),
        ("(kyi", "kyi*"),
        ("((a | b) c", "(a | b) c*"),
        ("-(a ", "-a"),
        ("kyiv |", "kyiv"),
        ("kyiv OR", "kyiv"),
        ("kyiv AND", "kyiv"),
        ("kyiv NOT", "kyiv"),
        ("kyiv -", "kyiv"),
        ("kyiv ~", "kyiv"),
        ("kyiv ~5", "kyiv"),
        ("kyiv &s", "kyiv"),
        ("kyiv (", "kyiv"),
        ("kyiv quote:(", "kyiv"),
        ("kyiv many:5", "kyiv"),
        ("kyiv in:raw ", "kyiv"),
        ("@redlines", "@redlines"),
    ],
)
def test_a_line_is_searched_while_it_is_typed(typed: str, searched: str) -> None:
    query = parse_typing(typed, today=TODAY, saved=SAVED.get)

    assert show(query) == searched


@pytest.mark.parametrize(
    ("typed", "at"),
    [("", 0), ("(", 0), ("title:", 5), ("is:unr", 3), ("date:202", 5), ("a | b c", 6)],
)
def test_what_cannot_be_finished_is_refused_while_typing(typed: str, at: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse_typing(typed, today=TODAY, saved=SAVED.get)

    assert (caught.value.at, caught.value.query) == (at, typed)


BITS = ["kyiv", " ", '"', "(", ")", "-", "|", "~5", "&s", "by:", "OR", "*", "“", ":"]
LINES = [
    'kyiv "red line" -sport nato ~5 peskov',
    "(kyiv | by:peskov) -(nato eu)",
    "many:5 nato in:raw quote:(red line) @redlines zelen* =US w?rd",
]


@given(st.sampled_from(LINES), st.integers(0, 80))
def test_every_beginning_of_a_line_is_searched_or_refused(line: str, end: int) -> None:
    typed = line[:end]
    try:
        query = parse_typing(typed, today=TODAY, saved=SAVED.get)
    except QueryError:
        return

    shown = show(query)

    assert parse(shown, today=TODAY, saved=SAVED.get) == query
    assert parse_typing(f"{shown} ", today=TODAY, saved=SAVED.get) == query


@given(st.lists(st.sampled_from(BITS)).map("".join) | st.text())
def test_no_typing_raises_anything_but_a_query_error(typed: str) -> None:
    try:
        show(parse_typing(typed, today=TODAY, saved=SAVED.get))
    except QueryError as error:
        assert 0 <= error.at <= len(typed)  # noqa: PT017 - either is right
