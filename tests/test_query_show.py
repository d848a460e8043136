"""What is shown is read again as the same query."""

from __future__ import annotations

import string
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.model import QuoteKind
from index.query import nodes as n
from index.query.parse import parse
from index.query.show import show
from index.words import find_words, fold, written_form

TODAY = date(2021, 8, 1)
SAVED = {"redlines": '"red line" | tripwire', "nested": "@redlines -sport"}

_CHARS = st.characters(exclude_categories=["Cs"])
_MIXED = st.text(
    alphabet=st.sampled_from(string.ascii_letters + "áßŉñøщ你क़U.S'’½²Ⅳ1,0.-\u0301"),
    min_size=1,
    max_size=8,
)


def one_word(text: str) -> str | None:
    return next((m.group() for m in find_words(text)), None)


def forms_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return words.map(one_word).filter(bool).map(str)


written = forms_of(_MIXED | st.text(_CHARS, min_size=1, max_size=6))
folded = written.map(fold)
patterns = st.builds(
    lambda parts, wilds: wilds[0].join(parts) + wilds[1],
    st.lists(st.text("abcé1", min_size=1, max_size=4), min_size=2, max_size=3),
    st.tuples(st.sampled_from("*?"), st.sampled_from(["", "*", "?"])),
).map(fold)
plain_patterns = patterns.filter(lambda text: not text.endswith("?"))

single = st.one_of(
    st.builds(n.Word, folded),
    st.builds(n.Exact, written.map(written_form)),
    st.builds(n.Pattern, patterns),
)
phrases = st.builds(
    lambda parts: n.Phrase(tuple(parts)),
    st.lists(
        st.one_of(
            st.builds(n.Word, folded),
            st.builds(n.Exact, written.map(written_form)),
            st.builds(n.Pattern, plain_patterns),
        ),
        min_size=2,
        max_size=3,
    ),
)
fuzzy = st.builds(n.Fuzzy, folded, st.sampled_from([1, 2]))
operands = single | phrases | fuzzy
relations = st.one_of(
    st.builds(n.Near, operands, operands, st.integers(1, 99), st.booleans()),
    st.builds(n.Together, operands, operands, st.sampled_from("sp")),
)
sought = operands | relations
days = st.dates(date(1000, 1, 1)) | st.sampled_from(
    [date(2021, 1, 1), date(2021, 12, 31), date(2020, 2, 29), date(2021, 6, 1)]
)
bounds: st.SearchStrategy[tuple[date | None, date | None]] = st.one_of(
    st.tuples(days, st.none()),
    st.tuples(st.none(), days),
    st.tuples(days, days).map(lambda pair: (min(pair), max(pair))),
)
values = st.text(_CHARS, min_size=1, max_size=8).filter(
    lambda text: not any(c in '"“”„‟«»＂*' for c in text) and bool(text.strip())
)
leaves: st.SearchStrategy[Any] = st.one_of(
    st.builds(n.Text, sought),
    st.builds(n.Many, st.integers(1, 999999), operands),
    st.builds(n.Raw, sought),
    st.builds(n.InArticle, sought),
    st.builds(n.Field, st.sampled_from(["title", "outlet", "author", "tag"]), operands),
    st.builds(
        n.Attribute,
        st.sampled_from(["path", "id", "url", "lang"]),
        values.map(str.casefold),
    ),
    st.builds(
        lambda field, pair: n.Date(field, *pair),
        st.sampled_from(["date", "published", "event", "added"]),
        bounds,
    ),
    st.just(n.Undated()),
    st.builds(n.State, st.sampled_from(["unread", "read", "starred", "noted", "new"])),
    st.builds(n.By, operands),
    st.builds(n.About, sought),
    st.builds(n.Said, sought),
    st.builds(n.Kind, st.sampled_from(QuoteKind)),
    st.builds(n.Negated, st.booleans()),
    st.builds(n.Confidence, st.floats(0, 1).map(abs)),
    st.just(n.All()),
    st.sampled_from(sorted(SAVED)).map(
        lambda name: n.Saved(name, parse(SAVED[name], today=TODAY, saved=SAVED.get))
    ),
)


