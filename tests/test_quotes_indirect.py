"""Reported speech without marks: found only where the sentence is plain."""

from __future__ import annotations

import pytest

from index.model import QuoteKind
from index.quotes import extract
from tests.makers import article


@pytest.mark.parametrize(
    ("sentence", "content", "rule"),
    [
        (
            "Ann Lind said that the quay was closed in May.",
            "the quay was closed in May",
            "indirect-that",
        ),
        (
            "Ann Lind told Radio Malmo on Friday that the quay was closed.",
            "the quay was closed",
            "indirect-that",
        ),
        (
            "Ann Lind said the quay was closed in May.",
            "the quay was closed in May",
            "indirect-said",
        ),
        (
            "The quay was closed in May, Ann Lind said.",
            "The quay was closed in May",
            "indirect-trailed",
        ),
        (
            "According to Ann Lind, the quay was closed in May.",
            "the quay was closed in May",
            "indirect-according",
        ),
        (
            "The quay was closed in May, according to Ann Lind.",
            "The quay was closed in May",
            "indirect-according",
        ),
        (
            "Ann Lind said the quay was closed, adding that it was late.",
            "the quay was closed",
            "indirect-said",
        ),
    ],
)
def test_a_plain_report_is_found(sentence: str, content: str, rule: str) -> None:
    story = article(sentence)

    (quote,) = extract(story)

    assert quote.kind is QuoteKind.INDIRECT
    assert quote.span.of(story.text) == content
    assert quote.rule == rule
    assert quote.speaker == "Ann Lind"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lind walked along the quay that the city had closed.",
        "Ann Lind, who said that the quay was closed, left for Oslo.",
        "Ann Lind said nothing about it at all.",
        "It was said to be the oldest quay in town.",
    ],
)
def test_what_is_not_plain_is_left_alone(sentence: str) -> None:
    assert extract(article(sentence)) == ()


def test_a_sentence_with_a_quotation_holds_no_report() -> None:
    found = extract(article('Ann Lind said that the quay was "quite safe" in May.'))

    assert [quote.kind for quote in found] == [QuoteKind.MIXED]


def test_a_denial_in_a_report_is_marked() -> None:
    (quote,) = extract(article("Ann Lind said that the quay would not be closed."))

    assert quote.negated
