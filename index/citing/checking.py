"""Check a citation against copies of what it cites: exact, moved, changed or gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from index.citing.printing import prints
from index.citing.reference import seal_of
from index.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.citing.reference import Reference


class Verdict(StrEnum):
    """What became of cited words; the later, the worse."""

    EXACT = "exact"
    """The same words at the same offsets."""
    MOVED = "moved"
    """The same words, elsewhere in the text."""
    CHANGED = "changed"
    """The text is there, these words are not."""
    GONE = "gone"
    """There is no such text any more."""


_SEVERITY = tuple(Verdict)


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that ought to hold the cited words."""

    where: str
    """The archive, a path."""
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one copy says."""

    where: str
    verdict: Verdict
    span: Span | None
    """Where the words stand; None if they do not."""
    same_bytes: bool
    """Whether the whole copy is, byte for byte, what was cited."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was found of one citation."""

    reference: Reference
    findings: tuple[Finding, ...]
    words_printed: bool
    """Whether the citation prints the words that it refers to, and no others."""

    @property
    def verdict(self) -> Verdict:
        """Give the worst that was found; other words than it refers to are a change."""
        found = [finding.verdict for finding in self.findings] or [Verdict.GONE]
        if not self.words_printed:
            found.append(Verdict.CHANGED)
        return max(found, key=_SEVERITY.index)


def check(
    reference: Reference, citation: str, copies: Iterable[Copy], cited: str | None
) -> Check:
    """Check one reference of a citation; `cited` is the text as it was, if kept."""
    copies = tuple(copies)
    words = _sealed(reference, cited) if cited is not None else None
    findings = tuple(_finding(reference, copy, words) for copy in copies)
    for copy, finding in zip(copies, findings, strict=True):
        if words is None and finding.span:
            words = finding.span.of(copy.text)
    # A bare reference prints nothing; beside it the words must stand as they are.
    bare = "".join(citation.split()) == str(reference)
    printed = bare or words is None or prints(citation, reference, words)
    return Check(reference, findings, printed)


def _finding(reference: Reference, copy: Copy, words: str | None) -> Finding:
    same_bytes = copy.sha256 == reference.sha256
    if _sealed(reference, copy.text) is not None:
        return Finding(copy.where, Verdict.EXACT, reference.span, same_bytes)
    span = _elsewhere(reference, copy.text, words)
    verdict = Verdict.MOVED if span else Verdict.CHANGED
    return Finding(copy.where, verdict, span, same_bytes)


def _sealed(reference: Reference, text: str) -> str | None:
    """Give the words at the offsets, if they are those that were cited."""
    words = reference.span.of(text)
    return words if seal_of(words) == reference.seal else None


def _elsewhere(reference: Reference, text: str, words: str | None) -> Span | None:
    """Find the words in a text, the nearest to where they were."""
    start, length = reference.span.start, reference.span.end - reference.span.start
    if words is not None:
        places = [text.rfind(words, 0, start + length), text.find(words, start)]
    else:
        # The words themselves are not known, but their length and their seal are.
        windows = range(len(text) - length + 1)
        places = [
            at for at in windows if seal_of(text[at : at + length]) == reference.seal
        ]
    found = [at for at in places if at >= 0]
    at = min(found, key=lambda at: abs(at - start), default=None)
    return None if at is None else Span(at, at + length)
