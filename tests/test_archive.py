"""Adding, asking, changing and mending an archive, on real files, store and index."""

from __future__ import annotations

import gzip
import json
import os
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.adding import add
from index.archive.health import check
from index.archive.lock import writing
from index.archive.reports import AddOptions
from index.archive.upkeep import rebuild, remove
from index.engine import Order
from index.errors import ArchiveLockedError, ArchiveMissingError, SettingsError
from index.quotes import extract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.archive.reports import AddReport
    from index.model import Article, Quote

BORDER = """Border stays closed

By Tomas Reyl
Published: 4 March 2031, 18:20

“The border is closed and stays closed,” Ilse Marek told Radio Kessin on Tuesday.

The mayor of Tessel called the decision “a gift to smugglers”.
"""
FERRY = "The ferry to Kiev sails again, Dario Venn said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    (clippings / "border.txt").write_text(BORDER, "utf-8")
    (clippings / "ferry.txt").write_text(FERRY, "utf-8")
    return tmp_path


def added(folder: Path, **options: object) -> AddReport:
    source = [str(folder / "clippings")]
    return add(folder / "news", source, AddOptions(**options))  # type: ignore[arg-type]


def counts(report: AddReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.removed


def total(archive: Archive, query: str) -> int:
    return archive.answer(query).total


def test_what_is_added_is_found(folder: Path) -> None:
    report = added(folder)
    archive = Archive.open(folder / "news")

    assert counts(report) == (2, 0, 0, 0)
    assert report.articles == archive.totals().articles == 2
    assert total(archive, "smugglers") == 1
    assert total(archive, "kyiv") == 1
    assert total(archive, "*") == 2
    archive.close()


def test_an_utterance_is_found_with_its_speaker(folder: Path) -> None:
    added(folder)
    archive = Archive.open(folder / "news")

    answer = archive.answer("by:marek closed")
    (row,) = archive.rows(answer, 0, 9)

    assert answer.kind == "utterances"
    assert getattr(row, "quote").speaker == "Ilse Marek"  # noqa: B009 - either row
    assert getattr(row, "text").startswith("The border is closed")  # noqa: B009
    archive.close()


def test_adding_again_changes_nothing(folder: Path) -> None:
    added(folder)
    archive = Archive.open(folder / "news")

    report = added(folder)

    assert counts(report) == (0, 0, 2, 0)
    assert not archive.changed()
    archive.close()


def test_a_changed_file_is_updated_and_the_old_text_no_more_found(folder: Path) -> None:
    added(folder)
    (folder / "clippings" / "ferry.txt").write_text("The ferry is sold.\n", "utf-8")

    report = added(folder)
    archive = Archive.open(folder / "news")

    assert counts(report) == (0, 1, 1, 0)
    assert total(archive, "kyiv") == 0
    assert total(archive, "sold") == 1
    archive.close()


def test_a_touched_file_with_the_same_bytes_is_unchanged(folder: Path) -> None:
    added(folder)
    os.utime(folder / "clippings" / "ferry.txt", (1, 1))

    assert counts(added(folder)) == (0, 0, 2, 0)


def test_the_same_bytes_under_another_name_are_a_second_source(folder: Path) -> None:
    added(folder)
    (folder / "clippings" / "ferry copy.txt").write_text(FERRY, "utf-8")

    report = added(folder)
    archive = Archive.open(folder / "news")

    assert counts(report) == (0, 0, 3, 0)
    clipping = archive.clipping(str(folder / "clippings" / "ferry copy.txt"))
    assert len(clipping.article.sources) == 2
    archive.close()


def test_deletions_are_noticed_only_when_asked(folder: Path) -> None:
    added(folder)
    (folder / "clippings" / "ferry.txt").unlink()

    kept = added(folder)
    pruned = added(folder, prune=True)

    assert kept.articles == 2
    assert (pruned.articles, pruned.removed) == (1, 1)


def test_deletions_elsewhere_are_not_noticed(folder: Path) -> None:
    added(folder)
    other = folder / "other"
    other.mkdir()
    (other / "bridge.txt").write_text("The bridge is open.\n", "utf-8")
    (folder / "clippings" / "ferry.txt").unlink()

    report = add(folder / "news", [str(other)], AddOptions(prune=True))

    assert (report.articles, report.removed) == (3, 0)


def test_what_was_skipped_is_listed_until_it_can_be_read(folder: Path) -> None:
    strange = folder / "clippings" / "strange.txt"
    strange.write_bytes(bytes(range(256)) * 20)

    first = added(folder)
    archive = Archive.open(folder / "news")
    listed = [skip.reason for skip in archive.skipped()]
    again = added(folder)
    strange.write_text("Now it can be read.\n")
    mended = added(folder)

    assert listed == ["binary file"]
    assert [s.reason for s in first.skipped] == [s.reason for s in again.skipped]
    assert mended.skipped == []
    assert archive.skipped() == []
    archive.close()


def dump(rows: list[object]) -> bytes:
    return gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())


