"""A file of named arrays: magic, version, and a checksum for every 64 KiB.

    QUOTHSEC version  section section …  directory  (offset, length, checksum) QUOTHSEC

The directory is JSON: of each section its type, offset, length and the CRC-32 of
each of its blocks. Blocks are checked when they are first read, so that opening a
large file stays fast, and a flipped byte never becomes an answer.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from index.engines.generations import REBUILD
from index.engines.whoosh.arrays import Array, Ints, offsets
from index.errors import IndexStaleError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MAGIC = b"QUOTHSEC"
_VERSION = 1
_HEAD = struct.Struct("<8sI4x")
_TAIL = struct.Struct("<QII8s")
_BLOCK_BITS = 16
_BLOCK = 1 << _BLOCK_BITS
_ALIGN = 16


def write_sections(path: Path, sections: Mapping[str, Array]) -> None:
    """Write a file of these arrays."""
    directory: dict[str, Any] = {}
    with path.open("wb") as file:
        file.write(_HEAD.pack(_MAGIC, _VERSION))
        for name, array in sections.items():
            file.write(b"\0" * (-file.tell() % _ALIGN))
            portable = array.astype(array.dtype.newbyteorder("<"), copy=False)
            content = memoryview(portable.tobytes())
            kind = portable.dtype.str.replace("=", "<")
            sums = [
                zlib.crc32(content[at : at + _BLOCK])
                for at in range(0, len(content), _BLOCK)
            ]
            directory[name] = [kind, file.tell(), len(content), sums]
            file.write(content)
        written = json.dumps(directory, separators=(",", ":")).encode()
        at = file.tell()
        file.write(written)
        file.write(_TAIL.pack(at, len(written), zlib.crc32(written), _MAGIC))


class Section:
    """One array, mapped from its file, each block checked at its first reading."""

    def __init__(
        self, where: str, content: memoryview, kind: str, sums: list[int]
    ) -> None:
        self._where = where
        self._content = content
        self._sums = sums
        self._checked = bytearray(len(sums))
        self._array: Array = np.frombuffer(content, np.dtype(kind))
        self.width = self._array.itemsize

    def __len__(self) -> int:
        return len(self._array)

    def run(self, start: int, stop: int) -> Array:
        """Give the numbers from `start` to before `stop`, without copying them."""
        if start < stop:
            first = start * self.width >> _BLOCK_BITS
            last = (stop * self.width - 1) >> _BLOCK_BITS
            at = self._checked.find(0, first, last + 1)
            while at >= 0:
                self._check(at)
                at = self._checked.find(0, at + 1, last + 1)
        return self._array[start:stop]

    def one(self, at: int) -> int:
        """Give one number."""
        return int(self.run(at, at + 1)[0])

    def at(self, places: Ints) -> Array:
        """Give the numbers at these places."""
        if self._checked.find(0) >= 0:
            touched = np.zeros(len(self._sums), np.bool_)
            touched[places * self.width >> _BLOCK_BITS] = True
            touched &= np.frombuffer(self._checked, np.uint8) == 0
            for block in np.flatnonzero(touched).tolist():
                self._check(block)
        found: Array = self._array[places]
        return found

    def whole(self) -> Array:
        """Give all of it."""
        return self.run(0, len(self._array))

    def _check(self, block: int) -> None:
        start = block << _BLOCK_BITS
        if zlib.crc32(self._content[start : start + _BLOCK]) != self._sums[block]:
            raise damaged(self._where)
        self._checked[block] = 1


class Sections:
    """A file of sections, opened for reading."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._mapped = mapped
        content = memoryview(mapped)
        self._sections: dict[str, Section] = {}
        for name, (kind, start, length, sums) in self._directory(content).items():
            part = content[start : start + length]
            if len(part) != length:
                raise damaged(self._name)
            self._sections[name] = Section(f"{path.name}:{name}", part, kind, sums)

    def __getitem__(self, name: str) -> Section:
        return self._sections[name]

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def release(self) -> None:
        """Give back the memory of what was read; it is read again where needed."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._mapped.madvise(mmap.MADV_DONTNEED)

    def _directory(self, content: memoryview) -> dict[str, Any]:
        if len(content) < _HEAD.size + _TAIL.size:
            raise damaged(self._name)
        magic, version = _HEAD.unpack_from(content, 0)
        at, length, checksum, end = _TAIL.unpack_from(
            content, len(content) - _TAIL.size
        )
        written = bytes(content[at : at + length])
        whole = magic == end == _MAGIC and zlib.crc32(written) == checksum
        if not whole or version != _VERSION:
            raise damaged(self._name)
        directory: dict[str, Any] = json.loads(written)
        return directory


class Texts:
    """Strings one after the other, each ended by a line feed, and where they begin."""

    def __init__(self, sections: Sections, name: str) -> None:
        self._blob = sections[name]
        self._starts = sections[f"{name}@"]

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, at: int) -> bytes:
        start, stop = self._starts.run(at, at + 2).tolist()
        return self._blob.run(start, stop - 1).tobytes()

    def stretch(self, start: int, stop: int) -> bytes:
        """Give these strings, each with its line feed."""
        if start >= stop:
            return b""
        return self._blob.run(self._starts.one(start), self._starts.one(stop)).tobytes()

    def holding(self, start: int, letters: Ints) -> Ints:
        """Give the strings that hold these bytes, counted from the string `start`."""
        starts = self._starts.whole()
        at = np.searchsorted(starts, letters + int(starts[start]), side="right")
        return np.asarray(at - 1, np.int64)

    def strings(self) -> list[str]:
        """Give all of them."""
        whole = self.stretch(0, len(self))
        starts = self._starts.whole().tolist()
        return [
            whole[start : stop - 1].decode("utf-8", "surrogatepass")
            for start, stop in pairwise(starts)
        ]

    def find(self, text: bytes) -> int:
        """Give the place of the first that is not before `text`, when sorted."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < text:
                low = middle + 1
            else:
                high = middle
        return low


def text_sections(name: str, texts: list[str]) -> dict[str, Array]:
    """Give the sections that `Texts` reads."""
    encoded = [t.encode("utf-8", "surrogatepass") for t in texts]
    starts = offsets(np.array([len(t) + 1 for t in encoded], np.int64))
    blob = b"\n".join([*encoded, b""])
    kind = np.uint32 if len(blob) < 1 << 32 else np.uint64
    return {name: np.frombuffer(blob, np.uint8), f"{name}@": starts.astype(kind)}


def damaged(where: str) -> IndexStaleError:
    """Say that a file is not what was written."""
    return IndexStaleError(f"The index is damaged in {where}. {REBUILD}")
