"""A party and a state behind a name are no part of it, and never speak."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quotes import extract
from index.quotes.furniture import without_parties
from tests.makers import article


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Rep. Ann Lind (D-N.Y.) said that “the vote is over.”", "Ann Lind"),
        ("Sen. Bo Ek, R-Ky., called the bill “a disgrace.”", "Bo Ek"),
        ("Ann Lind (D) of Nevada called it “a successful year.”", "Ann Lind"),
        ("Speaker Ann Lind, D-Calif., said “The plan is dead.”", "Ann Lind"),
        ("Rep. Bo Ek, D-Calif., the chairman, said “it is a sad day.”", "Bo Ek"),
        ("Rep. Bo Ek (R., Utah) said the vote was “a sham.”", "Bo Ek"),
        ("“No,” said Rep. Bo Ek, R-Iowa.", "Bo Ek"),
        ("Sen. Ann Lind (D-West Virginia), who left, said, “I will.”", "Ann Lind"),
        ("With Sen. Ann Lind, I-Vt., Bo Ek said “it is late.”", "Bo Ek"),
        ("Sen. Ann Lind, R-N.H., said she was “troubled.”", "Ann Lind"),
    ],
)
def test_who_speaks_is_named_without_the_party(sentence: str, speaker: str) -> None:
    (quote,) = (q for q in extract(article(sentence)) if q.kind != "indirect")

    assert quote.speaker == speaker


@pytest.mark.parametrize(
    "text", ["Plan (D) is out", "a D-Day, R-rated", "(R-0)", "I-95, I-80, the road"]
)
def test_nothing_moves_where_no_party_stands(text: str) -> None:
    assert len(without_parties(text)) == len(text)


@given(st.text(st.sampled_from("(),.-–DRI NYaé ")))
def test_every_character_else_stays_where_it_is(text: str) -> None:
    blanked = without_parties(text)

    assert len(blanked) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, blanked, strict=True))
