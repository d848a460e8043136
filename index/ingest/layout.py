"""The layout of a story: what each of its paragraphs is, from headline to copyright."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from index.ingest.bylines import is_position, read_byline, says_where
from index.ingest.date_lines import has_label, read_date_line
from index.ingest.dateline import read_dateline
from index.ingest.head_lines import (
    Card,
    head_kind,
    is_date_line,
    is_lone_byline,
    may_name_people,
    names_authors,
)
from index.ingest.junk import junk_kind, mentions_newsletter
from index.ingest.outlets import is_known_outlet
from index.ingest.paragraphs import Paragraph, paragraphs_of
from index.ingest.shapes import (
    LONGEST_HEADLINE,
    is_caption_and_headline,
    is_heading,
    is_plain_headline,
    is_possible_headline,
    is_prose,
    is_stray_headline,
    may_be_headline,
)
from index.model import ZoneKind

_LONGEST_HEAD = 14
_LONGEST_FOOT = 10
_UNDER_HEADLINES = frozenset({ZoneKind.BYLINE, ZoneKind.DATE})
_STORY_LOOK = 4000
_LONGEST_DATED = 160
"""What stands first, with the date right below it, is no summary."""
_BACKING = frozenset({ZoneKind.BYLINE, ZoneKind.DATE, ZoneKind.OUTLET})
_SUMMARY_LABEL = re.compile(r"(Story highlights:?)\s+(?=\S)", re.IGNORECASE)
_SHORTEST_REPEAT = 60
"""Shorter ones may be refrains, or the name of who speaks in a transcript."""


class Piece(NamedTuple):
    """A paragraph and what it is."""

    paragraph: Paragraph
    kind: ZoneKind


def lay_out(text: str, card: Card | None = None) -> list[Piece]:
    """Say of every paragraph what it is."""
    page = _Page(_with_labels_apart(paragraphs_of(text)), card)
    page.read_furniture()
    page.read_head()
    page.read_foot()
    page.read_headline(text)
    page.read_body()
    return [
        Piece(paragraph, kind or ZoneKind.BODY)
        for paragraph, kind in zip(page.paragraphs, page.kinds, strict=True)
    ]


def _with_labels_apart(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Cut the label from a summary that was pasted into one line with it."""
    for i, paragraph in enumerate(paragraphs[:_LONGEST_HEAD]):
        label = _SUMMARY_LABEL.match(paragraph.words)
        if label:
            start, end, words, apart = paragraph[:4]
            first = label.end()
            paragraphs[i : i + 1] = [
                Paragraph(start, start + len(label[1]), label[1], apart),
                Paragraph(start + first, end, words[first:], apart=False),
            ]
            break
    return paragraphs


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
            if kind is None and before is not None:
                kind = self._under_furniture(before, paragraph.words)
            self.kinds.append(kind)
            before = kind

    def _under_furniture(self, above: ZoneKind, words: str) -> ZoneKind | None:
        """Say what the line under furniture is, if it goes with it."""
        if above is ZoneKind.BOILERPLATE:
            label = self.paragraphs[len(self.kinds) - 1].words
            if _SUMMARY_LABEL.match(f"{label} x"):
                return ZoneKind.HEADING
            return ZoneKind.BOILERPLATE if mentions_newsletter(words) else None
        # A summary goes on, point by point, to the first line that is prose.
        goes_on = above is ZoneKind.HEADING and may_be_headline(words)
        return ZoneKind.HEADING if goes_on else None

    def read_head(self) -> None:
        """Recognise dates, bylines, outlets and sections above the story."""
        prose = [
            i
            for i, p in enumerate(self.paragraphs[:_LONGEST_HEAD])
            if self.kinds[i] is None and is_prose(p.words) and not is_date_line(p.words)
        ]
        end = min(len(self.paragraphs), _LONGEST_HEAD)
        self.lead = prose[0] if prose else end
        self.head = prose[1] if len(prose) > 1 else end
        for i in range(self.head):
            self._date_originals(i)
            self.kinds[i] = self.kinds[i] or head_kind(
                self.paragraphs[i].words, self.card
            )

    def _date_originals(self, i: int) -> None:
        """Take "Originally published on 4 March 2031" for the date it is."""
        words = self.paragraphs[i].words
        is_furniture = self.kinds[i] is ZoneKind.BOILERPLATE
        if is_furniture and has_label(words) and is_date_line(words):
            self.kinds[i] = ZoneKind.DATE

    def read_foot(self) -> None:
        """Recognise dates and credits below the story."""
        last = len(self.paragraphs)
        for i in range(last - 1, max(self.lead, last - _LONGEST_FOOT), -1):
            words = self.paragraphs[i].words
            self._date_originals(i)
            if self.kinds[i] is not None:
                continue
            if is_date_line(words) and has_label(words):
                self.kinds[i] = ZoneKind.DATE
            elif read_byline(words):
                self.kinds[i] = ZoneKind.BYLINE
            elif is_known_outlet(words):
                self.kinds[i] = ZoneKind.OUTLET
            elif is_prose(words):
                return

    def read_headline(self, text: str) -> None:
        """Find the headline among the lines above the story, and bylines below it."""
        self._read_lone_bylines(text)
        free = self._headlines() if len(self.paragraphs) > 1 else []
        if not free or not self._may_be_title(free[0], text):
            return
        title = free[0]
        if self.card is None or self.card.title is None:
            # A kicker of a word or two, then the headline itself.
            if len(free) > 1 and self._is_kicker(*free[:2]):
                self.kinds[title] = ZoneKind.SECTION
                title = free[1]
            if ZoneKind.TITLE not in self.kinds:
                self.kinds[title] = ZoneKind.TITLE
        for i in free:
            if self.kinds[i] is None and i > title and self._is_byline(i, text):
                self.kinds[i] = ZoneKind.BYLINE

    def _read_lone_bylines(self, text: str) -> None:
        """Recognise names without "by" whose bearers the story never mentions."""
        for i in range(min(self.lead, self.head)):
            words = self.paragraphs[i].words
            if self.kinds[i] is None and (
                names_authors(words, self._story(i, text))
                or self._stands_above_position(i, text)
            ):
                self.kinds[i] = ZoneKind.BYLINE

    def _stands_above_position(self, i: int, text: str) -> bool:
        """Say whether a line is a name, with "Opinion contributor" right below it."""
        below = self.paragraphs[i + 1].words if i + 1 < self.head else ""
        return is_position(below) and is_lone_byline(self.paragraphs[i].words, text)

    def _story(self, i: int, text: str) -> str:
        """Give what follows a line, as far as it is looked at."""
        end = self.paragraphs[i].end
        return text[end : end + _STORY_LOOK]

    def _may_be_title(self, i: int, text: str) -> bool:
        """Say whether a line is a headline by its looks or by what stands beside."""
        if self.card is not None or self.kinds[i] is ZoneKind.OUTLET:
            return True
        words, beside = self.paragraphs[i].words, self.kinds[: self.head]
        is_dated = self._stands_above_date(i)
        longest = _LONGEST_DATED if is_dated else LONGEST_HEADLINE
        if not is_possible_headline(words, longest) or read_dateline(words) is not None:
            return False
        if ZoneKind.BYLINE in beside:
            return True
        if may_name_people(words, self._story(i, text)) or " " not in words:
            return False
        if _BACKING.isdisjoint(beside):
            return is_plain_headline(words)
        return is_dated or not is_caption_and_headline(words)

    def _stands_above_date(self, i: int) -> bool:
        """Say whether this is the first line of all, and a whole date the second."""
        if i > 0 or self.kinds[1:2] != [ZoneKind.DATE]:
            return False
        return bool(read_date_line(self.paragraphs[1].words))

    def _headlines(self) -> list[int]:
        """Give the lines above the story that may be its headline."""
        end = min(self.lead, self.head)
        free = [i for i in range(end) if self._may_be_headline(i)]
        if free or self.card:
            return free
        return self._sentence() or self._mastheads(end)

    def _sentence(self) -> list[int]:
        """Give a headline that ends with a full stop, told by the byline below it."""
        below = self.kinds[self.lead + 1 : self.lead + 2]
        if self.lead + 1 >= self.head or not _UNDER_HEADLINES.issuperset(below):
            return []
        is_short = len(self.paragraphs[self.lead].words) <= LONGEST_HEADLINE
        return [self.lead] if is_short and self.kinds[self.lead] is None else []

    def _may_be_headline(self, i: int) -> bool:
        return self.kinds[i] is None and may_be_headline(self.paragraphs[i].words)

    def _mastheads(self, end: int) -> list[int]:
        """Give an outlet's line that must be the headline for want of another."""
        named = [i for i in range(end) if self.kinds[i] is ZoneKind.OUTLET]
        # Of two words only: "Hard Times" may be both, "New York Post" may not.
        first = [i for i in named if self._is_ambiguous(self.paragraphs[i].words)]
        return first[:1] if len(named) == 1 else []

    def _is_ambiguous(self, masthead: str) -> bool:
        return len(masthead.split()) == 2 and not is_known_outlet(masthead)

    def _is_kicker(self, first: int, second: int) -> bool:
        words = [self.paragraphs[i].words.split() for i in (first, second)]
        return second == first + 1 and len(words[0]) <= 2 and len(words[1]) >= 4

    def _is_byline(self, i: int, text: str) -> bool:
        """Say whether a line without "by" names the authors.

        Two capitalised words may be a heading; something beside must back them.
        """
        words = self.paragraphs[i].words
        beside = set(self.kinds[i - 1 : i + 2 : 2])
        backed = says_where(words) or bool(_BACKING & beside)
        return backed and is_lone_byline(words, text)

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
