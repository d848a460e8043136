"""What five real articles must show in the reader: checks 9, 22, 33 and 35.

The table of all checks is in test_seeds.
"""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.state import State
from tests.screens.stage import reader
from tests.seeds import (
    FURNITURE,
    SEEDS,
    archive,
    needs_samples,
    number,
    path_of,
    search,
    text_of,
)
from tests.shell import added, no_escapes, quoth
from tests.test_reader_terminal import Terminal
from tui.themes import MONO

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from rich.style import Style

    from tests.screens.stage import Stage

pytestmark = needs_samples

TALL = (100, 170)
"""A screen that holds a whole article."""


@asynccontextmanager
async def opened(
    news: Path, query: str, state: State | None = None
) -> AsyncIterator[Stage]:
    """The reader with the first article that a query finds."""
    held = Archive.open(news, state)
    async with reader(held, size=TALL) as stage:
        await asked_for(stage, query)
        await stage.press("enter")
        yield stage
    held.close()


async def asked_for(stage: Stage, query: str) -> None:
    await stage.press("/")
    await stage.type(query)
    await stage.press("enter")


def style_of(stage: Stage, opening: str) -> Style:
    """Give the style of the words on the screen, wherever they begin a line."""
    styles = set()
    for strip in stage.app.screen._compositor.render_strips():
        at = strip.text.find(opening)
        if at >= 0 and not strip.text[:at].rstrip()[-1:].isalnum():
            (segment, *_) = strip.crop(at, at + 1)
            styles.add(segment.style)
    assert len(styles) == 1, f"{opening}: {styles}"
    (style,) = styles
    assert style
    return style


@pytest.mark.parametrize("sample", sorted(FURNITURE))
async def test_09_furniture_of_the_page_is_dimmed(sample: str) -> None:
    assert MONO.faint.dim
    async with opened(archive(), f"path:{path_of(sample).name}") as stage:
        for line in FURNITURE[sample]:
            assert style_of(stage, line.strip()).dim, line
        story = {"001": "Russia also amassed", "003": "According to the Kremlin",
                 "004": "Russia's defence chief"}  # fmt: skip
        assert not style_of(stage, story[sample]).dim


def test_09_the_original_is_whole_in_the_raw_view(tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ncat > {tmp_path}/paged\n")
    pager.chmod(0o755)
    query = f"path:{path_of('001').name}"
    terminal = Terminal(archive(), "--query", query, PAGER=str(pager))
    terminal.wait_for("1 of 5 articles")

    terminal.press("v")
    terminal.press("?")
    terminal.wait_for("Keys in the list")

    paged = (tmp_path / "paged").read_text("utf-8")
    assert paged.splitlines() == text_of("001").splitlines()
    terminal.close()


QUERIES = [
    "nato", '"red line"', "by:peskov", "kind:mixed", "is:undated",
    "kyiv | moscow", "about:nato by:peskov", "neg:yes", "by:kremlin conf:0.5",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
async def test_22_every_row_that_is_counted_can_be_reached(query: str) -> None:
    total = search(query)["total"]
    held = Archive.open(archive())
    async with reader(held) as stage:
        await asked_for(stage, query)

        counted = re.search(
            r" (\d+)(?: of \d+)? (?:article|quotation)", stage.lines()[1]
        )
        assert counted, stage.lines()[1]
        assert int(counted[1]) == total
        assert len(stage.listed) == stage.page.list.total == total
        await stage.press(*["j"] * (total + 2))
        assert stage.page.list.cursor == total - 1
    held.close()


async def test_22_every_hit_that_is_counted_in_an_article_is_a_stop() -> None:
    async with opened(archive(), f'path:{path_of("003").name} "red line"') as stage:
        hits = stage.page.reader.hits
        text = text_of("003")
        assert [text[hit.start : hit.end].lower() for hit in hits].count("red line")
        stops = {stage.page.reader.place.hit}
        for _ in hits:
            await stage.press("n")
            stops.add(stage.page.reader.place.hit)
        assert len(stops) == len(hits)


async def test_33_a_wrong_name_is_put_right_with_two_keys_and_stays_so(
    tmp_path: Path,
) -> None:
    news = tmp_path / "news"
    shell = partial(quoth, archive=news, XDG_DATA_HOME=str(tmp_path / "me"))
    added(news, SEEDS)
    state = State(tmp_path / "me" / "quoth" / "state.db")

    async with opened(news, f"path:{path_of('001').name}", state) as stage:
        await stage.press("}", "x", *"Joe", "tab", "enter")
        assert named(stage) == "Joe Biden"
        assert "Joe Biden" in stage.lines()[-1]
    state.close()

    for words in (["rebuild"], ["add", str(SEEDS)], ["rebuild"]):
        assert shell(*words).code == 0
    for query in ('by:biden kind:mixed "red line"', "by:biden kind:mixed"):
        answer = shell("search", "--json", query).json
        assert [number(hit["path"]) for hit in answer["hits"]] == ["001"]
    assert shell("search", "by:kremlin").code == 1

    state = State(tmp_path / "me" / "quoth" / "state.db")
    async with opened(news, f"path:{path_of('001').name}", state) as stage:
        assert named(stage) == "Joe Biden"
        # The reader comes back to the quotation that was left.
        await stage.press("}", "{", "X")
        assert named(stage) == "Kremlin"
    state.close()


def named(stage: Stage) -> str | None:
    """Who speaks first in the open article."""
    assert stage.page.reader.clipping
    return stage.page.reader.clipping.quotes[0].speaker


async def test_35_what_a_terminal_would_obey_is_drawn_as_a_picture(
    tmp_path: Path,
) -> None:
    clippings = tmp_path / "a\n\x1b[2Jb"
    clippings.mkdir()
    (clippings / "x\x1b]0;y\x07.txt").write_text(
        "A \x1b[31mred\x1b[0m word and \u202eanother. " * 9 + "\x07", "utf-8"
    )
    added(tmp_path / "news", SEEDS, clippings)

    async with opened(tmp_path / "news", "another") as stage:
        assert "␛[31mred" in stage.picture()
        assert no_escapes(stage.picture().replace("\n", ""))
        await stage.press("i")
        # A long path is broken over lines wherever the screen ends.
        assert "\\x1b[2Jb" in "".join(stage.picture().split())
        assert no_escapes(stage.picture().replace("\n", ""))
