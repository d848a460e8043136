"""What is added, changed or taken out is found or found no more, on real files."""

from __future__ import annotations

import json
import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.adding import add
from index.archive.health import check
from index.archive.reports import AddOptions
from index.archive.upkeep import remove
from index.errors import SettingsError
from index.quotes import extract
from tests.two_stories import FERRY, added, counts, dump, row, total

if TYPE_CHECKING:
    from pathlib import Path

    from index.model import Article, Quote


def test_what_is_added_is_found(folder: Path) -> None:
    report = added(folder)
    archive = Archive.open(folder / "news")

    assert counts(report) == (2, 0, 0, 0)
    assert report.articles == archive.totals().articles == 2
    assert total(archive, "smugglers") == 1
    assert total(archive, "kyiv") == 1
    assert total(archive, "*") == 2
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
