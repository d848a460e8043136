"""The screens as pictures of text; QUOTH_SCREENS=write draws them anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.screens.stage import kept_in, reader

if TYPE_CHECKING:
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
    "facets": ["F", "j"],
    "timeline": ["enter", "}", "T", "j"],
    "jump": ["/", *"border", "enter", "enter", "f"],
    "odd": ["G", "k", "enter"],
}

KEPT_SCENES = {
    "marked": ["*", "j", "enter", "q", "t", *"winter", "enter", "j", "*", "u"],
    "noted": [
        "enter",
        "}",
        "a",
        *"compare",
        "space",
        *"with",
        "space",
        *"May",
        "enter",
    ],
    "saved": ["/", *"border", "enter", "B", *"wall", "enter", "'"],
    "tagging": ["t", *"winter", "enter", "j", "t", *"wi"],
}
"""On an archive with marks of its own."""
ALL = [*SCENES, *KEPT_SCENES]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
async def test_the_screen_is_as_it_was_drawn(
    archive: Archive, scene: str, size: str
) -> None:
    drawn, kept = await drawn_and_kept(archive, scene, SCENES[scene], size)

    assert drawn == kept


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", KEPT_SCENES)
async def test_a_screen_with_marks_is_as_it_was_drawn(
    tmp_path: Path, scene: str, size: str
) -> None:
    archive = kept_in(tmp_path)

    drawn, kept = await drawn_and_kept(archive, scene, KEPT_SCENES[scene], size)

    archive.close()
    assert drawn == kept


async def drawn_and_kept(
    archive: Archive, scene: str, keys: list[str], size: str
) -> tuple[str, str]:
    """Draw a screen, and give the picture that is kept of it."""
    file = PICTURES / f"{scene}-{size}.txt"
    async with reader(archive, SIZES[size]) as stage:
        await stage.press(*keys)
        picture = stage.picture()
    if os.environ.get("QUOTH_SCREENS") == "write":
        file.write_text(picture, "utf-8")
    return picture, file.read_text("utf-8")


async def test_no_picture_is_left_over() -> None:
    drawn = {f"{scene}-{size}.txt" for scene in ALL for size in SIZES}

    assert {kept.name for kept in PICTURES.glob("*.txt")} == drawn
