"""The layout of a story: what each of its paragraphs is, from headline to copyright."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from index.ingest.bylines import is_address, read_bare_byline, read_byline, says_where
from index.ingest.date_lines import has_label, read_date_line
from index.ingest.junk import junk_kind, mentions_newsletter
from index.ingest.outlets import has_outlet_shape, is_known_outlet
from index.ingest.paragraphs import Paragraph, paragraphs_of
from index.ingest.shapes import (
    is_heading,
    is_prose,
    is_section,
    is_stray_headline,
    may_be_headline,
)
from index.model import ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_HEAD = 14
_LONGEST_FOOT = 10
_SHORTEST_REPEAT = 60
"""Shorter ones may be refrains, or the name of who speaks in a transcript."""
_LINK = re.compile(
    r"(?:(?:url|link|source|web|permalink)\s*:\s*)?https?://\S+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Card:
    """What a dump's own fields say of an article, to be recognised in its text."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()


class Piece(NamedTuple):
    """A paragraph and what it is."""

    paragraph: Paragraph
    kind: ZoneKind


def lay_out(text: str, card: Card | None = None) -> list[Piece]:
    """Say of every paragraph what it is."""
    page = _Page(paragraphs_of(text), card)
    page.read_furniture()
    page.read_head()
    page.read_foot()
    page.read_headline(text)
    page.read_body()
    return [
        Piece(paragraph, kind or ZoneKind.BODY)
        for paragraph, kind in zip(page.paragraphs, page.kinds, strict=True)
    ]


@dataclass(slots=True)
class _Page:
    paragraphs: list[Paragraph]
    card: Card | None
    kinds: list[ZoneKind | None] = field(default_factory=list)
    head: int = 0
    """The head ends before this paragraph, the second one of prose."""
    lead: int = 0
    """The first paragraph of prose."""

    def read_furniture(self) -> None:
        """Recognise what is furniture wherever it stands."""
        before = None
        for paragraph in self.paragraphs:
            kind = junk_kind(paragraph.words)
            if kind is None and before is ZoneKind.BOILERPLATE:
                kind = before if mentions_newsletter(paragraph.words) else None
            self.kinds.append(kind)
            before = kind

    def read_head(self) -> None:
        """Recognise dates, bylines, outlets and sections above the story."""
        prose = [
            i
            for i, p in enumerate(self.paragraphs[:_LONGEST_HEAD])
            if self.kinds[i] is None
            and is_prose(p.words)
            and not _is_date_line(p.words)
        ]
        end = min(len(self.paragraphs), _LONGEST_HEAD)
        self.lead = prose[0] if prose else end
        self.head = prose[1] if len(prose) > 1 else end
        for i in range(self.head):
            self.kinds[i] = self.kinds[i] or self._head_kind(self.paragraphs[i].words)

    def _head_kind(self, words: str) -> ZoneKind | None:
        if len(words) > 160:
            return None
        known = _kind_on_card(words, self.card) if self.card else None
        if known is not None:
            return known
        rules = (rule for rule, says_so in _HEAD_RULES if says_so(words))
        return next(rules, None)

    def read_foot(self) -> None:
        """Recognise dates and credits below the story."""
        last = len(self.paragraphs)
        for i in range(last - 1, max(self.lead, last - _LONGEST_FOOT), -1):
            words = self.paragraphs[i].words
            if self.kinds[i] is not None:
                continue
            if _is_date_line(words) and has_label(words):
                self.kinds[i] = ZoneKind.DATE
            elif read_byline(words):
                self.kinds[i] = ZoneKind.BYLINE
            elif is_known_outlet(words):
                self.kinds[i] = ZoneKind.OUTLET
            elif is_prose(words):
                return

    def read_headline(self, text: str) -> None:
        """Find the headline among the lines above the story, and what is beside it."""
        end = min(self.lead, self.head)
        free = [i for i in range(end) if self._may_be_headline(i)]
        if not free:
            free = self._mastheads(end) if self.card is None else []
        if not free or len(self.paragraphs) == 1:
            return
        title = free[0]
        # A kicker of a word or two, then the headline itself.
        titled = self.card is None or self.card.title is None
        if (
            titled
            and len(free) > 1
            and free[1] == title + 1
            and self._is_kicker(*free[:2])
        ):
            self.kinds[title] = ZoneKind.SECTION
            title = free[1]
        if titled and ZoneKind.TITLE not in self.kinds:
            self.kinds[title] = ZoneKind.TITLE
        for i in free:
            if self.kinds[i] is None and i > title:
                beside = self.kinds[i - 1 : i + 2 : 2]
                words = self.paragraphs[i].words
                # Two capitalised words may be a heading; something must back them.
                backed = says_where(words) or bool(_BACKING & set(beside))
                if backed and _is_lone_byline(words, text):
                    self.kinds[i] = ZoneKind.BYLINE

    def _may_be_headline(self, i: int) -> bool:
        return self.kinds[i] is None and may_be_headline(self.paragraphs[i].words)

    def _mastheads(self, end: int) -> list[int]:
        """Give an outlet's line that must be the headline for want of another."""
        named = [i for i in range(end) if self.kinds[i] is ZoneKind.OUTLET]
        first = [i for i in named if not is_known_outlet(self.paragraphs[i].words)]
        return first[:1] if len(named) == 1 else []

    def _is_kicker(self, first: int, second: int) -> bool:
        words = [self.paragraphs[i].words for i in (first, second)]
        return len(words[0].split()) <= 2 and len(words[1].split()) >= 4

    def read_body(self) -> None:
        """Tell headings, stray headlines and repeated paragraphs from the story."""
        last = len(self.paragraphs) - 1
        for i, paragraph in enumerate(self.paragraphs):
            words = paragraph.words
            if self.kinds[i] is not None or len(words) > 100 or not is_heading(words):
                continue
            if i > self.lead and is_stray_headline(words):
                self.kinds[i] = ZoneKind.RELATED
            elif i < last and self.kinds[i + 1] is None:
                self.kinds[i] = ZoneKind.HEADING
        self._mark_duplicates()

    def _mark_duplicates(self) -> None:
        """Mark a paragraph printed again, or a lead that the story opens with again."""
        seen: dict[str, int] = {}
        for i, paragraph in enumerate(self.paragraphs):
            words = paragraph.words
            if self.kinds[i] is not None or len(words) < _SHORTEST_REPEAT:
                continue
            # One comparison a paragraph keeps a million equal lines cheap.
            earlier = seen.setdefault(words[:40], i)
            if earlier == i:
                continue
            lead = self.paragraphs[earlier].words.rstrip(".…!?\"'”’ ")
            if words.rstrip(".…!?\"'”’ ") == lead:
                self.kinds[i] = ZoneKind.DUPLICATE
            elif words.startswith(lead):
                self.kinds[earlier] = ZoneKind.DUPLICATE
                seen[words[:40]] = i


