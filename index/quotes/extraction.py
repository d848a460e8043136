"""From an article to its quotations: the one door of this package."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from index.model import Article, Quote, Span, SpeakerKind
from index.quotes.attention import Attention
from index.quotes.attribution import Claim, Scene, attribute
from index.quotes.cast import cast_of
from index.quotes.chains import Chains, joined
from index.quotes.confidence import UNSURE, confidence_of
from index.quotes.manner import is_negated, venue_of
from index.quotes.names import sightings
from index.quotes.naming import Speaker, speaker_of
from index.quotes.paragraphs import Paragraph, paragraphs_of
from index.quotes.scare import is_utterance
from index.quotes.tokens import Line, read_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def extract(article: Article) -> tuple[Quote, ...]:
    """Find every quotation of the article and name its speaker; never raises."""
    text = article.text.replace("\u00a0", " ").replace("\u202f", " ")
    paragraphs = paragraphs_of(article, text)
    if not any(paragraph.passages for paragraph in paragraphs):
        return ()
    cast = cast_of(
        text, [seen for p in paragraphs for seen in sightings(text, p.start, p.end)]
    )
    attention = Attention(
        text,
        cast,
        [paragraph.start for paragraph in paragraphs],
        [(p.left, p.right) for paragraph in paragraphs for p in paragraph.passages],
    )
    return joined(_read(text, paragraphs, attention))


def _read(
    text: str, paragraphs: Sequence[Paragraph], attention: Attention
) -> Iterator[Quote]:
    """Go through the paragraphs that quote, remembering who spoke."""
    last: Claim | None = None
    gap = 0
    chains = Chains()
    for number, paragraph in enumerate(paragraphs):
        gap += 1
        if not paragraph.passages:
            continue
        line = read_line(text, paragraph.start, paragraph.end, paragraph.passages)
        scene = Scene(
            cache(partial(_line, text, paragraphs, number - 1)),
            cache(partial(_line, text, paragraphs, number + 1)),
            last,
            gap,
        )
        claims = attribute(line, scene)
        for at in line.passages:
            claim = claims.get(at)
            if not is_utterance(text, line, at, claim):
                continue
            yield _quote(text, line, at, claim, chains, attention)
            if claim is not None:
                last, gap = claim, 0


def _line(text: str, paragraphs: Sequence[Paragraph], number: int) -> Line | None:
    if not 0 <= number < len(paragraphs):
        return None
    near = paragraphs[number]
    return read_line(text, near.start, near.end, near.passages)


def _quote(
    text: str,
    line: Line,
    at: int,
    claim: Claim | None,
    chains: Chains,
    attention: Attention,
) -> Quote:
    passage = line.passages[at]
    confidence = 0.0 if claim is None else confidence_of(claim)
    sure = claim if confidence >= UNSURE else None
    link = chains.link(line, at, sure)
    if sure is None:
        return Quote(
            start=passage.start,
            end=passage.end,
            kind=link.kind,
            rule="unattributed",
            confidence=0.0,
            chain=link.chain,
            negated=is_negated(text, line, at),
        )
    starts, ends = sure.line.starts, sure.line.ends
    mention = Span(starts[sure.mention.first], ends[sure.mention.last - 1])
    speaker = speaker_of(sure.line, sure.mention, attention)
    _remember(mention, speaker, attention)
    return Quote(
        start=passage.start,
        end=passage.end,
        kind=link.kind,
        rule=sure.rule,
        confidence=confidence,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        mention=mention,
        cue=None if sure.cue is None else Span(starts[sure.cue], ends[sure.cue]),
        chain=link.chain,
        negated=is_negated(text, line, at),
        venue=venue_of(text, sure),
    )


def _remember(mention: Span, speaker: Speaker, attention: Attention) -> None:
    if speaker.kind is SpeakerKind.ORGANISATION:
        attention.body = speaker.name
    if speaker.kind is SpeakerKind.PERSON and speaker.name is not None:
        attention.hears(speaker.name, mention.start)
