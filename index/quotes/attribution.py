"""Who says a quotation: the nearest act of speech, by rules in order of trust."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from index.quotes.acts import Act, acts_of
from index.quotes.phrases import (
    Mention,
    leading_subject,
    phrase_after,
    phrase_before,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from index.quotes.tokens import Line

_TRANSCRIPT: Final = re.compile(r"^[CTIjr]{1,6}(?:\([^)]{1,8}\))?:")
_SIGNATURE: Final = re.compile(r"Q\.?-([CTIj]{1,5})(?:,|\.|$)")


class Claim(NamedTuple):
    """That the words of a mention said a quotation, and the rule that says so."""

    rule: str
    line: Line
    mention: Mention
    cue: int | None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known when a paragraph is reached."""

    above: Callable[[], Line | None]
    """Reads the paragraph above, when it is wanted."""
    below: Callable[[], Line | None]
    """Reads the paragraph below."""
    last: Claim | None
    """Who spoke last."""
    gap: int
    """How many paragraphs ago."""


class _Seat(NamedTuple):
    """A quotation in its sentence, with all that may tell who speaks."""

    line: Line
    at: int
    number: int
    """Which sentence of the line."""
    acts: Sequence[Sequence[Act]]
    """The acts of speech of every sentence."""
    known: dict[int, Claim]
    """Who says the quotations before it in this line."""
    scene: Scene

    @property
    def begin(self) -> int:
        """Where the sentence begins."""
        return self.line.sentences[self.number][0]

    @property
    def here(self) -> Sequence[Act]:
        """The acts of this sentence."""
        return self.acts[self.number]

    @property
    def is_alone(self) -> bool:
        """Say whether the sentence is nothing but quotations."""
        begin, end = self.line.sentences[self.number]
        return not self.line.kinds[begin:end].strip("Q.,-e'()")


def attribute(
    line: Line, acts: Sequence[Sequence[Act]], scene: Scene
) -> Mapping[int, Claim]:
    """Give, for each quotation of a paragraph that has one, who says it.

    `acts` are the acts of speech of each of its sentences.
    """
    claims: dict[int, Claim] = {}
    for number, (begin, end) in enumerate(line.sentences):
        for at in range(begin, end):
            if line.kinds[at] != "Q":
                continue
            seat = _Seat(line, at, number, acts, claims, scene)
            claim = next(_claims(seat), None)
            if claim is not None:
                claims[at] = claim
    return claims


def _claims(seat: _Seat) -> Iterator[Claim]:
    """Try the rules, surest first."""
    line, at = seat.line, seat.at
    yield from _written(seat)
    yield from _beside(line, seat.here, at)
    yield from _beyond(seat)
    if not (_is_fragment(line, at) and any(act.cue < at for act in seat.here)):
        yield from _named_after(line, at)
    yield from _named_before(line, seat.begin, at)
    yield from _within(line, seat.here, at)
    if not seat.is_alone:
        mention = leading_subject(line, seat.begin, at)
        if mention is not None:
            yield Claim("subject", line, mention, None)
    yield from _around(seat)


def _written(seat: _Seat) -> Iterator[Claim]:
    """Read a name that layout puts there: SMITH: Well, ...; "..." - Jane Smith."""
    line, at = seat.line, seat.at
    inner = line.scripts.get(at)
    if inner is not None:
        yield Claim("transcript", inner, Mention(0, len(inner.words)), None)
    transcript = _TRANSCRIPT.match(line.kinds)
    if transcript and at == transcript.end():
        yield Claim("transcript", line, Mention(0, transcript.end() - 1), None)
    signature = _SIGNATURE.match(line.kinds, at)
    if signature and not seat.here:
        yield Claim("signature", line, Mention(*signature.span(1)), None)


def _beside(line: Line, acts: Sequence[Act], at: int) -> Iterator[Claim]:
    """Match the acts that touch the quotation."""
    kinds = line.kinds
    right = at + 1
    while right < len(kinds) and kinds[right] in ",-.a":
        right += 1
    left = next((act for act in reversed(acts) if act.last <= at), None)
    touches = left is not None and not kinds[left.last : at].strip(",:ta-de")
    for act in acts:
        if act.first != right or act.manner not in ("before", "inverted"):
            continue
        # "While he said they were “friends,” he denied ..." : a fragment stays left.
        if left is not None and left.weight == 3 and _is_fragment(line, at):
            break
        yield _claim(f"{act.manner}-after", line, act)
    if left is not None and touches and left.weight > 1:
        yield _claim(f"{left.manner}-before", line, left)


def _within(line: Line, acts: Sequence[Act], at: int) -> Iterator[Claim]:
    """Match the acts elsewhere in the sentence, verbs of saying first."""
    left = [act for act in reversed(acts) if act.cue < at]
    right = [act for act in acts if act.cue > at]
    for weight in (3, 2):
        for act in left:
            if act.weight == weight:
                yield _claim(f"{act.manner}-left-{weight}", line, act)
    for act in right:
        if act.weight > 1:
            yield _claim(f"{act.manner}-right-{act.weight}", line, act)
    for act in left:
        yield _claim(f"{act.manner}-left-1", line, act)


