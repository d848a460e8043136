"""What a line finds, by the slow and always right way of asking each node."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.model import Certainty, Clipping, QuoteKind, ZoneKind
from index.query.nodes import Among, Query, State
from index.query.parse import parse
from index.query.rewrite import without_dates
from index.query.subjects import ArticleSubject
from index.words import Analyser, Variants
from tests.makers import article, clipping, found, quote

ANALYSER = Analyser()
TODAY = date(2021, 8, 1)

SUMMIT = article(
    "The envoy told us on Thursday that a tripwire is a “red line” for Kiev's allies.",
    "“That would restrain us,” he said. The U.S. and Zelenskiy will not yield.",
    (ZoneKind.BOILERPLATE, "Sign up for our newsletter."),
    id="summit",
    outlet="Brussels Morning",
    url="https://news.example/Summit",
    path="clippings/summit.txt",
    added="2021-07-30T10:00:00",
)
TALKS = article(
    (ZoneKind.TITLE, "Red lines drawn over Donbass"),
    "Some 100,000 troops and 2.5 billion roubles: Kyiv couldn’t ignore them.",
    "On Tuesday the NATO-Russia council met. Its de-facto chair, José Núñez, warned.",
    (ZoneKind.HEADING, "What the Kremlin said"),
    "Moscow would not accept any alternative. Peskov spoke at 9 p.m. sharp.",
    id="talks",
    title="Red lines drawn over Donbass",
    authors=["Ann O'Neill"],
    published="2021-06-17",
)
SPORT = article(
    "The us-versus-them derby crossed a red and white line on Tuesday.",
    "NATO was not there. NATO never is. Nor were the warning lights of Warned Ltd.",
    id="sport",
    event="2021",
)
ALL = (SUMMIT, TALKS, SPORT)


def ids(line: str | Query) -> set[str]:
    query = parse(line, today=TODAY) if isinstance(line, str) else line
    subjects = [ArticleSubject(Clipping(one), ANALYSER) for one in ALL]
    return {subject.article.id for subject in subjects if query.matches(subject)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"red line"', {"summit", "talks"}),
        ("“red line”", {"summit", "talks"}),
        ('"red lines"', {"summit", "talks"}),
        ('"=red line"', {"summit"}),
        ('"red lin*"', {"summit", "talks"}),
        ('"white line"', {"sport"}),
        ('"line red"', set()),
        ("kyiv", {"summit", "talks"}),
        ("Kiev", {"summit", "talks"}),
        ("=Kyiv", {"talks"}),
        ("=Kiev", {"summit"}),
        ("=kyiv", set()),
        ("zelensky", {"summit"}),
        ("zelenskyy~", {"summit"}),
        ("zelenkyy~", set()),
        ("zelenkyy~2", {"summit"}),
        ("selenskyy~2", set()),
        ("donbas", {"talks"}),
        ("us", {"summit", "sport"}),
        ("=US", {"summit"}),
        ("=us", {"summit", "sport"}),
        ("U.S.", {"summit", "sport"}),
        ('"would not accept"', {"talks"}),
        ('"will not accept"', set()),
        ("not", {"summit", "talks", "sport"}),
        ("nato -tuesday", set()),
        ("-tuesday", {"summit"}),
        ("NOT tuesday", {"summit"}),
        ("-(tuesday | thursday)", set()),
        ("couldn't", {"talks"}),
        ("couldn’t", {"talks"}),
        ('"100,000"', {"talks"}),
        ("100,000", {"talks"}),
        ("2.5 billion", {"talks"}),
        ("pm", {"talks"}),
        ("p.m.", {"talks"}),
        ("NATO-Russia", {"talks"}),
        ("de-facto", {"talks"}),
        ("de-fact*", {"talks"}),
        ("jose nunez", {"talks"}),
        ("=Jose", set()),
        ("=José", {"talks"}),
        ("Jose\u0301", {"talks"}),
        ("warn", {"talks", "sport"}),
        ("=Warned", {"sport"}),
        ("*wire", {"summit"}),
        ("w?ite", {"sport"}),
        ("*", {"summit", "talks", "sport"}),
        ("* -nato", {"summit"}),
        ("tripwire | troops", {"summit", "talks"}),
        ("kyiv (tripwire | derby)", {"summit"}),
        ("newsletter", set()),
        ("in:raw newsletter", {"summit"}),
        ('in:raw "our newsletter"', {"summit"}),
        ("many:2 nato", {"sport"}),
        ("many:3 nato", set()),
        ("many:2 nat*", {"sport"}),
    ],
)
def test_words_find(line: str, expected: set[str]) -> None:
    assert ids(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("red ~1 line", {"summit", "talks"}),
        ("red ~3 line", {"summit", "talks", "sport"}),
        ("line ~3 red", {"summit", "talks", "sport"}),
        ("line >3 red", set()),
        ('council ~4 "de facto"', {"talks"}),
        ("kyiv ~9 nato", set()),
        ("zelensky &s yield", {"summit"}),
        ("restrain &s zelensky", set()),
        ("restrain &p zelensky", {"summit"}),
        ("tripwire &p restrain", set()),
        ("alternative &s peskov", set()),
        ("=Peskov &p =Moscow", {"talks"}),
    ],
)
def test_words_near_each_other_find(line: str, expected: set[str]) -> None:
    assert ids(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title:red", {"talks"}),
        ('title:"red line"', {"talks"}),
        ("title:kyiv", set()),
        ('outlet:"brussels morning"', {"summit"}),
        ("outlet:mornings", set()),
        ("author:o'neill", {"talks"}),
        ("path:clippings/", {"summit"}),
        ("path:CLIPPINGS", {"summit"}),
        ("url:news.example", {"summit"}),
        ("id:sum", {"summit"}),
        ("id:ummit", set()),
        ("lang:en", {"summit", "talks", "sport"}),
        ("lang:de", set()),
        ("tag:x", set()),
        ("is:undated", {"summit"}),
        ("date:2021", {"talks", "sport"}),
        ("date:2021-06", {"talks", "sport"}),
        ("date:2021-06-17", {"talks", "sport"}),
        ("published:2021", {"talks"}),
        ("event:2021", {"sport"}),
        ("added:2021-07", {"summit"}),
        ("before:2021-06", {"sport"}),
        ("after:2021-06", {"sport"}),
        ("after:2021", set()),
        ("-date:2021", {"summit"}),
    ],
)
def test_fields_find(line: str, expected: set[str]) -> None:
    assert ids(line) == expected


def test_a_made_up_title_is_never_searched() -> None:
    made_up = found("Tripwire story", Certainty.MADE_UP)
    subject = ArticleSubject(Clipping(replace(SPORT, title=made_up)), ANALYSER)

    for line in ("tripwire", "title:tripwire", "in:raw tripwire"):
        assert not parse(line, today=TODAY).matches(subject)


def test_a_stated_title_that_is_not_in_the_text_is_searched() -> None:
    subject = ArticleSubject(
        Clipping(replace(SPORT, title=found("Tripwire"))), ANALYSER
    )

    for line in ("tripwire", "title:tripwire", "in:raw tripwire", "many:1 tripwire"):
        assert parse(line, today=TODAY).matches(subject)


def test_without_its_dates_a_query_finds_the_undated_too() -> None:
    query = parse("kyiv date:2021", today=TODAY)

    assert ids(query) == {"talks"}
    assert ids(without_dates(query)) == {"summit", "talks"}


def test_personal_state_is_refused_until_the_archive_has_resolved_it() -> None:
    with pytest.raises(TypeError, match="is:unread"):
        ids(State("unread"))

    assert ids(Among(frozenset({"talks"}))) == {"talks"}


def test_an_archive_may_switch_the_spellings_off() -> None:
    plain = Analyser(variants=Variants())
    subject = ArticleSubject(Clipping(SUMMIT), plain)

    assert not parse("kyiv", today=TODAY).matches(subject)
    assert parse("kiev", today=TODAY).matches(subject)


NEWS = article(
    "“A tripwire is a red line,” Dmitry Peskov said of Kiev on Sunday.",
    "The ministry denied the “bitter experience” again.",
    "Someone warned that NATO would come.",
    id="news",
    published="2021-06-17",
)
SAID = clipping(
    NEWS,
    quote("A tripwire is a red line,", NEWS, "Dmitry Peskov", mention="Dmitry Peskov"),
    quote(
        "bitter experience",
        NEWS,
        "Ukrainian Foreign Ministry",
        kind=QuoteKind.MIXED,
        mention="The ministry",
        negated=True,
        confidence=0.6,
    ),
    quote("that NATO would come", NEWS, None, kind=QuoteKind.INDIRECT, confidence=0.3),
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("by:peskov", {0}),
        ("by:Dimitri", {0}),
        ('by:"foreign ministry"', {1}),
        ("by:ministries", set()),
        ("-by:peskov", {1, 2}),
        ('by:peskov "red line"', {0}),
        ('by:peskov "red lines" date:2021-06', {0}),
        ("by:peskov date:2022", set()),
        ("by:peskov nato", set()),
        ("by:peskov in:article nato", {0}),
        ("about:tripwires", {0}),
        ("about:kyiv", {0}),
        ("about:peskov", set()),
        ("about:ministry", set()),
        ("about:again", {1}),
        ("about:(bitter ~1 experience)", {1}),
        ('quote:"red line"', {0}),
        ("quote:kyiv", set()),
        ("quote:(tripwire line)", {0}),
        ("quote:(tripwire | experience)", {0, 1}),
        ("kind:direct", {0}),
        ("kind:direct|mixed", {0, 1}),
        ("neg:yes", {1}),
        ("neg:no", {0, 2}),
        ("conf:0.6", {0, 1}),
        ("conf:0", {0, 1, 2}),
        ("conf:0 in:raw ministry", {0, 1, 2}),
        ("conf:0 many:2 a", {0}),
        ("conf:0 id:news", {0, 1, 2}),
    ],
)
def test_utterances_are_found(line: str, expected: set[int]) -> None:
    query = parse(line, today=TODAY)
    said = ArticleSubject(SAID, ANALYSER).utterances()

    assert {one.number for one in said if query.matches(one)} == expected


def test_an_utterance_node_is_refused_for_an_article() -> None:
    with pytest.raises(TypeError, match="put to an article"):
        ids("by:peskov")
