"""Where hits are marked, and which window of the text is shown."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.model import Article, Clipping, Span, ZoneKind
from index.query.hits import hit_spans, snippet
from index.query.nodes import State
from index.query.parse import parse
from index.query.subjects import ArticleSubject
from index.words import Analyser
from tests.makers import article, clipping, quote

ANALYSER = Analyser()
TODAY = date(2021, 8, 1)


def subject(made: Article | Clipping) -> ArticleSubject:
    whole = made if isinstance(made, Clipping) else Clipping(made)
    return ArticleSubject(whole, ANALYSER)


def marked(line: str, made: Article) -> list[str]:
    spans = hit_spans(parse(line, today=TODAY), subject(made))
    assert list(spans) == sorted(spans)
    return [span.of(made.text) for span in spans]


STORY = article(
    (ZoneKind.TITLE, "Red line drawn"),
    "A red line for Kiev’s allies: U.S. troops near Kyiv.",
    "Red lines and a white line. NATO warned; warnings from NATO followed.",
    (ZoneKind.BOILERPLATE, "Sign up in Kyiv."),
    title="Red line drawn",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("kyiv", ["Kiev’s", "Kyiv"]),
        ("=Kyiv", ["Kyiv"]),
        ("us", ["U.S"]),
        ('"red line"', ["Red line", "red line", "Red lines"]),
        ("warn*", ["warned", "warnings"]),
        ("kyiv | absent", ["Kiev’s", "Kyiv"]),
        ("kyiv absent", []),
        ("(kyiv absent) | nato", ["NATO", "NATO"]),
        ("nato -absent", ["NATO", "NATO"]),
        ("nato -kyiv", []),
        ("nato -(kyiv absent)", ["NATO", "NATO"]),
        ("--nato", []),
        ("many:2 nato", ["NATO", "NATO"]),
        ("many:3 nato", []),
        ("in:raw kyiv", ["Kiev’s", "Kyiv", "Kyiv"]),
        ("title:line", ["line"]),
        ("white ~3 nato", ["white", "NATO"]),
        ("white >1 nato", []),
        ("white &s line", ["lines", "white", "line"]),
        ('"red line" line', ["Red line", "red line", "Red lines", "line"]),
        ("* nato", ["NATO", "NATO"]),
        ("id:a1 nato", ["NATO", "NATO"]),
        ("id:b nato", []),
    ],
)
def test_what_positively_answers_is_marked(line: str, expected: list[str]) -> None:
    assert marked(line, STORY) == expected


def test_a_state_that_is_not_resolved_hides_no_hits() -> None:
    nato = parse("nato is:unread -is:starred", today=TODAY)

    assert len(hit_spans(nato, subject(STORY))) == 2
    assert hit_spans(State("unread"), subject(STORY)) == ()


NEWS = article(
    "“A tripwire is a\nred line,” Dmitry Peskov said of Kyiv. “Red is a line.”",
    "Kyiv is red.",
)
PESKOV = clipping(
    NEWS,
    quote("A tripwire is a\nred line,", NEWS, "Dmitry Peskov", mention="Dmitry Peskov"),
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("by:peskov", []),
        ("by:peskov red", ["red"]),
        ('quote:"red line"', ["red line"]),
        ("about:kyiv", []),
        ("about:(kyiv | tripwire)", ["tripwire"]),
        ("by:peskov in:article red", ["red"]),
        ("by:lavrov red", []),
    ],
)
def test_of_an_utterance_only_its_own_words_are_marked(
    line: str, expected: list[str]
) -> None:
    said = subject(PESKOV).utterances()[0]

    spans = hit_spans(parse(line, today=TODAY), said)

    assert [span.of(NEWS.text) for span in spans] == expected


def test_the_article_of_an_utterance_is_marked_by_the_words_beside_it() -> None:
    spans = hit_spans(parse("by:peskov tripwire", today=TODAY), subject(PESKOV))

    assert [span.of(NEWS.text) for span in spans] == ["tripwire"]


def test_a_snippet_of_an_utterance_is_its_own_words() -> None:
    said = subject(PESKOV).utterances()[0]

    shown = snippet(parse('by:peskov "red line"', today=TODAY), said)

    assert (shown.text, shown.spans) == ("A tripwire is a red line,", (Span(16, 24),))


def long_story(hit: str) -> Article:
    before = "The envoys met again in the old town hall. " * 9
    after = "Nothing at all was settled in the night. " * 9
    return article(f"{before}They drew {hit} at dawn. {after}", "A second paragraph.")


def test_a_snippet_is_cut_at_words_around_the_hit() -> None:
    shown = snippet(
        parse('"red line"', today=TODAY), subject(long_story("a “red line”")), 80
    )

    assert shown.text == (
        "… the old town hall. They drew a “red line” at dawn. Nothing at all was …"
    )
    assert [span.of(shown.text) for span in shown.spans] == ["red line"]


def test_a_snippet_without_hits_begins_the_body() -> None:
    story = article(
        (ZoneKind.TITLE, "Headline"),
        (None, "By Ann"),
        "  First\n words   here.",
        "Next.",
    )

    assert snippet(parse("*", today=TODAY), subject(story)).text == "First words here."


def test_a_snippet_shows_the_most_different_hits() -> None:
    story = article("red red red " + "x " * 200 + "red and line " + "y " * 200)

    shown = snippet(parse("red line", today=TODAY), subject(story), 60)

    assert [span.of(shown.text) for span in shown.spans] == ["red", "line"]
    assert shown.text.startswith("… x x")
    assert shown.text.endswith("y y …")


def test_a_snippet_prefers_the_body_to_the_title() -> None:
    shown = snippet(parse("red", today=TODAY), subject(STORY))

    assert shown.text.startswith("A red line for")


def test_a_snippet_shows_a_heading_when_only_it_answers() -> None:
    story = article("Some words.", (ZoneKind.HEADING, "What Moscow said"))

    shown = snippet(parse("moscow", today=TODAY), subject(story))

    assert (shown.text, shown.spans) == ("What Moscow said", (Span(5, 11),))


def test_a_snippet_shows_the_line_of_a_hit_in_the_boilerplate() -> None:
    shown = snippet(parse("in:raw sign", today=TODAY), subject(STORY))

    assert (shown.text, shown.spans) == ("Sign up in Kyiv.", (Span(0, 4),))


def test_a_snippet_of_an_article_without_zones_is_its_text() -> None:
    story = article((None, "Only  raw words"))

    assert snippet(parse("*", today=TODAY), subject(story)).text == "Only raw words"
    assert snippet(parse("*", today=TODAY), subject(article())).text == ""


@given(
    st.lists(
        st.text("ab  .\n\t\u00a0’“”你é", max_size=60) | st.just("kyiv"),
        max_size=12,
    ).map("".join),
    st.sampled_from(["a", "a b", "a | b", '"a b"', "a ~3 b", "a &s b", "b*", "kyiv"]),
    st.integers(12, 90),
)
@settings(max_examples=300, deadline=None)
@example(".bkyivkyivkyiv", "b*", 12)
def test_spans_lie_inside_their_text(text: str, line: str, width: int) -> None:
    story = article(*text.split("\n"))
    query = parse(line, today=TODAY)

    spans = hit_spans(query, subject(story))
    shown = snippet(query, subject(story), width)

    assert bool(spans) == query.matches(subject(story))
    for earlier, later in pairwise(spans):
        assert earlier.end <= later.start
    for span in spans:
        assert 0 <= span.start < span.end <= len(story.text)
    assert len(shown.text) <= width
    assert bool(shown.spans) == bool(spans)
    for span in shown.spans:
        assert 0 <= span.start < span.end <= len(shown.text)
    assert "\n" not in shown.text
    assert "  " not in shown.text
