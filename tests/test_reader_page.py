"""The page of an article: who speaks stands in the margin, like in a play."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.model import Clipping, QuoteKind, Span, SpeakerKind
from tests.makers import article, clipping, quote
from tui.render.cards import cards
from tui.render.citing import cite_article, cite_passage, cite_quote
from tui.render.clipboard import LARGEST, sequence
from tui.render.dates import dateline, in_list, in_words
from tui.render.galley import Galley
from tui.render.page import Page, Place
from tui.render.provenance import provenance
from tui.render.voices import voices
from tui.themes import ANSI, DARK, LIGHT, MONO, PALETTES, choose

TEXT = "“Closed,” Ilse Marek said. “For good.” A ferry came."


def page_of(made: Clipping, width: int = 80) -> Page:
    galley = Galley(made, width)
    galley.set_to(200)
    return Page(galley, MONO, [])


def margins(made: Clipping, place: Place | None = None, width: int = 80) -> list[str]:
    page = page_of(made, width)
    strips = [page.strip(n, place or Place()) for n in range(len(page.galley.lines))]
    return [strip.text[: page.galley.margin].strip() for strip in strips][2:]


def test_the_speaker_stands_in_the_margin_once_in_a_paragraph() -> None:
    made = clipping(TEXT, ("Closed,", "Ilse Marek"), ("For good.", "Ilse Marek"))

    assert margins(made) == ["", "Marek ▏"]


def test_a_doubtful_speaker_has_a_question_mark() -> None:
    made = article(TEXT)
    said = quote("Closed,", made, "Ilse Marek", confidence=0.3)

    assert margins(clipping(made, said)) == ["", "Marek? ▏"]


def test_an_unknown_speaker_is_a_question_mark() -> None:
    assert margins(clipping(TEXT, ("Closed,", None))) == ["", "? ▏"]


def test_reported_speech_has_a_mark_of_its_own() -> None:
    made = article(TEXT)
    said = quote("A ferry came", made, "Ilse Marek", kind=QuoteKind.INDIRECT)

    assert margins(clipping(made, said)) == ["", "Marek ┊"]


def test_the_current_quotation_has_a_heavier_mark() -> None:
    made = clipping(TEXT, ("Closed,", "Ilse Marek"))

    assert margins(made, Place(quote=0)) == ["", "Marek ▌"]


def test_a_long_name_is_cut_in_a_narrow_margin() -> None:
    made = clipping(TEXT, ("Closed,", "Bartholomewson"))

    assert (
        margins(made, width=40) == ["", "Barthol… ▏", "▏"]
        or "…" in margins(made, width=40)[1]
    )


HOUSE = SpeakerKind.ORGANISATION


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("Ilse Marek", SpeakerKind.PERSON, "Marek"),
        ("Martin Luther King Jr.", SpeakerKind.PERSON, "King"),
        ("Charles de Gaulle", SpeakerKind.PERSON, "de Gaulle"),
        ("Vellish Foreign Ministry", HOUSE, "Vellish Foreign Ministry"),
        ("The Customs Service", HOUSE, "Customs Service"),
        ("Bank of Vell", HOUSE, "Vell"),
        ("Office of the Ombudsman", HOUSE, "Ombudsman"),
        ("NATO", HOUSE, "NATO"),
        ("Plato", None, "Plato"),
    ],
)
def test_names_are_short_in_the_margin(
    name: str, kind: SpeakerKind | None, short: str
) -> None:
    made = article(TEXT)
    said = replace(quote("Closed,", made, name), speaker_kind=kind)

    assert voices([said])[name].short == short


def test_two_speakers_never_share_a_short_name() -> None:
    made = article(TEXT)
    said = [quote("Closed,", made, "Ilse Marek"), quote("For good.", made, "Jan Marek")]

    assert [v.short for v in voices(said).values()] == ["Marek", "J. Marek"]


def test_cards_stand_under_their_speakers() -> None:
    made = clipping(
        TEXT, ("Closed,", "Ilse Marek"), ("A ferry", None), ("For good.", "Ilse Marek")
    )

    by_speaker = cards(made, 40, MONO, by_speaker=True)
    in_order = cards(made, 40, MONO, by_speaker=False)

    assert [card.number for card in by_speaker] == [0, 2, 1]
    assert [card.number for card in in_order] == [0, 2, 1]
    assert [bool(card.head) for card in by_speaker] == [True, False, True]


def test_a_long_card_says_that_it_goes_on() -> None:
    words = "word " * 200
    made = clipping(
        f"“{words.strip()}” said Ilse Marek.", (words.strip(), "Ilse Marek")
    )

    (card,) = cards(made, 30, MONO, by_speaker=True)

    text = "".join(piece for line in card.lines for piece, _ in line)
    assert "…”" in text
    assert len(card.lines) <= 6


@pytest.mark.parametrize(
    ("value", "in_column", "words"),
    [
        ("2021", "2021", "2021"),
        ("2021-06", "2021-06", "June 2021"),
        ("2021-06-17", "2021-06-17", "Thu 17 June 2021"),
        ("2021-06-17?", "2021-06-17?", "Thu 17 June 2021?"),
        ("2021-06-17T21:14", "2021-06-17", "Thu 17 June 2021, 21:14"),
    ],
)
def test_dates_say_how_sure_they_are(value: str, in_column: str, words: str) -> None:
    known = article("x", published=value).published

    assert known
    assert in_list(known) == in_column
    assert in_words(known) == words


def test_an_unknown_date_is_said_to_be_unknown() -> None:
    assert in_list(None) == "undated"
    assert dateline(article("x")) == "undated"


def test_several_dates_are_kept_apart() -> None:
    made = article(
        "x", published="2021-08-01", updated="2021-08-02", event="2021-06-17?"
    )

    assert dateline(made) == (
        "Sun 1 August 2021 · updated Mon 2 August 2021 · of Thu 17 June 2021?"
    )


def test_a_citation_says_who_where_when_and_at_which_characters() -> None:
    made = article(
        TEXT, id="b", title="Border", outlet="Harbour Post", published="2031-03-04"
    )

    assert cite_quote(made, quote("Closed,", made, "Ilse Marek")) == (
        "“Closed,” — Ilse Marek, in “Border”, Harbour Post, Tue 4 March 2031. (b.txt:1-8)"  # noqa: E501 - one line of a clipboard
    )
    assert cite_article(made) == ("“Border”, Harbour Post, Tue 4 March 2031. (b.txt)")
    assert cite_passage(made, 27, 38).startswith("“For good.”\n\n— “Border”")


def test_copies_are_wrapped_for_what_lies_between() -> None:
    bare = sequence("yes", {})
    assert bare == "\x1b]52;c;eWVz\x07"
    assert (
        sequence("yes", {"TMUX": "/tmp/x"})
        == "\x1b]52;c;eWVz\x07\x1bPtmux;\x1b\x1b]52;c;eWVz\x07\x1b\\"
    )
    assert sequence("yes", {"STY": "1"}) == "\x1bP\x1b]52;c;eWVz\x07\x1b\\"


def test_what_is_too_long_for_a_terminal_is_not_sent() -> None:
    assert sequence("x" * LARGEST, {}) is None


def test_the_info_page_says_where_each_field_was_read() -> None:
    made = article(TEXT, id="b", title="Border", published="2031-03-04?")

    lines = provenance(clipping(made), MONO)

    text = "\n".join("".join(piece for piece, _ in row) for row in lines)
    assert "2031-03-04  proposed" in text
    assert "outlet      unknown" in text


def test_the_info_page_says_who_is_quoted_and_where_the_name_was_read() -> None:
    made = article("“Closed,” Marek said. “For good.”", id="b")
    said = [
        replace(quote("Closed,", made, "Marek"), speaker_kind=SpeakerKind.PERSON),
        quote("For good.", made, None),
    ]
    start = made.text.index("Marek")
    said[0] = replace(said[0], mention=Span(start, start + 5))

    lines = provenance(Clipping(made, tuple(said)), MONO)

    text = "\n".join("".join(piece for piece, _ in row) for row in lines)
    assert "speaker     Marek  person · no full name in the article" in text
    assert f"maker · “Marek” at {start}-{start + 5}" in text
    assert "speaker     unknown  1 quotation" in text


@pytest.mark.parametrize(
    ("name", "environ", "palette"),
    [
        ("auto", {}, DARK),
        ("auto", {"SSH_CONNECTION": "x"}, ANSI),
        ("auto", {"TERM": "linux"}, ANSI),
        ("light", {"SSH_CONNECTION": "x"}, LIGHT),
        ("light", {"NO_COLOR": "1"}, MONO),
        ("light", {"NO_COLOR": ""}, LIGHT),
    ],
)
def test_the_terminal_helps_to_choose_the_palette(
    name: str, environ: dict[str, str], palette: object
) -> None:
    assert choose(name, environ) is palette


def test_the_monochrome_palette_has_no_colour() -> None:
    styles = [MONO.text, MONO.accent, MONO.hit, MONO.fault, *MONO.voices]

    assert all(not style.color or style.color.is_default for style in styles)


def test_every_palette_tells_hits_from_text() -> None:
    for palette in PALETTES.values():
        assert palette.hit != palette.text
        assert palette.hit_here != palette.hit
