"""Settings: who wins, and what is said of those that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors import SettingsError
from tests.shell import demo, fits, quoth
from tui.settings import Settings, load_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "user.toml"


@pytest.fixture
def system(tmp_path: Path) -> Path:
    file = tmp_path / "system.toml"
    file.write_text('theme = "light"\nwidth = 60\nslow = true\n', "utf-8")
    return file


def test_without_files_the_defaults_hold(user: Path) -> None:
    settings, origins = load_settings([user], {})

    assert settings == Settings()
    assert {origin.won for origin in origins} == {"default"}


def test_option_variable_user_and_system_win_in_this_order(
    user: Path, system: Path
) -> None:
    user.write_text('theme = "dark"\nwidth = 70\n[keys]\nquit = "x"\n', "utf-8")
    environ = {"QUOTH_THEME": "mono", "QUOTH_MOUSE": "yes"}

    settings, origins = load_settings(
        [user, system], environ, {"theme": "ansi", "slow": None}
    )

    assert settings == Settings(
        theme="ansi", mouse=True, width=70, slow=True, keys={"quit": ("x",)}
    )
    won = {origin.name: origin.won for origin in origins}
    assert won["theme"] == "--theme"
    assert won["mouse"] == "QUOTH_MOUSE"
    assert won["width"] == str(user)
    assert won["slow"] == str(system)
    assert won["history"] == "default"


@pytest.mark.parametrize(
    "written",
    [
        "colour = 1",
        'theme = "pink"',
        "theme = 1",
        'mouse = "yes"',
        "width = true",
        "width = 4",
        'keymap = "mine"',
        "[keys]\nquit = 1",
        "theme = ",
        "\x00",
    ],
)
def test_a_wrong_file_is_one_sentence_that_names_it(user: Path, written: str) -> None:
    user.write_text(written, "utf-8")

    with pytest.raises(SettingsError) as caught:
        load_settings([user], {})

    assert str(user) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_wrong_variable_is_named() -> None:
    with pytest.raises(SettingsError, match="QUOTH_WIDTH"):
        load_settings([], {"QUOTH_WIDTH": "wide"})


def test_the_shell_shows_every_setting_and_who_decided(tmp_path: Path) -> None:
    (tmp_path / "quoth").mkdir()
    (tmp_path / "quoth" / "config.toml").write_text('theme = "dark"\n', "utf-8")
    home = str(tmp_path)

    told = quoth(
        "config", "--show", "--json",
        archive=demo(), XDG_CONFIG_HOME=home, QUOTH_SLOW="1",
    )  # fmt: skip

    assert told.code == 0
    fits(told.json, "config")
    won = {entry["name"]: entry["from"] for entry in told.json["settings"]}
    assert won["archive"] == "--archive"
    assert won["theme"] == str(tmp_path / "quoth" / "config.toml")
    assert won["slow"] == "QUOTH_SLOW"
    assert won["keymap"] == "default"
    plain = quoth("config", "--show", XDG_CONFIG_HOME=home)
    assert "theme     dark" in plain.out


def test_the_system_has_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "quoth").mkdir()
    (tmp_path / "quoth" / "config.toml").write_text("slow = true\n", "utf-8")

    told = quoth("config", "--show", XDG_CONFIG_DIRS=f"/nowhere:{tmp_path}")

    assert "slow      true" in told.out


def test_a_wrong_file_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "quoth").mkdir()
    (tmp_path / "quoth" / "config.toml").write_text("colour = 1\n", "utf-8")

    told = quoth("config", "--show", XDG_CONFIG_HOME=str(tmp_path))

    assert told.code == 2
    assert told.err.count("\n") == 1


def test_the_demo_is_made_where_it_is_wanted(tmp_path: Path) -> None:
    told = quoth("demo", "--no-open", "--json", archive=tmp_path / "demo")

    assert told.code == 0
    fits(told.json, "demo")
    assert told.json["archive"] == str(tmp_path / "demo")
    assert quoth("search", "border", archive=tmp_path / "demo").code == 0
