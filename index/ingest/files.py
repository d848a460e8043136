"""The world's folders: which files are articles or dumps, and why the rest is not."""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from index.errors import SkippedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DUMPS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

_NAMED_KINDS = {
    "PDF": "pdf",
    "HTML": "html htm xhtml mhtml mht shtml",
    "Word": "doc docx dot dotx",
    "OpenDocument": "odt ods odp",
    "RTF": "rtf",
    "EPUB": "epub mobi azw azw3",
    "Mail": "eml mbox msg",
    "A feed or XML": "xml rss atom opml",
    "JSON other than JSON lines": "json",
    "A table": "csv tsv xls xlsx parquet",
    "A slide show": "ppt pptx key",
    "A web archive": "warc",
    "A database": "db sqlite sqlite3",
    "An image": "jpg jpeg png gif webp svg tif tiff bmp heic ico avif",
    "Sound": "mp3 wav ogg flac m4a aac opus",
    "Video": "mp4 mov avi mkv webm mpg mpeg m4v",
    "A packed archive": "zip gz tgz bz2 xz zst 7z tar rar",
    "A program": "exe dll so o a class jar pyc wasm",
}
_KINDS = {
    f".{suffix}": kind
    for kind, suffixes in _NAMED_KINDS.items()
    for suffix in suffixes.split()
}

_LARGEST_FILE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not taken, and the reason that is listed."""

    path: str
    """Printable, whatever the name is made of."""
    reason: str


def printable(path: str | os.PathLike[str]) -> str:
    """Give a path as it may be printed: one line, no control codes, valid Unicode.

    Asking again changes nothing.
    """
    name = os.fspath(path)
    if name.isprintable():
        return name
    return "".join(_printed(character) for character in name)


def _printed(character: str) -> str:
    if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character
    code = ord(character)
    match character:
        case "\n":
            return "\\n"
        case "\t":
            return "\\t"
        case _ if 0xDC80 <= code <= 0xDCFF:
            # A byte of the name that is not UTF-8, as the system hands it over.
            return f"\\x{code - 0xDC00:02x}"
        case _:
            return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def file_name(path: str | os.PathLike[str]) -> str:
    """Give the name by which a file is known again: absolute, and only its own.

    A name that cannot be printed as it is becomes a file: address, so that a tab and
    the two characters that stand for one do not meet.
    """
    whole = absolute(path)
    name = str(whole)
    return name if printable(name) == name else whole.as_uri()


def absolute(path: str | os.PathLike[str]) -> Path:
    """Give the whole path without "..", unless a link makes that another place."""
    whole = Path(path).absolute()
    if ".." not in whole.parts:
        return whole
    plain = Path(os.path.normpath(whole))
    try:
        return plain if plain.samefile(whole) else whole
    except (OSError, ValueError):
        # Where one of them leads nowhere, the way as it was typed decides.
        return whole if os.path.lexists(whole) else plain


def path_named(name: str) -> Path:
    """Undo `file_name`."""
    if not name.startswith("file:"):
        return Path(name)
    return Path(os.fsdecode(unquote_to_bytes(name.removeprefix("file://"))))


def is_dump(path: str | os.PathLike[str]) -> bool:
    """Say whether a file of this name holds JSON lines."""
    return os.fspath(path).lower().endswith(_DUMPS)


def find_files(
    paths: Iterable[str | os.PathLike[str]], leave_out: Iterable[Path] = ()
) -> Iterator[Path | Skipped]:
    """Give the files to read, in a stable order, and those that are not read.

    Folders are walked in the order of their names, each real folder once; hidden files
    in them are passed over. What is named outright is taken even if hidden. What is
    to be left out is passed over by whatever way it is reached.
    """
    left_out = {(found.st_dev, found.st_ino) for found in map(Path.stat, leave_out)}
    seen: set[tuple[int, int]] = set()
    # A stack, not recursion: folders can be nested deeper than Python calls can.
    waiting = [Path(path) for path in paths][::-1]
    while waiting:
        path = waiting.pop()
        try:
            found = path.stat()
            if (found.st_dev, found.st_ino) in left_out:
                continue
            if stat.S_ISDIR(found.st_mode):
                if (found.st_dev, found.st_ino) not in seen:
                    seen.add((found.st_dev, found.st_ino))
                    waiting.extend(reversed(_names_in(path)))
                continue
        except (OSError, ValueError) as error:
            yield Skipped(printable(path), _why(error))
            continue
        reason = _refusal(path, found.st_mode)
        yield path if reason is None else Skipped(printable(path), reason)


def _names_in(folder: Path) -> list[Path]:
    found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return sorted(found, key=os.fsencode)


def _refusal(path: Path, mode: int) -> str | None:
    """Say why a file of this name and kind is not read; None if it is."""
    if not stat.S_ISREG(mode):
        return "not a regular file"
    if is_dump(path):
        return None
    kind = _KINDS.get(path.suffix.lower())
    return f"{kind} is not read yet" if kind else None


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Give the bytes of a regular file; refuse with a reason what cannot be read."""
    try:
        # Without O_NONBLOCK a pipe that took the file's place would hold us for ever.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(handle, "rb") as file:  # noqa: PTH123
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise SkippedError("not a regular file")
            if found.st_size > _LARGEST_FILE:
                raise SkippedError("larger than 200 MB")
            return file.read(_LARGEST_FILE)
    except (OSError, ValueError) as error:
        raise SkippedError(_why(error)) from error


def _why(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "no permission to read it"
        case OSError(strerror=str(reason)):
            return f"cannot be read: {reason.lower()}"
        case _:
            return "cannot be read: its name is not one the system takes"
