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
            "The quay had been closed, said Ann Lind, the mayor of Malmo.",
            "The quay had been closed",
            "indirect-trailed",
        ),
        (
            "Ann Lind, the mayor of Malmo, said Bo Ek would stay.",
            "Bo Ek would stay",
            "indirect-said",
        ),
        (
            "It is worth noting that Ann Lind said the quay was closed.",
            "the quay was closed",
            "indirect-said",
        ),
        ("Ann Lind said Friday there was ice.", "there was ice", "indirect-said"),
        (
            "Ann Lind told Radio Malmo she would stay.",
            "she would stay",
            "indirect-told",
        ),
        (
            "Ann Lind asked whether the quay was safe.",
            "whether the quay was safe",
            "indirect-asked",
        ),
        (
            "Ann Lind vowed to reopen the quay in May.",
            "to reopen the quay in May",
            "indirect-to",
        ),
        (
            "Ann Lind accused the council of hiding the costs.",
            "the council of hiding the costs",
            "indirect-act",
        ),
        (
            "Ann Lind believes that the quay is safe.",
            "the quay is safe",
            "indirect-that",
        ),
        (
            "As Ann Lind noted, the quay is safe for now.",
            "the quay is safe for now",
            "indirect-trailed",
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
        "Ann Lind recalled that night with a smile.",
        "Ann Lind told of ships that had been turned away.",
        "The quay that Ann Lind hoped to close is safe.",
        "The plan was criticized by Ann Lind and her party.",
        "The man accused of breaking the quay was seen in Malmo.",
        "Ann Lind would say that the quay was safe.",
        "Ann Lind called the port to say the quay was safe.",
        "There is little hope that the quay will be safe.",
        "It is worth noting that the quay was closed.",
    ],
)
def test_what_is_not_plain_is_left_alone(sentence: str) -> None:
    assert extract(article(sentence)) == ()


def test_a_second_report_of_a_sentence_is_one_of_its_own() -> None:
    story = article("Ann Lind said the quay was closed, adding that it was late.")

    found = extract(story)

    assert [quote.span.of(story.text) for quote in found] == [
        "the quay was closed",
        "it was late",
    ]
    assert [quote.speaker for quote in found] == ["Ann Lind", "Ann Lind"]
    assert [quote.chain for quote in found] == [None, None]


def test_a_report_in_two_pieces_is_one_statement() -> None:
    story = article("The old quay in Malmo, Ann Lind said, would be closed in May.")

    found = extract(story)

    assert [quote.span.of(story.text) for quote in found] == [
        "The old quay in Malmo",
        "would be closed in May",
    ]
    assert [quote.chain for quote in found] == [1, 1]


def test_a_report_ends_where_the_reporter_objects() -> None:
    story = article("Ann Lind said the quay was safe, but the ice had broken it.")

    (quote,) = extract(story)

    assert quote.span.of(story.text) == "the quay was safe"


def test_a_report_beside_a_quotation_leaves_its_words_alone() -> None:
    story = article('Ann Lind said the quay was closed, calling it "a bad joke".')

    report, quote = extract(story)

    assert report.kind is QuoteKind.INDIRECT
    assert report.end < quote.start
    assert quote.kind is QuoteKind.MIXED


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("People who watched the quay said it was safe.", "People"),
        ("A friend close to her said the quay was safe.", "A friend close to her"),
        ("Friends within the port say the quay is safe.", "Friends within the port"),
        ("The quay was safe, according to early ship logs.", "early ship logs"),
        ("The quay was safe in May, said several officials.", "several officials"),
    ],
)
def test_the_whole_source_is_the_mention(sentence: str, mention: str) -> None:
    story = article(sentence)

    (quote,) = extract(story)

    assert quote.mention is not None
    assert quote.mention.of(story.text) == mention
    assert quote.speaker is None


def test_a_sentence_with_a_quotation_holds_no_report() -> None:
    found = extract(article('Ann Lind said that the quay was "quite safe" in May.'))

    assert [quote.kind for quote in found] == [QuoteKind.MIXED]


def test_a_denial_in_a_report_is_marked() -> None:
    (quote,) = extract(article("Ann Lind said that the quay would not be closed."))

    assert quote.negated
