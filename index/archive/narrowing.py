"""Queries within a query: words beside it, and utterances in the articles it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import QueryError
from index.query.nodes import And, InArticle, Not, Or, Query, Saved, Text
from index.query.show import show

if TYPE_CHECKING:
    from index.archive.archive import Archive


def within(archive: Archive, text: str, words: str) -> str:
    """Give a query for words within what a query finds; no query finds everything."""
    text = text.strip()
    if not text:
        return words
    try:
        # What offers a choice cannot stand beside a word, unless it is in brackets.
        archive.parse(f"{text} x")
    except QueryError:
        text = f"({text})"
    return f"{text} {words}"


def said_within(archive: Archive, text: str, words: str) -> str:
    """Give a query for what is said in the articles that a query finds.

    Words for utterances turn the others into words that were said; here they go on to
    be words of the article.
    """
    if not text.strip():
        return words
    return within(archive, show(_in_article(archive.parse(text))), words)


def _in_article(query: Query) -> Query:
    match query:
        case Text(sought):
            return InArticle(sought)
        case And(parts) | Or(parts):
            return type(query)(tuple(map(_in_article, parts)))
        case Not(part):
            return Not(_in_article(part))
        case Saved(_, part):
            return _in_article(part)
        case _:
            return query
