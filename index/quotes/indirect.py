"""Reported speech without marks, where the sentence shows where it begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.quotes.acts import Act
from index.quotes.attribution import Claim
from index.quotes.listed import word_set
from index.quotes.phrases import phrase_after, pronoun_or_phrase_before
from index.quotes.reporting import (
    ACCUSING,
    ANY,
    ASKING,
    BARE,
    CALLING,
    FINDING,
    NOUNS,
    PASSIVE,
    PLAIN,
    QUERY,
    SUPPOSING,
    TELLING,
    THATLESS,
    TRAILING,
    URGING,
    VOWING,
    WITH_THAT,
)
from index.quotes.tokens import DATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.quotes.tokens import Line

_HE: Final = word_set("he she they we I")
_NOTHING: Final = word_set(
    "nothing little something much more enough yes so hello goodbye sorry good "
    "otherwise publicly anything everything what prayers grace"
)
_JOINING: Final = word_set("and but or so yet")
_ENDS: Final = word_set("but although though while whereas")
"""After a comma these take the word from the speaker."""
_LATE: Final = re.compile("p[dx0]{1,3}(?=[hy])")
_VERB: Final = re.compile("[BH]|(?<=[hy])s")
_SHORTEST: Final = 3
_FULL: Final = 5
_LONG: Final = 8
_TAIL: Final = 8
"""Words that may follow the attribution at the end: at a meeting on Friday."""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody said in the reporter's words, by position in the line."""

    first: int
    last: int
    """Exclusive."""
    claim: Claim
    resumes: bool = False
    """Whether it goes on with the report before it: "The quay, Lind said, is safe"."""