def _is_fragment(line: Line, at: int) -> bool:
    """Say whether the quotation begins in mid-sentence."""
    return line.leads[at].islower()


def _beyond(seat: _Seat) -> Iterator[Claim]:
    """Let a quotation share the act of the one before it in its sentence."""
    before = seat.line.kinds.rfind("Q", seat.begin, seat.at)
    if before not in seat.known:
        return
    if not any(act.weight > 1 and before < act.cue < seat.at for act in seat.here):
        claim = seat.known[before]
        yield Claim("same-sentence", claim.line, claim.mention, claim.cue)


def _named_after(line: Line, at: int) -> Iterator[Claim]:
    """Trust the comma: "...," Bennett shot back."""
    if line.tails[at] not in ",?!—":
        return
    begin = at + 1
    while begin < len(line.kinds) and line.kinds[begin] == ",":
        begin += 1
    found = phrase_after(line, begin, len(line.kinds))
    if found is None and line.kinds[begin : begin + 1] == "x":
        # "This is fantastic!" beamed Jones.
        found = phrase_after(line, begin + 1, len(line.kinds))
        if found is not None and line.kinds[found.first] in "CTj":
            yield Claim("name-after", line, found, begin)
        return
    if found is None:
        return
    after = line.kinds[found.last : found.last + 1]
    if after in {"x", "a", "p", "u", "."} and line.kinds[found.first] in "hyCITjrd":
        yield Claim("name-after", line, found, None)


def _named_before(line: Line, begin: int, at: int) -> Iterator[Claim]:
    """Read "HuffPollster: ..." and "From the report: ..."."""
    if at == begin or line.kinds[at - 1] != ":":
        return
    found = phrase_before(line, at - 1, begin)
    if found is None:
        return
    before = line.words[found.first - 1] if found.first > begin else "-"
    if before in {"-", "–", "—", "From", "from"}:
        yield Claim("name-before", line, found, None)


def _around(seat: _Seat) -> Iterator[Claim]:
    """Look to the sentences and paragraphs around."""
    line, scene, alone = seat.line, seat.scene, seat.is_alone
    if seat.number > 0:
        yield from _sentence_before(seat)
    elif line.kinds[seat.begin] == "Q":
        yield from _paragraph_before(scene, alone=alone)
    if seat.number + 1 < len(line.sentences):
        for act in seat.acts[seat.number + 1]:
            yield _claim("sentence-after", line, act)
    elif alone:
        yield from _signed_below(scene)
    if scene.last is not None and scene.gap <= 2:
        rule = f"same-speaker-{scene.gap}" + ("" if alone else "-inside")
        yield Claim(rule, scene.last.line, scene.last.mention, scene.last.cue)


def _sentence_before(seat: _Seat) -> Iterator[Claim]:
    line, known = seat.line, seat.known
    acts = seat.acts[seat.number - 1]
    begin, end = line.sentences[seat.number - 1]
    said = [known[i] for i in range(begin, end) if i in known]
    if said:
        yield Claim("continued", said[-1].line, said[-1].mention, said[-1].cue)
    for act in reversed(acts):
        if act.weight == 3:
            yield _claim("sentence-before", line, act)
    if known:
        claim = known[next(reversed(known))]
        yield Claim("paragraph-continued", claim.line, claim.mention, claim.cue)
    for act in reversed(acts):
        yield _claim("sentence-before-2", line, act)
    mention = leading_subject(line, begin, end)
    if mention is not None:
        yield Claim("subject-before", line, mention, None)


def _paragraph_before(scene: Scene, *, alone: bool) -> Iterator[Claim]:
    above = scene.above()
    if above is None or not above.sentences:
        return
    begin, end = above.sentences[-1]
    acts = acts_of(above, begin, end)
    leads_in = above.kinds.endswith(":")
    if leads_in:
        for act in reversed(acts):
            yield _claim("lead-in", above, act)
        mention = leading_subject(above, begin, end)
        if mention is not None:
            yield Claim("lead-in-subject", above, mention, None)
    elif alone and not above.passages:
        for act in reversed(acts):
            if act.weight == 3:
                yield _claim("paragraph-before", above, act)


def _signed_below(scene: Scene) -> Iterator[Claim]:
    """Read a signature on a line of its own: - Michelle Marks, Philadelphia."""
    below = scene.below()
    if below is not None and below.kinds.startswith("-"):
        found = phrase_after(below, 1, len(below.kinds))
        if found is not None and below.kinds[found.first] in "CIT":
            yield Claim("signature", below, found, None)


def _claim(rule: str, line: Line, act: Act) -> Claim:
    return Claim(rule, line, act.speaker, act.cue)
