"""From an article to its quotations: the one door of this package."""

from __future__ import annotations

from index.model import Article, Quote, QuoteKind, Span
from index.quotes.attribution import Claim, Scene, attribute
from index.quotes.marks import Passage
from index.quotes.paragraphs import Paragraph, paragraphs_of
from index.quotes.tokens import Line, read_line


def extract(article: Article) -> tuple[Quote, ...]:
    """Find every quotation of the article and name its speaker; never raises."""
    text = article.text.replace("\u00a0", " ").replace("\u202f", " ")
    paragraphs = paragraphs_of(article, text)
    quotes: list[Quote] = []
    last: Claim | None = None
    gap = 0
    chain = 0
    for number, paragraph in enumerate(paragraphs):
        gap += 1
        if not paragraph.passages:
            continue
        line = read_line(text, paragraph.start, paragraph.end, paragraph.passages)
        above = _above(text, paragraphs, number)
        claims = attribute(line, Scene(above, last, gap))
        for at, passage in line.passages.items():
            claim = claims.get(at)
            quotes.append(_quote(text, line, passage, claim))
            if claim is not None:
                last, gap = claim, 0
    return tuple(quotes)


def _above(text: str, paragraphs: list[Paragraph], number: int) -> Line | None:
    if number == 0:
        return None
    above = paragraphs[number - 1]
    if text[above.start : above.end].rstrip()[-1:] != ":":
        return None
    return read_line(text, above.start, above.end, above.passages)


def _quote(text: str, line: Line, passage: Passage, claim: Claim | None) -> Quote:
    mention = None
    cue = None
    if claim is not None:
        starts, ends = claim.line.starts, claim.line.ends
        mention = Span(starts[claim.mention.first], ends[claim.mention.last - 1])
        if claim.cue is not None:
            cue = Span(starts[claim.cue], ends[claim.cue])
    return Quote(
        start=passage.start,
        end=passage.end,
        kind=QuoteKind.DIRECT,
        rule=claim.rule if claim else "unattributed",
        confidence=0.5,
        speaker=mention.of(text) if mention else None,
        mention=mention,
        cue=cue,
    )
