"""Say in plain lines what a query looks for, as `search --explain` prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from index.query import nodes as n
from index.query.operands import Exact, Fuzzy, Near, Pattern, Phrase, Sought, Together
from index.query.rewrite import asks_for_utterances
from index.words import Analyser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from index.query.operands import Word

_Node: TypeAlias = n.Query | Sought
_Said: TypeAlias = tuple[str, tuple[_Node, ...]]
"""A node's line, and the nodes whose lines stand below it."""

_Prefixed: TypeAlias = n.Many | n.Raw | n.InArticle | n.Field | n.By | n.About | n.Said
_Fact: TypeAlias = (
    n.Attribute | n.Date | n.Undated | n.State | n.Among
    | n.Kind | n.Negated | n.Confidence
)  # fmt: skip


def explain(query: n.Query, analyser: Analyser | None = None) -> str:
    """Give one line a node, the parts of a node indented below it.

    Without an analyser, the rules of a new archive are told.
    """
    level = "articles, by words of title, headings and body"
    if asks_for_utterances(query):
        level = "utterances, by the words said"
    told = _Telling(analyser or Analyser())
    return "\n".join([f"finds {level}", *told.lines(query, 1, names=False)])


@dataclass(frozen=True, slots=True)
class _Telling:
    analyser: Analyser

    def lines(self, node: _Node, depth: int, *, names: bool) -> Iterator[str]:
        """Yield the node's line and its parts'; words of names are not stemmed."""
        line, parts = self._said(node, names=names)
        yield f"{'  ' * depth}{line}"
        title = isinstance(node, n.Field) and node.name == "title"
        named = isinstance(node, n.Field | n.By) and not title
        for part in parts:
            yield from self.lines(part, depth + 1, names=names or named)

    def _said(self, node: _Node, *, names: bool) -> _Said:
        match node:
            case n.Word():
                keys = self.analyser.names if names else self.analyser.keys
                return self._word(node, keys), ()
            case Exact() | Pattern() | Fuzzy() | Phrase() | Near() | Together():
                return _sought(node)
            case n.And() | n.Or() | n.Not() | n.Saved() | n.All():
                return _joint(node)
            case (
                n.Many() | n.Raw() | n.InArticle() | n.Field()
                | n.By() | n.About() | n.Said()
            ):  # fmt: skip
                return _prefixed(node)
            case n.Text(sought):
                return self._said(sought, names=names)
            case _:
                return _fact(node), ()

    def _word(self, word: Word, keys: Mapping[str, str]) -> str:
        stem = keys[word.text]
        spellings = self.analyser.variants.spellings(word.text)
        line = f"word {word.text}"
        if keys is self.analyser.keys:
            line += f", stem {stem}"
        if len(spellings) > 1:
            line += f", spelled {', '.join(spellings)}"
        return line


def _sought(node: Exact | Pattern | Fuzzy | Phrase | Near | Together) -> _Said:
    match node:
        case Exact(text):
            return f"exactly {text}", ()
        case Pattern(text):
            return f"pattern {text}, for whole words without stem", ()
        case Fuzzy(text, distance):
            letters = "1 letter" if distance == 1 else f"{distance} letters"
            return f"word {text}, up to {letters} wrong but not the first", ()
        case Phrase(parts):
            return "phrase: next to each other, in this order", parts
        case Near(left, right, distance, ordered):
            order = "in this order" if ordered else "in any order"
            return f"within {distance} words of each other, {order}", (left, right)
        case Together(left, right, unit):
            return f"in one {'sentence' if unit == 's' else 'paragraph'}", (left, right)


def _joint(node: n.And | n.Or | n.Not | n.Saved | n.All) -> _Said:
    match node:
        case n.And(parts):
            return "all of", parts
        case n.Or(parts):
            return "any of", parts
        case n.Not(part):
            return "not", (part,)
        case n.Saved(name, query):
            return f"saved search @{name}", (query,)
        case n.All():
            return "every one", ()


def _prefixed(node: _Prefixed) -> _Said:
    said: tuple[str, Sought]
    match node:
        case n.Many(count, operand):
            said = f"at least {count} times", operand
        case n.Raw(sought):
            said = "anywhere in the decoded text, boilerplate included", sought
        case n.InArticle(sought):
            said = "in title, headings or body of the article", sought
        case n.Field(name, operand):
            said = f"in the {name}", operand
        case n.By(operand):
            said = "in the speaker’s name", operand
        case n.About(sought):
            said = "in the words said or the rest of their sentence", sought
        case n.Said(sought):
            said = "in the words said", sought
    return said[0], (said[1],)


def _fact(node: _Fact) -> str:
    match node:
        case n.Attribute(name, text):
            begins = name in ("id", "lang")
            line = f"{name} {'begins with' if begins else 'contains'} {text}"
        case n.Date(field, first, last):
            line = f"{field} {_bounds(first, last)}"
        case n.Undated():
            line = "without any known date"
        case n.State(name):
            line = f"{name}, in your own marks"
        case n.Among(ids):
            line = f"one of {len(ids)} articles with your own marks"
        case n.Kind(kind):
            line = f"reported as {kind} speech"
        case n.Negated(negated):
            line = "words that hold a not" if negated else "words that hold no not"
        case n.Confidence(least):
            line = f"attributed with a confidence of {least} or more"
    return line


def _bounds(first: date | None, last: date | None) -> str:
    if first and last:
        return f"from {first} to {last}, both included"
    return f"from {first} on" if first else f"up to {last}, included"