def several(kind: type[n.And | n.Or], parts: list[n.Query]) -> n.Query:
    flat: list[n.Query] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else (part,)
    return kind(tuple(flat))


queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(n.Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda p: several(n.And, p)),
        st.lists(inner, min_size=2, max_size=3).map(lambda p: several(n.Or, p)),
    ),
    max_leaves=6,
)

_BITS = """
    kyiv red =US U.S. " “ ” „ « ( ) | OR AND NOT - -- ~5 >3 &s &p ~ ~2 * ? zel* w?rd
    title: by: quote: about: in:raw in:article many:5 is:new date: after: 2021 2021-06
    .. yesterday kind: direct neg:no conf:0.5 @redlines @ path: a/b : 21:14 de-fa? ’s
    couldn't , — ! & = 1,000 \u0301
"""
lines = st.lists(
    st.tuples(st.sampled_from(_BITS.split()), st.sampled_from(["", " ", "\n"])),
    max_size=8,
).map(lambda bits: "".join(bit + gap for bit, gap in bits))


@given(queries)
@settings(max_examples=500, deadline=None)
def test_every_query_is_read_again_from_what_is_shown(query: n.Query) -> None:
    shown = show(query)

    assert parse(shown, today=TODAY, saved=SAVED.get) == query


@given(lines | st.text() | st.text(_CHARS))
@settings(max_examples=2000, deadline=None)
@example('title:"\ud800')
@example("(" * 5000)
@example("-" * 5000 + "x")
@example("many:" + "9" * 5000 + " x")
@example("kind:direct|")
@example("conf:" + "9" * 5000)
def test_a_line_is_refused_with_its_place_or_shown_and_read_again(line: str) -> None:
    query, error = read(line)

    if error:
        assert 0 <= error.at <= len(line)
        assert error.query == line
        assert str(error)
    if query:
        assert parse(show(query), today=TODAY, saved=SAVED.get) == query


def read(line: str) -> tuple[n.Query | None, QueryError | None]:
    try:
        return parse(line, today=TODAY, saved=SAVED.get), None
    except QueryError as error:
        return None, error


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Kyiv", "kyiv"),
        ("“Red Lines”", '"red lines"'),
        ("„red“ AND «line»", "red line"),
        ("NATO-Russia", '"nato russia"'),
        ("=NATO-Russia", '"=NATO =Russia"'),
        ("de-fa?", "de-fa?"),
        ("a OR b OR c", "a | b | c"),
        ("a (b (c d))", "a b c d"),
        ("(a b) | c", "(a b) | c"),
        ("NOT (a b)", "-(a b)"),
        ("NOT NOT a", "--a"),
        ("nato ~5 peskov kyiv", "(nato ~5 peskov) kyiv"),
        ("nato ~5 peskov", "nato ~5 peskov"),
        ("quote:(red ~2 line)", "quote:(red ~2 line)"),
        ("quote:(red line)", "quote:red quote:line"),
        ("in:raw red ~2 line", "in:raw (red ~2 line)"),
        ("date:2021-01-01..2021-12-31", "date:2021"),
        ("date:2021-06-01..2021-06-30", "date:2021-06"),
        ("date:2021-06..2021-08", "date:2021-06..2021-08"),
        ("date:2021-06-02..2021-08", "date:2021-06-02..2021-08-31"),
        ("before:2022", "date:..2021"),
        ("after:2021-06", "date:2021-07.."),
        ("date:yesterday", "date:2021-07-31"),
        ("conf:.50", "conf:0.5"),
        ("zelenskyy~1", "zelenskyy~"),
        ('path:"a b"', 'path:"a b"'),
        ("path:A/b.txt", "path:a/b.txt"),
        ("@redlines", "@redlines"),
    ],
)
def test_the_shortest_form_is_shown(line: str, shown: str) -> None:
    assert show(parse(line, today=TODAY, saved=SAVED.get)) == shown
