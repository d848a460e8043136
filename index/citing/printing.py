"""The words that a citation prints, found where its format prints them.

A citation may have its lines broken anew, may be quoted in a letter, and may stand
among other text. Its reference comes last: what it prints stands before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from json import JSONDecoder
from typing import TYPE_CHECKING, Any

from index.citing.bibliographies import bibtex_words, ris_words
from index.citing.plain import markdown_words, text_words
from index.citing.reference import mentions_in, references_in
from index.citing.words import printable, shortened
from index.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.citing.reference import Reference

_BREAK = r"(?>[^\S\n]*\n\s*)?"
"""A line may end inside a word."""
_QUOTED = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
_BEGUN = re.compile(r"^[`> \t]*[“\[]", re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n[> \t]*\n")
_CLOSED = r"[”\]]\s+—\s(?!(?s:.*)[”\]]\s*\n[\s>]*—\s)"
"""The end of the words in text; no later line ends the words once more."""
_BOLD = re.compile(r"(?<!\\)\*\*")
_ENTRY = re.compile(r"@\w+\s*\{")
_ABSTRACT = re.compile(r"\babstract\s*=\s*\{")
_JSON = re.compile(r"[\[{]")


def prints(text: str, reference: Reference, words: str) -> bool:
    """Say whether a text prints these words, and no others, wherever it refers to them.

    Nobody minds where its lines are broken.
    """
    short, _ = shortened(words)
    return any(
        reference in references_in(lines) and all(_printed(lines, reference, short))
        for lines in (text, _QUOTED.sub("", text))
    )


def _printed(text: str, reference: Reference, words: str) -> Iterator[bool]:
    """Say of each place that refers to the words whether it prints them."""
    end = 0
    for mentioned, place in mentions_in(text):
        before, end = text[end : place.start], place.end
        if mentioned != reference:
            continue
        held = [value for span, value in _values(text) if span.overlaps(place)]
        if held:
            said = [one for value in held for one in _said(value, reference, words)]
            yield bool(said) and all(said)
        else:
            forms = (_in_marks, _in_entry, _in_record)
            yield any(form(before, words) for form in forms)


def _wanted(words: str) -> str:
    """Give a pattern of these words, wherever their lines are broken."""
    return r"\s++".join(_BREAK.join(map(re.escape, word)) for word in words.split())


def _in_marks(before: str, words: str) -> bool:
    """Look in text or Markdown: between marks, from the start of a line."""
    either = f"{_wanted(text_words(words))}|{_wanted(markdown_words(words))}"
    whole = re.compile(rf"\s*(?:{either})\s*{_CLOSED}")
    return any(
        whole.match(printed, begun.end()) and _is_first(printed[: begun.start()])
        for printed in dict.fromkeys((before, _BOLD.sub("", before)))
        for begun in _BEGUN.finditer(printed)
    )


def _is_first(head: str) -> bool:
    """Say whether no words began before in the same paragraph."""
    return not _BEGUN.search(_EMPTY_LINE.split(head)[-1])


def _in_entry(before: str, words: str) -> bool:
    """Look in the last entry of BibTeX."""
    _, *entries = _ENTRY.split(before)
    field = _ABSTRACT.search(entries[-1]) if entries else None
    whole = rf"\s*{_wanted(bibtex_words(words))}\s*\}}\s*,"
    return bool(field and re.compile(whole).match(entries[-1], field.end()))


def _in_record(before: str, words: str) -> bool:
    """Look in the last record of RIS; typed in a shell it is all one line."""
    line = r"(?m:^)[ \t]*" if "\n" in before else r"(?<!\S)"
    _, *records = re.split(rf"{line}TY\s+-\s", before)
    field = re.search(rf"{line}AB\s+-\s", records[-1]) if records else None
    whole = rf"\s*{_wanted(ris_words(words))}\s*{line}[A-Z][A-Z0-9]\s+-\s"
    return bool(field and re.compile(whole).match(records[-1], field.end()))


@lru_cache(maxsize=4)
def _values(text: str) -> tuple[tuple[Span, Any], ...]:
    """Give the JSON that stands in a text; in its strings, too, lines may be broken."""
    decoder, at = JSONDecoder(strict=False), 0
    values = []
    while found := _JSON.search(text, at):
        try:
            value, at = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            at = found.end()
        else:
            values.append((Span(found.start(), at), value))
    return tuple(values)


def _said(value: Any, reference: Reference, words: str) -> Iterator[bool]:  # noqa: ANN401 - JSON is anything
    """Say of each place in JSON that refers to the words whether it prints them."""
    if isinstance(value, str):
        if reference in references_in(value) and not _is_bare(value, reference):
            yield prints(value, reference, words)
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner, reference, words)
    elif isinstance(value, dict):
        custom = value.get("custom")
        if isinstance(custom, dict) and _is_bare(custom.get("quoth"), reference):
            yield _is_whole(value.get("abstract"), words)
        if _is_bare(value.get("reference"), reference):
            yield _is_whole(value.get("text"), words)
        yield from _said(list(value.values()), reference, words)


def _is_bare(value: Any, reference: Reference) -> bool:  # noqa: ANN401 - the same
    return isinstance(value, str) and "".join(value.split()) == str(reference)


def _is_whole(value: Any, words: str) -> bool:  # noqa: ANN401 - the same
    # Shown elsewhere in JSON, words may have been left as they are.
    wanted = rf"\s*(?:{_wanted(printable(words))}|{_wanted(words)})\s*"
    return isinstance(value, str) and re.fullmatch(wanted, value) is not None
