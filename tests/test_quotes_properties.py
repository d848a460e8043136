"""What holds of every article, however broken."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Article, Quote, Zone, ZoneKind
from index.quotes import extract
from tests.makers import article

PIECES = [
    "Ann Lind", "Mr. Ek", "who", "adding", "accused", "asked", "whether", "vowed to",
    "believes", "May", "he", "she", "the ministry", "said", "told", "according to",
    "that", "and", "on Friday", "U.S.", "North Korea", "statement by", "isn't", "it’s",
    '"', "“", "”", "'", "‘", "’", "``", "''", "«", "»", "„", "-", "--", "—", ",", ".",
    "?", "…", ":", "(", ")", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\t", "\ue000",
    "\ue001", "\x00", "é", "名", "🙂", "1,000", "6'", "safe", "We know.", "1,,,", "=",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.text()


def read(text: str) -> tuple[Quote, ...]:
    return extract(Article(id="a1", path="a1.txt", text=text))


@settings(max_examples=400)
@given(texts)
def test_quotes_lie_inside_the_text(text: str) -> None:
    for quote in read(text):
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()
        for span in (quote.mention, quote.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert 0.0 <= quote.confidence <= 1.0
        assert quote.speaker is None or quote.speaker.strip()
        assert (quote.speaker is None) == (quote.speaker_kind is None)
        assert quote.rule


@settings(max_examples=400)
@given(texts)
def test_quotes_come_in_order_and_never_overlap(text: str) -> None:
    found = read(text)

    assert all(one.end <= other.start for one, other in pairwise(found))


@given(texts)
def test_no_break_spaces_change_nothing(text: str) -> None:
    assert read(text.replace(" ", "\u00a0")) == read(text.replace("\u00a0", " "))


@given(texts, texts)
def test_the_same_article_gives_the_same_quotes(text: str, other: str) -> None:
    first = read(text)
    read(other)

    assert read(text) == first


@given(texts, st.lists(st.integers(-5, 200), max_size=6))
def test_wrong_zones_break_nothing(text: str, ends: list[int]) -> None:
    zones = tuple(
        Zone(start, end, ZoneKind.BODY) for start, end in pairwise(sorted(ends))
    )

    found = extract(Article(id="a1", path="a1.txt", text=text, zones=zones))

    assert all(0 <= quote.start < quote.end <= len(text) for quote in found)


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»", "„“"])
@given(words=st.sampled_from(["We know it all,", "It’s over…", "Well, who knows?"]))
def test_whatever_the_marks_the_words_are_the_same(marks: str, words: str) -> None:
    story = article(f"{marks[0]}{words}{marks[1]} said Ann Lind on Friday.")

    (quote,) = extract(story)

    assert quote.span.of(story.text) == words
    assert quote.speaker == "Ann Lind"


@pytest.mark.parametrize(
    "unit",
    [
        '"We know," Ann Lind said. ',
        '"a b c" he said ',
        "'a \"b\" c' said Bo ",
        "it's 'x ",
        "“ ",
        "A of ",
        "1,,,,, ",
        "said Xa Yb, who ",
    ],
)
def test_one_endless_line_costs_time_in_proportion(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = unit * (characters // len(unit))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(10_000)
    short, long = seconds(50_000), seconds(400_000)

    assert long < 8 * short * 3 + 0.2
