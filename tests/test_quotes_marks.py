"""Where quotations begin and end, whatever marks a story uses."""

from __future__ import annotations

import pytest

from index.model import QuoteKind, ZoneKind
from index.quotes import extract
from tests.makers import article


def quoted(*paragraphs: str) -> list[str]:
    story = article(*paragraphs)
    return [
        quote.span.of(story.text)
        for quote in extract(story)
        if quote.kind is not QuoteKind.INDIRECT
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        '"We will rebuild the bridge," said Ann Lind.',
        "“We will rebuild the bridge,” said Ann Lind.",
        "``We will rebuild the bridge,'' said Ann Lind.",
        "''We will rebuild the bridge,'' said Ann Lind.",
        "''We will rebuild the bridge,\" said Ann Lind.",
        "«We will rebuild the bridge,» said Ann Lind.",
        "„We will rebuild the bridge,“ said Ann Lind.",
        "„We will rebuild the bridge,” said Ann Lind.",
        "'We will rebuild the bridge,' said Ann Lind.",
        "‘We will rebuild the bridge,’ said Ann Lind.",
    ],
)
def test_every_kind_of_mark_quotes(sentence: str) -> None:
    assert quoted(sentence) == ["We will rebuild the bridge,"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("''He said 'never again,''' said Ann Lind.", ["He said 'never again,'"]),
        (
            "''It is ours,'' said Ann Lind. ''It is not yours.''",
            ["It is ours,", "It is not yours."],
        ),
        (
            "It was 6' 2'' wide, \"too narrow for us,\" said Ann Lind.",
            ["too narrow for us,"],
        ),
        ("Lind called the ''old bridge a ruin and left for Oslo.", []),
    ],
)
def test_doubled_apostrophes_quote_where_something_answers_them(
    sentence: str, found: list[str]
) -> None:
    assert quoted(sentence) == found


def test_a_quotation_in_doubled_apostrophes_may_run_over_paragraphs() -> None:
    found = quoted("''We will rebuild it.", "''It is ours,'' said Ann Lind.")

    assert found == ["We will rebuild it.", "It is ours,"]


def test_marks_of_two_kinds_pair_by_position() -> None:
    assert quoted('"We will rebuild it,” said Ann Lind.') == ["We will rebuild it,"]


def test_an_opening_mark_that_closes_is_forgiven() -> None:
    assert quoted("“We will rebuild it,“ said Ann Lind.") == ["We will rebuild it,"]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    found = quoted("“She told me “never again” and I agreed,” said Ann Lind.")

    assert found == ["She told me “never again” and I agreed,"]


def test_a_british_story_may_nest_double_marks_in_single_ones() -> None:
    found = quoted("'She told me \"never again\" and I agreed,' said Ann Lind.")

    assert found == ['She told me "never again" and I agreed,']


@pytest.mark.parametrize(
    "sentence",
    [
        "The city's mayor said it's the workers' own fault, and the dogs' too.",
        "He said rock 'n' roll ended in the '90s, and told 'em so.",
        "The council’s report says the writers’ strike isn’t over.",
        "'Tis the season, said Ann Lind of the parents' evening.",
        "The fence is 6' high and 20' long, said Ann Lind.",
    ],
)
def test_apostrophes_never_quote(sentence: str) -> None:
    assert quoted(sentence) == []


def test_a_plural_owner_does_not_end_a_single_quotation() -> None:
    found = quoted("'The teachers' union is ready to talk,' said Ann Lind.")

    assert found == ["The teachers' union is ready to talk,"]


def test_single_marks_are_apostrophes_where_the_story_has_double_ones() -> None:
    found = quoted(
        '"We will rebuild it," said Ann Lind.',
        "A so-called 'bridge to nowhere' is what Lind said she feared.",
    )

    assert found == ["We will rebuild it,"]


def test_inches_do_not_open_a_quotation() -> None:
    found = quoted(
        'Bo Ek, who is 6\' 2" tall, said he was "ready to go home" on Friday.'
    )

    assert found == ["ready to go home"]


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    found = quoted(
        "“We will rebuild the bridge, Ann Lind said. “It may take years.",
        "“But it will stand.”",
    )

    assert found[-2:] == ["It may take years.", "But it will stand."]


def test_an_ellipsis_does_not_end_a_quotation() -> None:
    found = quoted('"It will stand... if the money comes… soon," said Ann Lind.')

    assert found == ["It will stand... if the money comes… soon,"]


@pytest.mark.parametrize("text", ['""', "“”", "''", '" "', "«»", '"', "“", "'", "„"])
def test_empty_marks_quote_nothing(text: str) -> None:
    assert quoted(text, f"Ann Lind said {text} and left.") == []


def test_only_body_headings_and_title_speak() -> None:
    words = '"We will rebuild it," said Ann Lind.'
    silent = (
        ZoneKind.RELATED,
        ZoneKind.BOILERPLATE,
        ZoneKind.DUPLICATE,
        ZoneKind.CAPTION,
    )

    story = article(*((kind, words) for kind in silent), words)
    heading = article((ZoneKind.HEADING, words), (ZoneKind.TITLE, words))

    assert len(extract(story)) == 1
    assert len(extract(heading)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lind appeared on “Morning in Malmo” on Friday.",
        "Ann Lind works for the magazine “Bridge and Tunnel Review.”",
        '<tweet author="@annlind" date="2021-06-17">',
        "The road has a “ghost” lane that nobody uses.",
    ],
)
def test_titles_scare_quotes_and_markup_quote_nobody(sentence: str) -> None:
    assert quoted(sentence) == []
