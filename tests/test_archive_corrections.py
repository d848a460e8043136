"""Corrections in a real archive: in every answer, list and count, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.publishing import publish
from index.archive.reports import AddOptions
from index.archive.upkeep import rebuild
from index.model import Certainty, Clipping
from index.state import State
from tests.test_state_queries import ids, named, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.state.corrections import Corrections


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
