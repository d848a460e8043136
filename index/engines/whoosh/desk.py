"""File clippings: passages become postings, utterances stretches of their article.

An utterance has no postings of its own. What was said is a stretch of words of the
article, and so is the rest of its sentence: the article's places answer for both.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from index.engines.whoosh.facts import NEVER
from index.engines.whoosh.inverter import LAST_POSITION
from index.engines.whoosh.schema import (
    ASIDE,
    AUTHOR,
    HEADLINE,
    NAMES,
    OUTLET,
    REST,
    SCOPE_OF,
    SPEAKER,
    TEXT,
)
from index.model import SEARCHED_ZONES, QuoteKind
from index.query.subjects import own_passages, sentence_passages, speaker_names
from index.words import (
    Passage,
    Scope,
    find_words,
    passages,
    raw_passages,
    sentence_starts,
)
from index.words.tokens import list_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.engines.whoosh.codec import ArraySegment
    from index.engines.whoosh.inverter import Inverter
    from index.engines.whoosh.writer import ArrayWriter
    from index.model import Article, Clipping, NewsDate, Quote, Zone

KINDS = {kind: number for number, kind in enumerate(QuoteKind)}

# After one of these a word is read as at the beginning of a text.
_OPENERS = frozenset("(“\"‘'")


class Desk:
    """Files clippings into both indexes."""

    def __init__(self, articles: ArrayWriter, utterances: ArrayWriter) -> None:
        self._articles = articles
        self._utterances = utterances

    def file(self, clipping: Clipping, serial: int) -> tuple[ArraySegment, int]:
        """File one; give where its article stands."""
        article = clipping.article
        segment, number = self._articles.next_document()
        sheet = Sheet(article, number, self._articles.words(TEXT))
        sheet.lay()
        for index, quote in enumerate(clipping.quotes):
            self._file_quote(sheet, quote, serial, index)
        sheet.line(HEADLINE, _headline(article))
        names = self._articles.words(NAMES)
        outlets = [article.outlet.value] if article.outlet else []
        _file_names(names, number, OUTLET, outlets)
        _file_names(names, number, AUTHOR, [a.value for a in article.authors])
        self._articles.facts.add(
            (
                serial,
                zlib.crc32(article.id.encode("utf-8", "surrogatepass")),
                *_dates(article),
                *(sheet.lengths[s] for s in (Scope.TITLE, Scope.HEADING, Scope.BODY)),
                int(sheet.torn),
            ),
            _texts(article),
        )
        return segment, number

    def _file_quote(self, sheet: Sheet, quote: Quote, serial: int, index: int) -> None:
        _, number = self._utterances.next_document()
        article, pieces = sheet.article, self._utterances.pieces
        count = 0
        for own, found in (
            (1, own_passages(article, quote)),
            (0, sentence_passages(article, quote, starts_of=sheet.starts_of)),
        ):
            for scope, start, length in map(sheet.stretch, found):
                if length:
                    pieces.add((scope, start, length, own))
                    count += 1
        names = speaker_names(quote)
        _file_names(self._utterances.words(NAMES), number, SPEAKER, names)
        kind = KINDS[quote.kind]
        self._utterances.facts.add(
            (serial, index, kind, int(quote.negated), count),
            reals=(quote.confidence,),
        )


class Sheet:
    """An article's words laid out: every passage at positions of its own."""

    def __init__(self, article: Article, number: int, words: Inverter) -> None:
        self.article = article
        self.torn = False
        self.lengths = dict.fromkeys(Scope, 0)
        self._number = number
        self._words = words
        self._next = 0
        self.starts_of = cache(sentence_starts)
        """The sentences of a paragraph: each of its quotations asks again."""
        self._laid: list[_Laid] = []
        self._starts: list[int] = []

    def lay(self) -> None:
        """File the searched zones, and the lines that hold anything else."""
        for passage in passages(self.article):
            base = self._next
            words = self._file(SCOPE_OF[passage.scope], passage.text)
            self.lengths[passage.scope] += len(words)
            if passage.start is not None and words:
                self._laid.append(_Laid(passage, base, words))
                self._starts.append(passage.start)
        self._lay_raw()

    def line(self, scope: int, text: str) -> None:
        """File a line of its own."""
        self._file(scope, text)

    def stretch(self, passage: Passage) -> tuple[int, int, int]:
        """Give the scope, first position and length of a passage's words."""
        start = passage.start or 0
        at = bisect_right(self._starts, start) - 1
        if at >= 0:
            laid = self._laid[at]
            found = laid.stretch(start, start + len(passage.text), passage.text)
            if found is not None:
                return SCOPE_OF[laid.scope], *found
        base = self._next
        return ASIDE, base, len(self._file(ASIDE, passage.text))

    def _file(self, scope: int, text: str) -> list[str]:
        base = self._next
        starts = self.starts_of(text)
        sentences: list[int] = []
        if len(starts) == 1:
            words = list_words(text)
        else:
            words = []
            # Sentences begin after white space: words are the same cut one by one.
            for start, stop in pairwise([*starts, len(text)]):
                sentences.append(base + len(words))
                words += list_words(text[start:stop])
        if base + len(words) > LAST_POSITION:
            raise ValueError(f"{self.article.path} has more words than can be filed")
        if words:
            self._words.passage(self._number, scope, base, words, sentences[1:])
            # A place between keeps phrases from crossing.
            self._next = base + len(words) + 1
        return words

    def _lay_raw(self) -> None:
        article = self.article
        zones = [z for z in article.zones if z.kind in SEARCHED_ZONES]
        if len(zones) == len(article.zones) and _is_all_zones(article.text, zones):
            return
        everything = list(raw_passages(article))
        lines = [p for p in everything if p.start is not None]
        self.torn = self._is_torn(lines, zones)
        if self.torn:
            for line in everything:
                self._file(REST, line.text)
            return
        at = 0
        for line in lines:
            start = line.start or 0
            stop = start + len(line.text)
            while at < len(zones) and zones[at].end <= start:
                at += 1
            inside = at < len(zones) and zones[at].start < stop
            if not (inside and self._is_whole(line, zones[at].start, zones[at].end)):
                self._file(REST, line.text)

    def _is_whole(self, line: Passage, start: int, end: int) -> bool:
        zone = self.article.text[start:end]
        return len(line.text) == len(zone) or line.text.strip() == zone.strip()

    def _is_torn(self, lines: list[Passage], zones: Iterable[Zone]) -> bool:
        text = self.article.text
        edges = {
            edge
            for zone in zones
            for edge in (zone.start, zone.end)
            if 0 < edge < len(text)
            and not text[edge - 1].isspace()
            and not text[edge].isspace()
        }
        return bool(edges) and any(
            m.start() + at < edge < m.end() + at
            for line in lines
            for at in (line.start or 0,)
            for edge in edges
            if at < edge < at + len(line.text)
            for m in find_words(line.text)
        )


