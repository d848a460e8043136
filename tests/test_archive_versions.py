"""What is kept of an article goes over to its new version, and to nothing else."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.adding import add
from index.archive.likeness import alike
from index.archive.publishing import publish
from index.archive.reports import AddOptions
from index.state import State

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The ferry to Tessel sails again from Monday, the harbour office said today. "
OTHER = "Four herons were counted on the marsh, more than in any winter since the war. "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY * 2, "utf-8")
    return tmp_path


def taken(folder: Path, *, prune: bool = False) -> None:
    add(folder / "news", [str(folder / "in")], AddOptions(prune=prune))


def opened(folder: Path, who: str = "me") -> Archive:
    return Archive.open(folder / "news", State(folder / f"{who}.db"))


def star(folder: Path, query: str) -> None:
    with closing(opened(folder)) as archive:
        assert archive.notebook
        (hit,) = archive.hits(archive.answer(query), 0, 9)
        archive.notebook.marks.star([archive.clipping(hit.article).article])


def starred(folder: Path) -> int:
    with closing(opened(folder)) as archive:
        return archive.answer("is:starred").total


def test_a_star_goes_over_to_the_mended_text(folder: Path) -> None:
    taken(folder)
    star(folder, "ferry")

    (folder / "in" / "a.txt").write_text(STORY + "It is now Tuesday.", "utf-8")
    taken(folder)

    assert starred(folder) == 1


def test_a_star_does_not_go_over_to_another_story_in_the_same_file(
    folder: Path,
) -> None:
    taken(folder)
    star(folder, "ferry")

    (folder / "in" / "a.txt").write_text(OTHER * 2, "utf-8")
    taken(folder)

    assert starred(folder) == 0


def test_a_star_stays_when_the_file_it_was_given_in_is_gone(folder: Path) -> None:
    (folder / "in" / "b.txt").write_text(STORY * 2, "utf-8")
    taken(folder)
    star(folder, "ferry")
    (folder / "in" / "a.txt").unlink()
    taken(folder, prune=True)

    (folder / "in" / "b.txt").write_text(STORY + "It is now Tuesday.", "utf-8")
    taken(folder)

    assert starred(folder) == 1


def test_published_corrections_go_over_for_every_reader(folder: Path) -> None:
    taken(folder)
    with closing(opened(folder)) as archive:
        assert archive.notebook
        (hit,) = archive.hits(archive.answer("ferry"), 0, 9)
        article = archive.clipping(hit.article).article
        archive.notebook.corrections.outlet(article, "Tide", who="me")
    with closing(State(folder / "me.db")) as state:
        publish(folder / "news", state, AddOptions())

    (folder / "in" / "a.txt").write_text(STORY + "It is now Tuesday.", "utf-8")
    taken(folder)

    with closing(opened(folder, "somebody")) as archive:
        assert archive.answer("outlet:tide").total == 1


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (STORY, STORY + OTHER, True),
        (STORY, OTHER, False),
        ("", "", True),
        ("", STORY, False),
        ("One word.", "One word more.", True),
    ],
)
def test_texts_are_alike_that_share_their_words(
    one: str, other: str, verdict: bool
) -> None:
    assert alike(one, other) is verdict
