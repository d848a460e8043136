"""What is in an archive, article by article, so that two can be compared."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.archive import Archive
from index.archive.asking import ask
from index.engine import Order
from index.words import find_words

if TYPE_CHECKING:
    from pathlib import Path

    from index.model import Clipping

_WORDS_OF_EACH = 2
_MOST_QUERIES = 150


@dataclass(slots=True)
class Contents:
    """The store, and what the index answers."""

    texts: dict[str, int] = field(default_factory=dict)
    """A number for the whole of each article: text, zones, dates, quotations."""
    quotes: int = 0
    indexed: frozenset[str] = frozenset()
    answers: dict[str, frozenset[tuple[str, int | None]]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def contents_of(folder: Path) -> Contents:
    """Read all of an archive, and put questions drawn from its own articles."""
    with closing(Archive.open(folder)) as archive:
        found = Contents()
        asked: list[str] = []
        for clipping in archive.clippings(sorted(archive.store.live_ids())):
            found.texts[clipping.article.id] = hash(_essence(clipping))
            found.quotes += len(clipping.quotes)
            asked += _questions(clipping)
        step = max(1, len(asked) // _MOST_QUERIES)
        for query in ["*", "conf:0", *sorted(set(asked))[::step]]:
            answer = ask(archive, query, Order.RELEVANCE)
            hits = archive.hits(answer, 0, answer.total)
            found.answers[query] = frozenset((h.article, h.quote) for h in hits)
        found.indexed = frozenset(article for article, _ in found.answers["*"])
        found.problems = _disagreements(found)
        return found


def _essence(clipping: Clipping) -> object:
    """Give all that does not depend on when and through what it was added."""
    a = clipping.article
    told = (a.id, a.text, a.zones, a.title, a.outlet, a.authors, a.url, a.language)
    return (*told, a.published, a.updated, a.event, a.sha256, clipping.quotes)


def _questions(clipping: Clipping) -> list[str]:
    words = [m.group() for m in find_words(clipping.article.text[:2000])]
    plain = [w.lower() for w in words if w.isascii() and w.isalpha() and len(w) > 6]
    said = [f"by:{q.speaker.split()[-1]}" for q in clipping.quotes[:1] if q.speaker]
    names = [name for name in said if name.removeprefix("by:").isalpha()]
    return [*plain[:_WORDS_OF_EACH], *names]


def _disagreements(found: Contents) -> list[str]:
    told = []
    if found.indexed != set(found.texts):
        told.append("store and index hold different articles")
    said = len(found.answers["conf:0"])
    if said != found.quotes:
        told.append(f"{found.quotes} quotations in the store, {said} in the index")
    return told


def differences(one: Contents, other: Contents) -> list[str]:
    """Say in sentences in what an archive differs from the one it should equal."""
    told = list(one.problems)
    missing, extra = (
        set(other.texts) - set(one.texts),
        set(one.texts) - set(other.texts),
    )
    if missing or extra:
        told.append(f"{len(missing)} articles missing, {len(extra)} too many")
    both = set(one.texts) & set(other.texts)
    changed = sum(one.texts[id_] != other.texts[id_] for id_ in both)
    if changed:
        told.append(f"{changed} articles are not the same")
    for query, hits in other.answers.items():
        if one.answers.get(query) != hits:
            told.append(f"{query!r} finds other articles")
            break
    return told