_BACKING = frozenset({ZoneKind.BYLINE, ZoneKind.DATE, ZoneKind.OUTLET})


def _is_date_line(words: str) -> bool:
    return read_date_line(words) is not None


def _is_byline(words: str) -> bool:
    return is_address(words) or read_byline(words) is not None


def _is_link(words: str) -> bool:
    return _LINK.match(words) is not None


def _is_masthead(words: str) -> bool:
    """Say whether a line names an outlet, and perhaps where it reports from."""
    paper, comma, places = words.partition(", ")
    if not comma:
        return has_outlet_shape(words)
    named = places.replace(" and ", " ").split()
    return (
        has_outlet_shape(paper)
        and len(named) <= 3
        and all(p[0].isupper() for p in named)
    )


_HEAD_RULES = (
    (ZoneKind.DATE, _is_date_line),
    (ZoneKind.BYLINE, _is_byline),
    (ZoneKind.SECTION, is_section),
    (ZoneKind.BOILERPLATE, _is_link),
    (ZoneKind.OUTLET, _is_masthead),
)


def _is_lone_byline(words: str, text: str) -> bool:
    """Say whether a line without "by" is one: names that are words nowhere else."""
    byline = read_bare_byline(words)
    if byline is None:
        return False
    names = (words[start:end].split() for start, end in byline.authors)
    return not any(_is_common(word, text) for name in names for word in name)


def _is_common(word: str, text: str) -> bool:
    return len(word) > 3 and f" {word.lower()}" in text


def _kind_on_card(words: str, card: Card) -> ZoneKind | None:
    plain = plainly(words)
    if card.title is not None and plain == plainly(card.title):
        return ZoneKind.TITLE
    if card.outlet is not None and plain == plainly(card.outlet):
        return ZoneKind.OUTLET
    return ZoneKind.BYLINE if _names(plain, card.authors) else None


def _names(plain: str, authors: Iterable[str]) -> bool:
    return any(
        plain in {plainly(author), f"by {plainly(author)}"} for author in authors
    )


def plainly(words: str) -> str:
    """Give words so that spacing, case and the style of quotes do not count."""
    straight = words.translate(_STRAIGHT).casefold()
    return " ".join(straight.split()).strip(" .")


_STRAIGHT = str.maketrans("“”‘’–—\xa0", "\"\"''-- ")
