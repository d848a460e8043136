"""Reduce a word to the form in which it is compared."""

from __future__ import annotations

import unicodedata

from index.words.marks import JOINERS

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})

# Letters that Unicode does not take apart, but that readers type without the stroke.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | {"ʼ": None}  # which folding ŉ leaves in front
)
_JOINERS = {ord(c): None for c in JOINERS}


def written_form(word: str) -> str:
    """Give the word as `=` compares it: no possessive, no points, case and accents.

    U.S. and US are one form, U.S.'s too; us is another.
    """
    if word.isalpha() and word.isascii():
        return word
    form = unicodedata.normalize("NFC", word.translate(_JOINERS))
    form = form.translate(_APOSTROPHES)
    form = _without_possessive(form)
    if "." in form and not any(c.isdecimal() for c in form):
        form = form.replace(".", "")
    return form


def fold(word: str) -> str:
    """Give the word in lower case and without accents, its possessive cut."""
    if word.isascii() and word.isalpha():
        return word.lower()
    form = written_form(word)
    if form.isascii():
        return form.lower()
    folded = form.casefold().translate(_STROKES)
    # Taking a letter apart may bring forth another that can be: until nothing changes.
    while not folded.isascii() and (bare := _without_accents(folded)) != folded:
        folded = bare
    return _without_possessive(folded)


def _without_possessive(form: str) -> str:
    while form[-2:] in ("'s", "'S"):
        form = form[:-2]
    return form


def _without_accents(word: str) -> str:
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        if _is_accent(char):
            # The short i of Cyrillic is a letter of its own, not an accented one.
            if char == "\u0306" and kept[-1:] == ["и"]:
                kept.append(char)
            continue
        kept.append(_simple_form(char))
    form = "".join(kept).casefold().translate(_STROKES)
    return unicodedata.normalize("NFC", form)


def _is_accent(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0652"


def _simple_form(char: str) -> str:
    """Take ligatures and wide letters apart, but ½ is no 1⁄2: one word stays one."""
    simple = unicodedata.normalize("NFKD", char)
    return simple if simple.isalnum() else char
