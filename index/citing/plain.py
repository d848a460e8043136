"""Citations as text and as Markdown, for letters, notes and web pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.citing.dates import dates_in_words
from index.citing.words import in_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.citing.citation import Citation

_WEB = re.compile(r"https?://[^\s\x00-\x1f]+\Z", re.IGNORECASE)
_MARKED_UP = re.compile(r"[\\`*_\[\]<>&#~|]")


def as_text(citation: Citation) -> str:
    """Write a citation as a paragraph, and its proof below."""
    report = _report(citation, in_line, citation.url)
    words = _held(citation, text_words(citation.words))
    return f"{words}\n— {report}\n{_proof(citation)}\n{citation.reference}\n"


def as_markdown(citation: Citation, words: str | None = None) -> str:
    """Write a citation as a blockquote with its source below.

    The words may be given as Markdown, if some of them are to stand out.
    """
    report = _report(citation, escaped, link(citation.url) if citation.url else None)
    held = _held(citation, words or markdown_words(citation.words))
    proof = escaped(_proof(citation))
    return f"> {held}\n\n— {report} {proof}\n\n`{citation.reference}`\n"


def _held(citation: Citation, words: str) -> str:
    """Put marks around cited words.

    Those of a reporter who tells what somebody said stand in brackets: pasted beside a
    name, marks would make that person say them.
    """
    return f"[{words}]" if citation.is_report else f"“{words}”"


def text_words(words: str) -> str:
    """Give cited words as they stand in text."""
    return in_line(words)


def markdown_words(words: str) -> str:
    """Give cited words as they stand in Markdown."""
    return escaped(words)


def escaped(text: str) -> str:
    """Give a text on one line, with nothing in it that Markdown obeys."""
    return _MARKED_UP.sub(r"\\\g<0>", in_line(text))


def _report(
    citation: Citation, write: Callable[[str], str], address: str | None
) -> str:
    """Name speaker, title, authors, outlet and dates."""
    title = citation.title
    if title:
        is_ours = citation.article.title_made_up
        title = f"{title} (title made up)" if is_ours else f"“{title}”"
        title += " (title given by hand)" if "title" in citation.by_hand else ""
    outlet = citation.outlet or "unknown outlet"
    facts = [
        title,
        f"by {in_order(citation.authors)}" if citation.authors else None,
        f"{outlet} (outlet given by hand)" if "outlet" in citation.by_hand else outlet,
        dates_in_words(citation.article),
    ]
    line = ", ".join(write(fact) for fact in facts if fact)
    if citation.spoken:
        line = f"{write(citation.spoken)}, in {line}"
    return f"{line}. {address or ''}".rstrip()


def link(url: str) -> str:
    """Give an address for Markdown: a link, unless it is no page of the web.

    Marks in it are part of it, so none is escaped.
    """
    if not _WEB.match(url):
        return escaped(url)
    return f"<{url.replace('<', '%3C').replace('>', '%3E')}>"


def in_order(names: Sequence[str]) -> str:
    """Give names as people list them: Ann, Bo and Cleo."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _proof(citation: Citation) -> str:
    return f"{citation.place}, sha256 {citation.article.sha256}"
