"""Queries that ask for the reader's own marks, put to a real archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.adding import add
from index.archive.reports import AddOptions
from index.archive.upkeep import rebuild
from index.errors import QueryError
from index.model import Span
from index.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = {
    "border": "“The border stays closed,” Ilse Marek told reporters.\n",
    "ferry": "The ferry sails again, and “nobody objects”, said Dario Venn.\n",
    "strike": "The strike goes on at the border.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clippings").mkdir()
    write(tmp_path, TEXTS)
    return tmp_path


def write(folder: Path, texts: dict[str, str], *, prune: bool = False) -> None:
    for name, text in texts.items():
        (folder / "clippings" / f"{name}.txt").write_text(text, "utf-8")
    add(folder / "news", [str(folder / "clippings")], AddOptions(prune=prune))


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


def named(archive: Archive, query: str) -> set[str]:
    """The files that answer, by their names."""
    answer = archive.answer(query)
    rows = archive.rows(answer, 0, answer.total)
    assert len(rows) == answer.total
    return {row.headline.path.rpartition("/")[2].removesuffix(".txt") for row in rows}


def ids(archive: Archive, *names: str) -> list[str]:
    paths = [f"{archive.folder.parent}/clippings/{name}.txt" for name in names]
    return [archive.store.find(path) for path in paths]


def test_marks_answer_queries(archive: Archive) -> None:
    assert archive.notebook
    marks = archive.notebook.marks
    border, ferry = archive.headlines(ids(archive, "border", "ferry"))
    marks.mark_read([border.id])
    marks.star([border, ferry])
    marks.tag("Red Lines", [ferry])

    assert named(archive, "is:read") == {"border"}
    assert named(archive, "is:unread") == {"ferry", "strike"}
    assert named(archive, "is:starred -is:read") == {"ferry"}
    assert named(archive, "is:unread border") == {"strike"}
    assert named(archive, "tag:line*") == {"ferry"}
    assert named(archive, 'tag:"red lines"') == {"ferry"}
    assert named(archive, "tag:red | is:read") == {"border", "ferry"}
    assert named(archive, "-tag:red") == {"border", "strike"}
    assert named(archive, "tag:blue") == set()


def test_marks_answer_for_utterances_too(archive: Archive) -> None:
    assert archive.notebook
    archive.notebook.marks.star(archive.headlines(ids(archive, "border", "strike")))

    answer = archive.answer("is:starred by:marek")

    assert (answer.kind, answer.total) == ("utterances", 1)
    assert archive.answer("is:starred by:venn").total == 0
    assert answer.parsed == "is:starred by:marek"


def test_notes_answer_queries(archive: Archive) -> None:
    assert archive.notebook
    article = archive.clipping(ids(archive, "ferry")[0]).article
    archive.notebook.notes.write(article, "when?", Span(4, 9))

    assert named(archive, "is:noted") == {"ferry"}


def test_without_a_reader_marks_are_refused_in_a_sentence(folder: Path) -> None:
    archive = Archive.open(folder / "news")

    for query, at in (("border is:starred", 7), ("-tag:x", 1), ("is:new", 0)):
        with pytest.raises(QueryError, match="reader's own marks") as refused:
            archive.answer(query)
        assert refused.value.at == at
        assert refused.value.query == query
    archive.close()


def test_a_saved_search_stands_for_its_query(archive: Archive) -> None:
    assert archive.notebook
    archive.notebook.searches.save("b", "border")
    archive.notebook.searches.save("unseen", "@b is:unread")
    archive.notebook.marks.mark_read(ids(archive, "strike"))

    assert named(archive, "@b") == {"border", "strike"}
    assert named(archive, "@unseen") == {"border"}
    assert archive.answer("@b closed").parsed == "@b closed"
    with pytest.raises(QueryError, match="no saved search"):
        archive.answer("@nobody")


def test_new_is_what_came_in_since_the_saved_search_was_looked_at(
    archive: Archive, folder: Path
) -> None:
    assert archive.notebook
    searches = archive.notebook.searches
    searches.save("b", "border", seen=archive.engine.revision)
    searches.save("never", "border | ferry")
    searches.save("own", "border is:new", seen=archive.engine.revision)
    assert named(archive, "@b is:new") == set()
    assert named(archive, "@never is:new") == {"border", "ferry", "strike"}

    write(folder, {"bridge": "The bridge at the border.\n", "lake": "The lake.\n"})
    archive.reopen()

    assert named(archive, "@b is:new") == {"bridge"}
    assert named(archive, "@b -is:new") == {"border", "strike"}
    assert named(archive, "@own") == {"bridge"}
    assert named(archive, "is:new") == {*TEXTS, "bridge", "lake"}
    searches.look("b", archive.engine.revision)
    assert named(archive, "@b is:new") == set()


def test_reading_everything_again_makes_nothing_new(
    archive: Archive, folder: Path
) -> None:
    assert archive.notebook
    archive.notebook.searches.look_round(archive.engine.revision)
    archive.notebook.marks.mark_read(ids(archive, "border"))

    rebuild(folder / "news", AddOptions(), reread=True)
    archive.reopen()

    assert named(archive, "is:new") == set()
    assert named(archive, "is:read") == {"border"}


def test_marks_stay_when_a_file_is_renamed_and_when_its_text_changes(
    archive: Archive, folder: Path
) -> None:
    assert archive.notebook
    marks, notes = archive.notebook.marks, archive.notebook.notes
    headlines = archive.headlines(ids(archive, "border", "ferry"))
    marks.star(headlines)
    marks.mark_read(h.id for h in headlines)
    ferry = archive.clipping(headlines[1].id).article
    notes.write(ferry, "who?", Span(0, 9))

    (folder / "clippings" / "border.txt").rename(folder / "clippings" / "b.txt")
    write(folder, {"ferry": "On Monday. The ferry sails no more.\n"}, prune=True)
    archive.reopen()

    assert named(archive, "is:starred") == {"b", "ferry"}
    # Nobody has read the new text; the renamed one is the same.
    assert named(archive, "is:read") == {"b"}
    (note,) = notes.of(ids(archive, "ferry")[0])
    span = note.span_in(archive.clipping(note.article).article)
    assert span == Span(11, 20)


def test_two_readers_of_one_archive_keep_their_marks_apart(
    archive: Archive, folder: Path
) -> None:
    assert archive.notebook
    archive.notebook.marks.mark_read(ids(archive, "border"))
    other = Archive.open(folder / "news", State(folder / "other.db"))

    assert other.answer("is:unread").total == 3
    assert archive.answer("is:unread").total == 2
    other.close()
