"""How words are reported: whole or in pieces, denied, and to whom they were told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.model import QuoteKind
from index.quotes.listed import word_set
from index.quotes.tokens import DATES, Line

if TYPE_CHECKING:
    from index.quotes.attribution import Claim

_NEGATION: Final = re.compile(
    r"\b(?:not|never|no|cannot|nothing|nobody|none|neither|nor)\b|n['’]t\b",
    re.IGNORECASE,
)
_NEGATORS: Final = word_set("not never no cannot nor neither")
_TELLING: Final = word_set("told tells tell telling")
_TO_WHOM: Final = frozenset((("interview", "with"), ("interview", "to")))
_NO_VENUE: Final = word_set("o h y i w t p , . V v u Q B H c :")
_REACH: Final = 8


def kind_of_report(line: Line, at: int, before: QuoteKind | None) -> QuoteKind:
    """Say whether a quotation stands alone or leans on the reporter's sentence.

    `before` is the kind of the piece that the same "he said" already followed.
    """
    lead, tail = line.leads[at], line.tails[at]
    if lead.islower():
        resumes = before is QuoteKind.DIRECT and line.kinds[at - 1 : at] in {",", "-"}
        return QuoteKind.DIRECT if resumes else QuoteKind.MIXED
    opens = (
        at == 0 or line.kinds[at - 1] in ".,:;-Q(VvuGe" or line.sentence_of(at)[0] == at
    )
    whole = tail in ".,?!…—–-;" or not line.passages[at].closed
    return QuoteKind.DIRECT if opens and whole else QuoteKind.MIXED


def denies(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of text holds a word of denial."""
    return _NEGATION.search(text, start, end) is not None


def is_negated(text: str, line: Line, at: int) -> bool:
    """Say whether the quotation, or the words that lead into it, deny something."""
    passage = line.passages[at]
    if denies(text, passage.start, passage.end):
        return True
    near = line.words[max(0, at - 2) : at]
    return any(word.lower() in _NEGATORS or word[-2:] in {"’t", "'t"} for word in near)


def venue_of(text: str, claim: Claim) -> str | None:
    """Give to whom or where it was said: Ekho Moskvy, reporters, CNN."""
    line = claim.line
    if claim.cue is None:
        return None
    begin, end = line.sentence_of(claim.cue)
    if line.words[claim.cue] in _TELLING:
        return _object(text, line, claim.cue + 1, end)
    if "interview" not in line.words[begin:end]:
        return None
    for i in range(begin, end - 1):
        if (line.words[i], line.words[i + 1]) in _TO_WHOM:
            return _object(text, line, i + 2, end)
    return None


def _object(text: str, line: Line, at: int, end: int) -> str | None:
    kinds = line.kinds
    begin = at + 1 if at < end and line.words[at].lower() in {"the", "a", "an"} else at
    i = begin
    while i < min(end, begin + _REACH):
        if kinds[i] in _NO_VENUE or line.words[i] in DATES:
            break
        if kinds[i] == "d" and i > begin:
            break
        crowd = i == begin and line.words[i].endswith("s")
        if kinds[i] in "xa" and not (crowd or _noun_follows(kinds, i, end)):
            break
        i += 1
    while i > begin + 1 and kinds[i - 1] in "dsaxf":
        i -= 1
    if i == begin + 1 and kinds[begin] in "dsaf":
        return None
    if i == begin:
        return None
    return text[line.starts[begin] : line.ends[i - 1]]


def _noun_follows(kinds: str, at: int, end: int) -> bool:
    return at + 1 < end and kinds[at + 1] in "grRm"
