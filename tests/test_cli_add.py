"""`add`, `remove`, `check` and `rebuild`: what goes in, comes out, and is counted."""

from __future__ import annotations

import fcntl
import json
from typing import TYPE_CHECKING

import pytest

from tests.shell import Told, added, fits, quoth, total

if TYPE_CHECKING:
    from pathlib import Path

BORDER = "“The border is closed,” Ilse Marek told Radio Kessin on Tuesday.\n"
FERRY = "The ferry to Kiev sails again on Friday.\n"
NOTHING = {"added": 0, "updated": 0, "unchanged": 0, "removed": 0, "skipped": []}


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "border.txt").write_text(BORDER, "utf-8")
    (folder / "ferry.txt").write_text(FERRY, "utf-8")
    return folder


@pytest.fixture
def news(clippings: Path) -> Path:
    archive = clippings.parent / "news"
    assert added(archive, clippings).code == 0
    return archive


def counts(told: Told) -> dict[str, object]:
    fits(told.json, "add")
    return {name: value for name, value in told.json.items() if name in NOTHING}


def test_a_folder_is_added_and_found(tmp_path: Path, clippings: Path) -> None:
    told = added(tmp_path / "news", clippings)

    assert told.code == 0
    assert counts(told) == NOTHING | {"added": 2}
    assert (told.json["articles"], told.json["quotes"]) == (2, 1)
    assert told.err == ""
    assert total(tmp_path / "news", "ferry") == 1


def test_once_more_only_what_changed_is_read(news: Path, clippings: Path) -> None:
    (clippings / "ferry.txt").write_text("The ferry sank on Friday.\n", "utf-8")
    (clippings / "new.txt").write_text("Nothing else happened.\n", "utf-8")

    told = added(news, clippings)

    assert counts(told) == NOTHING | {"added": 1, "updated": 1, "unchanged": 1}
    assert total(news, "sank") == 1
    assert total(news, "kiev") == 0


def test_what_is_gone_stays_until_it_is_pruned(news: Path, clippings: Path) -> None:
    (clippings / "ferry.txt").unlink()

    assert counts(added(news, clippings)) == NOTHING | {"unchanged": 1}
    assert counts(added(news, "--prune", clippings))["removed"] == 1
    assert total(news, "ferry") == 0


def test_adding_nothing_brings_the_index_up_to_date(news: Path) -> None:
    told = added(news)

    assert told.code == 0
    assert counts(told) == NOTHING


def test_adding_nothing_makes_no_archive(tmp_path: Path) -> None:
    assert added(tmp_path / "news").code == 5
    assert not (tmp_path / "news").exists()


