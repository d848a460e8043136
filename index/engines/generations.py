"""The generations of an index folder: which one is current, and how that changes.

`index/current` names one generation folder and the digest of its manifest; the
manifest names every file of the generation with its size and digest. All of it is
read without Whoosh or arrays, so that a reader can poll for change.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from index.errors import (
    ArchiveLockedError,
    ArchiveReadOnlyError,
    IndexStaleError,
)

if TYPE_CHECKING:
    from pathlib import Path

FORMAT_VERSION = 1
"""Raised whenever the files of a generation change; another version is rebuilt."""

REBUILD = 'Rebuild it with "quoth rebuild".'

_POINTER = "current"
_MANIFEST = "manifest.json"
_LOCK = "lock"
_FOLDER = re.compile(r"gen-(\d{6,})")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Generation:
    """One committed state of an index."""

    name: str
    revision: int
    """The revision of the store that it holds."""
    articles: int
    utterances: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds, and by which rules it was made."""

    revision: int
    fingerprint: str
    articles: int
    utterances: int
    next_serial: int
    """Every filing of an article has a number; this is the next one."""
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Size and digest of each file by its name."""
    format_version: int = FORMAT_VERSION


def current_generation(folder: Path) -> Generation | None:
    """Give the current generation, or None where nothing was ever committed."""
    if not (folder / _POINTER).exists():
        return None
    name, manifest = read_current(folder)
    return Generation(name, manifest.revision, manifest.articles, manifest.utterances)


def read_current(folder: Path) -> tuple[str, Manifest]:
    """Read pointer and manifest; whatever is wrong with them makes the index stale."""
    for _ in range(5):
        pointer = _pointer(folder)
        name, _, digest = pointer.partition(" ")
        if _FOLDER.fullmatch(name):
            try:
                written = (folder / name / _MANIFEST).read_bytes()
            except OSError:
                # Two commits may pass between the two readings: then look again.
                if _pointer(folder) == pointer:
                    break
                continue
            if digest == _digest_of(written):
                return name, _parse(written)
        break
    raise IndexStaleError(f"The index at {folder} is damaged. {REBUILD}")


def _pointer(folder: Path) -> str:
    try:
        return (folder / _POINTER).read_text("utf-8").strip()
    except FileNotFoundError:
        raise IndexStaleError(f"There is no index at {folder}. {REBUILD}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise IndexStaleError(
            f"The index at {folder} cannot be read ({error}). {REBUILD}"
        ) from error


def _parse(written: bytes) -> Manifest:
    try:
        facts = json.loads(written)
        files = {str(n): (int(s), str(d)) for n, (s, d) in facts.pop("files").items()}
        return Manifest(files=files, **facts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        # Written by another version of quoth: its digest is right.
        raise IndexStaleError(
            f"The index was made by another version of quoth. {REBUILD}"
        ) from error


def check(manifest: Manifest, fingerprint: str) -> None:
    """Refuse a generation made by other rules."""
    if manifest.format_version != FORMAT_VERSION:
        raise IndexStaleError(
            f"The index was made by another version of quoth. {REBUILD}"
        )
    if manifest.fingerprint != fingerprint:
        raise IndexStaleError(
            f"The index was made with other rules for words. {REBUILD}"
        )


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Refuse a generation with a file missing, cut short or grown."""
    for name, (size, _) in manifest.files.items():
        try:
            found = (folder / name).stat().st_size
        except OSError:
            found = -1
        if found != size:
            raise IndexStaleError(
                f"The index at {folder.parent} is damaged: {name} is not whole."
                f" {REBUILD}"
            )


def check_digests(folder: Path, manifest: Manifest, suffix: str = "") -> None:
    """Refuse a generation with a file changed; reads all that end in `suffix`."""
    for name, (_, digest) in manifest.files.items():
        if not name.endswith(suffix):
            continue
        try:
            found = digest_of(folder / name)
        except OSError:
            found = ""
        if found != digest:
            raise IndexStaleError(
                f"The index at {folder.parent} is damaged: {name} was changed."
                f" {REBUILD}"
            )


def digest_of(path: Path) -> str:
    """Give the digest of a file."""
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _digest_of(written: bytes) -> str:
    return hashlib.blake2b(written, digest_size=16).hexdigest()


class Workshop:
    """The one writer's place: the lock, the next generation's folder, the switch."""

    def __init__(self, folder: Path) -> None:
        """Take the lock and sweep what a killed writer left behind."""
        self._root = folder
        self._lock = _take_lock(folder)
        current = self._current_name()
        number = int(current[4:]) if current else 0
        numbers = [number, *(int(f.name[4:]) for f in _folders(folder))]
        self._kept = {current, self._previous(number)}
        self._sweep()
        self.folder = folder / f"gen-{max(numbers) + 1:06d}"

    def begin(self, manifest: Manifest | None) -> None:
        """Make the next folder, sharing the files of the current generation."""
        self.folder.mkdir()
        current = self._current_name()
        if manifest is None or current is None:
            return
        for name in manifest.files:
            _share(self._root / current / name, self.folder / name)

    def publish(self, manifest: Manifest, known: Manifest | None) -> None:
        """Write the manifest, make all of it durable, and switch over."""
        old = known.files if known else {}
        files = {}
        for path in sorted(self.folder.iterdir()):
            size = path.stat().st_size
            if path.name in old:
                # Files are never written twice: this one is shared, or its copy.
                files[path.name] = old[path.name]
                continue
            _fsync(path)
            files[path.name] = (size, digest_of(path))
        facts = asdict(manifest) | {"files": files}
        written = json.dumps(facts, indent=1, sort_keys=True).encode()
        _write(self.folder / _MANIFEST, written)
        _fsync(self.folder)
        previous = self._current_name()
        pointer = f"{self.folder.name} {_digest_of(written)}\n"
        _write(self._root / f"{_POINTER}.new", pointer.encode())
        (self._root / f"{_POINTER}.new").replace(self._root / _POINTER)
        _fsync(self._root)
        self._kept = {self.folder.name, previous}
        self._sweep()

    def abandon(self) -> None:
        """Take the unfinished folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """Let the next writer in."""
        os.close(self._lock)

    def _current_name(self) -> str | None:
        try:
            name = (self._root / _POINTER).read_text("utf-8").partition(" ")[0]
        except (OSError, UnicodeDecodeError):
            return None
        return name if _FOLDER.fullmatch(name) else None

    def _previous(self, number: int) -> str | None:
        older = [f.name for f in _folders(self._root) if int(f.name[4:]) < number]
        return max(older, key=lambda name: int(name[4:]), default=None)

    def _sweep(self) -> None:
        for folder in _folders(self._root):
            if folder.name not in self._kept:
                shutil.rmtree(folder, ignore_errors=True)


def _folders(root: Path) -> list[Path]:
    return [path for path in root.iterdir() if _FOLDER.fullmatch(path.name)]


def _take_lock(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise ArchiveReadOnlyError(
            f"The index at {folder} cannot be written by this user ({error})."
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise ArchiveLockedError(
            "Another quoth is writing to this archive. Try again when it is done."
        ) from None
    return lock


def _share(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        # Some file systems know no hard links.
        shutil.copy2(old, new)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _fsync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
