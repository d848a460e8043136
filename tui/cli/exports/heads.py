"""What stands above every export: the query, and how much of what it was put to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.shapes.answers import envelope

if TYPE_CHECKING:
    from index.archive.exporting import Export
    from tui.cli.shapes.parts import Shape

_NAMES = {
    "query": "query",
    "parsed": "understood as",
    "kind": "of",
    "total": "count",
    "searched": "articles searched",
    "undated": "undated",
    "skipped": "files skipped when added",
    "sort": "order",
    "exported": "exported",
    "took_ms": "milliseconds",
    "behind": "changes not in the index yet",
}


def head(export: Export) -> Shape:
    """Give the facts above an export, as an answer in JSON gives them."""
    return {
        **envelope(export.answer),
        "sort": export.answer.order.value,
        "behind": export.answer.behind,
        "exported": export.exported,
    }


def named_facts(export: Export) -> list[tuple[str, str]]:
    """Give the same facts for people, each with its name."""
    facts = head(export)
    return [(name, str(facts[key])) for key, name in _NAMES.items()]
