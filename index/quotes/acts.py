"""Acts of speech: who says in a sentence, and by which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from index.quotes.phrases import (
    Mention,
    clause_subject,
    leading_subject,
    phrase_after,
    pronoun_or_phrase_before,
)
from index.quotes.tokens import Line

_INVERTING: Final = frozenset(
    "said says wrote writes added adds asked asks replied replies explained explains "
    "noted notes tweeted tweets argued argues continued continues warned recalled "
    "declared concluded insisted reported reports announced read reads quipped "
    "remarked responded joked stated claimed predicted exclaimed shouted wondered "
    "acknowledged admitted countered observed complained cried agreed lamented".split()
)
_AUTHOR_LINKS: Final = frozenset(("by", "from", "of"))


@dataclass(frozen=True, slots=True)
class Act:
    """One saying: its cue words and who says, by position in the line."""

    cue: int
    speaker: Mention
    manner: str
    """How they stand: before, inverted, according, saying, document."""
    strong: bool

    @property
    def first(self) -> int:
        """Where the first of its words stands."""
        return min(self.cue, self.speaker.first)

    @property
    def last(self) -> int:
        """Where its last word ends."""
        return max(self.cue + 1, self.speaker.last)


def acts_of(line: Line, begin: int, end: int) -> list[Act]:
    """Find the acts of speech of one sentence, in order."""
    return list(_acts(line, begin, end))


def _acts(line: Line, begin: int, end: int) -> Iterator[Act]:
    last: Act | None = None
    for i in range(begin, end):
        kind = line.kinds[i]
        act = None
        if kind in "Vv":
            act = _finite(line, i, begin, end, last)
        elif kind == "G":
            act = _participle(line, i, begin, end, last)
        elif kind == "A":
            act = _according(line, i, end)
        elif kind == "m":
            act = _document(line, i, begin, end)
        if act is not None:
            last = act
            yield act


def _finite(line: Line, at: int, begin: int, end: int, last: Act | None) -> Act | None:
    kinds = line.kinds
    before = _skip_back(kinds, at - 1, begin, "an")
    strong = kinds[at] == "V"
    if before >= begin and kinds[before] == "B":
        return None
    if before >= begin and kinds[before] in "d" and strong is False:
        return None
    if _inverts(line, at, begin):
        speaker = phrase_after(line, at + 1, end)
        if speaker is not None:
            return Act(at, speaker, "inverted", strong)
    if before >= begin and line.words[before] == "to":
        subject = clause_subject(line, before, begin)
        return None if subject is None else Act(at, subject, "before", strong)
    subject = pronoun_or_phrase_before(line, at, begin)
    if subject is None and last is not None and not _quoted(kinds, last.last, at):
        subject = last.speaker
    if subject is None:
        subject = clause_subject(line, at, begin)
    return None if subject is None else Act(at, subject, "before", strong)


def _participle(
    line: Line, at: int, begin: int, end: int, last: Act | None
) -> Act | None:
    before = _skip_back(line.kinds, at - 1, begin, "an")
    if before >= begin and line.kinds[before] == "B":
        subject = pronoun_or_phrase_before(line, before, begin)
        if subject is not None:
            return Act(at, subject, "before", strong=True)
    if last is not None:
        return Act(at, last.speaker, "saying", strong=True)
    subject = clause_subject(line, at, begin) or leading_subject(line, at, end)
    return None if subject is None else Act(at, subject, "saying", strong=True)


def _according(line: Line, at: int, end: int) -> Act | None:
    if at + 1 >= end or line.words[at + 1] != "to":
        return None
    speaker = phrase_after(line, at + 2, end)
    return None if speaker is None else Act(at, speaker, "according", strong=True)


def _document(line: Line, at: int, begin: int, end: int) -> Act | None:
    """Read "a statement by X", and "X's statement" too."""
    if at + 1 < end and line.words[at + 1] in _AUTHOR_LINKS:
        speaker = phrase_after(line, at + 2, end)
        if speaker is not None and line.kinds[speaker.first] != "y":
            return Act(at, speaker, "document", strong=False)
    return None


def _inverts(line: Line, at: int, begin: int) -> bool:
    """Say whether the verb stands where its subject must follow."""
    if at + 1 >= len(line.kinds) or line.words[at].lower() not in _INVERTING:
        return False
    before = at - 1
    if before >= begin and line.kinds[before] in ",-":
        before -= 1
    elif before >= begin and line.kinds[before] != "Q":
        return False
    if before < begin:
        return True
    if line.kinds[before] == "Q":
        return line.kinds[at + 1] in "hyidCTIjrRfxg"
    return line.kinds[at - 1] == "," and line.kinds[at + 1] in "CTIjrf"


def _skip_back(kinds: str, at: int, floor: int, skipped: str) -> int:
    while at >= floor and kinds[at] in skipped:
        at -= 1
    return at


def _quoted(kinds: str, begin: int, end: int) -> bool:
    return "Q" in kinds[begin:end]
