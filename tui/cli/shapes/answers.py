"""The envelope of an answer: what was asked, of how much, and what was not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.query.parse import GRAMMAR_VERSION
from index.query.rewrite import asks_for_utterances
from index.query.show import show

if TYPE_CHECKING:
    from index.archive import Answer
    from index.query.nodes import Query
    from tui.cli.shapes.parts import Shape


def envelope(answer: Answer) -> Shape:
    """Give all of an answer but its hits."""
    return {
        "query": answer.text,
        "parsed": answer.parsed,
        "version": GRAMMAR_VERSION,
        "kind": answer.kind,
        "total": answer.total,
        "searched": answer.searched,
        "undated": answer.undated,
        "skipped": answer.skipped,
        "took_ms": round(answer.took_ms, 2),
    }


def explanation(text: str, query: Query, explained: str) -> Shape:
    """Give what a query is taken to mean, line by line."""
    return {
        "query": text,
        "parsed": show(query),
        "version": GRAMMAR_VERSION,
        "kind": "utterances" if asks_for_utterances(query) else "articles",
        "explanation": explained.splitlines(),
    }
