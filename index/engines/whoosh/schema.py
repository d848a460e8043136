"""The two Whoosh indexes of a generation, their fields, and the scopes of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.engines.whoosh.library import FieldType, Frequency, Schema
from index.words import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.words import Analyser

ARTICLES, UTTERANCES = "articles", "utterances"
"""The names of the indexes."""

TEXT, NAMES = "text", "names"
"""Fields: words found by their stem; names found as they are."""

TITLE, HEADING, BODY, REST, ASIDE, HEADLINE = range(6)
"""Scopes of TEXT. REST: lines that `in:raw` finds and plain words do not, or that hold
more than one zone. ASIDE: said words that are no stretch of a searched zone. HEADLINE:
the title as metadata knows it, for `title:`."""

OUTLET, AUTHOR, SPEAKER = range(3)
"""Scopes of NAMES; the speaker is a scope of the other index."""

SCOPE_OF = {
    Scope.TITLE: TITLE,
    Scope.HEADING: HEADING,
    Scope.BODY: BODY,
    Scope.REST: REST,
}

SEARCHED = (TITLE, HEADING, BODY)
"""Where plain words are looked for."""
RAW = (TITLE, HEADING, BODY, REST)
SAID = (TITLE, HEADING, BODY, ASIDE)


class WordsField(FieldType):  # type: ignore[misc]
    """A field of words; they reach the pool by passages, never through Whoosh."""

    def __init__(self) -> None:
        super().__init__(Frequency(), None, scorable=False)


def schema_of(indexname: str) -> Any:  # noqa: ANN401 - Whoosh's
    """Give the schema of one of the two indexes."""
    if indexname == ARTICLES:
        return Schema(**{TEXT: WordsField(), NAMES: WordsField()})
    return Schema(**{NAMES: WordsField()})


def keys_of(indexname: str, analyser: Analyser) -> dict[str, Mapping[str, str]]:
    """Give what the words of each field are found by."""
    if indexname == ARTICLES:
        return {TEXT: analyser.keys, NAMES: analyser.names}
    return {NAMES: analyser.names}
