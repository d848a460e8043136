"""An archive is mended and made anew, on real files, store and index."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.adding import add
from index.archive.health import check
from index.archive.reports import AddOptions
from index.archive.upkeep import rebuild
from tests.two_stories import added, dump, row, total

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    "harm",
    [
        lambda index: (index / "current").unlink(),
        lambda index: (index / "current").write_text("nonsense"),
        lambda index: [f.write_bytes(b"") for f in index.glob("gen-*/*")],
    ],
    ids=["no pointer", "wrong pointer", "empty files"],
)
def test_a_damaged_index_is_reported_and_rebuilt(
    folder: Path, harm: Callable[[Path], None]
) -> None:
    added(folder)
    harm(folder / "news" / "index")

    archive = Archive.open(folder / "news")
    problems = check(archive).problems
    listed = archive.newest(0, 9)
    archive.close()
    rebuild(folder / "news", AddOptions())
    archive = Archive.open(folder / "news")

    assert any("quoth rebuild" in problem for problem in problems)
    assert len(listed) == 2
    assert check(archive).ok
    assert total(archive, "border") == 1
    archive.close()


def test_adding_mends_a_damaged_index_by_itself(folder: Path) -> None:
    added(folder)
    (folder / "news" / "index" / "current").unlink()

    added(folder)
    archive = Archive.open(folder / "news")

    assert total(archive, "border") == 1
    archive.close()


def test_new_spellings_remake_the_index(folder: Path) -> None:
    added(folder)
    settings = folder / "news" / "quoth.toml"
    settings.write_text('[spelling]\ngroups = [["ferry", "hydrofoil"]]\n')

    added(folder)
    archive = Archive.open(folder / "news")

    assert total(archive, "hydrofoil") == 1
    archive.close()


def test_rereading_gives_the_same_archive(folder: Path) -> None:
    path = folder / "wire.jsonl.gz"
    path.write_bytes(dump([row(1, "“Ready,” said Emil Brucke.")]))
    add(folder / "news", [str(folder / "clippings"), str(path)], AddOptions())
    archive = Archive.open(folder / "news")
    before = [archive.clipping(h.id) for h in archive.newest(0, 9)]

    rebuild(folder / "news", AddOptions(), reread=True)

    assert [archive.clipping(h.id) for h in archive.newest(0, 9)] == before
    archive.close()


def test_articles_that_were_read_by_other_rules_are_counted_until_reread(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as yesterday:
        yesterday.setattr("index.archive.preparing.READING_RULES", 1)
        added(folder)
    (folder / "clippings" / "late.txt").write_text("The ferry is late.", "utf-8")
    added(folder)

    with closing(Archive.open(folder / "news")) as archive:
        assert (check(archive).read_otherwise, check(archive).ok) == (2, True)
    rebuild(folder / "news", AddOptions(), reread=True)
    with closing(Archive.open(folder / "news")) as archive:
        assert check(archive).read_otherwise == 0
