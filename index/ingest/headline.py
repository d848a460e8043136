"""The title of an article: its headline, or a stand-in cut from its first sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.model import Certainty, Finding, Span, Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_STAND_IN = 70
_LOOKED_AT = 400
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[^\W_a-z])")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|No|vs|Inc|Ltd|Jan"
    r"|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])$"
)


def title_of(text: str, zones: Sequence[Zone]) -> Finding | None:
    """Give the headline as stated; without one, a stand-in marked as made up."""
    for zone in zones:
        if zone.kind is ZoneKind.TITLE:
            title = " ".join(text[zone.start : zone.end].split())
            span = Span(zone.start, zone.end)
            return Finding(title, Certainty.STATED, "title:headline", span)
    body = next((z for z in zones if z.kind is ZoneKind.BODY), None)
    return _stand_in(text, body or (zones[0] if zones else None))


def _stand_in(text: str, zone: Zone | None) -> Finding | None:
    if zone is None:
        return None
    opening = text[zone.start : min(zone.end, zone.start + _LOOKED_AT)]
    sentence = _first_sentence(opening)
    title = " ".join(sentence.split())
    if len(title) > _LONGEST_STAND_IN:
        title = _cut(title)
    span = Span(zone.start, zone.start + len(sentence))
    return Finding(title, Certainty.MADE_UP, "title:first-sentence", span)


def _first_sentence(words: str) -> str:
    for end in _SENTENCE.finditer(words):
        if not _SHORTENED.search(words[: end.start()]):
            return words[: end.end()].rstrip()
    return words


def _cut(title: str) -> str:
    """Cut at a word near the longest length."""
    head = title[:_LONGEST_STAND_IN]
    whole_words = head.rpartition(" ")[0] or head
    return whole_words.rstrip(" ,;:–—-") + "…"
