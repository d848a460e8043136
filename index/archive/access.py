"""Make the archive's folder, with the group and permissions that it is to have."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from index.archive.settings import FILE, FIRST_TEXT
from index.errors import ArchiveReadOnlyError, SettingsError
from index.store.connection import FILE as STORE

if TYPE_CHECKING:
    from pathlib import Path

    from index.archive.settings import ArchiveSettings


def make_folder(folder: Path, settings: ArchiveSettings) -> None:
    """Make the folder unless it is there; from now on new files get its permissions."""
    if settings.mode:
        os.umask(0o777 & ~_with_entry(_mode(settings.mode)))
    if not folder.exists():
        try:
            folder.mkdir(parents=True)
            (folder / FILE).write_text(FIRST_TEXT, "utf-8")
        except OSError as error:
            raise ArchiveReadOnlyError(
                f"No archive can be made at {folder}: {error.strerror}; name another "
                "folder with --archive."
            ) from error
    if settings.group:
        _share(folder, settings.group)
    _make_store(folder, settings)


def _make_store(folder: Path, settings: ArchiveSettings) -> None:
    """Make the store's file: SQLite would never let a group write what it makes."""
    try:
        os.close(os.open(folder / STORE, os.O_RDWR | os.O_CREAT, 0o666))
        state = (folder / STORE).stat()
        if settings.mode and state.st_uid == os.geteuid():
            (folder / STORE).chmod(_mode(settings.mode))
    except OSError:
        # What is wrong with it is said when it is opened.
        return


def _mode(octal: str) -> int:
    try:
        return int(octal, 8)
    except ValueError as error:
        raise SettingsError(f"mode = {octal!r} in {FILE} is not octal.") from error


def _with_entry(mode: int) -> int:
    """Let those who may read files enter folders."""
    return mode | (mode >> 2 & 0o111)


def _share(folder: Path, group: str) -> None:
    """Give the folder to a group, and let what is made in it inherit the group."""
    try:
        if folder.group() == group:
            return
        shutil.chown(folder, group=group)
        folder.chmod(folder.stat().st_mode | 0o2070)
    except (LookupError, PermissionError) as error:
        raise SettingsError(
            f"{folder} cannot be given to the group {group!r}: {error}."
        ) from error
