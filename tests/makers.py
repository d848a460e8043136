"""Make articles, quotations and clippings in one line each; used by every test."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from index.model import (
    Article,
    Certainty,
    Clipping,
    Finding,
    NewsDate,
    Quote,
    QuoteKind,
    Source,
    Span,
    Zone,
    ZoneKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

Line: TypeAlias = str | tuple[ZoneKind | None, str]
"""A paragraph of the body, or a line of another zone; None for no zone at all."""


def found(value: str, certainty: Certainty = Certainty.STATED) -> Finding:
    return Finding(value, certainty, "maker")


def news_date(value: str) -> NewsDate:
    """`2021-06-17` is stated, `2021-06-17?` is proposed."""
    certainty = Certainty.PROPOSED if value.endswith("?") else Certainty.STATED
    return NewsDate(value.rstrip("?"), certainty, "maker")


def article(
    *lines: Line,
    id: str = "a1",  # noqa: A002 - the article's own word for it
    title: str | Finding | None = None,
    published: str | None = None,
    updated: str | None = None,
    event: str | None = None,
    outlet: str | None = None,
    authors: Iterable[str] = (),
    path: str | None = None,
    added: str | None = None,
    url: str | None = None,
    language: str = "en",
) -> Article:
    zones: list[Zone] = []
    text = ""
    for line in lines:
        kind, words = (ZoneKind.BODY, line) if isinstance(line, str) else line
        if kind is not None and words.strip():
            zones.append(Zone(len(text), len(text) + len(words), kind))
        text += words + "\n"
    path = path or f"{id}.txt"
    return Article(
        id=id,
        path=path,
        text=text,
        zones=tuple(zones),
        title=found(title) if isinstance(title, str) else title,
        outlet=found(outlet) if outlet else None,
        authors=tuple(found(author) for author in authors),
        url=url,
        language=language,
        published=news_date(published) if published else None,
        updated=news_date(updated) if updated else None,
        event=news_date(event) if event else None,
        sources=(Source(path, added),) if added else (),
    )


def span_of(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def quote(
    words: str | Span,
    within: Article,
    speaker: str | None = None,
    *,
    kind: QuoteKind = QuoteKind.DIRECT,
    mention: str | None = None,
    negated: bool = False,
    confidence: float = 0.9,
) -> Quote:
    span = words if isinstance(words, Span) else span_of(words, within.text)
    return Quote(
        start=span.start,
        end=span.end,
        kind=kind,
        rule="maker",
        confidence=confidence,
        speaker=speaker,
        mention=span_of(mention, within.text) if mention else None,
        negated=negated,
    )


def clipping(
    made: Article | str, *said: tuple[str, str | None] | Quote, **facts: str
) -> Clipping:
    """`clipping("He said: yes.", ("yes", "Peskov"), id="b")`."""
    if isinstance(made, str):
        made = article(made, **facts)
    return Clipping(
        made,
        tuple(
            one if isinstance(one, Quote) else quote(one[0], made, one[1])
            for one in said
        ),
    )
