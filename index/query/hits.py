"""Where a query's words stand in what answers it: for marks in texts and snippets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import Span
from index.query.nodes import (
    About,
    And,
    Field,
    InArticle,
    Many,
    Not,
    Or,
    Query,
    Raw,
    Said,
    Saved,
    State,
    Text,
    UtteranceNode,
)
from index.query.operands import Near
from index.query.rewrite import leaves
from index.query.subjects import ArticleSubject
from index.query.windows import Snippet, best_window, overlapping
from index.words import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.query.nodes import Subject
    from index.query.operands import Place, Sought
    from index.query.wording import Wording

__all__ = ["Snippet", "hit_spans", "snippet"]


def hit_spans(query: Query, subject: Subject) -> tuple[Span, ...]:
    """Give every stretch of the article's text that makes the subject answer.

    Sorted, without overlaps; of an utterance only what lies inside it.
    """
    spans = _answering(query, subject) or []
    if not isinstance(subject, ArticleSubject):
        whole = subject.quote.span
        spans = [s for s in spans if whole.start <= s.start and s.end <= whole.end]
    return tuple(_merged(spans))


def snippet(query: Query, subject: Subject, width: int = 160) -> Snippet:
    """Cut the best window around the hits; without hits the text's beginning."""
    spans, text = hit_spans(query, subject), subject.article.text
    if isinstance(subject, ArticleSubject):
        return best_window(text, _stretches(subject, spans), spans, width)
    return best_window(text, [subject.quote.span], spans, width)


def _answering(query: Query, subject: Subject) -> list[Span] | None:
    """Give the spans by which the query answers; None when it does not."""
    match query:
        case And(parts):
            found = [_answering(part, subject) for part in parts]
            return None if None in found else _all_of(found)
        case Or(parts):
            found = [_answering(part, subject) for part in parts]
            return None if set(map(type, found)) == {type(None)} else _all_of(found)
        case Not(part):
            unknown = any(isinstance(leaf, State) for leaf in leaves(part))
            return [] if unknown or _answering(part, subject) is None else None
        case Saved(_, part):
            return _answering(part, subject)
        case Text() | Many() | Raw() | InArticle() | About() | Said():
            return _standing(query, subject)
        case _:
            return _beside(query, subject)


def _all_of(found: Iterable[list[Span] | None]) -> list[Span]:
    return [span for spans in found for span in spans or ()]


def _standing(
    query: Text | Many | Raw | InArticle | About | Said, subject: Subject
) -> list[Span] | None:
    sought = query.operand if isinstance(query, Many) else query.sought
    least = query.count if isinstance(query, Many) else 1
    found, count = [], 0
    for wording in _wordings(query, subject):
        places = list(_places(sought, wording))
        count += len(places)
        found += _spans(places, wording)
    return found if count >= least else None


def _wordings(
    query: Text | Many | Raw | InArticle | About | Said, subject: Subject
) -> list[Wording]:
    match query:
        case Raw():
            return subject.host.raw
        case InArticle():
            return subject.host.wordings
        case About() if not isinstance(subject, ArticleSubject):
            return [*subject.wordings, *subject.surroundings]
        case _:
            return subject.wordings


def _beside(query: Query, subject: Subject) -> list[Span] | None:
    """Ask a node that looks at something other than the text."""
    if isinstance(query, State):
        # Whose state it is, the archive knows; here the article is taken to answer.
        return []
    if isinstance(query, UtteranceNode) and isinstance(subject, ArticleSubject):
        return []
    if not query.matches(subject):
        return None
    if not isinstance(query, Field) or query.name != "title":
        return []
    titles = [w for w in subject.host.wordings if w.passage.scope is Scope.TITLE]
    return [s for w in titles for s in _spans(_places(query.operand, w), w)]


def _places(sought: Sought, wording: Wording) -> Iterator[Place]:
    if not isinstance(sought, Near):
        return sought.places(wording)
    return iter({place for pair in sought.pairs(wording) for place in pair})


def _spans(places: Iterable[Place], wording: Wording) -> list[Span]:
    start = wording.passage.start
    if start is None:
        return []
    bounds = wording.bounds if (places := list(places)) else []
    return [Span(start + bounds[a][0], start + bounds[b][1]) for a, b in places]


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _stretches(subject: ArticleSubject, spans: tuple[Span, ...]) -> list[Span]:
    """Give the paragraphs to choose from, body first: a row shows the title itself."""
    text = subject.article.text
    ranked: dict[Scope, list[Span]] = {Scope.BODY: [], Scope.HEADING: []}
    for wording in subject.wordings:
        passage = wording.passage
        if passage.start is not None:
            stretch = Span(passage.start, passage.start + len(passage.text))
            ranked.setdefault(passage.scope, []).append(stretch)
    searched = [stretch for scope in ranked.values() for stretch in scope]
    held = {span for stretch in searched for span in overlapping(spans, stretch)}
    beside = [_line_around(text, span) for span in spans if span not in held]
    return [*searched, *beside] or [Span(0, len(text))]


def _line_around(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
