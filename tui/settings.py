"""What a user decides about the reader: from the environment and two TOML files."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal

from index.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

DEFAULT = "default"
THEMES = ("auto", "dark", "light", "ansi", "mono")
KEYMAPS = ("default", "arrows")

KeymapName = Literal["default", "arrows"]
_YES = {"1": True, "yes": True, "true": True, "on": True}
_NO = {"0": False, "no": False, "false": False, "off": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """The reader as its user wants it."""

    theme: str = "auto"
    """How it looks; auto looks at the terminal."""
    keymap: KeymapName = "default"
    """One of the ready sets of keys."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other keys for actions, by their ids."""
    mouse: bool = False
    """Off leaves the mouse to the terminal, for selecting."""
    slow: bool = False
    """For slow lines: stacked panes, the terminal's colours, fewest bytes."""
    width: int = 80
    """The widest that lines of an article are set."""
    history: bool = True
    """Whether searches are remembered."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A setting, its value, and who decided it."""

    name: str
    value: Any
    won: str
    """A file, a variable, an option, or the word "default"."""


NAMES = tuple(f.name for f in fields(Settings))


def load_settings(
    files: Iterable[Path],
    environ: Mapping[str, str],
    options: Mapping[str, Any] | None = None,
) -> tuple[Settings, tuple[Origin, ...]]:
    """Read the settings: options win over variables, these over files, in order.

    An option that is None was not given.
    """
    layers: list[tuple[str, dict[str, Any]]] = [
        (f"--{name}", {name: value})
        for name, value in (options or {}).items()
        if value is not None
    ]
    layers += _from_variables(environ)
    layers += [(str(file), _from_file(file)) for file in files]
    origins = tuple(_decided(name, layers) for name in NAMES)
    return Settings(**{o.name: o.value for o in origins}), origins


def _decided(name: str, layers: list[tuple[str, dict[str, Any]]]) -> Origin:
    for who, values in layers:
        if name in values:
            return Origin(name, values[name], who)
    return Origin(name, getattr(Settings(), name), DEFAULT)


def _from_variables(environ: Mapping[str, str]) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name in NAMES:
        variable = f"QUOTH_{name.upper()}"
        written = environ.get(variable)
        if written and name != "keys":
            value = _read(written, type(getattr(Settings(), name)))
            found.append((variable, {name: _checked(name, value, f"${variable}")}))
    return found


def _read(written: str, kind: type) -> Any:  # noqa: ANN401 - whatever the kind
    """Give what a variable says, or its text where that is no value of the kind."""
    if kind is bool:
        return (_YES | _NO).get(written.lower(), written)
    if kind is int and written.isascii() and written.isdigit():
        return int(written)
    return written


def _from_file(file: Path) -> dict[str, Any]:
    try:
        written = file.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}.") from error
    import tomllib  # noqa: PLC0415 - most users have no file

    try:
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not TOML: {error}.") from error
    for name, value in table.items():
        if name not in NAMES:
            raise SettingsError(
                f"{file} sets {name!r}, which quoth does not know; it knows "
                f"{', '.join(NAMES)}."
            )
        _checked(name, value, str(file))
    if "keys" in table:
        table["keys"] = {id_: _keys(said) for id_, said in table["keys"].items()}
    return table


def _keys(said: str | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _are_keys(said: object) -> bool:
    keys = [said] if isinstance(said, str) else said
    return isinstance(keys, list) and all(isinstance(key, str) for key in keys)


def _checked(name: str, value: Any, who: str) -> Any:  # noqa: ANN401 - any type may come
    """Give the value back if it is one that the setting may have."""
    match name, value:
        case "theme", str() if value in THEMES:
            return value
        case "keymap", str() if value in KEYMAPS:
            return value
        case "keys", dict() if all(map(_are_keys, value.values())):
            return value
        case (("mouse" | "slow" | "history"), bool()):
            return value
        case "width", int() if not isinstance(value, bool) and 20 <= value <= 400:
            return value
    raise SettingsError(f"{who}: {name} must be {_WANTED[name]}, not {value!r}.")


_WANTED = {
    "theme": f"one of {', '.join(THEMES)}",
    "keymap": f"one of {', '.join(KEYMAPS)}",
    "keys": "a table of actions and their keys",
    "mouse": "true or false",
    "slow": "true or false",
    "width": "a number of columns from 20 to 400",
    "history": "true or false",
}
