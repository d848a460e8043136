"""How a speaker is named: by the fullest form that the story gives."""

from __future__ import annotations

import pytest

from index.model import QuoteKind, SpeakerKind
from index.quotes import extract
from tests.makers import article

INTRODUCTION = (
    "Port director Ann Lind met Bo Ek, a fisherman, on Friday. "
    "The Swedish Port Authority (SPA) sent a letter."
)


def speakers(*paragraphs: str) -> list[str | None]:
    found = extract(article(*paragraphs))
    return [q.speaker for q in found if q.kind is not QuoteKind.INDIRECT]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ('"The quay is safe," Lind said.', "Ann Lind"),
        ('"The quay is safe," Ms. Lind said.', "Ann Lind"),
        ('"The quay is safe," said Port Director Lind.', "Ann Lind"),
        ('"The quay is safe," she said.', "Ann Lind"),
        ('"The quay is safe," he said.', "Bo Ek"),
        ('"The quay is safe," the director said.', "Ann Lind"),
        ('"The quay is safe," said the fisherman.', "Bo Ek"),
        ('"The quay is safe," the SPA said.', "Swedish Port Authority"),
        ('"The quay is safe," the authority said.', "Swedish Port Authority"),
        ('"The quay is safe," said the Port Authority.', "Swedish Port Authority"),
    ],
)
def test_short_forms_lead_to_the_fullest_name(sentence: str, name: str) -> None:
    assert speakers(INTRODUCTION, sentence) == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ('"We know," said Secretary of State John F. Kerry.', "John F. Kerry"),
        ('"We know," said Ukrainian President Oleh Bondar.', "Oleh Bondar"),
        ('"We know," said Foreign Minister Ewa Nowak.', "Ewa Nowak"),
        ('"We know," Radio Malmo reporter Ewa Nowak said.', "Ewa Nowak"),
        ('"We know," said CNN’s Ewa Nowak.', "Ewa Nowak"),
        ('"We know," President Ewa Nowak Nowak said.', "Ewa Nowak"),
        ('"We know," said Nowak Nowak.', "Nowak Nowak"),
        ('"We know," said Bo Ek Jr.', "Bo Ek Jr."),
        ('"We know," Ewa\u00a0Nowak said.', "Ewa Nowak"),
        ('"We know," said Hans van der Berg.', "Hans van der Berg"),
        ('"We know," said Ana de la Cruz Jr.', "Ana de la Cruz Jr."),
        ('"We know," said Omar bin Salim al-Rashid.', "Omar bin Salim al-Rashid"),
        ('"We know," wrote Ann Martin King III on Friday.', "Ann Martin King III"),
        ('"We know," said Sir Bo Ek.', "Bo Ek"),
        ('"We know," said Lt. Gen. Ewa Nowak.', "Ewa Nowak"),
        ('"We know," Vellport CEO Ewa Nowak said.', "Ewa Nowak"),
        ('"We know," said Special Counsel Ewa Nowak.', "Ewa Nowak"),
        ('"We know," said Rand Nowak of Kentucky.', "Rand Nowak"),
        ('"We know," said Ann Nowak of Malmo University.', "Ann Nowak"),
        ('"We know," said state Harbour Party Chair Ewa Nowak.', "Ewa Nowak"),
        ('"We know," former adviser Ewa Nowak was quoted as saying.', "Ewa Nowak"),
        ('"We know," Ann Nowak of the Harbour Board told us.', "Ann Nowak"),
        ('"We know," said Lind Chase & Co. economist Ewa Nowak.', "Ewa Nowak"),
        ('"We know," wrote Justices Ewa Nowak and Bo Ek.', "Ewa Nowak"),
        ('"We know," said Jessica Post.', "Jessica Post"),
        ('"We know," Senate Majority Leader Ewa Nowak said.', "Ewa Nowak"),
    ],
)
def test_titles_and_offices_are_no_part_of_a_name(sentence: str, name: str) -> None:
    assert speakers(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        '"The quay is safe," a spokesman for the ministry said.',
        '"The quay is safe," officials said.',
        '"The quay is safe," one voter said.',
        '"The quay is safe," his mother said.',
        '"The quay is safe," they said.',
        '"The quay is safe," the report said.',
    ],
)
def test_the_unnamed_stay_unknown(sentence: str) -> None:
    assert speakers(INTRODUCTION, sentence) == [None]


def test_a_contraction_is_no_name() -> None:
    assert speakers("He’s late. “He’s always late,” said Ann Lind.") == ["Ann Lind"]


@pytest.mark.parametrize("place", ["North Korea", "Moscow", "the Kremlin", "Ukraine"])
def test_a_place_is_never_he(place: str) -> None:
    found = extract(
        article(f"Ann Lind visited {place}.", 'He said: "The quay is not safe."')
    )

    assert found[0].speaker is None


def test_a_place_that_speaks_is_an_organisation() -> None:
    found = extract(article('Moscow said the quay was "entirely safe".'))

    assert found[0].speaker == "Moscow"
    assert found[0].speaker_kind is SpeakerKind.ORGANISATION


