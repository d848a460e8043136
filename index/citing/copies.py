"""Find what a citation cites: as the archive holds it now, and as it lies on disk."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from index.citing.checking import Check, Copy, check
from index.citing.reference import references_in
from index.errors import SkippedError
from index.store.connection import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.citing.reference import Reference
    from index.model import Article
    from index.store import Store

_FILE_OF = """
SELECT files.path FROM sources JOIN files ON number = file
WHERE sources.path = ? AND mapping IS NOT NULL AND mapping = ''
"""


def verify(citation: str, store: Store | None) -> tuple[Check, ...]:
    """Check all that a text cites; without an archive, against the files alone."""
    return tuple(
        check(reference, citation, *_evidence(reference, store))
        for reference in references_in(citation)
    )


def _evidence(
    reference: Reference, store: Store | None
) -> tuple[list[Copy], str | None]:
    """Give every copy there is, and the text as it was when it was cited."""
    original = _article(store, reference.article) if store else None
    copies = list(_archived(reference, original, store)) if store else []
    file = _file_of(reference, store)
    if file:
        copies.append(_on_disk(file, original))
    return copies, original.text if original else None


def _archived(
    reference: Reference, original: Article | None, store: Store
) -> Iterator[Copy]:
    """Give the article, or the version that took its place."""
    if original and original.sources:
        yield Copy("the archive", original.text, original.sha256)
        return
    newer = store.successors({reference.article: reference.path})
    now = _article(store, newer.get(reference.article))
    if now:
        yield Copy(f"the archive, now {now.id}", now.text, now.sha256)
    elif original:
        # Its file has vanished; what was once filed is kept as evidence.
        yield Copy("the archive, kept", original.text, original.sha256)


def _article(store: Store, id_: str | None) -> Article | None:
    found = store.clippings([id_]) if id_ else iter(())
    return next((clipping.article for clipping in found), None)


def _file_of(reference: Reference, store: Store | None) -> Path | None:
    """Give the file as the archive knows it, else as it is named from here."""
    names = [reference.path]
    if store:
        with sentences(store.folder):
            rows = store.connection.execute(_FILE_OF, [reference.path]).fetchall()
        names = [path for (path,) in rows] or names
    files = (Path(name) for name in names if "\0" not in name)
    return next((file for file in files if _is_file(file)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, a folder that nobody may read
        return False


def _on_disk(file: Path, original: Article | None) -> Copy:
    """Read the file as it was read for the archive."""
    # Late: most citations are of bytes that are known already.
    from index.ingest import decode, read_bytes  # noqa: PLC0415

    try:
        raw = read_bytes(file)
        sha256 = hashlib.sha256(raw).hexdigest()
        if original and original.sha256 == sha256:
            return Copy(str(file), original.text, sha256)
        return Copy(str(file), decode(raw)[0], sha256)
    except (OSError, SkippedError):
        return Copy(str(file), "", "")
