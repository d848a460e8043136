"""Other programs get what they are given, and nothing that a terminal obeys."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.makers import article, clipping
from tests.screens.stage import Stage, archive_in, fill, reader
from tests.test_reader_terminal import Terminal
from tui.screens import outside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

from index.archive import Archive


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Archive]:
    """An archive of one article that has a URL."""
    made = article("The ferry sails.", id="sail", title="Sails", url=URL)
    folder = tmp_path / "named"
    folder.mkdir()
    opened = Archive.open(fill(folder, [clipping(made)]))
    yield opened
    opened.close()


URL = "https://news.invalid/sail?a=1&b=2"


async def test_without_a_browser_the_url_is_said(
    named: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BROWSER", raising=False)

    async with reader(named) as stage:
        await stage.press("o")

        assert URL in stage.lines()[-1]


async def test_the_browser_is_given_the_url(
    named: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(script))

    async with reader(named) as stage:
        await stage.press("o")

        assert f"Opened {URL}" in stage.lines()[-1]
    opened = tmp_path / "opened"
    for _ in range(100):
        if opened.exists() and opened.read_text():
            break
        await asyncio.sleep(0.05)
    assert opened.read_text() == f"{URL}\n"


async def test_a_browser_that_is_not_there_is_named(
    named: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/nowhere/browser")

    async with reader(named) as stage:
        await stage.press("o")

        assert "cannot be started" in stage.lines()[-1]


async def test_an_article_without_a_url_says_so(stage: Stage) -> None:
    await stage.press("o")

    assert "names no page of the web" in stage.lines()[-1]


@pytest.mark.parametrize("url", [None, "file:///etc/passwd", "-h", "javascript:x"])
def test_only_pages_of_the_web_are_opened(url: str | None) -> None:
    assert outside.web_address(url) is None


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("firefox", ["firefox", "u"]),
        ("open -a 'My Web' %s:lynx", ["open", "-a", "My Web", "u"]),
        ("", None),
        ("'", None),
    ],
)
def test_browser_is_read_as_others_read_it(
    said: str, command: list[str] | None
) -> None:
    assert outside.browser({"BROWSER": said}, "u") == command


def test_the_pager_is_less_where_none_is_named() -> None:
    assert outside.pager({}) == ["less"]
    assert outside.pager({"PAGER": "more -s"}) == ["more", "-s"]


async def test_a_screen_that_cannot_be_left_says_so(stage: Stage) -> None:
    await stage.press("v")

    assert "cannot be left" in stage.lines()[-1]


async def test_a_command_is_given_the_text(stage: Stage) -> None:
    await stage.press("|")
    await stage.type("grep -c minister")
    await stage.press("enter")

    assert stage.lines()[-1].split()[0] == "1"


async def test_a_long_answer_gets_a_page(stage: Stage) -> None:
    await stage.press("|")
    await stage.type("tr ' ' '\\n'")
    await stage.press("enter")

    assert "Tuesday" in stage.picture()
    await stage.press("q")
    assert "Harbour Post" in stage.lines()[2]


async def test_nothing_in_an_answer_is_obeyed(stage: Stage) -> None:
    await stage.press("|")
    await stage.type("printf '\\033[2Ja\\nb'")
    await stage.press("enter")

    assert "␛[2Ja" in stage.picture()


async def test_a_command_that_fails_says_so(stage: Stage) -> None:
    await stage.press("|", *"false", "enter")

    assert "It ended with 1." in stage.lines()[-1]


async def test_a_result_is_written_to_a_file(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    await stage.press("/", *"border", "enter", "e")
    await stage.type(str(file))
    await stage.press("enter")

    assert "Wrote 2 rows" in stage.lines()[-1]
    assert "Minister rules out" in file.read_text("utf-8")
    await stage.press("e")
    await stage.type(str(file))
    await stage.press("enter")
    assert "there is a file" in stage.lines()[-1]
    assert stage.page.query_line.text == str(file)
    await stage.press("backspace", "backspace", "backspace", *"md", "enter")
    assert "Wrote 2 rows" in stage.lines()[-1]
    assert (tmp_path / "out.md").exists()


async def test_of_a_file_named_without_its_folder_the_whole_path_is_said(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async with reader(archive, (160, 48)) as stage:
        await stage.press("/", *"border", "enter", "e", *"out.md", "enter")
        written = stage.lines()[-1]
        await stage.press("e", *"out.md", "enter")
        refused = stage.lines()[-1]

        assert stage.page.query_line.text == "out.md"

    assert f"Wrote 2 rows to {tmp_path}/out.md." in written
    assert f"there is a file {tmp_path}/out.md already." in refused


async def test_a_name_that_is_refused_at_once_is_left_to_be_mended(
    stage: Stage,
) -> None:
    await stage.press("/", *"border", "enter")
    await stage.packet("e", *"out.doc", "enter")
    asked = stage.page.query_line.text
    await stage.press("escape")

    assert asked == "out.doc"
    assert stage.page.query_line.text == "border"


@pytest.mark.parametrize("name", ["out", "out.doc"])
async def test_a_format_that_is_not_known_is_refused(stage: Stage, name: str) -> None:
    await stage.press("/", *"border", "enter", "e", *name, "enter")

    assert "End the name in one of" in stage.lines()[-1]


async def test_all_articles_are_not_exported(stage: Stage) -> None:
    await stage.press("e")

    assert "Search first" in stage.lines()[-1]


def test_the_original_is_paged_and_the_page_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive_in(tmp_path / "stories").close()
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ncat > {tmp_path}/paged\n")
    pager.chmod(0o755)
    monkeypatch.setenv("PAGER", str(pager))
    terminal = Terminal(tmp_path / "stories")
    terminal.wait_for("6 articles")

    terminal.press("Gkv")
    terminal.press("?")
    terminal.wait_for("Keys in the list")

    text = (tmp_path / "paged").read_text("utf-8")
    assert "Clear ␛[2J the screen" in text
    terminal.close()
