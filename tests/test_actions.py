"""The one table of actions: keys that exist, that differ, and that may be changed."""

from __future__ import annotations

import pytest

from tui.actions import (
    ACTIONS,
    BY_ID,
    LEFT_ALONE,
    KeymapName,
    Place,
    conflicts,
    keymap,
    shown_key,
)
from tui.screens.choosing import Chooser
from tui.screens.leaflet import Leaflet
from tui.screens.reading import ReadingPage
from tui.screens.timeline import Timeline

DONE_BY = {
    Place.LIST: ReadingPage,
    Place.READER: ReadingPage,
    Place.QUOTES: ReadingPage,
    Place.PAGE: Leaflet,
    Place.CHOICES: Chooser,
    Place.TIMELINE: Timeline,
}
NAMES: tuple[KeymapName, ...] = ("default", "arrows")


def test_every_action_has_a_name_of_its_own() -> None:
    assert len(BY_ID) == len(ACTIONS)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_does_two_things_in_one_place(name: KeymapName) -> None:
    assert conflicts({}, name) == []


@pytest.mark.parametrize("name", NAMES)
def test_keys_of_terminals_are_left_alone(name: KeymapName) -> None:
    made = keymap(name)

    assert not any(LEFT_ALONE & set(keys) for keys in made.keys.values())


def test_the_arrows_set_needs_no_letter() -> None:
    made = keymap("arrows")

    letters = [key for keys in made.keys.values() for key in keys if len(key) == 1]
    assert not any(key.isalpha() for key in letters)


def test_the_arrows_set_reaches_everything_that_the_letters_reach() -> None:
    made = keymap("arrows")

    without = {a.id for a in ACTIONS if not made.keys[a.id]}
    assert without == {"half_down", "half_up"}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_done_somewhere(action: object) -> None:
    from tui.actions import Action  # noqa: PLC0415 - narrows the parameter

    assert isinstance(action, Action)
    # The query line itself does what is done in it alone.
    for place, page in DONE_BY.items():
        if place in action.places:
            assert hasattr(page, f"action_{action.id}")


def test_every_sentence_is_one() -> None:
    assert all(a.sentence[0].isupper() and a.sentence[-1] == "." for a in ACTIONS)


def test_a_key_means_what_its_place_says() -> None:
    made = keymap()

    found = [made.action(place, "/") for place in (Place.LIST, Place.READER)]
    assert [action.id for action in found if action] == ["search", "find"]


def test_another_key_takes_the_place_of_the_ready_one() -> None:
    made = keymap("default", {"zoom": ["x"]})

    action = made.action(Place.LIST, "x")
    assert action is BY_ID["zoom"]
    assert made.action(Place.LIST, "z") is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"fly": ["x"]}, "There is no action 'fly' to give a key."),
        ({"zoom": ["ctrl+s"]}, "ctrl+s belongs to the terminal, not to 'zoom'."),
        ({"info": ["z"]}, "z would do both 'zoom' and 'info' in the list."),
    ],
)
def test_a_wrong_change_is_named(changes: dict[str, list[str]], sentence: str) -> None:
    assert sentence in conflicts(changes)


def test_hints_leave_out_what_can_do_nothing() -> None:
    made = keymap()

    labels = [label for _, label in made.hints(Place.LIST, frozenset({"sort"}))]
    assert "sort" not in labels
    assert labels[0] == "open"


@pytest.mark.parametrize(
    ("key", "shown"),
    [("ctrl+r", "Ctrl+R"), ("pagedown", "PgDn"), ("?", "?"), ("enter", "⏎")],
)
def test_keys_are_shown_as_people_read_them(key: str, shown: str) -> None:
    assert shown_key(key) == shown
