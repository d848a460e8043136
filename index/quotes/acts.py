"""Acts of speech: who says in a sentence, and by which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from index.quotes.lexicon import MENTAL, NOUNS_TOO
from index.quotes.listed import word_set
from index.quotes.phrases import (
    Mention,
    clause_subject,
    leading_subject,
    phrase_after,
    phrase_before,
    pronoun_or_phrase_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.quotes.tokens import Line

_INVERTING: Final = word_set(
    "said says wrote writes added adds asked asks replied replies explained explains "
    "noted notes tweeted tweets argued argues continued continues warned recalled "
    "declared concluded insisted reported reports announced read reads quipped "
    "remarked responded joked stated claimed predicted exclaimed shouted wondered "
    "acknowledged admitted countered observed complained cried agreed lamented"
)
_CUE: Final = re.compile("[VvuGAm]")
_WEIGHTS: Final = {"V": 3, "v": 2, "u": 1}
_CLEAR: Final = (
    ["made", "clear"],
    ["makes", "clear"],
    ["went", "on"],
    ["goes", "on"],
    ["put", "it"],
    ["puts", "it"],
)
_ALSO_PRONOUNS: Final = word_set(
    "her this that these those one some many most several few another both all others "
    "each two three four that's"
)
_TIMES: Final = frozenset(("last", "next", "late", "shortly"))
_AUTHOR_LINKS: Final = frozenset(("by", "from", "of"))


class Act(NamedTuple):
    """One saying: its cue words and who says, by position in the line."""

    cue: int
    speaker: Mention
    manner: str
    """How they stand: before, inverted, according, saying, document."""
    weight: int
    """3 for a verb of saying, 2 for one that portrays, 1 for one that merely does."""

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
    for cue in _CUE.finditer(line.kinds, begin, end):
        i, kind = cue.start(), cue.group()
        if kind == "G":
            act = _participle(line, i, begin, end, last)
        elif kind == "A":
            act = _according(line, i, end)
        elif kind == "m":
            act = _document(line, i, end)
        else:
            act = _finite(line, i, begin, end, last)
        if act is not None:
            last = act
            yield act


def _finite(line: Line, at: int, begin: int, end: int, last: Act | None) -> Act | None:
    kinds = line.kinds
    before = _skip_back(kinds, at - 1, begin, "an")
    weight = _WEIGHTS[kinds[at]]
    if line.words[at : at + 2] in _CLEAR:
        weight = 3
    if before >= begin and (kinds[before] == "B" or _is_noun(line, at, before)):
        return None
    if _inverts(line, at, begin):
        speaker = phrase_after(line, at + 1, end)
        if speaker is not None and not _has_verb(line, at, speaker):
            return Act(at, speaker, "inverted", weight)
    if before >= begin and line.words[before] == "to":
        subject = clause_subject(line, before, begin)
    else:
        subject = pronoun_or_phrase_before(line, at, begin)
        if subject is None:
            subject = clause_subject(line, at, begin)
            if last is not None and (
                subject is None or last.speaker.first > subject.first
            ):
                subject = last.speaker
    if subject is None or _yields(line, at, subject, last):
        return None
    if weight < 3 and not _can_portray(line, subject):
        return None
    return Act(at, subject, "before", weight)


def _has_verb(line: Line, at: int, found: Mention) -> bool:
    """Say whether what follows "Lind, the mayor, said" is what is reported."""
    kinds, after = line.kinds, found.last
    if kinds[at - 1] != "," or after >= len(kinds):
        return False
    # "Said Lind last week" has no second verb.
    return kinds[after] in "BHVvuxRrgsGCT" and line.words[after] not in _TIMES


def _is_noun(line: Line, at: int, before: int) -> bool:
    """Say whether a word that looks like a verb names a thing: his claims."""
    kinds = line.kinds
    if kinds[before] == "d" and line.words[before] not in _ALSO_PRONOUNS:
        return True
    return line.words[at] in NOUNS_TOO and kinds[before] in "dsxQfjp0G"


def _yields(line: Line, at: int, subject: Mention, last: Act | None) -> bool:
    """Say whether the verb only continues an outer one: "said he hoped to"."""
    if last is None:
        return False
    mental = line.words[at] in MENTAL
    if not mental and line.kinds[subject.first] not in "hyi":
        return False
    mental = mental or line.words[subject.first] == "it"
    if not mental and line.kinds[at] == "V":
        return False
    between = line.kinds[last.last : subject.first]
    return last.weight == 3 and last.cue < subject.first and len(between) <= 12


def _can_portray(line: Line, subject: Mention) -> bool:
    """Say whether a subject can call names; "a formula called X" cannot."""
    return any(
        kind in "CITjrRgmhyiwt" for kind in line.kinds[subject.first : subject.last]
    )


def _participle(
    line: Line, at: int, begin: int, end: int, last: Act | None
) -> Act | None:
    before = _skip_back(line.kinds, at - 1, begin, "an")
    if before >= begin and line.kinds[before] == "B":
        subject = pronoun_or_phrase_before(line, before, begin)
        if subject is not None:
            return Act(at, subject, "before", weight=3)
    if line.words[max(begin, at - 2) : at] == ["quoted", "as"]:
        # "Smith was quoted as saying."
        subject = pronoun_or_phrase_before(
            line, _skip_back(line.kinds, at - 3, begin, "aB") + 1, begin
        )
        if subject is not None:
            return Act(at, subject, "before", weight=3)
    if before >= begin and line.kinds[before] in "CIrR":
        # "footage of Smith saying" and "with Smith famously saying" have him at hand.
        subject = phrase_before(line, before + 1, begin)
        if subject is not None and (before == at - 1 or _is_with(line, subject)):
            return Act(at, subject, "before", weight=3)
    if last is not None:
        return Act(at, last.speaker, "saying", weight=3)
    trails = before >= begin and line.kinds[before] == ","
    subject = (trails and leading_subject(line, begin, at)) or clause_subject(
        line, at, begin
    )
    if subject is None:
        subject = leading_subject(line, at, end)
    return None if subject is None else Act(at, subject, "saying", weight=3)


def _is_with(line: Line, subject: Mention) -> bool:
    return subject.first > 0 and line.words[subject.first - 1].lower() == "with"


def _according(line: Line, at: int, end: int) -> Act | None:
    if at + 1 >= end or line.words[at + 1] != "to":
        return None
    speaker = phrase_after(line, at + 2, end) or _source(line, at + 2, end)
    return None if speaker is None else Act(at, speaker, "according", weight=3)


def _source(line: Line, at: int, end: int) -> Mention | None:
    """Read a source that no list holds: according to exit polls."""
    last = at
    while last < min(end, at + 8) and line.kinds[last] in "adxfrgRmCTjI0s":
        last += 1
    return Mention(at, last) if last > at else None


def _document(line: Line, at: int, end: int) -> Act | None:
    """Read "a statement by X"."""
    if at + 1 < end and line.words[at + 1] in _AUTHOR_LINKS:
        speaker = phrase_after(line, at + 2, end)
        if speaker is None or line.kinds[speaker.first] == "y":
            return None
        after = line.kinds[speaker.last : speaker.last + 1]
        if after and after in "tQ:":
            return Act(at, speaker, "document", weight=2)
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
    if line.kinds[at - 1] != ",":
        return False
    return line.kinds[at + 1] in "CTIjrf" or _ends_with_source(line, at + 1)


def _ends_with_source(line: Line, at: int) -> bool:
    """Read "..., said several observers." to its stop."""
    found = phrase_after(line, at, len(line.kinds))
    if found is None or found.last - found.first < 2:
        return found is not None and line.kinds[at : at + 2] == "R."
    return line.kinds[found.last : found.last + 1] == "." and line.kinds[at] in "dRrg"


def _skip_back(kinds: str, at: int, floor: int, skipped: str) -> int:
    while at >= floor and kinds[at] in skipped:
        at -= 1
    return at
