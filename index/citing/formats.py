"""The formats of citations."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from index.citing.bibliographies import as_bibtex, as_csl, as_ris
from index.citing.plain import as_markdown, as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.citing.citation import Citation


class Format(StrEnum):
    """How a citation is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"


_WRITERS: Mapping[Format, Callable[[Citation], str]] = {
    Format.TEXT: as_text,
    Format.MARKDOWN: as_markdown,
    Format.BIBTEX: as_bibtex,
    Format.RIS: as_ris,
    Format.CSL: as_csl,
}


def write(citation: Citation, fmt: Format) -> str:
    """Write a citation; it ends with a line break."""
    return _WRITERS[fmt](citation)
