"""Text becomes lines: safe to send, rightly measured, and lossless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from index.model import Span, ZoneKind
from tests.makers import article, clipping
from tui.render.characters import cells_of, fit, pad, shown
from tui.render.folding import folded
from tui.render.galley import Galley
from tui.render.line import line as line_of
from tui.render.page import Page, Place
from tui.render.wrap import wrap
from tui.themes import MONO

WORDS = st.text(
    st.sampled_from("ab \n\t…“”é東京\u0301\u00a0-\x1b\u202e🙂"), max_size=200
)


def lines_of(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), cells)]


def page_of(text: str, width: int = 80) -> list[str]:
    galley = Galley(clipping(article(text)), width)
    galley.set_to(1000)
    page = Page(galley, MONO, [])
    return [page.strip(n, Place()).text for n in range(len(galley.lines))]


def test_lines_end_at_spaces() -> None:
    assert lines_of("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines_of("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_a_no_break_space_keeps_words_together() -> None:
    assert lines_of("about 10\u00a0000 crowns", 10) == [
        "about",
        "10\u00a0000",
        "crowns",
    ]


def test_a_hard_wrapped_paragraph_is_unwrapped() -> None:
    assert lines_of("one\ntwo\nthree", 20) == ["one\ntwo\nthree"]
    assert "one two three" in page_of("one\ntwo\nthree")[3]


def test_wide_characters_take_two_cells() -> None:
    assert lines_of("東京の記者", 4) == ["東京", "の記", "者"]


def test_marks_take_no_cell_of_their_own() -> None:
    assert lines_of("e\u0301e\u0301 e\u0301", 4) == ["e\u0301e\u0301 e\u0301"]


@given(WORDS, st.integers(3, 30))
def test_wrapping_loses_only_white_space(text: str, cells: int) -> None:
    kept = "".join(lines_of(text, cells))

    assert "".join(kept.split()) == "".join(text.split())


@given(WORDS, st.integers(8, 30))
def test_no_line_is_wider_than_it_may_be(text: str, cells: int) -> None:
    for line in lines_of(text.replace("\t", " "), cells):
        assert cells_of(shown(line)) <= cells


@given(WORDS)
def test_a_page_is_as_wide_as_its_window(text: str) -> None:
    assert {cell_len(line) for line in page_of(text)} <= {80}


@given(st.text(max_size=300))
def test_nothing_that_a_terminal_obeys_is_sent(text: str) -> None:
    sent = shown(text)

    assert len(sent) == len(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in sent)
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in sent)
    sent.encode("utf-8")


def test_control_characters_are_shown_as_pictures() -> None:
    assert shown("\x1b[2J\x07\x7f") == "␛[2J␇␡"


def test_a_lone_surrogate_can_be_sent() -> None:
    assert shown("a\ud800b").encode("utf-8") == "a\ufffdb".encode()


def test_tabs_go_to_the_next_stop() -> None:
    line = page_of("a\tb\tc")[3]

    assert line.strip() == "a       b       c"


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("short", 8, "short"),
        ("longer than that", 8, "longer…"),
        ("東京の記者", 7, "東京の…"),
        ("東京の", 6, "東京の"),
        ("anything", 0, ""),
    ],
)
def test_what_does_not_fit_is_cut_with_an_ellipsis(
    text: str, cells: int, fitted: str
) -> None:
    assert fit(text, cells) == fitted


@given(st.text(max_size=40), st.integers(1, 30))
def test_padding_gives_exactly_so_many_cells(text: str, cells: int) -> None:
    assert cells_of(pad(text, cells)) == cells


def test_a_long_article_is_set_in_steps() -> None:
    galley = Galley(clipping(article("word " * 200_000)), 80)

    galley.set_to(50)

    assert not galley.is_whole
    assert len(galley.lines) < 5_000


def test_a_place_far_down_is_found() -> None:
    text = "word " * 100_000 + "needle " + "word " * 10
    galley = Galley(clipping(article(text)), 80)

    line = galley.lines[galley.line_of(text.index("needle"))]

    assert line.start <= text.index("needle") < line.end


def test_every_word_of_an_article_stands_on_its_page() -> None:
    made = article(
        (ZoneKind.SECTION, "World"),
        (ZoneKind.DATELINE, "HALLIN"),
        "The body.",
        (None, "Between the zones."),
        (ZoneKind.CAPTION, "A picture"),
        (ZoneKind.BOILERPLATE, "Sign up"),
    )
    galley = Galley(clipping(made), 80)
    galley.set_to(100)
    page = Page(galley, MONO, [])

    text = " ".join(page.strip(n, Place()).text for n in range(len(galley.lines)))

    words = [word for word in made.text.split() if word not in text]
    assert words == []


def test_a_dateline_runs_on_into_its_paragraph() -> None:
    made = article("HALLIN - The body goes on.")
    zones = (
        made.zones[0].__class__(0, 8, ZoneKind.DATELINE),
        made.zones[0].__class__(9, 26, ZoneKind.BODY),
    )
    from dataclasses import replace  # noqa: PLC0415 - one use

    galley = Galley(clipping(replace(made, zones=zones)), 80)
    galley.set_to(10)
    page = Page(galley, MONO, [])

    assert "HALLIN - The body goes on." in page.strip(3, Place()).text


def test_hits_are_marked_across_a_break_of_lines() -> None:
    text = "a " * 40 + "red line" + " b" * 40
    galley = Galley(clipping(article(text)), 60)
    galley.set_to(10)
    at = text.index("red line")
    page = Page(galley, MONO, [Span(at, at + 8)])

    marked = [
        segment.text
        for n in range(len(galley.lines))
        for segment in page.strip(n, Place())
        if segment.style and segment.style.reverse
    ]

    assert "".join(marked).replace(" ", "") == "redline"


def test_long_lines_are_folded_under_their_column() -> None:
    lines = [[("label  ", MONO.dim), ("word " * 10, MONO.text)]]

    texts = ["".join(text for text, _ in row) for row in folded(lines, 30, hang=7)]

    assert [len(text.rstrip()) <= 30 for text in texts] == [True] * len(texts)
    assert texts[1].startswith("       word")
    assert sum(text.count("word") for text in texts) == 10


@given(
    st.lists(st.text("abé東", min_size=1, max_size=12), min_size=1, max_size=12),
    st.integers(0, 6),
    st.integers(20, 60),
)
def test_an_indented_line_is_folded_without_loss(
    words: list[str], indent: int, width: int
) -> None:
    text = " " * indent + " ".join(words)

    rows = folded([[(text, MONO.text)]], width, hang=3)
    lines = ["".join(piece for piece, _ in row) for row in rows]

    assert all(cells_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(words)
    assert lines[0].startswith(" " * indent)


def test_no_line_carries_a_control_code_to_the_terminal() -> None:
    hostile = "\x1b[31mred\x1b]0;title\x07\u202eevil"

    strip = line_of([(hostile, Style()), ("\x9b2J", Style())], 60, Style())

    assert strip.cell_length == 60
    assert all(character.isprintable() for character in strip.text)
