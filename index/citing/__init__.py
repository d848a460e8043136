"""Citations that a colleague can check: the words, where they stand, and their seal."""

from index.citing.checking import Check, Copy, Finding, Verdict, check
from index.citing.citation import Citation, cite
from index.citing.formats import Format, write
from index.citing.reference import Reference, references_in

__all__ = [
    "Check",
    "Citation",
    "Copy",
    "Finding",
    "Format",
    "Reference",
    "Verdict",
    "check",
    "cite",
    "references_in",
    "write",
]
