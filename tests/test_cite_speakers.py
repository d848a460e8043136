"""Whose words a citation says they are."""

from __future__ import annotations

import pytest

from index.citing import Format, cite, write
from index.citing.checking import Verdict
from index.model import Quote, QuoteKind
from tests.makers import clipping, quote
from tests.test_cite import BORDER, checked, story


def test_doubt_and_ignorance_of_the_speaker_are_told() -> None:
    made = story().article
    doubtful = quote("no gift", made, "Ilse Marek", confidence=0.4)
    unknown = quote("The border is closed,", made)
    reported = quote("told Radio Kessin", made, "Otto Venn", kind=QuoteKind.INDIRECT)

    def text(said: Quote) -> str:
        return write(cite(clipping(made, said), said.span), Format.TEXT)

    assert "— Ilse Marek?, in" in text(doubtful)
    assert "— unknown speaker, in" in text(unknown)
    assert "— Otto Venn, in the reporter’s words, in" in text(reported)


@pytest.mark.parametrize("fmt", [Format.TEXT, Format.MARKDOWN])
def test_what_a_reporter_says_somebody_said_is_in_nobodys_marks(fmt: Format) -> None:
    made = story().article
    said = quote("told Radio Kessin", made, "Otto Venn", kind=QuoteKind.INDIRECT)

    citation = write(cite(clipping(made, said), said.span), fmt)

    assert "[told Radio Kessin]" in citation
    assert "“told" not in citation
    assert checked(citation, BORDER) is Verdict.EXACT
    assert checked(citation.replace("told", "sold"), BORDER) is Verdict.CHANGED
