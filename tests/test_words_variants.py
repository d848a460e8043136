"""Which spellings are one name, and by which key a word is found."""

from __future__ import annotations

from pathlib import Path

import pytest

import index.words
from index.words import Analyser, Variants, fold, list_words, shipped_variants
from index.words.variants import read_groups

TABLE = Path(index.words.__file__).with_name("variants.txt").read_text("utf-8")
GROUPS = read_groups(TABLE)

# Words of the language that a careless line would join with a name.
COMMON = (
    "laden canton cologne archangel liege gent meshed said sander polish mobile nice "
    "reading bath cork tours split lean male chad jordan china japan victor maxim "
    "semen karen putting maid mail main mate meat moral morse mussel nurse sari saber"
)


@pytest.mark.parametrize(
    "names",
    [
        "Kyiv Kiev",
        "Zelensky Zelenskiy Zelenskyy Zelenskyi",
        "Donbas Donbass",
        "Moscow Moskva",
        "Gaddafi Qaddafi Kadhafi",
        "Beijing Peking",
        "Odesa Odessa",
        "Kharkiv Kharkov",
        "Lviv Lvov",
        "Chernobyl Chornobyl",
        "Lukashenko Lukashenka",
        "Mumbai Bombay",
        "Chennai Madras",
        "Khamenei Khamenehi",
        "Sergei Sergey",
        "Dmitry Dmitri Dmitriy",
        "Mohammed Muhammad Mohamed",
        "Krakow Cracow Kraków",
        "Qur’an Koran",
    ],
)
def test_the_usual_spellings_are_one_word(names: str) -> None:
    keys = Analyser().keys

    assert len({keys[name] for name in names.split()}) == 1


def test_there_are_well_over_150_groups() -> None:
    assert len(GROUPS) > 150


def test_every_line_holds_single_words_that_stand_nowhere_else() -> None:
    words = [word for group in GROUPS for word in group]
    folded = [fold(word) for word in words]

    assert all(list_words(word) == [word] for word in words)
    assert all(len(group) > 1 for group in GROUPS)
    assert len(set(folded)) == len(folded)


def test_no_common_word_is_taken_for_a_name() -> None:
    assert not set(COMMON.split()) & set(shipped_variants().heads)


def test_spellings_are_given_with_the_word_itself() -> None:
    variants = Variants().extended([["Kyiv", "Kiev"]])

    assert variants.spellings("kiev") == ("kiev", "kyiv")
    assert variants.spellings("nato") == ("nato",)
    assert variants.head("kiev") == "kyiv"
    assert variants.head("nato") == "nato"


def test_groups_that_share_a_word_become_one() -> None:
    variants = Variants().extended([["a", "b"], ["c", "d"], ["b", "e"], ["d", "a"], []])

    assert {variants.head(word) for word in "abcde"} == {"c"}


def test_an_archive_extends_the_shipped_table() -> None:
    variants = shipped_variants().extended([["Kyjiw", "Kiev"]])

    assert variants.head("kyjiw") == variants.head("kyiv")
    assert "kyjiw" not in shipped_variants().heads


def test_words_are_stemmed_and_names_are_not() -> None:
    analyser = Analyser()

    assert analyser.keys["Lines"] == analyser.keys["line"]
    assert analyser.names["Lines"] != analyser.names["line"]
    assert analyser.names["Kiev’s"] == analyser.names["kyiv"]


def test_other_rules_have_another_fingerprint() -> None:
    rules = [
        Analyser(),
        Analyser("german"),
        Analyser(variants=Variants()),
        Analyser(variants=shipped_variants().extended([["a", "b"]])),
    ]

    assert len({one.fingerprint for one in rules}) == len(rules)
    assert Analyser().fingerprint == rules[0].fingerprint
