"""Who is found to speak: each rule, in sentences made up for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.quotes import extract
from tests.makers import article

if TYPE_CHECKING:
    from index.model import Quote


def quotes(*paragraphs: str) -> tuple[Quote, ...]:
    return extract(article(*paragraphs))


def spoken(*paragraphs: str) -> list[str | None]:
    """Give the words that name each speaker, as the story has them."""
    story = article(*paragraphs)
    return [
        quote.mention.of(story.text) if quote.mention else None
        for quote in extract(story)
    ]


@pytest.mark.parametrize(
    ("sentence", "mention", "rule"),
    [
        ('"We will rebuild," Ann Lind said.', "Ann Lind", "before-after"),
        ('"We will rebuild," said Ann Lind.', "Ann Lind", "inverted-after"),
        ('"We will rebuild," she told reporters.', "she", "before-after"),
        ('Ann Lind said: "We will rebuild it."', "Ann Lind", "before-before"),
        ('Ann Lind called the plan "a bad joke".', "Ann Lind", "before-left-2"),
        ('Ann Lind said the plan was "a bad joke".', "Ann Lind", "before-left-3"),
        (
            'The plan is "a bad joke", according to Ann Lind.',
            "Ann Lind",
            "according-right-3",
        ),
        (
            'According to Ann Lind, the plan is "a bad joke".',
            "Ann Lind",
            "according-left-3",
        ),
        ('LIND: "We will rebuild it."', "LIND", "transcript"),
        ('"We will rebuild it." - Ann Lind', "Ann Lind", "signature"),
        ('"We will rebuild it," beamed Ann Lind.', "Ann Lind", "name-after"),
        (
            'The plan would be a "bad joke" for Malmo, Ann Lind said.',
            "Ann Lind",
            "before-right-3",
        ),
    ],
)
def test_each_rule_finds_its_speaker(sentence: str, mention: str, rule: str) -> None:
    (quote,) = quotes(sentence)

    assert spoken(sentence) == [mention]
    assert quote.rule == rule


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ('"We tried," said the harbour master, Ann Lind.', "the harbour master"),
        ('Ann Lind, the mayor of Malmo, said: "We tried hard."', "Ann Lind"),
        (
            'Ann Lind, the mayor of Malmo, said Bo Ek was "no great help".',
            "Ann Lind",
        ),
        (
            'Protesters who had watched the ship shouted "let us in now".',
            "Protesters",
        ),
        (
            'Bo Ek met Ann Lind, with Lind famously saying: "We tried hard."',
            "Lind",
        ),
        ('Ann Lind (Centre) said: "We tried hard."', "Ann Lind"),
        ('The mayor of Malmo said: "We tried hard."', "The mayor of Malmo"),
        ('Officials said the storm was "the worst in years".', "Officials"),
        (
            'City spokeswoman Ann Lind said: "We tried hard."',
            "City spokeswoman Ann Lind",
        ),
        (
            'Protesters in the harbour shouted "let us in now".',
            "Protesters in the harbour",
        ),
    ],
)
def test_the_whole_phrase_is_the_mention(sentence: str, mention: str) -> None:
    assert spoken(sentence) == [mention]


def test_a_speaker_goes_on_in_the_next_sentence() -> None:
    found = quotes('"We tried," Ann Lind said. "Nobody listened to us."')

    assert [quote.speaker for quote in found] == ["Ann Lind", "Ann Lind"]
    assert found[1].rule == "continued"


def test_a_speaker_goes_on_in_the_next_paragraph() -> None:
    found = quotes('"We tried," Ann Lind said.', '"Nobody listened to any of us."')

    assert [quote.speaker for quote in found] == ["Ann Lind", "Ann Lind"]


def test_a_colon_above_leads_in() -> None:
    found = quotes("Ann Lind wrote on Friday:", '"Nobody listened to any of us."')

    assert found[0].speaker == "Ann Lind"
    assert found[0].rule == "lead-in"


def test_a_line_below_signs() -> None:
    found = quotes('"Nobody listened to any of us."', "- Ann Lind, Malmo")

    assert found[0].speaker == "Ann Lind"


def test_a_document_within_a_sentence_has_its_own_author() -> None:
    found = quotes(
        "Bo Ek was asked about a statement by the Swedish Port Authority that “the "
        "quay is safe” and that “no ship will be turned away”.",
    )

    assert {quote.speaker for quote in found} == {"Swedish Port Authority"}


def test_a_transcript_inside_the_marks_names_its_speakers() -> None:
    found = quotes(
        "Ann Lind met Bo Ek on the radio.",
        '"EK: Why was the quay closed?',
        '"LIND: It was never closed at all."',
    )

    assert [quote.speaker for quote in found] == ["Bo Ek", "Ann Lind"]


def test_a_fragment_belongs_to_the_verb_before_it() -> None:
    sentence = "While Ann Lind said the quay was “quite safe,” he denied it."

    assert spoken(sentence) == ["Ann Lind"]


def test_a_verb_of_thinking_yields_to_the_one_that_says() -> None:
    found = quotes('Ann Lind told the council she thought the quay was "quite safe".')

    assert found[0].speaker == "Ann Lind"


def test_a_passive_verb_makes_nobody_speak() -> None:
    sentence = 'Bo Ek was told by police, and Ann Lind said it was "no surprise".'

    assert spoken(sentence) == ["Ann Lind"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The comments came after her claims of a plan that is “quite safe”.",
        "“Is this quay closed to everybody?”",
    ],
)
def test_without_a_speaker_nobody_is_named(sentence: str) -> None:
    assert all(quote.speaker is None for quote in quotes(sentence))
