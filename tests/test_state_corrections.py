"""Corrections: an overlay that says who and when, and that takes nothing away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.errors import NotFoundError
from index.model import Clipping, Span, SpeakerKind
from index.state import State
from index.state.correcting import corrected, in_force
from index.state.corrections import CorrectionError
from tests.makers import article, clipping, quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.state.corrections import Corrections

TEXT = "“The border is closed,” she said. “It stays so.” “No,” said Dario Venn."


def said() -> Clipping:
    made = article(TEXT, id="a", title="Closed", published="2031-03-01")
    first = quote("The border is closed,", made, "Ada Quill")
    second = quote("It stays so.", made, "Ada Quill")
    return clipping(
        made,
        replace(first, chain=1),
        replace(second, chain=1),
        quote("No,", made, "Dario Venn"),
    )


@pytest.fixture
def corrections(tmp_path: Path) -> Iterator[Corrections]:
    state = State(tmp_path / "own.db")
    yield state.notebook("news").corrections
    state.close()


def speakers(made: Clipping, corrections: Corrections) -> list[str | None]:
    now = corrected(made, in_force(corrections.all()))
    return [quote.speaker for quote in now.quotes]


def test_a_speaker_is_corrected_in_all_parts_of_a_statement(
    corrections: Corrections,
) -> None:
    corrections.speaker(said(), 0, "Ilse Marek", who="me", kind=SpeakerKind.PERSON)

    now = corrected(said(), in_force(corrections.all()))

    assert [q.speaker for q in now.quotes] == ["Ilse Marek"] * 2 + ["Dario Venn"]
    assert now.quotes[0].rule == "correction"
    assert now.quotes[0].confidence == 1
    assert now.quotes[2] == said().quotes[2]


def test_a_correction_says_who_when_and_what_was_before(
    corrections: Corrections,
) -> None:
    made = corrections.speaker(said(), 2, None, who="the desk")

    assert corrections.all() == (made,)
    assert (made.old, made.value, made.who) == ("Dario Venn", None, "the desk")
    assert made.anchor is not None
    assert made.anchor.words == "No,"
    assert speakers(said(), corrections)[2] is None


def test_undone_a_correction_lets_the_one_before_show(
    corrections: Corrections,
) -> None:
    first = corrections.title(said().article, "First", who="me")
    second = corrections.title(said().article, "Second", who="me")

    def title() -> str | None:
        found = corrected(said(), in_force(corrections.all())).article.title
        return found.value if found else None

    assert title() == "Second"
    corrections.undo(second.id)
    assert title() == "First"
    corrections.undo(first.id)
    assert title() == "Closed"
    assert [one.undone for one in corrections.all(undone=True)] == [True, True]
    with pytest.raises(NotFoundError):
        corrections.undo("nothing")


def test_a_correction_stays_on_its_words_when_quotations_are_cut_anew(
    corrections: Corrections,
) -> None:
    corrections.speaker(said(), 2, "Tomas Reyl", who="me")
    made = said().article
    again = clipping(made, ("The border is closed", "x"), ("No", "x"), ("Dario", "y"))
    without = clipping(made, ("The border is closed", "x"))

    assert speakers(again, corrections) == ["x", "Tomas Reyl", "y"]
    assert speakers(without, corrections) == ["x"]


def test_an_alias_stands_for_a_name_everywhere(corrections: Corrections) -> None:
    corrections.alias("Ada Quill", "Ada Marek", who="me")
    corrections.alias("Ada Marek", "Ilse Marek", who="me")
    corrections.alias("Ilse Marek", "Ada Quill", who="me")
    other = clipping("She said: yes.", ("yes", "Ada Marek"), id="b")

    assert speakers(said(), corrections)[2] == "Dario Venn"
    assert speakers(other, corrections) != [None]  # three that turn in a circle end
    corrections.undo(corrections.all()[2].id)
    assert speakers(said(), corrections)[0] == "Ilse Marek"
    assert speakers(other, corrections) == ["Ilse Marek"]


def test_what_is_no_correction_is_refused(corrections: Corrections) -> None:
    made = said().article
    for wrong in ("soon", "2031-3-4", "2031-02-30", "2031-13", "2031-03-04T25:00"):
        with pytest.raises(CorrectionError, match="no date"):
            corrections.date(made, wrong, who="me")
    with pytest.raises(CorrectionError, match="already"):
        corrections.title(made, "Closed", who="me")
    with pytest.raises(CorrectionError, match="needs a value"):
        corrections.outlet(made, "  ", who="me")
    assert corrections.all() == ()


def test_a_span_beyond_the_text_is_no_fault(corrections: Corrections) -> None:
    made = said()
    corrections.speaker(made, 2, "Tomas Reyl", who="me")
    shorter = replace(made.article, text=made.article.text[40:], zones=())
    cut = Clipping(shorter, (replace(made.quotes[0], start=0, end=70),))

    assert speakers(cut, corrections) == ["Tomas Reyl"]
    assert cut.quotes[0].span.end > len(shorter.text)


NEVER = "“We will never sign,” {} told reporters.\n\n"
PETROV, BELL = NEVER.format("Ivan Petrov"), NEVER.format("Anna Bell")
BETWEEN = "The talks in Kessin had lasted for three days without a result.\n\n"
HEAD = "Nobody in the capital had expected any other answer to the offer.\n\n"


def refusals(*paragraphs: str) -> Clipping:
    made = article("".join(paragraphs), id="a")
    ends = [at.end() - 1 for at in re.finditer("sign,”", made.text)]
    spans = [Span(end - len("We will never sign,"), end) for end in ends]
    whose = [made.text[end + 2 :].split()[1] for end in ends]
    said = map(quote, spans, [made] * len(spans), whose)
    return clipping(made, *said)


def test_a_correction_never_goes_to_another_who_says_the_same(
    corrections: Corrections,
) -> None:
    corrections.speaker(refusals(HEAD, PETROV, BETWEEN, BELL), 0, "Other", who="me")
    both = refusals(BETWEEN, HEAD, PETROV, BETWEEN, BELL)

    assert speakers(both, corrections) == ["Other", "Bell"]
    assert speakers(refusals(HEAD, BETWEEN, BELL), corrections) == ["Bell"]
    assert speakers(refusals(BELL), corrections) == ["Bell"]
    assert speakers(refusals("Elsewhere. ", BELL, HEAD), corrections) == ["Bell"]


def test_a_correction_is_found_again_when_one_side_is_edited(
    corrections: Corrections,
) -> None:
    corrections.speaker(refusals(HEAD, PETROV, BETWEEN, BELL), 0, "Other", who="me")
    later = PETROV.replace("told reporters", "told us")

    assert speakers(refusals(HEAD, later, BETWEEN), corrections) == ["Other"]
    assert speakers(refusals("News. ", PETROV, BETWEEN), corrections) == ["Other"]
