"""An archive's own settings: `quoth.toml` in its folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from index.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from index.words import Analyser

FILE = "quoth.toml"

FIRST_TEXT = """\
# Settings of this archive. What is commented out shows the default.

# language = "english"        # for stemming; any Snowball language
# group = ""                  # the group that new files belong to
# mode = ""                   # their permissions, such as "0640"

[spelling]
# shipped = true              # Kyiv finds Kiev, and so on
# groups = [["Mareck", "Marek"]]
"""


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """What one archive decides for all its readers."""

    language: str = "english"
    shipped_spellings: bool = True
    spellings: tuple[tuple[str, ...], ...] = ()
    """Further groups of spellings that count as one word."""
    group: str = ""
    mode: str = ""
    """Permissions of new files in octal; empty for the umask's."""
    set_here: frozenset[str] = field(default=frozenset())
    """The names that the file sets; the others are defaults."""

    def analyser(self) -> Analyser:
        """Give the rules by which this archive compares words."""
        # Late: a list of headlines is painted without comparing a word.
        from index.words import (  # noqa: PLC0415
            Analyser,
            Variants,
            shipped_variants,
        )

        base = shipped_variants() if self.shipped_spellings else Variants()
        return Analyser(self.language, base.extended(self.spellings))


def read_settings(folder: Path) -> ArchiveSettings:
    """Read `quoth.toml`; without one, the defaults hold."""
    try:
        table = tomllib.loads((folder / FILE).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return ArchiveSettings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{folder / FILE} cannot be read: {error}.") from error
    return _from_table(table, folder / FILE)


def _from_table(table: dict[str, Any], file: Path) -> ArchiveSettings:
    spelling = table.pop("spelling", {})
    known = {
        "language": table.pop("language", "english"),
        "group": table.pop("group", ""),
        "mode": table.pop("mode", ""),
        "shipped_spellings": spelling.pop("shipped", True),
        "spellings": tuple(tuple(group) for group in spelling.pop("groups", [])),
    }
    left = [*table, *(f"spelling.{name}" for name in spelling)]
    if left:
        raise SettingsError(f"{file} sets {left[0]!r}, which quoth does not know.")
    _check_types(known, file)
    defaults = ArchiveSettings()
    changed = {n for n, value in known.items() if value != getattr(defaults, n)}
    return ArchiveSettings(**known, set_here=frozenset(changed))


def _check_types(known: dict[str, Any], file: Path) -> None:
    for name, value in known.items():
        wanted = type(getattr(ArchiveSettings(), name))
        if not isinstance(value, wanted):
            raise SettingsError(f"{file}: {name!r} must be a {wanted.__name__}.")
    if any(not isinstance(w, str) for group in known["spellings"] for w in group):
        raise SettingsError(f"{file}: a group of spellings is a list of words.")
    import Stemmer  # noqa: PLC0415 - its list of languages

    if known["language"] not in Stemmer.algorithms():
        raise SettingsError(f"{file}: no stemmer for {known['language']!r}.")
