"""What counts as a word, and when two words are the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.words import find_words, fold, list_words, written_form

_LETTERS = "aUsS.'’ʼ1,- ²½éßŉİiйкøłæžﬁⅣ①゙がक़أ가한\u00ad\u200d\u0301\u0306"
texts = st.text(max_size=20) | st.text(_LETTERS, max_size=12)
# Marks above U+FFFF belong to scripts that no newspaper is printed in.
printed = texts.filter(lambda text: all(char < "\U00010000" for char in text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kyiv, NATO!", ["Kyiv", "NATO"]),
        ("couldn’t o'neill 'quoted'", ["couldn’t", "o'neill", "quoted"]),
        ("U.S. troops at 9 p.m.", ["U.S", "troops", "at", "9", "p.m"]),
        ("the U.S.’s and U.N's", ["the", "U.S.’s", "and", "U.N's"]),
        ("J.F.K. said.Then", ["J.F.K", "said", "Then"]),
        ("100,000 and 2.5bn, 3.", ["100,000", "and", "2.5bn", "3"]),
        ("21:14 on 24/7", ["21", "14", "on", "24", "7"]),
        ("NATO-Russia de-facto", ["NATO", "Russia", "de", "facto"]),
        ("AT&T foo_bar a@b.org", ["AT", "T", "foo", "bar", "a", "b", "org"]),
        ("no\u00a0break so\u00adft", ["no", "break", "so\u00adft"]),
        ("Jose\u0301 Núñez", ["Jose\u0301", "Núñez"]),
        ("हिन्दी มั่นคง", ["हिन्दी", "มั่นคง"]),
        ("...", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert list_words(text) == words
    assert [match.group() for match in find_words(text)] == words


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Kyiv", "kyiv"),
        ("Kyiv's", "kyiv"),
        ("KYIV’S", "kyiv"),
        ("U.S", "us"),
        ("U.S.'s", "us"),
        ("p.m", "pm"),
        ("couldn’t", "couldn't"),
        ("2.5", "2.5"),
        ("100,000", "100,000"),
        ("Erdoğan", "erdogan"),
        ("Łódź", "lodz"),
        ("Jose\u0301", "jose"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("Ærø", "aero"),
        ("so\u00adft", "soft"),
        ("ﬁscal", "fiscal"),
        ("ＮＡＴＯ", "nato"),
        ("½", "½"),
        ("Цой", "цой"),
        ("ёлка", "елка"),
        ("ŉ", "n"),
    ],
)
def test_words_are_compared_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("US", "US"),
        ("U.S", "US"),
        ("U.S.'s", "US"),
        ("us", "us"),
        ("Kyiv’s", "Kyiv"),
        ("José", "José"),
        ("Jose\u0301", "José"),
        ("2.5", "2.5"),
    ],
)
def test_an_exact_form_keeps_case_and_accents(word: str, form: str) -> None:
    assert written_form(word) == form


@given(texts)
@settings(max_examples=500)
@example("Ṡ'ṡ")
@example("x's's")
def test_folding_a_word_gives_one_word_that_folds_to_itself(text: str) -> None:
    for word in list_words(text):
        for form in (fold(word), written_form(word)):
            assert list_words(form) == [form]
        assert fold(fold(word)) == fold(word)
        assert written_form(written_form(word)) == written_form(word)


@given(printed)
@settings(max_examples=500)
@example("A.가")
@example("a.e\u0301x")
def test_accents_taken_apart_change_no_word(text: str) -> None:
    composed = list_words(unicodedata.normalize("NFC", text))
    apart = list_words(unicodedata.normalize("NFD", text))

    assert list(map(fold, composed)) == list(map(fold, apart))
    assert list(map(written_form, composed)) == list(map(written_form, apart))


@given(texts)
def test_words_stand_where_they_were_found(text: str) -> None:
    end = 0
    for match in find_words(text):
        assert end <= match.start() < match.end() <= len(text)
        assert match.group()[0].isalnum()
        end = match.end()
