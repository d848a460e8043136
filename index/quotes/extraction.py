"""From an article to its quotations: the one door of this package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from index.model import Article, Quote, QuoteKind, Span, SpeakerKind
from index.quotes.attention import Attention
from index.quotes.attribution import Claim, Scene, attribute
from index.quotes.cast import cast_of
from index.quotes.marks import Passage
from index.quotes.names import sightings
from index.quotes.naming import UNKNOWN, Speaker, speaker_of
from index.quotes.paragraphs import Paragraph, paragraphs_of
from index.quotes.scare import is_utterance
from index.quotes.tokens import Line, read_line


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
    quotes: list[Quote] = []
    last: Claim | None = None
    gap = 0
    for number, paragraph in enumerate(paragraphs):
        gap += 1
        if not paragraph.passages:
            continue
        line = read_line(text, paragraph.start, paragraph.end, paragraph.passages)
        scene = Scene(
            partial(_line, text, paragraphs, number - 1),
            partial(_line, text, paragraphs, number + 1),
            last,
            gap,
        )
        claims = attribute(line, scene)
        for at, passage in line.passages.items():
            claim = claims.get(at)
            if not is_utterance(text, line, at, claim):
                continue
            quotes.append(_quote(text, passage, claim, attention))
            if claim is not None:
                last, gap = claim, 0
    return tuple(quotes)


def _line(text: str, paragraphs: Sequence[Paragraph], number: int) -> Line | None:
    if not 0 <= number < len(paragraphs):
        return None
    near = paragraphs[number]
    return read_line(text, near.start, near.end, near.passages)


def _quote(
    text: str, passage: Passage, claim: Claim | None, attention: Attention
) -> Quote:
    quote = Quote(
        start=passage.start,
        end=passage.end,
        kind=QuoteKind.DIRECT,
        rule="unattributed",
        confidence=0.0,
    )
    if claim is None:
        return quote
    starts, ends = claim.line.starts, claim.line.ends
    mention = Span(starts[claim.mention.first], ends[claim.mention.last - 1])
    speaker = speaker_of(claim.line, claim.mention, attention)
    _remember(mention, speaker, attention)
    return replace(
        quote,
        rule=claim.rule,
        confidence=0.5,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        mention=mention,
        cue=None if claim.cue is None else Span(starts[claim.cue], ends[claim.cue]),
    )


def _remember(mention: Span, speaker: Speaker, attention: Attention) -> None:
    if speaker is UNKNOWN:
        return
    if speaker.kind is SpeakerKind.ORGANISATION:
        attention.body = speaker.name
    for person in attention.cast.people:
        if person.name == speaker.name:
            attention.hears(person, mention.start)