def test_the_one_who_speaks_stays_in_mind() -> None:
    found = speakers(
        "Bo Ek said the quay was closed. He added that Nils Dahl knew of it.",
        '"Nobody told me," he said.',
    )

    assert found == ["Bo Ek"]


def test_an_unnamed_woman_takes_the_pronoun() -> None:
    found = speakers(
        "Ann Lind closed the quay.",
        "A woman stood by the gate with a heavy bag in the rain.",
        '"I missed my boat," she said.',
    )

    assert found == [None]


def test_namesakes_are_told_apart_by_title() -> None:
    found = speakers(
        "Ann Lind and Nils Lind closed the quay.",
        '"It was time," Mr. Lind said.',
        '"It was early," Ms. Lind said.',
    )

    assert found == ["Nils Lind", "Ann Lind"]


def test_one_letter_does_not_make_another_person() -> None:
    found = speakers(
        "Volodymyr Zelenskyy spoke on Monday.", '"We know," Zelenskiy said.'
    )

    assert found == ["Volodymyr Zelenskyy"]


def test_a_name_behind_a_description_counts() -> None:
    found = speakers('"We know," the port’s spokesman, Nils Dahl, said on Friday.')

    assert found == ["Nils Dahl"]


def test_an_office_of_another_country_is_nobody_here() -> None:
    found = speakers(
        "Prime Minister Ann Lind met Luc Moreau in Paris.",
        '"We agree on nothing," the French president said.',
    )

    assert found == [None]


def test_capitals_of_a_body_are_no_pronoun() -> None:
    found = speakers(
        "The World Harbour Organization met in Oslo.", '"We are late," the WHO said.'
    )

    assert found == ["World Harbour Organization"]


@pytest.mark.parametrize(
    "furniture",
    [
        "JUST WATCHED Lind defends the quay",
        "Sen. Ann Lind Ann Maria LindHarbour bill is late MORE",
        "ANN LIND IN MALMO",
    ],
)
def test_what_a_page_prints_beside_a_name_is_no_part_of_it(furniture: str) -> None:
    found = speakers(furniture, "Ann Lind spoke.", '"We know," Lind said.')

    assert found == ["Ann Lind"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ('The Center for Free Ports said: "We know it."', "Center for Free Ports"),
        (
            'The Committee to Protect Harbours said: "We know it."',
            "Committee to Protect Harbours",
        ),
        ('In May, Media Harbour said: "We know it."', "Media Harbour"),
        ('Lind & Sons said: "We know it."', "Lind & Sons"),
        ('AT&T said: "We know it."', "AT&T"),
        ('HarbourWatch.org said: "We know it."', "HarbourWatch.org"),
        ('The Civil Harbour Act said: "We know it."', "Civil Harbour Act"),
    ],
)
def test_a_body_has_its_whole_name(sentence: str, name: str) -> None:
    found = extract(article(sentence))

    assert found[0].speaker == name
    assert found[0].speaker_kind is SpeakerKind.ORGANISATION


def test_a_party_member_is_the_one_described() -> None:
    found = speakers(
        "Ann Lind, Ohio Republican, met Bo Ek, Nevada Democrat.",
        '"We know," the Ohio Republican said.',
        '"We do not," the Texas Democrat said.',
    )

    assert found == ["Ann Lind", None]


def test_a_lawyer_of_somebody_else_stays_unknown() -> None:
    found = speakers("Bo Ek, a lawyer, came.", '"We know," Lind\'s lawyer said.')

    assert found == [None]


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("paper", "Malmo Times"),
        ("agency", "Swedish Port Agency"),
        ("company", "Lind Airlines"),
        ("ministry", None),
    ],
)
def test_the_paper_is_the_one_that_was_named(noun: str, name: str | None) -> None:
    found = speakers(
        "The Malmo Times wrote of the Swedish Port Agency and Lind Airlines "
        "in May. The Port Ministry and the Labour Ministry in Oslo were silent.",
        f'"We know it," the {noun} said.',
    )

    assert found == [name]


def test_a_company_far_above_is_not_meant() -> None:
    found = speakers(
        "Lind Airlines has a quay in Malmo.",
        *["The weather was fair and the sea was calm all day."] * 20,
        '"We know it," the company said.',
    )

    assert found == [None]


def test_a_father_is_not_his_son() -> None:
    found = speakers(
        "Bo Ek met Bo Ek Jr. in May.",
        '"We know," Ek said.',
        '"We do not," said Bo Ek Jr.',
    )

    assert found == ["Bo Ek", "Bo Ek Jr."]


def test_a_group_of_a_party_is_nobody() -> None:
    assert speakers('"We know," Senate Republicans said.') == [None]
    assert speakers('Republicans on the committee said: "We know it."') == [None]


def test_a_common_word_is_nobody() -> None:
    assert speakers('"We know it all," according to Children.') == [None]
    assert speakers('Decision-making said: "We know it all."') == [None]


def test_capitals_of_a_transcript_are_a_person() -> None:
    assert speakers('SMITH: "Is the road open?"') == ["Smith"]


def test_nationality_decides_between_two_presidents() -> None:
    found = speakers(
        "Russian President Ivan Orlov met French President Luc Moreau.",
        '"We agree on nothing," the Russian president said.',
    )

    assert found == ["Ivan Orlov"]
