"""The formats of citations, and how each prints the words that are cited."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from index.citing.bibliographies import (
    as_bibtex,
    as_csl,
    as_ris,
    bibtex_words,
    ris_words,
)
from index.citing.plain import as_markdown, as_text, markdown_words, text_words
from index.citing.words import printable, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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
_PRINTERS = (text_words, markdown_words, bibtex_words, ris_words, printable)


def write(citation: Citation, fmt: Format) -> str:
    """Write a citation; it ends with a line break."""
    return _WRITERS[fmt](citation)


def prints(text: str, words: str) -> bool:
    """Say whether a text prints these words as a citation of any format does.

    Nobody minds where its lines are broken.
    """
    short, _ = shortened(words)
    wanted = {_squeezed(printer(short)) for printer in _PRINTERS}
    return any(words in held for held in _held(text) for words in wanted)


def _held(text: str) -> Iterator[str]:
    yield _squeezed(text)
    try:
        values = json.loads(text)
    except ValueError:
        return
    yield _squeezed(" ".join(_strings(values)))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON is anything
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _squeezed(text: str) -> str:
    return "".join(text.split())
