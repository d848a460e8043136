"""Reduce a word to the form in which it is compared."""

from __future__ import annotations

import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})

# Letters that Unicode does not take apart, but that readers type without the stroke.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_JOINERS = {ord(c): None for c in "\u00ad\u200c\u200d"}


def written_form(word: str) -> str:
    """Give the word as `=` compares it: no possessive, no points, case and accents.

    U.S. and US are one form, U.S.'s too; us is another.
    """
    if word.isalpha() and word.isascii():
        return word
    form = unicodedata.normalize("NFC", word.translate(_JOINERS))
    form = form.translate(_APOSTROPHES)
    if form[-2:] in ("'s", "'S"):
        form = form[:-2]
    if "." in form and not any(c.isdigit() for c in form):
        form = form.replace(".", "")
    return form


def fold(word: str) -> str:
    """Give the word in lower case and without accents, its possessive cut."""
    form = written_form(word)
    if form.isascii():
        return form.lower()
    folded = form.casefold().translate(_STROKES)
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", _without_accents(folded))


def _without_accents(word: str) -> str:
    kept: list[str] = []
    for char in unicodedata.normalize("NFKD", word):
        if "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0652":
            # The short i of Cyrillic is a letter of its own, not an accented one.
            if char == "\u0306" and kept and kept[-1] == "и":
                kept.append(char)
            continue
        kept.append(char)
    # NFKD may bring back capitals or strokes (from ligatures and the like).
    return "".join(kept).casefold().translate(_STROKES)
