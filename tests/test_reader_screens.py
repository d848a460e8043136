"""The screens as pictures of text; QUOTH_SCREENS=write draws them anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.screens.stage import archive_in, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive import Archive

PICTURES = Path(__file__).parent / "screens"
SIZES = {"60x16": (60, 16), "80x24": (80, 24), "120x40": (120, 40)}
SCENES = {
    "start": [],
    "article": ["down", "down", "down", "enter"],
    "search": ["/", *"border", "enter"],
    "utterances": ["/", *"by:marek", "space", *"closed", "enter"],
    "typing": ["/", *"clos"],
    "fault": ["/", *"border", "space", *"foo:bar"],
    "nothing": ["/", *"zeppelin", "enter"],
    "quotes": ["3", "down"],
    "quote": ["enter", "}", "}", "}"],
    "find": ["enter", "/", *"list"],
    "help": ["?"],
    "info": ["i"],
    "commands": [":", *"quot"],
    "odd": ["G", "k", "enter"],
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = archive_in(tmp_path_factory.mktemp("stories"))
    yield opened
    opened.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
async def test_the_screen_is_as_it_was_drawn(
    archive: Archive, scene: str, size: str
) -> None:
    kept = PICTURES / f"{scene}-{size}.txt"

    async with reader(archive, SIZES[size]) as stage:
        await stage.press(*SCENES[scene])
        picture = stage.picture()

    if os.environ.get("QUOTH_SCREENS") == "write":
        kept.write_text(picture, "utf-8")
    assert picture == kept.read_text("utf-8")


async def test_no_picture_is_left_over() -> None:
    drawn = {f"{scene}-{size}.txt" for scene in SCENES for size in SIZES}

    assert {kept.name for kept in PICTURES.glob("*.txt")} == drawn
