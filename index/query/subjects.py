"""What a query is put to: an article, or one utterance of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from index.model import Span
from index.query.wording import Wording
from index.words import (
    Passage,
    Scope,
    passages,
    raw_passages,
    sentence_around,
    sentence_starts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from index.model import Article, Clipping, Quote
    from index.words import Analyser


_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\.?")
_START_OF, _END_OF = attrgetter("start"), attrgetter("end")


class ArticleSubject:
    """An article, its passages cut into words once."""

    def __init__(self, clipping: Clipping, analyser: Analyser) -> None:
        self.clipping = clipping
        self._analyser = analyser

    @property
    def article(self) -> Article:
        """Give the article itself."""
        return self.clipping.article

    @property
    def host(self) -> ArticleSubject:
        """Give the article that fields, dates and state are asked of."""
        return self

    @cached_property
    def wordings(self) -> list[Wording]:
        """Give title, headings and body."""
        return self._cut(passages(self.article), self._analyser.keys)

    @cached_property
    def raw(self) -> list[Wording]:
        """Give the whole decoded text."""
        return self._cut(raw_passages(self.article), self._analyser.keys)

    @cached_property
    def title(self) -> list[Wording]:
        """Give the title alone, unless it is made up."""
        if self.article.title is None or self.article.title_made_up:
            return []
        return self._cut([_value(self.article.title.value)], self._analyser.keys)

    def names(self, values: Iterable[str]) -> list[Wording]:
        """Cut names into words: spellings are merged, nothing is stemmed."""
        return self._cut(map(_value, values), self._analyser.names)

    def utterances(self) -> list[UtteranceSubject]:
        """Give each quotation as a subject of its own."""
        count = len(self.clipping.quotes)
        return [UtteranceSubject(self, number) for number in range(count)]

    def _cut(
        self, stretches: Iterable[Passage], keys: Mapping[str, str]
    ) -> list[Wording]:
        return [Wording(passage, keys) for passage in stretches]


class UtteranceSubject:
    """One quotation; words are put to what was said, the rest to its article."""

    def __init__(self, host: ArticleSubject, number: int) -> None:
        self.host = host
        self.number = number

    @property
    def article(self) -> Article:
        """Give the article that carries it."""
        return self.host.article

    @property
    def quote(self) -> Quote:
        """Give the quotation."""
        return self.host.clipping.quotes[self.number]

    @cached_property
    def wordings(self) -> list[Wording]:
        """Give the words that were said."""
        keys = self.host._analyser.keys  # noqa: SLF001 - one thing in two classes
        return [Wording(p, keys) for p in own_passages(self.article, self.quote)]

    @cached_property
    def surroundings(self) -> list[Wording]:
        """Give the rest of its sentence, without the speaker's mention."""
        keys = self.host._analyser.keys  # noqa: SLF001 - one thing in two classes
        found = sentence_passages(self.article, self.quote)
        return [Wording(p, keys) for p in found]

    @cached_property
    def speaker(self) -> list[Wording]:
        """Give the speaker's name."""
        return self.host.names(speaker_names(self.quote))


def _value(text: str) -> Passage:
    return Passage(Scope.TITLE, text, None)


def speaker_names(quote: Quote) -> list[str]:
    """Give the names by which `by:` finds the speaker; none when unknown."""
    return names_of(quote.speaker) if quote.speaker else []


def wordings_of(name: str, analyser: Analyser) -> list[Wording]:
    """Cut a speaker's name into words, as `by:` looks at it."""
    return [Wording(_value(form), analyser.names) for form in names_of(name)]


def names_of(name: str) -> list[str]:
    """Give a name, and what is left of it without middle initials.

    One report writes them and the next does not.
    """
    words = name.split()
    inner = [word for word in words[1:-1] if not _INITIALS.fullmatch(word)]
    if len(words) - len(inner) < 3:
        return [name]
    return [name, " ".join([words[0], *inner, words[-1]])]


def own_passages(article: Article, quote: Quote) -> list[Passage]:
    """Give the words that were said, cut at paragraphs."""
    return [
        Passage(Scope.BODY, article.text[span.start : span.end], span.start)
        for span in _by_paragraph(article, quote.span)
    ]


def sentence_passages(
    article: Article,
    quote: Quote,
    *,
    starts_of: Callable[[str], list[int]] = sentence_starts,
) -> list[Passage]:
    """Give what the reporter's sentence says around the quotation.

    The speaker's mention is left out: `about:` asks what was spoken of, not by whom.
    """
    found: list[Passage] = []
    for paragraph in _paragraphs_of(article, quote.span):
        text = article.text[paragraph.start : paragraph.end]
        inner_start = max(quote.start, paragraph.start) - paragraph.start
        inner_end = min(quote.end, paragraph.end) - paragraph.start
        start, end = sentence_around(text, inner_start, inner_end, starts_of=starts_of)
        sentence = Span(paragraph.start + start, paragraph.start + end)
        holes = [quote.span, *([quote.mention] if quote.mention else [])]
        found += [
            Passage(Scope.BODY, article.text[s.start : s.end], s.start)
            for s in _without(sentence, holes)
        ]
    return found


def _paragraphs_of(article: Article, span: Span) -> list[Span]:
    zones = article.zones
    # Zones stand in order and never overlap.
    first = bisect_right(zones, span.start, key=_END_OF)
    last = bisect_left(zones, span.end, lo=first, key=_START_OF)
    return [Span(zone.start, zone.end) for zone in zones[first:last]]


def _by_paragraph(article: Article, span: Span) -> list[Span]:
    pieces = [
        Span(max(span.start, p.start), min(span.end, p.end))
        for p in _paragraphs_of(article, span)
    ]
    return pieces or [span]


def _without(whole: Span, holes: Iterable[Span]) -> list[Span]:
    pieces, start = [], whole.start
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= whole.end:
            continue
        pieces.append(Span(start, hole.start))
        start = hole.end
    pieces.append(Span(start, whole.end))
    return [piece for piece in pieces if piece.start < piece.end]
