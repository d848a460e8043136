"""What `search --explain` tells of a query."""

from __future__ import annotations

from datetime import date

import pytest

from index.query.explain import explain
from index.query.nodes import Among
from index.query.parse import parse
from index.query.show import show

TODAY = date(2021, 8, 1)
SAVED = {"redlines": "tripwire"}


def told(line: str) -> list[str]:
    return explain(parse(line, today=TODAY, saved=SAVED.get)).split("\n")


def test_parts_are_told_below_what_joins_them() -> None:
    assert told('kiev ("red lines" | =US) -@redlines after:2021-06') == [
        "finds articles, by words of title, headings and body",
        "  all of",
        "    word kiev, stem kyiv, spelled kiev, kiew, kyiv, kyyiv",
        "    any of",
        "      phrase: next to each other, in this order",
        "        word red, stem red",
        "        word lines, stem line",
        "      exactly US",
        "    not",
        "      saved search @redlines",
        "        word tripwire, stem tripwir",
        "    date from 2021-07-01 on",
    ]


def test_names_are_told_without_stems() -> None:
    assert told("by:lines conf:0.5") == [
        "finds utterances, by the words said",
        "  all of",
        "    in the speaker’s name",
        "      word lines",
        "    attributed with a confidence of 0.5 or more",
    ]


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("*", "  every one"),
        ("zel*", "  pattern zel*, for whole words without stem"),
        ("zel~", "  word zel, up to 1 letter wrong but not the first"),
        ("zel~2", "  word zel, up to 2 letters wrong but not the first"),
        ("date:2021-06", "  date from 2021-06-01 to 2021-06-30, both included"),
        ("before:2021", "  date up to 2020-12-31, included"),
        ("is:undated", "  without any known date"),
        ("is:unread", "  unread, in your own marks"),
        ("path:a", "  path contains a"),
        ("id:a", "  id begins with a"),
        ("title:lines", "    word lines, stem line"),
        ("outlet:lines", "    word lines"),
        ("kind:direct", "  reported as direct speech"),
        ("neg:yes", "  words that hold a not"),
        ("neg:no", "  words that hold no not"),
    ],
)
def test_every_filter_is_told(line: str, last: str) -> None:
    assert told(line)[-1] == last


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("a ~5 b", "  within 5 words of each other, in any order"),
        ("a >5 b", "  within 5 words of each other, in this order"),
        ("a &s b", "  in one sentence"),
        ("a &p b", "  in one paragraph"),
        ("many:5 a", "  at least 5 times"),
        ("in:raw a", "  anywhere in the decoded text, boilerplate included"),
        ("in:article a", "  in title, headings or body of the article"),
        ("title:a", "  in the title"),
        ("about:a", "  in the words said or the rest of their sentence"),
        ("quote:a", "  in the words said"),
    ],
)
def test_every_place_is_told_before_its_words(line: str, first: str) -> None:
    assert told(line)[1] == first


def test_resolved_state_can_be_told_and_shown() -> None:
    marks = Among(frozenset({"a", "b"}))

    assert explain(marks).endswith("one of 2 articles with your own marks")
    assert show(marks) == "is:…"