def row(number: int, text: str) -> dict[str, str]:
    return {
        "id": f"r{number}",
        "headline": f"Row {number}",
        "source": "Vell Courier",
        "date": "2031-05-0" + str(number),
        "body": text,
    }


def test_a_mistake_of_ours_costs_one_article_and_is_listed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(article: Article) -> tuple[Quote, ...]:
        if "ferry" in article.text:
            raise IndexError("list index out of range")
        return extract(article)

    monkeypatch.setattr("index.archive.preparing.extract", failing)

    report = added(folder)

    assert counts(report) == (1, 0, 0, 0)
    (skip,) = report.skipped
    assert skip.path.endswith("ferry.txt")
    assert skip.reason == (
        "quoth itself went wrong reading it (IndexError: list index out of range)"
    )


def test_a_dump_is_added_row_by_row_and_again_only_what_changed(folder: Path) -> None:
    path = folder / "wire.jsonl.gz"
    path.write_bytes(dump([row(1, "First text."), row(2, "Second text."), ["odd"]]))
    options = AddOptions(dumps=(str(path),))

    first = add(folder / "news", [], options)
    again = add(folder / "news", [], options)
    path.write_bytes(dump([row(1, "First text."), row(2, "Another text.")]))
    third = add(folder / "news", [], options)
    archive = Archive.open(folder / "news")

    assert counts(first) == (2, 0, 0, 0)
    assert [skip.path for skip in first.skipped] == [f"{path}:3"]
    assert counts(again) == (0, 0, 2, 0)
    assert counts(third) == (0, 1, 1, 0)
    assert total(archive, "title:row date:2031-05") == 2
    assert total(archive, "second") == 0
    assert archive.clipping(f"{path}#r2").article.text == "Another text."
    archive.close()


def test_the_fields_of_a_dump_are_shown_and_can_be_named(folder: Path) -> None:
    path = folder / "odd.jsonl"
    path.write_text(json.dumps({"words": "Plain words in a row.", "kop": "Head"}))
    told: list[str | None] = []
    options = AddOptions(
        dumps=(str(path),),
        fields={"text": "words", "title": "kop"},
        on_fields=lambda _, fields: told.extend([fields.text, fields.title]),
    )

    report = add(folder / "news", [], options)

    assert told == ["words", "kop"]
    assert report.added == 1
    with pytest.raises(SettingsError, match="no field 'txt'"):
        add(folder / "news", [], AddOptions(fields={"txt": "words"}))


def test_quotations_left_for_later_are_found_later(folder: Path) -> None:
    first = added(folder, find_quotes=False)
    second = added(folder)

    assert first.quotes == 0
    assert second.quotes == 3, "two between marks, one reported without"
    archive = Archive.open(folder / "news")
    assert total(archive, "by:marek") == 1
    assert archive.answer("by:marek").unquoted == check(archive).unquoted == 0
    archive.close()


def test_where_nobody_has_looked_for_quotations_their_absence_is_no_answer(
    folder: Path,
) -> None:
    added(folder, find_quotes=False)

    with closing(Archive.open(folder / "news")) as archive:
        answer = archive.answer("by:marek")

        assert (answer.total, answer.unquoted) == (0, 2)
        assert check(archive).unquoted == 2
        assert archive.answer("border").unquoted == 0


def test_an_article_taken_out_is_gone_from_store_and_index(folder: Path) -> None:
    added(folder)

    remove(folder / "news", [str(folder / "clippings" / "ferry.txt")], AddOptions())
    archive = Archive.open(folder / "news")

    assert total(archive, "ferry") == 0
    assert archive.totals().articles == 1
    assert check(archive).ok
    archive.close()


def test_what_was_taken_out_stays_out_until_it_is_taken_back(folder: Path) -> None:
    added(folder)
    ferry = str(folder / "clippings" / "ferry.txt")
    remove(folder / "news", [ferry], AddOptions())

    kept_out = added(folder)
    taken_back = added(folder, take_back=True)
    after = added(folder)

    assert (kept_out.articles, kept_out.unchanged) == (1, 1)
    assert [skip.path for skip in kept_out.skipped] == [ferry]
    assert (taken_back.added, taken_back.articles) == (1, 2)
    assert after.skipped == taken_back.skipped == []


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
