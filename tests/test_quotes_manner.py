"""What else is told of a quotation: kind, chain, denial, venue, confidence."""

from __future__ import annotations

import pytest

from index.model import QuoteKind
from index.quotes import extract
from tests.makers import article


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ('"We will rebuild the quay," Ann Lind said.', QuoteKind.DIRECT),
        ('Ann Lind said: "We will rebuild the quay."', QuoteKind.DIRECT),
        ('Ann Lind said the quay was "entirely safe".', QuoteKind.MIXED),
        ('Ann Lind spoke of "Malmo’s worst day" on Friday.', QuoteKind.MIXED),
        ("Ann Lind called it 'impossible' to rebuild.", QuoteKind.MIXED),
    ],
)
def test_whole_sentences_are_direct_and_pieces_mixed(
    sentence: str, kind: QuoteKind
) -> None:
    (quote,) = extract(article(sentence))

    assert quote.kind is kind


def test_a_statement_broken_by_he_said_is_one_chain() -> None:
    found = extract(article('"We will rebuild," Ann Lind said. "It will take years."'))

    assert [quote.chain for quote in found] == [1, 1]


def test_the_second_half_of_a_sentence_is_direct_too() -> None:
    found = extract(article('"We will rebuild," Ann Lind said, "and it takes years."'))

    assert [quote.kind for quote in found] == [QuoteKind.DIRECT, QuoteKind.DIRECT]
    assert found[0].chain == found[1].chain == 1


def test_paragraphs_of_one_statement_are_one_chain() -> None:
    found = extract(
        article("Ann Lind said: “We will rebuild the quay.", "“It will take years.”")
    )

    assert [quote.chain for quote in found] == [1, 1]
    assert {quote.speaker for quote in found} == {"Ann Lind"}


def test_separate_statements_share_no_chain() -> None:
    found = extract(
        article('"We will rebuild it," Ann Lind said.', '"Not here," said Bo Ek.')
    )

    assert [quote.chain for quote in found] == [None, None]


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ('Ann Lind said the port "cannot put up" with it.', True),
        ('Ann Lind said the port would not "accept any delay".', True),
        ('"We didn’t close it," Ann Lind said.', True),
        ('"We closed it ourselves," Ann Lind said.', False),
    ],
)
def test_denials_are_marked(sentence: str, negated: bool) -> None:
    (quote,) = extract(article(sentence))

    assert quote.negated is negated


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        ('"We know," Ann Lind told Radio Malmo.', "Radio Malmo"),
        (
            '"We know," Ann Lind told the Radio Malmo news station on Friday.',
            "Radio Malmo news station",
        ),
        ('"We know," Ann Lind told reporters on Friday.', "reporters"),
        ('"We know," Ann Lind told Channel 4.', "Channel 4"),
        ('Ann Lind told councillors the quay was "quite safe".', "councillors"),
        ('"We know," Ann Lind said in an interview with the Post.', "Post"),
        ('"We know," Ann Lind told him.', None),
        ('"We know," Ann Lind said.', None),
    ],
)
def test_the_venue_is_where_it_was_told(sentence: str, venue: str | None) -> None:
    (quote,) = extract(article(sentence))

    assert quote.venue == venue


def test_the_cue_is_the_word_of_saying() -> None:
    story = article('"We know," Ann Lind said on Friday.')

    (quote,) = extract(story)

    assert quote.cue is not None
    assert quote.cue.of(story.text) == "said"


def test_confidence_follows_the_rule() -> None:
    (beside,) = extract(article('"We know about it," said Ann Lind.'))
    (pronoun,) = extract(article("Ann Lind came.", '"We know about it," she said.'))
    (nobody,) = extract(article('"Do we all know about it?"'))

    assert beside.confidence > pronoun.confidence > nobody.confidence == 0.0


def test_reports_share_no_chain() -> None:
    found = extract(
        article("Ann Lind said the quay was closed. Bo Ek said the gate was open.")
    )

    assert [quote.chain for quote in found] == [None, None]
