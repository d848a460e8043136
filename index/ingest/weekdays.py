"""Weekdays beside a verb of saying: which day "on Thursday" was."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from index.model import Certainty, NewsDate, Precision, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RULE = "event:weekday"
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(
    # Programmes and holidays have days in their names.
    r"(?<!News )(?<!Super )(?<!Black )(?<!Bloody )(?<!Good )(?<!Palm )(?<!Easter )"
    rf"\b(?P<day>{'|'.join(_NAMES)})\b(?![’'-]|\sNight\sLive)"
)
_LOOK = 80
_FARTHEST_DAYS = 5
"""Six days back has the name of tomorrow, and papers' dates run a day behind: of 48
such days in 20,000 real articles 45 were the day after the stated date."""

SAYING = (
    r"(?:said|says|told|warned|announced|stated|declared|added|claimed|insisted|vowed"
    r"|pledged|stressed|confirmed|denied|rejected|called|urged|demanded|argued|admitted)"
)
_REPORTING = (
    r"(?:said|says|told|warned|announced|stated|declared|claimed|insisted|vowed|pledged"
    r"|stressed|confirmed|denied|rejected|urged|demanded|argued|admitted|tweeted|wrote"
    r"|suggested|acknowledged|accused|condemned|defended|dismissed|criticized|criticised"
    r"|blasted|slammed|testified|signaled|signalled|indicated|revealed|predicted"
    r"|reiterated|conceded|asserted|noted|refused|described|expressed"
    r"|apologized|apologised|complained|joked|replied|promised|threatened)"
)
# A verb between the saying and the day makes it the day of something else.
_CLAUSE = (
    r"that|he|she|it|they|we|i|you|who|which|would|will|could|should|may|might|must"
    r"|has|had|have|is|was|are|were|be|been|but|as"
)
_NOT_BETWEEN = (
    rf"(?:{_CLAUSE}|since|until|till|by|before|after|last|next|every|each|for|past|this"
    r"|coming|previous|through|from|following|of|and)"
)
_WORD = rf"\s(?!{_NOT_BETWEEN}\b)[\w’'.-]+"
_TIME_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_BEFORE_DAY = r"(?:,?\son|\slate|\searly|\slate\son|\searly\son)?\s$"
_SAID_BEFORE = re.compile(
    # "was told", "to be announced", "had said": another day's, or nobody's words.
    r"(?<!was )(?<!been )(?<!were )(?<!be )(?<!had )\b(?P<said>(?:"
    rf"told(?:{_WORD}){{1,5}}?"
    # "said in an interview", "said at a rally", "announced in Kessin".
    rf"|{_REPORTING}(?:\s(?:in|at|to|during|on)(?!\s(?:on|{_NOT_BETWEEN})\b)"
    rf"(?:{_WORD}){{1,5}}?)?)){_BEFORE_DAY}"
)
_SUBJECT_BEFORE = re.compile(rf"(?:^|\s)(?!{_NOT_BETWEEN}\s)[\w’'.)-]+,?(?:\son)?\s$")
# "fell ill in a shop Monday night, said the mayor": that comma ends what is said.
_SAID_AFTER = re.compile(
    rf"{_TIME_OF_DAY}(?P<comma>,?)\s(?P<said>{_REPORTING})\b(?!\sto\b)"
)
_SET_APART = re.compile(r",\s(?:late\s|early\s)?on\s$")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?][\"'”’]?\s)On\s$")
_SPEAKING_BEFORE = re.compile(
    rf"(?<!is )(?<!are )(?<!be )\b[Ss](?P<said>peaking(?:{_WORD}){{0,7}}?){_BEFORE_DAY}"
)
_SAID_LATER = re.compile(
    rf"{_TIME_OF_DAY},?\s(?:(?!(?:{_CLAUSE})\b)[\w’'.-]+\s){{1,6}}?"
    rf"(?P<said>{_REPORTING})\b"
)


class _Candidate(NamedTuple):
    """A weekday on which somebody may have spoken; the smallest is the best."""

    paragraph: int
    weakness: int
    start: int
    day: int
    said: str


def weekday_event(
    paragraphs: Iterable[tuple[int, str]], published: NewsDate | None
) -> NewsDate | None:
    """Propose the day of the weekday on which somebody is said to speak.

    Only a stated day of publication can tell which Thursday it was.
    """
    if published is None or published.certainty is not Certainty.STATED:
        return None
    if published.precision in {Precision.YEAR, Precision.MONTH}:
        return None
    best = min(_candidates(paragraphs), default=None)
    return _dated(best, published) if best else None


def _candidates(paragraphs: Iterable[tuple[int, str]]) -> Iterator[_Candidate]:
    for number, (start, words) in enumerate(paragraphs):
        # "day" is cheap to look for; some paragraphs have none.
        for found in _WEEKDAY.finditer(words) if "day" in words else ():
            said = _said_beside(words, found)
            if said:
                day = _NAMES.index(found["day"])
                yield _Candidate(number, said[0], start + found.start(), day, said[1])


def _said_beside(words: str, found: re.Match[str]) -> tuple[int, str] | None:
    """Give how loosely a weekday holds to a verb of saying, and the verb."""
    before = words[max(0, found.start() - _LOOK) : found.start()]
    after = words[found.end() : found.end() + _LOOK]
    said = _SAID_BEFORE.search(before)
    if said:
        return len(said["said"].split()) > 1, said["said"].split()[0]
    opens = _OPENS_SENTENCE.search(before)
    said = _SAID_AFTER.match(after)
    ends_speech = said and said["comma"] and not _SET_APART.search(before)
    if said and not opens and not ends_speech and _SUBJECT_BEFORE.search(before):
        return 0, said["said"]
    if _SPEAKING_BEFORE.search(before):
        return 1, "speaking"
    said = _SAID_LATER.match(after) if opens else None
    return (1, said["said"]) if said else None


def _dated(best: _Candidate, published: NewsDate) -> NewsDate | None:
    back = (published.first_day.weekday() - best.day) % 7
    if back > _FARTHEST_DAYS or published.first_day.toordinal() <= back:
        return None
    event = published.first_day - timedelta(days=back)
    when = {0: "the day of publication", 1: "the day before publication"}.get(
        back, f"{back} days before publication"
    )
    name = _NAMES[best.day]
    reason = f"“{name}” beside “{best.said}” is taken for the last one, {when}"
    span = Span(best.start, best.start + len(name))
    return NewsDate(event.isoformat(), Certainty.PROPOSED, _RULE, reason, span)
