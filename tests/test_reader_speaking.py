"""Everything a speaker said: by the full name first, then by the surname as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.speakers import Rolls
from index.archive.surnames import by_name, wider
from tests.makers import clipping
from tests.screens.stage import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.state import Notebook
    from tests.screens.stage import Stage


def stories() -> list[tuple[str, str]]:
    """Who says what: one surname of one person, one of several, one never alone."""
    return [
        ("Ilse Marek", "The border is closed"),
        ("Ilse Marek", "It stays closed"),
        ("Marek", "Nobody wants it otherwise"),
        ("Ann Venn", "The snow does not read treaties"),
        ("Otto Venn", "The treaty does not read the snow"),
        ("Venn", "Both of them should read more"),
        ("Venn", "They have the whole winter for it"),
        ("Rosa Kell", "The ferry sails at noon"),
    ]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("surnames")
    made = [
        clipping(
            f"“{words},” {name} said.", (words, name), id=f"s{n}",
            published=f"2031-03-{20 - n:02}",
        )
        for n, (name, words) in enumerate(stories())
    ]  # fmt: skip
    opened = Archive.open(fill(folder, made))
    yield opened
    opened.close()


async def test_a_surname_of_one_person_is_offered(stage: Stage) -> None:
    await stage.press("enter", "}", "w")

    assert stage.lines()[0].strip() == '/ by:"Ilse Marek"'
    assert stage.lines()[-1].startswith(
        " 2 quotations of Ilse Marek · 1 more as ‘Marek’: w again adds them"
    )


async def test_w_again_adds_what_was_offered_and_shows_how(stage: Stage) -> None:
    await stage.press("enter", "}", "w", "w")

    assert stage.lines()[0].strip() == '/ by:"Ilse Marek" | by:Marek'
    assert stage.listed == ["s0", "s1", "s2"]


async def test_moving_in_the_list_does_not_take_the_offer_back(stage: Stage) -> None:
    await stage.press("enter", "}", "w", "j", "w")

    assert stage.listed == ["s0", "s1", "s2"]


async def test_w_on_the_surname_asks_for_the_surname(stage: Stage) -> None:
    await stage.press("enter", "}", "w", "w", "G", "w")

    assert stage.lines()[0].strip() == "/ by:Marek"


async def test_a_surname_that_others_have_says_so(stage: Stage) -> None:
    await stage.press("j", "j", "j", "enter", "}", "w")

    assert stage.lines()[-1].startswith(
        " 1 quotation of Ann Venn · 3 more by names with ‘Venn’: w again adds them"
    )


async def test_where_nothing_can_be_added_w_again_says_so(stage: Stage) -> None:
    await stage.press("G", "enter", "}", "w")
    before = stage.lines()[-1]
    await stage.press("w")

    assert "Kell’" not in before
    assert "This is all that Rosa Kell said." in stage.lines()[-1]


async def test_an_offer_comes_too_late_for_another_search(stage: Stage) -> None:
    await stage.pilot.press("enter", "}", "w", "/", *"snow", "enter")
    await stage.settle()

    assert "again adds them" not in stage.lines()[-1]


def test_as_many_are_added_as_were_promised(archive: Archive) -> None:
    found = wider(archive, "Ilse Marek")

    assert found
    assert archive.answer(by_name("Ilse Marek")).total == found.found
    assert archive.answer(found.query).total == found.found + found.more


def test_a_surname_that_is_mostly_others_is_not_offered(tmp_path: Path) -> None:
    said = [("Bo Venn", "One"), ("Venn", "Two"), ("Ann Venn", "Three"), ("Venn", "Six")]
    said += [("Ann Venn", f"Word {n}") for n in range(4)]
    made = [
        clipping(f"“{words},” {name} said.", (words, name), id=f"n{n}")
        for n, (name, words) in enumerate(said)
    ]
    opened = Archive.open(fill(tmp_path, made))

    assert wider(opened, "Bo Venn") is None
    assert wider(opened, "Ann Venn")
    opened.close()


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Marek", "by:Marek"),
        ("Ilse Marek", 'by:"Ilse Marek"'),
        ("OR", 'by:"OR"'),
        ('Ed "Bo" Venn', 'by:"Ed  Bo  Venn"'),
    ],
)
def test_any_name_can_be_asked_for(archive: Archive, name: str, query: str) -> None:
    assert by_name(name) == query
    assert archive.parse(query)


def test_the_roll_is_counted_once_until_something_changes(
    kept: Archive, notebook: Notebook
) -> None:
    rolls = Rolls(kept)
    first = rolls.roll()

    again = rolls.roll()
    notebook.corrections.speaker(kept.clipping("ferry"), 0, "Ilse Marek", who="me")
    corrected = rolls.roll()

    assert again is first
    assert first.named("Ilse Marek").total == 4
    assert corrected.named("Ilse Marek").total == 5


async def test_in_the_list_one_of_the_speakers_is_picked(stage: Stage) -> None:
    await stage.press("w")
    shown = stage.picture()
    await stage.press("enter")

    assert "Who speaks in this article" in shown
    assert "1  Ilse Marek" in shown
    assert stage.lines()[0].strip() == '/ by:"Ilse Marek"'


async def test_w_twice_in_one_packet_adds_what_would_be_offered(stage: Stage) -> None:
    await stage.press("enter", "}")
    await stage.packet("w", "w")

    assert stage.lines()[0].strip() == '/ by:"Ilse Marek" | by:Marek'
