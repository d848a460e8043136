"""From an article to its quotations: the one door of this package."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from index.model import Article, Quote, QuoteKind, Span, SpeakerKind
from index.quotes.acts import acts_of
from index.quotes.attention import Attention
from index.quotes.attribution import Claim, Scene, attribute
from index.quotes.cast import cast_of
from index.quotes.chains import Chains, Draft, joined
from index.quotes.confidence import UNSURE, confidence_of
from index.quotes.furniture import without_parties
from index.quotes.indirect import may_report, reports_of
from index.quotes.manner import denies, is_negated, venue_of
from index.quotes.names import sightings
from index.quotes.naming import as_scripted, speaker_of
from index.quotes.paragraphs import Paragraph, paragraphs_of
from index.quotes.reporting import REPORTING
from index.quotes.scare import is_utterance
from index.quotes.tokens import Line, read_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.quotes.indirect import Report


def extract(article: Article) -> tuple[Quote, ...]:
    """Find every quotation of the article and name its speaker; never raises."""
    plain = article.text.replace("\u00a0", " ").replace("\u202f", " ")
    text = without_parties(plain)
    paragraphs = paragraphs_of(article, text)
    cast = cast_of(
        text, [seen for p in paragraphs for seen in sightings(text, p.start, p.end)]
    )
    attention = Attention(
        text,
        cast,
        [paragraph.start for paragraph in paragraphs],
        [(p.left, p.right) for paragraph in paragraphs for p in paragraph.passages],
    )
    return joined(_Reading(text, paragraphs, attention).quotes())


@dataclass(slots=True)
class _Reading:
    """One pass through an article, from its first paragraph to its last."""

    text: str
    paragraphs: Sequence[Paragraph]
    attention: Attention
    chains: Chains = field(default_factory=Chains)
    last: Claim | None = None
    """Who was quoted last."""
    gap: int = 0
    """How many paragraphs ago."""
    neighbour: tuple[int, Line] | None = None
    """The paragraph above or below that was read last."""

    def quotes(self) -> Iterator[Draft]:
        """Go through the paragraphs, remembering who spoke."""
        for number, paragraph in enumerate(self.paragraphs):
            self.gap += 1
            if paragraph.passages:
                yield from self._quoting(number)
            elif may_report(self.text, paragraph.start, paragraph.end):
                line = self._line(number)
                for begin, end in line.sentences:
                    # Most sentences of a paragraph report nothing.
                    if REPORTING.isdisjoint(line.words[begin:end]):
                        continue
                    acts = acts_of(line, begin, end)
                    reports = reports_of(line, begin, end, acts)
                    yield from self._reported(line, reports)

    def _quoting(self, number: int) -> Iterator[Draft]:
        """Read a paragraph that has quotations."""
        line = self._line(number)
        scene = Scene(
            partial(self._near, number - 1),
            partial(self._near, number + 1),
            self.last,
            self.gap,
        )
        acts = [acts_of(line, begin, end) for begin, end in line.sentences]
        claims = attribute(line, acts, scene)
        waiting = list(reversed(line.passages))
        for (begin, end), spoken in zip(line.sentences, acts, strict=True):
            reports = list(reports_of(line, begin, end, spoken))
            if reports and not (waiting and waiting[-1] < reports[0].first):
                yield from self._reported(line, reports)
                reports = []
            while waiting and waiting[-1] < end:
                at = waiting.pop()
                claim = claims.get(at)
                if not is_utterance(self.text, line, at, claim):
                    continue
                yield self._quote(line, at, claim)
                if claim is not None:
                    self.last, self.gap = claim, 0
            yield from self._reported(line, reports)

    def _reported(self, line: Line, reports: Iterable[Report]) -> Iterator[Draft]:
        """Make quotations of what a sentence reports without marks."""
        chain: int | None = None
        for report in reports:
            start, stop = line.starts[report.first], line.ends[report.last - 1]
            quote = partial(
                Quote,
                start=start,
                end=stop,
                kind=QuoteKind.INDIRECT,
                negated=denies(self.text, start, stop),
            )
            if not report.resumes or chain is None:
                chain = self.chains.fresh()
            yield Draft(chain, self._spoken(quote, report.claim))

    def _line(self, number: int) -> Line:
        paragraph = self.paragraphs[number]
        return read_line(self.text, paragraph.start, paragraph.end, paragraph.passages)

    def _near(self, number: int) -> Line | None:
        """Read a neighbour, once for all quotations that ask."""
        if not 0 <= number < len(self.paragraphs):
            return None
        if self.neighbour is None or self.neighbour[0] != number:
            self.neighbour = number, self._line(number)
        return self.neighbour[1]

    def _quote(self, line: Line, at: int, claim: Claim | None) -> Draft:
        passage = line.passages[at]
        sure = claim if claim and confidence_of(claim) >= UNSURE else None
        link = self.chains.link(line, at, sure)
        quote = partial(
            Quote,
            start=passage.start,
            end=passage.end,
            kind=link.kind,
            negated=is_negated(self.text, line, at),
        )
        if sure is None:
            return Draft(
                link.chain, partial(quote, rule="unattributed", confidence=0.0)
            )
        return Draft(link.chain, self._spoken(quote, sure))

    def _spoken(self, quote: partial[Quote], claim: Claim) -> partial[Quote]:
        """Add to a quotation who said it."""
        starts, ends = claim.line.starts, claim.line.ends
        mention = Span(starts[claim.mention.first], ends[claim.mention.last - 1])
        speaker = speaker_of(claim.line, claim.mention, self.attention)
        if claim.rule == "transcript":
            speaker = as_scripted(speaker)
        if speaker.kind is SpeakerKind.ORGANISATION:
            self.attention.body = speaker.name
        elif speaker.name is not None:
            self.attention.hears(speaker.name, mention.start)
        cue = claim.cue
        return partial(
            quote,
            rule=claim.rule,
            confidence=confidence_of(claim),
            speaker=speaker.name,
            speaker_kind=speaker.kind,
            mention=mention,
            cue=None if cue is None else Span(starts[cue], ends[cue]),
            venue=venue_of(self.text, claim),
        )
