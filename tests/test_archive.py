"""An archive is opened and asked, also while others write, on real files and index."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.lock import writing
from index.engine import Order
from index.errors import ArchiveLockedError, ArchiveMissingError, SettingsError
from tests.two_stories import added, total

if TYPE_CHECKING:
    from pathlib import Path


def test_an_utterance_is_found_with_its_speaker(folder: Path) -> None:
    added(folder)
    archive = Archive.open(folder / "news")

    answer = archive.answer("by:marek closed")
    (row,) = archive.rows(answer, 0, 9)

    assert answer.kind == "utterances"
    assert getattr(row, "quote").speaker == "Ilse Marek"  # noqa: B009 - either row
    assert getattr(row, "text").startswith("The border is closed")  # noqa: B009
    archive.close()


def test_opened_again_an_archive_that_did_not_change_keeps_its_engine(
    folder: Path,
) -> None:
    added(folder)
    with closing(Archive.open(folder / "news")) as archive:
        before = archive.engine

        archive.reopen()

        assert archive.engine is before
        (folder / "clippings" / "late.txt").write_text("The ferry is late.", "utf-8")
        added(folder)
        archive.reopen()
        assert archive.engine is not before


def test_a_reader_keeps_its_answers_while_another_adds(folder: Path) -> None:
    added(folder)
    archive = Archive.open(folder / "news")
    answer = archive.answer("border")
    (folder / "clippings" / "new.txt").write_text("A border is a line.\n")

    added(folder)

    assert archive.changed()
    assert answer.total == 1
    assert len(archive.rows(answer, 0, 9)) == 1
    archive.reopen()
    assert not archive.changed()
    assert total(archive, "border") == 2
    archive.close()


def test_a_second_writer_waits_and_is_then_told_who_writes(folder: Path) -> None:
    added(folder)

    with (
        writing(folder / "news", wait_s=0),
        pytest.raises(ArchiveLockedError, match=f"process {os.getpid()} on "),
    ):
        added(folder, wait_s=0.2)


def test_a_waiting_writer_goes_on_when_the_first_is_done(folder: Path) -> None:
    added(folder)
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with writing(folder / "news", wait_s=0):
            held.set()
            release.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    threading.Timer(0.3, release.set).start()
    report = added(folder, wait_s=10)
    other.join()

    assert report.unchanged == 2


def test_results_can_be_read_in_every_order(folder: Path) -> None:
    added(folder)
    archive = Archive.open(folder / "news")

    def ids(order: Order | None) -> list[str]:
        answer = archive.answer("*", order=order)
        return [hit.article for hit in archive.hits(answer, 0, 9)]

    assert ids(None) == [h.id for h in archive.newest(0, 9)]
    assert ids(Order.DATE) == ids(Order.DATE_DESC)  # one dated, the other undated: last
    archive.close()


def test_no_archive_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissingError, match="quoth add"):
        Archive.open(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("colour = 1", "does not know"),
        ("language = 5", "must be a str"),
        ('language = "klingon"', "no stemmer"),
        ("[spelling]\ngroups = [[1]]", "list of words"),
        ("not toml", "cannot be read"),
    ],
)
def test_wrong_settings_are_one_sentence(
    folder: Path, text: str, complaint: str
) -> None:
    added(folder)
    (folder / "news" / "quoth.toml").write_text(text)

    with pytest.raises(SettingsError, match=complaint):
        Archive.open(folder / "news")
