"""What a page prints around a name: calls to watch, and headlines glued to it."""

from __future__ import annotations

import re
from typing import Final

from index.quotes.first_names import FIRST_NAMES
from index.quotes.listed import word_set
from index.quotes.places import PLACES

LABELS: Final = word_set(
    "MORE ADVERTISEMENT VIDEO PHOTO PHOTOS WATCH WATCHED READ UPDATE UPDATED RELATED "
    "LIVE BREAKING JUST MUST REPLAY OPINION ANALYSIS IMAGE CAPTION AUDIO PLAYBACK"
)
"""Capitals that name nobody."""
# (D-N.Y.), (R., Utah), (D) and between commas R-Ky.; the comma behind stays where an
# apposition follows, or another name: "Ann Lind, D-Calif., the chair of the committee".
_STATE: Final = r"[A-Z][A-Za-z.]*(?: [A-Z][a-z.]+){0,2}"
# One class of characters stands first, so that the search can jump to the next.
_PARTY: Final = re.compile(
    rf"[(,](?:(?<=\()(?:[DRIL]|Ind)(?:\.?[-–—]\s?{_STATE}|\.?, ?{_STATE}|\.?)\)"
    rf"|(?<=,) [DRI][-–—]{_STATE}"
    r"(?:(?=\s)|,(?! (?:the|a|an|who|whose|and|chair)\b| [A-Z])|(?=,)))"
)
_GLUED: Final = re.compile("([A-Z][a-z’']{3,})[A-Z][a-z-]+")


def without_parties(text: str) -> str:
    """Blank party and state behind a name, which would be taken for names themselves.

    Every character else stays where it is.
    """
    return _PARTY.sub(lambda found: " " * len(found[0]), text)


def without_echo(words: tuple[str, ...]) -> tuple[str, ...]:
    """Cut a name where it is said again: Ann Lind Lind, Ann Lind Ann LindHarbour."""
    for at in range(2, len(words)):
        word = words[at]
        again = word == words[at - 1] or (word in FIRST_NAMES and word in words[:at])
        if again or word == "MORE":
            return words[:at]
        glued = _GLUED.fullmatch(word)
        if glued and not glued[1].startswith("Mac") and glued[1] in words[:at]:
            return words[: words.index(glued[1]) + 1]
    return words


def without_label(name: tuple[str, ...]) -> tuple[str, ...]:
    """Drop what stands before a person's name: WATCHED Lind, Georgia Ann Lind."""
    shouted = 0
    while shouted + 1 < len(name) and _is_shouted(name[shouted]):
        shouted += 1
    if not _is_shouted(name[shouted]):
        name = name[shouted:]
    if len(name) > 2 and name[0] in PLACES and name[1] in FIRST_NAMES - PLACES:
        return name[1:]
    return name


def _is_shouted(word: str) -> bool:
    return (
        len(word) > 2 and word.isupper() and "." not in word and word not in FIRST_NAMES
    )
