"""The reference in every citation: one word of plain characters, enough to check it.

It survives what happens to citations: it has no space, no quotation mark and nothing
that a format would escape.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from index.model import Span
from index.originals import id_from

if TYPE_CHECKING:
    from index.model import Article

_REFERENCE = re.compile(
    r"quoth:([\w-]+):([\w.~%/-]*):([0-9]{1,15})-([0-9]{1,15}):([0-9a-f]{64}):([0-9a-f]{32})",
    re.ASCII,
)
_SEAL_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage: in which article, found where, of which bytes, with which words."""

    article: str
    path: str
    span: Span
    sha256: str
    """Of the original bytes."""
    seal: str
    """Of the words, which a citation may print shortened."""

    @property
    def agrees(self) -> bool:
        """Say whether the article it names is the one of these bytes."""
        return id_from(bytes.fromhex(self.sha256)) == self.article

    def __str__(self) -> str:
        path = quote(self.path, safe="/", errors="surrogatepass")
        place = f"{self.span.start}-{self.span.end}"
        return f"quoth:{self.article}:{path}:{place}:{self.sha256}:{self.seal}"


def reference_to(article: Article, span: Span) -> Reference:
    """Refer to a passage of an article."""
    seal = seal_of(span.of(article.text))
    return Reference(article.id, article.path, span, article.sha256, seal)


def seal_of(words: str) -> str:
    """Give a short hash by which the words are known again."""
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_SEAL_LENGTH]


def references_in(text: str) -> tuple[Reference, ...]:
    """Give the references that stand in a text, each once."""
    return tuple(dict.fromkeys(reference for reference, _ in mentions_in(text)))


@lru_cache(maxsize=64)
def mentions_in(text: str) -> tuple[tuple[Reference, Span], ...]:
    """Give every reference in a text, as often as it stands there, and where."""
    # A letter or a table may have broken the lines of a long word.
    pieces = list(re.finditer(r"\S+", text))
    ends = list(accumulate(len(piece[0]) for piece in pieces))

    def place(at: int) -> int:
        number = bisect_right(ends, at)
        return pieces[number].end() - (ends[number] - at)

    joined = "".join(piece[0] for piece in pieces)
    return tuple(
        (_reference(found), Span(place(found.start()), place(found.end() - 1) + 1))
        for found in _REFERENCE.finditer(joined)
    )


def _reference(found: re.Match[str]) -> Reference:
    article, path, start, end, sha256, seal = found.groups()
    return Reference(
        article=article,
        path=unquote(path, errors="surrogatepass"),
        span=Span(int(start), int(end)),
        sha256=sha256,
        seal=seal,
    )
