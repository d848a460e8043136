"""Marks that quote nobody: scare quotes, titles, nicknames and markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.quotes.listed import word_set

if TYPE_CHECKING:
    from index.quotes.attribution import Claim
    from index.quotes.tokens import Line

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL: Final = word_set(
    "a an the of and or in on to for with at by from vs as but nor de la le"
)
_TALK: Final = word_set(
    "i we you he she they it is are was were my our your i'm i’m don't don’t have has "
    "will not me us no let let’s let's do can't can’t"
)
_TRUSTED: Final = word_set(
    "before-after inverted-after transcript name-before lead-in signature"
)
_FAINT: Final = word_set(
    "sentence-after before-right-2 unattributed same-speaker-1-inside "
    "same-speaker-2-inside inverted-right-2 lead-in-subject"
)


def is_utterance(text: str, line: Line, at: int, claim: Claim | None) -> bool:
    """Say whether somebody is quoted, not a word held up with tongs."""
    passage = line.passages[at]
    inside = text[passage.start : passage.end]
    found = _WORD.findall(inside[:400])
    markup = text[passage.left - 1 : passage.left] == "="
    if markup or not found:
        return False
    rule = claim.rule if claim else "unattributed"
    if rule in _TRUSTED:
        return True
    return not _is_title(found, inside) and _is_believed(rule, found, inside)


def _is_believed(rule: str, found: list[str], inside: str) -> bool:
    """Say whether a rule as faint as this one carries so few words."""
    if rule in _FAINT or rule.startswith("same-speaker"):
        return _is_sentence(found, inside)
    if rule in {"subject", "subject-before"}:
        return len(found) > 2
    return len(found) > 1 or rule not in {"continued", "same-sentence"}


def _is_title(words: list[str], inside: str) -> bool:
    """Say whether the words are capitalised as a headline or a book is."""
    if inside[-1] in "?!" or any(word.lower() in _TALK for word in words):
        return False
    if inside[-1] == "." and len(words) > 8:
        return False
    telling = [word for word in words if word.lower() not in _SMALL]
    high = sum(word[0].isupper() or word[0].isdigit() for word in telling)
    return words[0][0].isupper() and high >= max(1, 0.6 * len(telling))


def _is_sentence(words: list[str], inside: str) -> bool:
    """Say whether the words could stand alone."""
    if len(words) < 4 or not (inside[0].isupper() or inside[0] in ".…'‘["):
        return False
    return inside[-1] in ".,?!…—-" or len(words) > 12
