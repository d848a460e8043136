"""A broken archive, or none at all, is one sentence, and an index is made anew."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.shell import added, fits, quoth, total

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("damage", ["pointer", "manifest", "file", "cut", "gone"])
def test_a_broken_index_is_one_sentence_and_can_be_rebuilt(
    news: Path, damage: str
) -> None:
    _damage(news / "index", damage)

    told = quoth("search", "harbour", archive=news)

    assert told.code == 5
    assert told.err.count("\n") == 1
    assert "quoth rebuild" in told.err
    assert quoth("show", news.parent / "clippings" / "good.txt", archive=news).code == 0
    assert quoth("rebuild", archive=news).code == 0
    assert total(news, "harbour") == 1


def _damage(index: Path, damage: str) -> None:
    (generation,) = index.glob("gen-*")
    files = sorted(generation.iterdir(), key=lambda file: file.stat().st_size)
    match damage:
        case "pointer":
            (index / "current").write_bytes(b"\xff\x00")
        case "manifest":
            (generation / "manifest.json").write_text("{}", "utf-8")
        case "file":
            files[-1].unlink()
        case "cut":
            os.truncate(files[-1], 10)
        case _:
            shutil.rmtree(index)


def test_a_broken_store_is_one_sentence(news: Path) -> None:
    (news / "store.db").write_bytes(b"SQLite format 3\0 but not really" * 100)

    for words in (["search", "harbour"], ["check"], ["add"], ["rebuild"]):
        told = quoth(*words, archive=news)
        assert told.code == 5, words
        assert told.err.count("\n") == 1


def test_a_broken_settings_file_of_the_archive_is_one_sentence(news: Path) -> None:
    (news / "quoth.toml").write_text('language = "klingon"\n', "utf-8")

    told = quoth("search", "harbour", archive=news)

    assert told.code == 2
    assert "klingon" in told.err


def test_an_archive_cannot_be_made_under_a_file(clippings: Path) -> None:
    told = added(clippings / "good.txt" / "news", clippings)

    assert told.code in (4, 5)
    fits(told.json, "error")
    assert told.err.count("\n") == 1
