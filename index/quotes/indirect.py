"""Reported speech without marks, only where the sentence leaves no doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.quotes.attribution import Claim
from index.quotes.listed import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.quotes.acts import Act
    from index.quotes.tokens import Line

_SURE: Final = word_set("""
said says say told tells added adds warned warns announced argued argues stated states
claimed claims noted notes insisted insists explained explains stressed stresses
emphasized emphasised suggested suggests acknowledged acknowledges reiterated asserted
contended testified declared vowed predicted confirmed admitted conceded replied wrote
writes recalled reported promised alleged maintained
""")
_HINTS: Final = (" said ", " said.", " says ", " told ", "ccording to ")
_THAT_HINTS: Final = tuple(
    f" {verb} that "
    for verb in (
        "added",
        "warned",
        "announced",
        "argued",
        "stated",
        "claimed",
        "noted",
        "insisted",
        "explained",
        "stressed",
        "suggested",
        "acknowledged",
        "wrote",
    )
)
"""What a paragraph must hold to be read; finding these costs next to nothing."""
_SHORTEST: Final = 4
_TAIL: Final = 3
"""Words that may follow the attribution at the end: on Friday."""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody said in the reporter's words, by position in the line."""

    first: int
    last: int
    """Exclusive."""
    claim: Claim


def may_report(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph without marks is worth reading for reports."""
    return _holds(text, start, end, _HINTS) or (
        # Most paragraphs are spared the longer list.
        text.find(" that ", start, end) >= 0 and _holds(text, start, end, _THAT_HINTS)
    )


def _holds(text: str, start: int, end: int, hints: Sequence[str]) -> bool:
    for hint in hints:  # noqa: SIM110 - a generator costs more than the search
        if text.find(hint, start, end) >= 0:
            return True
    return False


def report_of(
    text: str, line: Line, begin: int, end: int, acts: Sequence[Act]
) -> Report | None:
    """Read the report of one sentence, if it has no quotation and is plain."""
    kinds = line.kinds
    here = kinds[begin:end]
    if len(here) < _SHORTEST or "Q" in here or not acts:
        return None
    # Marks that quote nothing here, such as doubled apostrophes, hide who speaks.
    if "''" in text[line.starts[begin] : line.ends[end - 1]]:
        return None
    saying = [act for act in acts if act.weight == 3]
    last = end
    while last > begin and kinds[last - 1] in ".'e":
        last -= 1
    return next(_readings(line, saying, begin, last), None)


def _readings(
    line: Line, acts: Sequence[Act], begin: int, last: int
) -> Iterator[Report]:
    """Try the shapes of a report, surest first."""
    for act in acts:
        if act.manner == "according":
            yield from _sourced(line, act, begin, last)
    for number, act in enumerate(acts):
        # "Lind, who said ..., left": where such a clause ends is anybody's guess.
        if line.kinds[act.speaker.first] in "wt":
            continue
        if act.manner == "before" and act.speaker.last <= act.cue:
            stop = _stop(line, last, acts[number + 1 :])
            opening = _opening(line, act, stop)
            if opening is not None and stop - opening[0] >= _SHORTEST:
                first, rule = opening
                yield Report(first, stop, Claim(rule, line, act.speaker, act.cue))
    if acts and line.words[acts[0].cue] in _SURE:
        yield from _trailed(line, acts[0], begin, last)


def _opening(line: Line, act: Act, stop: int) -> tuple[int, str] | None:
    """Find where the report begins: at "that", or at the subject of what was said."""
    kinds = line.kinds
    for at in range(act.cue + 1, min(stop, act.cue + 8)):
        if line.words[at] == "that":
            return at + 1, "indirect-that"
        if kinds[at] in ",.:;Vv-":
            break
    after = act.cue + 1
    plain = line.words[act.cue] in {"said", "says"}
    if plain and after < stop and kinds[after] in "hyCjITrRd":
        return after, "indirect-said"
    return None


def _stop(line: Line, last: int, acts: Sequence[Act]) -> int:
    """Find where the report ends: at the stop, or where the reporter speaks again."""
    for act in acts:
        told = act.manner == "saying" and line.kinds[act.cue - 1] in ",-"
        if told or act.manner == "according":
            at = act.cue
            while at > 0 and line.kinds[at - 1] in ",-a":
                at -= 1
            return min(last, at)
    return last


def _trailed(line: Line, act: Act, begin: int, last: int) -> Iterator[Report]:
    """Read "The quay is safe, Lind said"."""
    if act.manner not in {"before", "inverted"}:
        return
    comma = act.first - 1
    near = last - act.last <= _TAIL
    if near and comma - begin >= _SHORTEST and line.kinds[comma] == ",":
        yield Report(
            begin, comma, Claim("indirect-trailed", line, act.speaker, act.cue)
        )


def _sourced(line: Line, act: Act, begin: int, last: int) -> Iterator[Report]:
    """Read "According to Lind, the quay is safe", either way round."""
    claim = Claim("indirect-according", line, act.speaker, act.cue)
    if act.cue == begin and line.kinds[act.last : act.last + 1] == ",":
        if last - act.last > _SHORTEST:
            yield Report(act.last + 1, last, claim)
    elif act.last == last and act.cue - begin > _SHORTEST:
        comma = line.kinds[act.cue - 1] == ","
        yield Report(begin, act.cue - comma, claim)