class _Laid:
    """A passage that was filed; where its words stand is found when first asked."""

    def __init__(self, passage: Passage, base: int, words: list[str]) -> None:
        self.scope = passage.scope
        self._text = passage.text
        self._start = passage.start or 0
        self._base = base
        self._words = words
        self._bounds: tuple[list[int], list[int]] | None = None

    def stretch(self, start: int, end: int, text: str) -> tuple[int, int] | None:
        """Give position and length of the words between two offsets of the article.

        None when the passage does not hold them, or would cut them otherwise.
        """
        first, last = start - self._start, end - self._start
        if last > len(self._text) or self._begins_anew(first, text):
            return None
        if self._bounds is None:
            self._bounds = _bounds(self._text, self._words)
        starts, ends = self._bounds
        low, high = bisect_left(starts, first), bisect_right(ends, last)
        torn_before = low > 0 and ends[low - 1] > first
        torn_after = high < len(starts) and starts[high] < last
        if torn_before or torn_after:
            return None
        return self._base + low, high - low

    def _begins_anew(self, first: int, text: str) -> bool:
        """Say whether an abbreviation may be read otherwise without what precedes."""
        if first == 0 or not text[:1].isalnum():
            return False
        before = self._text[first - 1]
        return not before.isspace() and before not in _OPENERS


def _bounds(text: str, words: Iterable[str]) -> tuple[list[int], list[int]]:
    """Give where words begin and end; nothing between them could begin a word."""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for word in words:
        at = text.find(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    return starts, ends


def _is_all_zones(text: str, zones: Sequence[Zone]) -> bool:
    """Say whether every line is a zone, but for white space; spares most articles."""
    end = 0
    for zone in zones:
        between = text[end : zone.start]
        if (end and "\n" not in between) or between.strip():
            return False
        end = zone.end
    return not text[end:].strip()


def _file_names(
    words: Inverter, number: int, scope: int, values: Iterable[str]
) -> None:
    base = 0
    for value in values:
        found = list_words(value)
        words.passage(number, scope, base, found)
        base += len(found) + 1


def _headline(article: Article) -> str:
    if article.title is None or article.title_made_up:
        return ""
    return article.title.value


def _texts(article: Article) -> tuple[str, str, str, str]:
    paths = [article.path, *(source.path for source in article.sources)]
    return (
        article.id,
        "\0".join(path.casefold() for path in paths),
        (article.url or "").casefold(),
        article.language.casefold(),
    )


def _dates(article: Article) -> tuple[int, ...]:
    best = article.date
    added = NEVER
    if article.sources:
        added = date.fromisoformat(article.sources[0].added[:10]).toordinal()
    return (
        best.minute if best else NEVER,
        article.event.minute if article.event else NEVER,
        *_days(best),
        *_days(article.published),
        *_days(article.event),
        added,
        added,
    )


def _days(known: NewsDate | None) -> tuple[int, int]:
    if known is None or not known.is_believed:
        return NEVER, NEVER
    return known.first_day.toordinal(), known.last_day.toordinal()
