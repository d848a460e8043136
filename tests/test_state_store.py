"""What the store keeps so that personal state finds its articles again."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from index.archive.reports import AddOptions
from index.archive.upkeep import rebuild
from index.errors import ArchiveBrokenError
from index.store import Store, StoreWriter
from index.store.schema import MIGRATIONS
from tests.makers import clipping
from tests.test_store import put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[StoreWriter]:
    opened = StoreWriter(tmp_path)
    yield opened
    opened.close()


def test_an_archive_has_an_id_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    ids = set()
    for name in ("one", "other", "one"):
        (tmp_path / name).mkdir(exist_ok=True)
        writer = StoreWriter(tmp_path / name)
        ids.add(writer.archive_id())
        writer.close()

    assert len(ids) == 2
    assert all(len(id_) == 20 for id_ in ids)


def test_an_article_arrives_once_however_often_it_is_read(writer: StoreWriter) -> None:
    put(writer, clipping("One.", id="a"))
    before = writer.revision()
    put(writer, clipping("Two.", id="b"))
    put(writer, clipping("One.", id="a"))

    assert writer.arrived_since(before) == ["b"]
    assert writer.arrived_since(writer.revision()) == []
    assert sorted(writer.arrived_since(0)) == ["a", "b"]


def test_a_changed_file_is_followed_from_its_old_article(writer: StoreWriter) -> None:
    put(writer, clipping("Old.", id="old", path="x.txt"), clipping("Kept.", id="kept"))
    put(writer, clipping("New.", id="new", path="x.txt"))

    paths = {"old": "x.txt", "kept": "kept.txt", "never": "never.txt"}

    assert writer.successors(paths) == {"old": "new"}


def test_articles_are_found_by_whom_they_quote(writer: StoreWriter) -> None:
    put(
        writer,
        clipping("He said: yes. And: no.", ("yes", "Marek"), ("no", "Venn"), id="a"),
        clipping("She said: no.", ("no", "Venn"), id="b"),
    )

    assert writer.spoken_by(["Marek", "nobody"]) == [("a", 0, "Marek")]
    both = [("a", 0, "Marek"), ("a", 1, "Venn"), ("b", 0, "Venn")]
    assert sorted(writer.spoken_by(["Marek", "Venn"])) == both


def test_published_corrections_go_with_their_article(writer: StoreWriter) -> None:
    put(writer, clipping("One.", id="a"), clipping("Two.", id="b"))
    with writer.batch() as revision:
        writer.publish("1", "a", "first")
        writer.publish("2", "b", "second")
        writer.publish("2", "b", "second, mended")
        writer.publish("3", "", "of all")
        writer.remove("a", revision)
        writer.withdraw("3")

    assert writer.published() == ["second, mended"]


def test_an_older_store_asks_for_a_rebuild_and_is_mended_by_it(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "store.db")
    connection.executescript(MIGRATIONS[0] + "PRAGMA user_version = 1;")
    connection.close()
    with pytest.raises(ArchiveBrokenError, match='"quoth rebuild"'):
        Store(tmp_path)

    rebuild(tmp_path, AddOptions())

    store = Store(tmp_path)
    assert store.archive_id()
    store.close()