def may_report(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph without marks is worth reading for reports."""
    words = text[start:end].split()
    if not ANY.isdisjoint(words):
        return True
    return "that" in words and not WITH_THAT.isdisjoint(words)


def reports_of(
    line: Line, begin: int, end: int, acts: Sequence[Act]
) -> Iterator[Report]:
    """Read the reports of one sentence."""
    if end - begin < _SHORTEST:
        return
    saying = _sayings(line, begin, end, acts)
    if not saying:
        return
    kinds = line.kinds
    last = end
    while last > begin and kinds[last - 1] in ".'e":
        last -= 1
    done = begin
    for number, act in enumerate(saying):
        # What is said in what somebody says is part of it.
        if act.cue < done or _is_supposed(line, act.cue):
            continue
        for report in _readings(line, act, saying[number + 1 :], (begin, done, last)):
            if (
                report.last - report.first >= _SHORTEST
                and "Q" not in (kinds[report.first : report.last])
            ):
                yield report
            done = max(done, report.last)


def _is_supposed(line: Line, cue: int) -> bool:
    """Say whether nothing was said yet: Lind would say, Lind is going to say."""
    for at in range(cue - 1, max(cue - 3, -1), -1):
        if line.words[at] in SUPPOSING:
            return True
        if line.kinds[at] not in "anHB":
            return False
    return False


def _sayings(line: Line, begin: int, end: int, acts: Sequence[Act]) -> list[Act]:
    """Give the acts that can report, with those that need a "that" to."""
    saying = [act for act in acts if act.weight > 1]
    if FINDING.isdisjoint(line.words[begin:end]):
        return saying
    known = {act.cue for act in saying}
    for cue in range(begin + 1, end - 1):
        word = line.words[cue]
        if word not in FINDING or cue in known:
            continue
        noun = word in NOUNS and line.kinds[cue - 1] in "dxj"
        if not noun and (line.words[cue + 1] == "that" or word in BARE):
            subject = pronoun_or_phrase_before(line, cue, begin)
            if subject is not None:
                saying.append(Act(cue, subject, "before", weight=3))
    if len(saying) > len(known):
        saying.sort(key=_position)
    return saying


def _position(act: Act) -> int:
    return act.cue


def _readings(
    line: Line, act: Act, later: Sequence[Act], room: tuple[int, int, int]
) -> Iterator[Report]:
    """Read the report that hangs on one act, whole or in two pieces."""
    begin, done, last = room
    kinds = line.kinds
    if act.manner == "according":
        yield from _sourced(line, act, (begin, done), last)
        return
    if act.manner == "document":
        return
    relative = kinds[act.speaker.first] in "wt"
    stop = _stop(line, act, last, later)
    opening = _opening(line, act, stop)
    if opening is not None:
        first, rule = opening
        # "Lind, who said ..., left": where such a clause ends is anybody's guess.
        doing = rule in {"indirect-act", "indirect-to"}
        if relative and (doing or "," in kinds[first:last]):
            return
        if rule == "indirect-to" and _is_relative(kinds, act.speaker.first, begin):
            return
        if doing:
            comma = kinds.find(",", first, stop)
            stop = comma if comma > 0 else stop
        yield Report(first, stop, Claim(rule, line, act.speaker, act.cue))
    elif not relative:
        yield from _trailed(line, act, done, stop)


def _is_relative(kinds: str, at: int, begin: int) -> bool:
    """Say whether a clause hangs on a noun: the state she hoped to carry."""
    return at > begin and kinds[at - 1] in "xRrgmCtw"


def _opening(line: Line, act: Act, stop: int) -> tuple[int, str] | None:
    """Find where the report begins, and by which rule."""
    after = act.cue + 1
    if act.manner == "inverted" or after >= stop:
        return None
    verb = line.words[act.cue]
    begin = _past_that(line, verb, after, stop)
    if begin is not None:
        return begin, "indirect-that"
    if line.words[after] in QUERY:
        return (after, "indirect-asked") if verb in ASKING else None
    if verb in VOWING and _is_infinitive(line, after):
        return after, "indirect-to"
    if verb in TELLING or (verb in URGING and verb not in ACCUSING):
        return _told(line, verb, after, stop)
    return _unmarked(line, verb, _past_date(line, after, stop), stop)


def _is_infinitive(line: Line, at: int) -> bool:
    after = line.kinds[at + 1 : at + 2]
    return line.words[at] == "to" and after not in tuple("dCTIjhyio0")


def _unmarked(line: Line, verb: str, at: int, stop: int) -> tuple[int, str] | None:
    """Find a report that no small word opens."""
    if at >= stop:
        return None
    if _needs_no_that(line, verb, at, stop):
        return at, "indirect-said"
    return _accused(line, verb, at, stop)


def _past_that(line: Line, verb: str, after: int, stop: int) -> int | None:
    """Give where a report begins that "that" introduces."""
    kinds = line.kinds
    far = 14 if verb in PLAIN or verb in TELLING else 8
    for at in range(after, min(stop, after + far)):
        if line.words[at] == "that" and _opens_clause(kinds, at + 1, stop):
            return at + 1
        if kinds[at] in ",.:;Vv-QuG":
            return None
    return None


def _opens_clause(kinds: str, at: int, stop: int) -> bool:
    """Say whether "that" before `at` opens a clause; "the drama that has" does not."""
    if at >= stop or kinds[at] in ".,BHVuvs":
        return False
    # "That night" and "that attack" name a thing.
    return kinds[at] not in "xr0" or _is_clause(kinds, at, stop)


def _told(line: Line, verb: str, after: int, stop: int) -> tuple[int, str] | None:
    """Read "told the council he would stay" and "urged the council to stay"."""
    kinds, words = line.kinds, line.words
    if kinds[after] == "o":
        at = after + 1
    else:
        found = phrase_after(line, after, stop)
        if found is None:
            return None
        at = found.last
    if at >= stop:
        return None
    if words[at] == "to":
        return (at, "indirect-to") if verb in URGING else None
    at = _past_date(line, at, stop)
    if at >= stop or verb not in TELLING:
        return None
    if words[at] in _HE or (kinds[at] in "hydCTjI" and _is_clause(kinds, at, stop)):
        return at, "indirect-told"
    return None


def _needs_no_that(line: Line, verb: str, at: int, stop: int) -> bool:
    """Say whether a clause stands at once: Lind said on Friday the quay is safe."""
    kind = line.kinds[at]
    if verb in PLAIN:
        if kind == "x" and stop - at >= _FULL and line.words[at] not in _NOTHING:
            return True
        soon = _is_clause(line.kinds, at, min(stop, at + 10))
        return kind in "hyCjITrRdigm" or (kind in "xf0a" and soon)
    if verb in THATLESS or verb in BARE:
        soon = _is_clause(line.kinds, at, min(stop, at + 9))
        return soon and kind in "hyCjITrRdgmix"
    return False


def _accused(line: Line, verb: str, at: int, stop: int) -> tuple[int, str] | None:
    """Read "accused the council of sloth" and "called for an end"."""
    word = line.words[at]
    calls = verb in CALLING and word in {"for", "on"}
    if verb.startswith("accus") and word == "of":
        # "The man accused of theft" accuses nobody.
        return None
    if not calls and (verb not in ACCUSING or word in PASSIVE):
        return None
    at += line.kinds[at] == "p"
    if at < stop and line.kinds[at] not in ",-.c(Gu":
        return at, "indirect-act"
    return None


def _past_date(line: Line, at: int, stop: int) -> int:
    """Skip "on Friday", "Friday" and "again"."""
    kinds = line.kinds
    while at < stop:
        if line.words[at] in DATES or (kinds[at] == "a" and line.words[at] != "there"):
            at += 1
        elif kinds[at] == "p" and at + 1 < stop and line.words[at + 1] in DATES:
            at += 2
        else:
            break
    if kinds[at : at + 1] == "p":
        # "Has said for weeks he is ready."
        late = _LATE.match(kinds, at, stop)
        at = late.end() if late else at
    return at


def _is_clause(kinds: str, begin: int, end: int) -> bool:
    """Say whether a finite verb stands between, not a bare name or thing."""
    return _VERB.search(kinds, begin, end) is not None


def _stop(line: Line, act: Act, last: int, later: Sequence[Act]) -> int:
    """Find where the report ends: at the stop, or where the reporter speaks again."""
    kinds = line.kinds
    for other in later:
        told = other.manner == "saying" and kinds[other.cue - 1] in ",-a"
        again = (
            other.speaker == act.speaker
            and other.manner == "before"
            and kinds[other.cue - 1] in ",ac"
        )
        if told or again or other.manner == "according":
            at = other.cue
            while at > 0 and kinds[at - 1] in ",-ac":
                at -= 1
            last = min(last, at)
            break
    at = kinds.find(",", act.cue, last - 1)
    while at > 0:
        if line.words[at + 1] in _ENDS:
            return at
        at = kinds.find(",", at + 1, last - 1)
    return last


def _trailed(line: Line, act: Act, begin: int, last: int) -> Iterator[Report]:
    """Read "The quay is safe, Lind said" and "The quay, Lind said, is safe"."""
    kinds = line.kinds
    spoken = act.manner in {"before", "inverted"} and line.words[act.cue] in TRAILING
    if not spoken or kinds[act.last : act.last + 2] in {",Q", ":Q"}:
        return
    claim = Claim("indirect-trailed", line, act.speaker, act.cue)
    resumed = kinds[act.last : act.last + 1] == "," and act.manner == "before"
    goes_on = resumed and last - act.last > _SHORTEST
    comma = act.first - 1
    opener = line.words[begin].lower() if kinds[begin] == "c" else ""
    if opener == "as" and comma == begin and goes_on:
        yield Report(act.last + 1, last, claim)
    if comma <= begin or kinds[comma] != "," or (opener and opener not in _JOINING):
        return
    first = begin + bool(opener)
    whole = _is_clause(kinds, first, comma)
    if goes_on:
        yield Report(first, comma, claim)
        if not whole or _is_clause(kinds, act.last + 1, last):
            yield Report(act.last + 1, last, claim, resumes=True)
    elif _is_spent(line, act, last) and (
        whole
        or kinds[first] not in "pGax"
        or (comma - first >= _LONG and act.last >= last)
    ):
        yield Report(first, comma, claim)


def _is_spent(line: Line, act: Act, last: int) -> bool:
    """Say whether nothing but time and place follows: Lind said on Friday."""
    if act.last >= last or act.manner == "inverted":
        return True
    return last - act.last <= _TAIL and (
        line.kinds[act.last] in "p,a" or line.words[act.last] in DATES
    )


def _sourced(
    line: Line, act: Act, room: tuple[int, int], last: int
) -> Iterator[Report]:
    """Read "According to Lind, the quay is safe", either way round."""
    claim = Claim("indirect-according", line, act.speaker, act.cue)
    kinds = line.kinds
    begin, done = room
    if act.cue - begin <= 1:
        comma = kinds.find(",", act.last, last)
        if 0 < comma <= act.last + 8 and _is_clause(kinds, comma, last):
            yield Report(comma + 1, last, claim)
        return
    first = done + (kinds[done] == "c")
    stop = act.cue - (kinds[act.cue - 1] == ",")
    # "A town that according to Lind is safe" has its clause behind.
    opened = kinds[stop - 1] in "twcp"
    if not opened and (_is_clause(kinds, first, act.cue) or done == begin):
        yield Report(first, stop, claim)
