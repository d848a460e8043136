"""Noun phrases that can speak: where the words for a speaker begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from index.quotes.listed import word_set

if TYPE_CHECKING:
    from index.quotes.tokens import Line

_NAME: Final = frozenset("CITj")
_NOUN: Final = frozenset("rgRmfx")
_HEADS: Final = frozenset("rRgm")
_LINKS: Final = frozenset(("of", "for", "at", "with", "in", "from"))
_FOUNDED: Final = word_set(
    "Center Centre Council Institute Foundation Committee Club Association Campaign "
    "Coalition Alliance Society Commission Fund Board Bureau Agency Conference Academy "
    "Americans Citizens Students Doctors Project Network League Union Department Office"
)
_FOUNDING: Final = frozenset(("for", "on", "to", "at"))
_CLAUSE_STARTS: Final = frozenset(",.;:-ctQ(e")
_REACH: Final = 9


class Mention(NamedTuple):
    """The words, by position in their line, that stand for a speaker."""

    first: int
    last: int
    """Exclusive."""


def pronoun_or_phrase_before(line: Line, at: int, floor: int) -> Mention | None:
    """Find the subject that ends where the verb at `at` begins."""
    kinds = line.kinds
    i = _last_of_subject(kinds, at, floor)
    if i < floor:
        return None
    kind = kinds[i]
    if kind in "hyiw" or (kind in "td" and line.words[i] == "that"):
        return Mention(i, i + 1)
    if kind == "," and i - 1 >= floor and kinds[i - 1] == ")":
        i, kind = i - 1, ")"
    if kind == ")":
        bracket = kinds.rfind("(", floor, i)
        return phrase_before(line, bracket, floor) if bracket > floor else None
    if kind in ",-":
        return _before_insertion(line, i, floor)
    him = kind == "o" or line.words[i] == "her"
    if him and i - 1 > floor and kinds[i - 1] == "p":
        # "A source close to him said": the last word belongs to the phrase.
        near = phrase_before(line, i - 1, floor)
        return near and Mention(near.first, i + 1)
    found = _with_head(line, phrase_before(line, i, floor, closed=True), floor)
    return found if found is None else _past_relative(line, found, floor)


_RELATIVE: Final = re.compile("w[xVvuGBHapdjCTI0]{1,8}")


def _past_relative(line: Line, found: Mention, floor: int) -> Mention:
    """Give "Democrats" for the debate of "Democrats who watched the debate"."""
    at = line.kinds.rfind("w", max(floor, found.first - 6), found.first)
    if at <= floor or line.words[at] != "who":
        return found
    if _RELATIVE.fullmatch(line.kinds, at, found.first) is None:
        return found
    return phrase_before(line, at, floor) or found


def _with_head(line: Line, found: Mention | None, floor: int) -> Mention | None:
    """Give "protesters in the streets" for "the streets", which cannot chant."""
    kinds = line.kinds
    if found is None or found.first <= floor or kinds[found.first - 1] != "p":
        return found
    head = clause_subject(line, found.first - 1, floor)
    if head is None:
        # "Friends within the party argue": no list holds who they are.
        near = phrase_before(line, found.first - 1, floor)
        if near is None or (near.first > floor and kinds[near.first - 1] == "p"):
            return found
        return Mention(near.first, found.last)
    joined = head.last == found.first - 1 and kinds[head.last - 1] in "rRgx"
    return Mention(head.first, found.last) if joined else head


def _last_of_subject(kinds: str, at: int, floor: int) -> int:
    i = at - 1
    while i >= floor and kinds[i] in "aHn":
        i -= 1
    # "Smith on Sunday, 24 October, said": the date stands between subject and verb.
    while i > floor:
        date = kinds[i] == "0" or (kinds[i] == "," and kinds[i - 1] == "0")
        if not date and not (kinds[i] in "p," and kinds[i + 1] == "0"):
            break
        i -= 1
    return i


def phrase_before(
    line: Line, end: int, floor: int, *, closed: bool = False
) -> Mention | None:
    """Find the noun phrase that ends before `end`, or with it when `closed`."""
    last = end + 1 if closed else end
    kinds = line.kinds
    if last - 1 < floor or not _can_end(kinds[last - 1]):
        return None
    i = last - 1
    while i >= floor and last - i <= _REACH + 6:
        left = _step_back(line, i, last, floor)
        if left == i:
            break
        i = left
        if kinds[i + 1] == "d" and not _links_back(line, i, floor):
            break
    first = i + 1
    while first < last and kinds[first] in "s0":
        first += 1
    return Mention(first, last) if first < last else None


def _step_back(line: Line, at: int, last: int, floor: int) -> int:
    """Give the position left of a word that belongs to the phrase; its own if none."""
    kinds = line.kinds
    kind = kinds[at]
    after = kinds[at + 1] if at + 1 < last else ""
    if kind == "x":
        return _step_over_stranger(kinds, at, last, floor)
    if kind in _NAME or kind in "dsrgRmf":
        return at - 1
    if kind == "0" and after and after in "rRxg":
        return at - 1
    return at - 1 if _links_back(line, at, floor) else at


def _step_over_stranger(kinds: str, at: int, last: int, floor: int) -> int:
    after = kinds[at + 1] if at + 1 < last else ""
    if after and after in "CIT":
        # "last week Smith said": only the name speaks.
        return at
    start = _determined(kinds, at, floor)
    if start is not None:
        return start
    if after and after in "rfR":
        return at - 1
    return at - 1 if not after and _bare(kinds, at, floor) else at


def phrase_after(line: Line, at: int, ceiling: int) -> Mention | None:
    """Find the noun phrase that begins at `at`."""
    kinds = line.kinds
    if at >= ceiling:
        return None
    if kinds[at] in "hyi":
        return Mention(at, at + 1)
    i = at
    while i < ceiling and i - at <= _REACH and _goes_on(line, i, at, ceiling):
        i += 1
        if _is_complete(kinds, i, at, ceiling):
            break
    while i > at and kinds[i - 1] in "spd0":
        i -= 1
    return Mention(at, i) if i > at and _speaks(kinds, at, i) else None


def _goes_on(line: Line, i: int, at: int, ceiling: int) -> bool:
    """Say whether a phrase that began at `at` runs through the word at `i`."""
    kinds = line.kinds
    kind = kinds[i]
    determined = kinds[at] == "d"
    named = any(k in _NAME for k in kinds[at:i])
    if kind in _NAME or kind in "rgRmf" or (kind == "d" and i == at):
        return True
    if kind == "x":
        spent = kinds[i - 1 : i] in {"r", "R", "g", "m"}
        free = determined and not named and not spent
        return free or _title_follows(kinds, i, ceiling)
    if kind == "0":
        ahead = determined or _title_follows(kinds, i + 1, ceiling)
        return ahead and not named
    if kind == "s":
        return i > at
    return _links_on(line, i, at, ceiling, named=named)


def _is_complete(kinds: str, end: int, at: int, ceiling: int) -> bool:
    """Say whether a noun after a name ends the phrase: Clinton aides."""
    if kinds[end - 1] not in "rgRmf" or kinds[at] == "d":
        return False
    named = any(k in _NAME for k in kinds[at : end - 1])
    return named and not _title_follows(kinds, end - 1, ceiling)


def clause_subject(line: Line, at: int, floor: int) -> Mention | None:
    """Find the nearest phrase to the left that opens a clause."""
    kinds = line.kinds
    for i in range(at - 1, floor - 1, -1):
        kind = kinds[i]
        opens = i == floor or kinds[i - 1] in _CLAUSE_STARTS
        if not opens:
            continue
        if kind in "hy":
            return Mention(i, i + 1)
        if kind in "dCTjrRI":
            found = phrase_after(line, i, at)
            if found is not None and _has_head(kinds, found):
                return found
    return None


def leading_subject(line: Line, begin: int, end: int) -> Mention | None:
    """Find the phrase that opens a sentence, after an introduction if there is one."""
    kinds = line.kinds
    i = begin
    while i < end and kinds[i] in "ac":
        i += 1
    if i < end and kinds[i] in "pGxA":
        comma = kinds.find(",", i, end)
        if comma < 0:
            return None
        i = comma + 1
    while i < end and kinds[i] in "a,":
        i += 1
    found = phrase_after(line, i, end)
    if found is None or not (_has_head(kinds, found) or kinds[found.first] == "d"):
        return None
    return found


def antecedent(line: Line, mention: Mention) -> Mention:
    """Give whom "who" stands for; any other mention stands for itself."""
    at = mention.first
    if line.kinds[at] not in "wt" or at == 0:
        return mention
    comma = line.kinds[at - 1] in ",-"
    found = phrase_before(line, at - 1 if comma else at, 0)
    return mention if found is None else found


def is_personal(line: Line, mention: Mention) -> bool:
    """Say whether the mention is he, she, they, I ..., not a name or a description."""
    one = mention.last - mention.first == 1
    return one and line.kinds[mention.first] in "hyiow"


def _before_insertion(line: Line, at: int, floor: int) -> Mention | None:
    """Find whom "X, the chief of Y, said" is about: the phrase before the insertion."""
    kinds = line.kinds
    opening = kinds[at]
    begin = floor
    for j in range(at - 1, floor - 1, -1):
        if kinds[j] in "Q.;":
            begin = j + 1
            break
    introduced = kinds[begin] == "p"
    for j in range(begin, at):
        if kinds[j] != opening and kinds[j] != "(":
            continue
        if introduced and kinds[j] == ",":
            # "After the storm, ..." only sets the scene.
            introduced = False
            continue
        if j - 1 < begin or kinds[j - 1] not in "CITjrRgxhy":
            continue
        if kinds[j - 1] in "hy":
            return Mention(j - 1, j)
        found = phrase_before(line, j, begin)
        if found is None or not _has_head(kinds, found):
            continue
        before = kinds[found.first - 1] if found.first > begin else "."
        lone = found.last - found.first == 1
        # "in Berea, OH, ..." names a place, not the one who speaks.
        if before == "p" or (lone and before == "," and found.first - 2 >= begin):
            continue
        return found
    return None


def _can_end(kind: str) -> bool:
    return kind in _NAME or kind in _NOUN or kind == "d"


def _has_head(kinds: str, mention: Mention) -> bool:
    return any(k in "CITrRgmhy" for k in kinds[mention.first : mention.last])


def _speaks(kinds: str, first: int, last: int) -> bool:
    """Say whether a phrase holds more than small words."""
    return any(k in "CITjrRgmx" for k in kinds[first:last])


def _determined(kinds: str, at: int, floor: int) -> int | None:
    """Find the position left of the determiner of an unknown noun, if it has one."""
    for j in range(at, max(floor, at - 6) - 1, -1):
        kind = kinds[j]
        if kind == "d":
            return j - 1
        if kind == "s":
            return j
        if kind not in "xrgRmfCITj0aGvV":
            return None
    return None


def _bare(kinds: str, at: int, floor: int) -> bool:
    """Say whether a lone noun opens its clause: "Officials said"."""
    return at == floor or kinds[at - 1] in _CLAUSE_STARTS


def _links_back(line: Line, at: int, floor: int) -> bool:
    """Say whether the preposition at `at` ties a phrase to a noun before it."""
    if at - 1 < floor or line.kinds[at] != "p":
        return False
    if line.words[at - 1] in _FOUNDED and line.words[at] in _FOUNDING:
        return line.kinds[at + 1] in "Cj"
    if line.words[at] not in _LINKS:
        return False
    before = line.kinds[at - 1]
    if before in "rRgm":
        return True
    if before == "d":
        return line.words[at] == "of"
    return before in "CTx" and line.words[at] in {"of", "for"}


def _links_on(line: Line, at: int, first: int, ceiling: int, *, named: bool) -> bool:
    """Say whether the preposition at `at` carries a phrase on: the mayor of Reno."""
    if at == first or at + 1 >= ceiling or line.kinds[at] != "p":
        return line.kinds[at] == "d" and at > first and line.kinds[at - 1] == "p"
    before, word = line.kinds[at - 1], line.words[at]
    if line.kinds[at + 1] not in "CITjd":
        return False
    if word == "of":
        return before in "rRgmTd" or (before == "C" and named)
    founded = line.words[at - 1] in _FOUNDED and word in _FOUNDING
    if founded and line.kinds[at + 1] in "Cj":
        # The Center for Free Ports has a name that goes on.
        return True
    return word in ("for", "at") and before in "rR" and not named


_TITLED: Final = re.compile("(?=[xgm]*[rf])[xrgfm]{1,3}[CIT]|x[jCI]{1,4}T[CIT]")


def _title_follows(kinds: str, at: int, ceiling: int) -> bool:
    """Say whether the small words at `at` lead on to a name: press secretary Lee."""
    return _TITLED.match(kinds, at, ceiling) is not None