def test_a_skipped_file_is_listed_with_its_reason(news: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()

    told = added(news, tmp_path / "empty.txt", tmp_path / "none.txt")

    assert told.code == 3
    assert counts(told)["skipped"] == [
        {"path": str(tmp_path / "none.txt"), "reason": "no such file"},
        {"path": str(tmp_path / "empty.txt"), "reason": "empty file"},
    ]
    assert "empty.txt: empty file" in told.err


@pytest.mark.parametrize(("option", "gap"), [((), "\n"), (("-0",), "\0")])
def test_a_list_of_paths_comes_on_standard_input(
    tmp_path: Path, clippings: Path, option: tuple[str, ...], gap: str
) -> None:
    listed = gap.join(map(str, sorted(clippings.iterdir())))

    told = quoth("add", "-", *option, "--json", archive=tmp_path / "n", stdin=listed)

    assert counts(told) == NOTHING | {"added": 2}


def test_a_name_with_a_newline_travels_between_nuls(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text(FERRY, "utf-8")

    told = quoth(
        "add", "-", "-0", archive=tmp_path / "n", stdin=f"{tmp_path}/a\nb.txt\0"
    )

    assert told.code == 0
    assert "1 added" in told.out


def test_a_dump_is_read_with_its_fields_shown(tmp_path: Path) -> None:
    rows = [{"key": n, "story": f"The bridge {n} is open."} for n in range(3)]
    dump = tmp_path / "dump"
    dump.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    named = ("--map", "text=story", "--map", "id=key")

    told = quoth("add", "--jsonl", dump, *named, archive=tmp_path / "n")

    assert told.code == 0
    assert "text=story" in told.err
    assert "id=key" in told.err
    assert total(tmp_path / "n", "bridge") == 3
    piped = quoth(
        "add", "--json", "--jsonl", "-", *named,
        archive=tmp_path / "p", stdin=dump.read_bytes(),
    )  # fmt: skip
    assert counts(piped) == NOTHING | {"added": 3}


@pytest.mark.parametrize("pair", ["story", "text=", "nonsense=story"])
def test_a_wrong_map_is_a_usage_error(tmp_path: Path, pair: str) -> None:
    (tmp_path / "d.jsonl").write_text('{"story": "The bridge is open."}\n', "utf-8")

    told = quoth("add", tmp_path / "d.jsonl", "--map", pair, archive=tmp_path / "n")

    assert told.code == 2
    assert told.err.count("\n") == 1


def test_quotations_may_be_left_for_later(tmp_path: Path, clippings: Path) -> None:
    archive = tmp_path / "news"

    assert added(archive, "--no-quotes", clippings).json["quotes"] == 0
    assert added(archive, clippings).json["quotes"] == 1


def test_quiet_says_nothing(tmp_path: Path, clippings: Path) -> None:
    told = quoth("add", "--quiet", clippings, archive=tmp_path / "news")

    assert (told.code, told.out, told.err) == (0, "", "")


def test_a_second_writer_is_told_who_writes(news: Path, clippings: Path) -> None:
    with (news / "write.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = added(news, "--wait", "0.2", clippings)

    assert told.code == 4
    fits(told.json, "error")
    assert "being written" in told.err
    assert added(news, "--wait", "0.2", clippings).code == 0


def test_an_article_is_removed_and_named(news: Path, clippings: Path) -> None:
    told = quoth("remove", clippings / "ferry.txt", "--json", archive=news)

    assert told.code == 0
    fits(told.json, "remove")
    assert told.json["removed"][0]["path"] == str(clippings / "ferry.txt")
    assert told.json["articles"] == 1
    assert total(news, "ferry") == 0
    again = quoth("remove", clippings / "ferry.txt", archive=news)
    assert again.code == 1


def test_an_unknown_name_takes_nothing_out(news: Path, clippings: Path) -> None:
    told = quoth("remove", clippings / "ferry.txt", "nowhere.txt", archive=news)

    assert told.code == 1
    assert total(news, "ferry") == 1


def test_a_sound_archive_is_well(news: Path) -> None:
    told = quoth("check", "--json", archive=news)

    assert told.code == 0
    fits(told.json, "check")
    assert told.json["ok"] is True
    assert told.json["articles"] == 2
    assert "all is well" in quoth("check", archive=news).out


def test_a_broken_index_is_told_and_made_anew(news: Path) -> None:
    (news / "index" / "current").write_text("nonsense\n", "utf-8")

    asked = quoth("search", "ferry", "--json", archive=news)
    assert asked.code == 5
    fits(asked.json, "error")
    assert "quoth rebuild" in asked.err
    checked = quoth("check", "--json", archive=news)
    assert checked.code == 5
    fits(checked.json, "check")
    assert checked.json["problems"]
    rebuilt = quoth("rebuild", "--json", archive=news)
    assert rebuilt.code == 0
    fits(rebuilt.json, "rebuild")
    assert total(news, "ferry") == 1


def test_rebuilding_may_read_every_article_again(news: Path) -> None:
    told = quoth("rebuild", "--reread", "--json", archive=news)

    assert told.code == 0
    assert (told.json["articles"], told.json["quotes"]) == (2, 1)
    assert quoth("check", archive=news).code == 0


def test_the_last_line_says_what_was_done_and_where(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“The harbour is open,” Ann Lee said.", "utf-8")

    told = quoth("add", tmp_path / "a.txt", archive=tmp_path / "news")

    line = f"1 added: 1 article with 1 quotation in {tmp_path / 'news'}, "
    assert told.out.startswith(line)
