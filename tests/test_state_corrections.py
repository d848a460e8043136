"""Corrections: an overlay that every answer knows, and that takes nothing away."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.archive import Archive
from index.archive.aliases import AliasedEngine
from index.archive.merging import moment_in
from index.archive.overlay import CorrectedEngine
from index.archive.publishing import publish
from index.archive.reports import AddOptions
from index.archive.upkeep import rebuild
from index.engine import Order
from index.engines.memory import MemoryEngine
from index.errors import NotFoundError
from index.model import Certainty, Clipping, Span, SpeakerKind
from index.state import State
from index.state.anchors import anchor
from index.state.correcting import Correction, Corrects, corrected, in_force
from index.state.corrections import CorrectionError
from index.words import Analyser
from tests.makers import article, clipping, quote
from tests.strategies import DATES, NAMES, OUTLETS, article_queries, utterance_queries
from tests.strategies import clippings as any_clippings
from tests.test_engines_agree import answer
from tests.test_state_queries import ids, named, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.query.nodes import Query
    from index.state.corrections import Corrections

EXAMPLES = int(os.environ.get("QUOTH_EXAMPLES", "200"))
ANALYSER = Analyser()
NOW = datetime(2031, 3, 4, tzinfo=UTC)
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


@st.composite
def overlaid(draw: st.DrawFn) -> tuple[list[Clipping], list[Correction]]:
    found = {c.article.id: c for c in draw(st.lists(any_clippings(), max_size=6))}
    made: list[Correction] = []
    for number in range(draw(st.integers(0, 5))):
        if not found:
            break
        about = draw(st.sampled_from(tuple(Corrects)))
        whose = draw(st.sampled_from(sorted(found)))
        made.append(draw(correction(found[whose], about, str(number))))
    return list(found.values()), made


@st.composite
def correction(
    draw: st.DrawFn, of: Clipping, about: Corrects, number: str
) -> Correction:
    values = {
        Corrects.TITLE: ("Red line", "café"),
        Corrects.OUTLET: (*OUTLETS, None),
        Corrects.SPEAKER: (*NAMES, "Ilse Marek", None),
        Corrects.ALIAS: NAMES,
    }.get(about, (*(d for d in DATES if not d.endswith("?")), None))
    value = draw(st.sampled_from(values))
    place = None
    if about is Corrects.SPEAKER and of.quotes:
        meant = draw(st.sampled_from(of.quotes))
        place = anchor(of.article.text, meant.span)
    is_alias = about is Corrects.ALIAS
    return Correction(
        number,
        about,
        value,
        draw(st.sampled_from(NAMES)) if is_alias else None,
        "me",
        NOW,
        "" if is_alias else of.article.id,
        anchor=place,
    )


def laid_over(
    clippings: list[Clipping], corrections: list[Correction]
) -> CorrectedEngine:
    """The engine of what was read, under the corrections, as an archive lays them."""
    corrigenda = in_force(corrections)
    by_id = {c.article.id: c for c in clippings}

    spoken = {
        (c.article.id, number): (q.speaker, corrigenda.name_of(q.speaker))
        for c in clippings
        for number, q in enumerate(c.quotes)
        if q.speaker and q.speaker in corrigenda.aliases
    }

    def moment_of(id_: str, order: Order) -> int | None:
        return moment_in(by_id[id_].article, order)

    engine = MemoryEngine(clippings, ANALYSER)
    return CorrectedEngine(
        AliasedEngine(engine, ANALYSER, spoken, moment_of),
        ANALYSER,
        lambda kinds: corrigenda.of(*kinds),
        lambda ids: [corrected(by_id[id_], corrigenda) for id_ in ids],
        moment_of,
    )


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    overlaid(),
    st.lists(article_queries() | utterance_queries(), min_size=3, max_size=6),
)
def test_every_answer_is_that_of_the_corrected_archive(
    made: tuple[list[Clipping], list[Correction]], queries: list[Query]
) -> None:
    clippings, corrections = made
    corrigenda = in_force(corrections)
    right = MemoryEngine([corrected(c, corrigenda) for c in clippings], ANALYSER)
    ours = laid_over(clippings, corrections)

    for query in queries:
        for order in Order:
            found, wanted = ours.search(query, order), right.search(query, order)
            assert found.total == wanted.total
            assert found.undated == wanted.undated
            if order is Order.RELEVANCE:
                assert sorted(answer(found)) == sorted(answer(wanted))
            else:
                assert answer(found) == answer(wanted)
            assert found.window(1, 3) == found.window(0, found.total)[1:3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clippings").mkdir()
    write(
        tmp_path,
        {
            "border": "Border shut\n\nPublished: 4 March 2031\n\n"
            "“The border stays closed,” Ilse Marek told reporters.\n",
            "ferry": "Ferry sails\n\nPublished: 5 March 2031\n\n"
            "“The ferry sails again,” said Dario Venn.\n",
            "strike": "Strike goes on\n\n"
            "“The strike at the border goes on,” said Ada Quill.\n",
        },
    )
    return tmp_path


@pytest.fixture
def state(folder: Path) -> Iterator[State]:
    opened = State(folder / "state.db")
    yield opened
    opened.close()


@pytest.fixture
def archive(folder: Path, state: State) -> Iterator[Archive]:
    opened = Archive.open(folder / "news", state)
    yield opened
    opened.close()


def clipping_of(archive: Archive, name: str) -> Clipping:
    return archive.clipping(ids(archive, name)[0])


def own(archive: Archive) -> Corrections:
    assert archive.notebook
    return archive.notebook.corrections


def test_lists_answers_and_counts_know_of_corrections(archive: Archive) -> None:
    strike = clipping_of(archive, "strike")
    own(archive).speaker(strike, 0, "Tomas Reyl", who="me")
    own(archive).title(clipping_of(archive, "ferry").article, "Boats", who="me")
    own(archive).outlet(strike.article, "Harbour Post", who="me")

    assert named(archive, "by:reyl") == {"strike"}
    assert named(archive, "by:quill") == set()
    assert named(archive, "title:boats") == {"ferry"}
    assert named(archive, "title:sails") == set()
    assert named(archive, 'outlet:"harbour post"') == {"strike"}
    assert named(archive, "border -outlet:harbour") == {"border"}
    assert "Boats" in [headline.title for headline in archive.newest(0, 9)]
    (row,) = archive.rows(archive.answer("by:reyl"), 0, 9)
    assert getattr(row, "quote").speaker == "Tomas Reyl"  # noqa: B009 - either row
    assert row.headline.outlet == "Harbour Post"


def test_a_corrected_date_puts_an_article_in_its_place(archive: Archive) -> None:
    border, ferry, strike = ids(archive, "border", "ferry", "strike")
    before = archive.totals().undated
    dated = own(archive).date(
        clipping_of(archive, "strike").article, "2031-03-04T12:00", who="me"
    )

    wanted = [ferry, strike, border]
    assert [headline.id for headline in archive.newest(0, 9)] == wanted
    assert [headline.id for headline in archive.newest(1, 2)] == wanted[1:2]
    every = archive.answer("*")
    assert [hit.article for hit in archive.hits(every, 0, 9)] == wanted
    assert [hit.article for hit in archive.hits(every, 1, 2)] == wanted[1:2]
    assert named(archive, "date:2031-03-04") == {"border", "strike"}
    assert (before, archive.totals().undated) == (1, 0)
    assert archive.answer("date:2031").undated == 0
    date = archive.clipping(strike).article.date
    assert date is not None
    assert (date.certainty, date.rule) == (Certainty.STATED, "correction")

    own(archive).undo(dated.id)

    assert [headline.id for headline in archive.newest(0, 9)][-1] == strike
    assert archive.answer("date:2031").total == 2


def test_relevance_keeps_its_order_under_corrections(archive: Archive) -> None:
    before = archive.hits(archive.answer("border"), 0, 9)
    own(archive).outlet(clipping_of(archive, "strike").article, "Post", who="me")

    assert archive.hits(archive.answer("border"), 0, 9) == before


def test_an_alias_holds_for_every_article(archive: Archive) -> None:
    own(archive).alias("Dario Venn", "Dario Venn of Tessel", who="me")

    assert named(archive, "by:tessel") == {"ferry"}
    assert archive.answer("by:venn").total == 1


def test_corrections_survive_reading_everything_again(
    archive: Archive, folder: Path
) -> None:
    own(archive).speaker(clipping_of(archive, "strike"), 0, "Tomas Reyl", who="me")

    rebuild(folder / "news", AddOptions(), reread=True)
    archive.reopen()

    assert named(archive, "by:reyl") == {"strike"}


def test_published_corrections_are_everybodys_until_withdrawn(
    archive: Archive, folder: Path, state: State
) -> None:
    made = own(archive).title(clipping_of(archive, "ferry").article, "Boats", who="me")
    gone = own(archive).outlet(clipping_of(archive, "ferry").article, "X", who="me")
    own(archive).undo(gone.id)

    assert publish(folder / "news", state, AddOptions()) == 1

    other = Archive.open(folder / "news", State(folder / "other.db"))
    nobody = Archive.open(folder / "news")
    assert nobody.answer("*").behind == 0
    assert named(nobody, "title:boats") == named(other, "title:boats") == {"ferry"}
    published = next(one for one in other.corrections() if one.id == made.id)
    own(other).undo(made.id, published)
    assert named(other, "title:boats") == set()
    assert named(nobody, "title:boats") == {"ferry"}

    own(archive).undo(made.id)
    assert publish(folder / "news", state, AddOptions()) == 0
    assert named(nobody, "title:boats") == set()
    other.close()
    nobody.close()


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
