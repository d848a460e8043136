"""Who says what in five real articles, through the shell: checks 11 to 33.

The table of all checks is in test_seeds.
"""

from __future__ import annotations

import pytest

from tests.seeds import (
    ALL,
    article,
    found,
    kinds_of,
    needs_samples,
    quotes,
    search,
    speaker_of,
    text_of,
    the_quote,
)

pytestmark = needs_samples


def test_11_a_lead_printed_twice_is_one_statement() -> None:
    text, lead = text_of("004"), "Russia cannot prevent Ukraine from joining NATO"
    said = [q for q in article("004")["quotes"] if q["text"].startswith(lead)]
    twice = [z for z in article("004")["zones"] if z["kind"] == "duplicate"]

    assert text.count(f"said that {lead}") == 2
    assert [q["speaker"] for q in said] == ["Dmitry Peskov"]
    assert len(twice) == 1
    assert found('many:2 "amid tensions"') == set()
    assert found('"amid tensions"') == {"004"}
    hits = search("by:peskov", '"cannot prevent ukraine"')["hits"]
    assert [hit["start"] for hit in hits] == [said[0]["start"]]


def test_13_the_related_headline_is_nobodys() -> None:
    assert not [q for q in quotes("003") if "Transatlantic" in q["text"]]


def test_23_single_quotes_are_found_and_apostrophes_are_none() -> None:
    said = [q["text"] for q in quotes("001")]

    statements = [text for text in said if len(text.split()) > 2]
    ends = [(text.split()[0], text.split()[-1]) for text in statements]
    assert ends == [
        ("This", "NATO,"),
        ("raises", "concerns."),
        ("with", "sign."),
        ("From", "summit,"),
        ("But", "sign."),
    ]
    assert "red line" in said
    # Whether a single word in marks is said or only marked is a matter of taste.
    assert {text for text in said if len(text.split()) < 3} - {"yes", "no"} == {
        "red line"
    }


def test_24_a_statement_inside_anothers_sentence_keeps_its_speaker() -> None:
    ministry = "Ukrainian Foreign Ministry"

    assert speaker_of("002", "the only real guarantee") == ministry
    assert speaker_of("002", "would not accept") == ministry
    assert speaker_of("002", "the bitter experience") == ministry


def test_25_he_added_is_the_one_who_spoke_before() -> None:
    assert speaker_of("002", "stands in stark contrast") == "Dmitry Peskov"
    assert speaker_of("002", "Therefore, such a potential move") == "Dmitry Peskov"


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("We have seen NATO gradually invade", "Dmitry Peskov"),
        ("When Germany was reunited", "Dmitry Peskov"),
        ("We've gotten used to", "Dmitry Peskov"),
        ("lead to the discontinuation", "Dmitry Peskov"),
        ("political wisdom", "Dmitry Peskov"),
        ("cannot put up", "Dmitry Peskov"),
        ("gradually making its way", "Dmitry Peskov"),
        ("are united on the diplomatic path", "US State Department"),
    ],
)
def test_26_he_and_the_spokesman_are_the_one_who_speaks(
    opening: str, speaker: str
) -> None:
    assert speaker_of("003", opening) == speaker


def test_27_each_of_many_officials_has_his_own_words() -> None:
    assert speaker_of("004", "very dangerous step") == "Andrey Rudenko"
    assert speaker_of("004", "impossible") == "Dmitry Peskov"
    between_marks = {q["speaker"] for q in quotes("004")}
    assert between_marks == {"Andrey Rudenko", "Dmitry Peskov"}
    for reported in ("Lloyd Austin", "Sergei Shoigu"):
        assert kinds_of("004", reported) == {"indirect"}


def test_27_what_had_been_announced_is_the_ministers() -> None:
    assert kinds_of("004", "Sergei Lavrov") == {"indirect"}


def test_28_what_is_reported_without_marks_has_its_speaker() -> None:
    assert kinds_of("001", "Sergei Ryabkov") == {"indirect"}
    assert kinds_of("001", "Joe Biden") == {"indirect"}
    assert kinds_of("001", "Volodymyr Zelenskiy")


def test_28_an_institution_is_nobody_else() -> None:
    (said,) = [q for q in quotes("001") if q["speaker"] == "Kremlin"]

    assert said["speaker_kind"] == "organisation"
    assert said["mention"]["text"].lower() == "the kremlin"
    assert {h["speaker"] for h in search("by:kremlin")["hits"]} == {"Kremlin"}
    assert "Kremlin" not in {h["speaker"] for h in search("by:peskov")["hits"]}


def test_29_a_quotation_that_he_said_breaks_is_one_statement() -> None:
    first = the_quote("001", "From the very beginning")
    second = the_quote("001", "But now we can say")

    assert first["chain"] == second["chain"] is not None
    assert [q["chain"] for q in quotes("001")].count(first["chain"]) == 2
    assert {first["speaker"], second["speaker"]} == {"Dmitry Peskov"}
    assert {first["venue"], second["venue"]} == {"Ekho Moskvy"}


def test_32_ellipses_do_not_end_a_quotation_and_offsets_are_exact() -> None:
    assert "root cause… that forced us" in " ".join(q["text"] for q in quotes("002"))
    assert "if... against the background" in " ".join(q["text"] for q in quotes("004"))
    for sample in sorted(ALL):
        text = text_of(sample)
        for quote in article(sample)["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["text"]
            for part in (quote["mention"], quote["cue"]):
                assert not part or text[part["start"] : part["end"]] == part["text"]


def test_33_every_statement_says_its_rule_and_how_sure_it_is() -> None:
    for sample in sorted(ALL):
        said = article(sample)["quotes"]
        assert said
        for quote in said:
            assert 0 < quote["confidence"] < 1, quote
            assert quote["rule"], quote
