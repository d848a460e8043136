"""Where paragraphs and sentences begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Certainty, ZoneKind
from index.words import (
    Passage,
    Scope,
    passages,
    raw_passages,
    sentence_around,
    sentence_starts,
)
from index.words.passages import rest_passages
from tests.makers import article, found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.model import Article

STORY = article(
    (ZoneKind.TITLE, "Headline"),
    (ZoneKind.BYLINE, "By Ann"),
    "First.",
    (ZoneKind.HEADING, "Heading"),
    "Second\nwrapped.",
    (ZoneKind.BOILERPLATE, "Sign up."),
)


def test_title_headings_and_body_are_searched() -> None:
    assert [(p.scope, p.text) for p in passages(STORY)] == [
        (Scope.TITLE, "Headline"),
        (Scope.BODY, "First."),
        (Scope.HEADING, "Heading"),
        (Scope.BODY, "Second\nwrapped."),
    ]


def test_the_raw_text_is_cut_at_line_breaks_but_not_inside_a_paragraph() -> None:
    assert [p.text for p in raw_passages(STORY)] == [
        "Headline",
        "By Ann",
        "First.",
        "Heading",
        "Second\nwrapped.",
        "Sign up.",
    ]


def test_the_rest_is_what_the_searched_zones_leave() -> None:
    assert [p.text.strip() for p in rest_passages(STORY)] == ["By Ann", "Sign up."]


def test_passages_stand_where_they_say() -> None:
    for passage in (*passages(STORY), *raw_passages(STORY), *rest_passages(STORY)):
        assert passage.start is not None
        assert STORY.text.startswith(passage.text, passage.start)


@pytest.mark.parametrize("searched", [passages, raw_passages])
def test_a_title_known_from_elsewhere_is_searched_unless_made_up(
    searched: Callable[[Article], Iterator[Passage]],
) -> None:
    stated = article("Words.", title="Elsewhere")
    made_up = article("Words.", title=found("Words", Certainty.MADE_UP))

    assert next(iter(searched(stated))).text == "Elsewhere"
    assert [p.text for p in searched(made_up)] == ["Words."]


@pytest.mark.parametrize(
    "sentences",
    [
        ["One. ", "Two! ", "Three? ", "Four."],
        ["Mr. Smith met Gen. J. F. Kennedy of the U.S. Army. ", "He left."],
        ["“Go!” ", "She went. ", "“Why?” he asked. ", "(Nobody knew.) ", "End."],
        ["It rose by 2.5 per cent. ", "5 fell."],
        ["He said no. ", "No. ", "See No. 10 and No. 11."],
        ["He waited... and waited. ", "Then… ", "Nothing."],
        ["Он пришёл. ", "Потом г. москва."],
        ["他说。", "我来了。”", "好"],
        ["No stop at all"],
        [""],
    ],
)
def test_a_paragraph_is_cut_into_sentences(sentences: list[str]) -> None:
    paragraph = "".join(sentences)
    starts = sentence_starts(paragraph)

    ends = [*starts[1:], len(paragraph)]
    assert [paragraph[a:b] for a, b in zip(starts, ends, strict=True)] == sentences


def test_the_sentences_around_a_quotation_are_whole() -> None:
    text = "One. He said: “Two. Three,” and left. Four."

    start, end = sentence_around(text, text.index("Two"), text.index(",”"))

    assert text[start:end] == "He said: “Two. Three,” and left. "


@given(st.text("aB.!?…”“ \n。1я", max_size=40))
def test_sentences_begin_inside_their_paragraph(text: str) -> None:
    starts = sentence_starts(text)

    assert starts == sorted(set(starts))
    assert starts[0] == 0
    assert all(start < len(text) for start in starts[1:])
