"""Where things lie on this machine: the only module that knows the home folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIRS = PlatformDirs("quoth", appauthor=False, multipath=True)


def data_folder() -> Path:
    """Give the folder of the user's own archive and state."""
    return _DIRS.user_data_path


def archive_folder(named: str | None, environ: Mapping[str, str]) -> Path:
    """Give the archive's folder: as named, else $QUOTH_ARCHIVE, else the user's own."""
    meant = named or environ.get("QUOTH_ARCHIVE")
    return expanded(meant) if meant else data_folder() / "archive"


def demo_folder() -> Path:
    """Give the folder of the demo archive."""
    return data_folder() / "demo"


def state_file() -> Path:
    """Give the file of what is only the user's: what was read, starred, noted."""
    return data_folder() / "state.db"


def settings_files() -> tuple[Path, ...]:
    """Give the settings files in order: the user's own goes before the system's."""
    system = [Path(folder) for folder in _DIRS.site_config_dir.split(":")]
    return tuple(folder / "config.toml" for folder in [_DIRS.user_config_path, *system])


def expanded(path: str) -> Path:
    """Give a path with ~ for the home folder spelled out."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # somebody without a home folder
        return Path(path)
