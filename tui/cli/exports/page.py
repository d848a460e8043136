"""An export as one page for browsers: nothing is fetched, nothing in it runs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from index.archive import ArticleRow
from index.citing import cite
from index.citing.dates import dates_in_words
from index.citing.words import printable
from index.model import Clipping, QuoteKind
from tui.cli.exports.heads import named_facts
from tui.cli.exports.kept import kept_lines
from tui.cli.exports.marked import cited, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive import UtteranceRow
    from index.archive.exporting import Export
    from index.citing import Citation
    from index.query.hits import Snippet
    from index.state.keepsakes import Kept

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; max-width: 44rem; margin: 2rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2 { line-height: 1.25; }
h2 { font-size: 1.1rem; margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dd { margin: 0; }
main > * { margin: 2rem 0; }
blockquote { margin: 0; padding-left: 1rem; border-left: .2rem solid; }
blockquote, p { white-space: pre-line; }
figcaption, footer, ul, .source, code { font-size: .85rem; }
code { opacity: .7; }
"""


def pieces(export: Export) -> Iterator[str]:
    """Give the page, a hit at a time; its last line says that it is whole."""
    title = _text(export.answer.text)
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n<dl>\n"
    )
    for name, value in named_facts(export):
        yield f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>\n"
    yield "</dl>\n</header>\n<main>\n"
    for row in export.rows():
        if isinstance(row, ArticleRow):
            yield _article(row, export.kept(row))
        else:
            yield _utterance(row)
    count = f"{export.written:,} of {export.answer.total:,}"
    yield f"</main>\n<footer>{count}</footer>\n</body>\n</html>\n"


def _article(row: ArticleRow, kept: Kept | None) -> str:
    headline, article = row.headline, row.headline.article
    title = headline.title or article.path
    heading = f"<i>[{_text(title)}]</i>" if headline.title_made_up else _text(title)
    facts = [
        *headline.authors,
        headline.outlet or "unknown outlet",
        dates_in_words(article),
    ]
    proof = f"{article.path}, sha256 {article.sha256}"
    code = ""
    if row.snippet.window:
        shown = cite(Clipping(article), row.snippet.window)
        proof, code = f"{shown.place}, sha256 {article.sha256}", _code(shown)
    return (
        f'<article>\n<h2 dir="auto">{heading}</h2>\n'
        f'<p dir="auto">{_marked(row.snippet)}</p>\n'
        f'<p class="source">{" · ".join(map(_text, facts))}{_link(article.url)}<br>\n'
        f"{_text(headline.id)} · {_text(proof)}{code}</p>\n{_kept(kept)}</article>\n"
    )


def _kept(kept: Kept | None) -> str:
    """List what the reader keeps of an article; nothing if there is nothing."""
    items = "".join(f'<li dir="auto">{_text(line)}</li>\n' for line in kept_lines(kept))
    return f"<ul>\n{items}</ul>\n" if items else ""


def _utterance(row: UtteranceRow) -> str:
    citation = cited(row)
    # Words that were shortened, or are cut at another place, cannot show the hits.
    is_whole = row.snippet.text == citation.words
    words = _marked(row.snippet) if is_whole else _text(citation.words)
    if row.quote.kind is not QuoteKind.INDIRECT:
        words = f"“{words}”"
    return (
        f'<figure>\n<blockquote dir="auto">{words}</blockquote>\n'
        f"<figcaption>— {_source(citation)}</figcaption>\n</figure>\n"
    )


def _source(citation: Citation) -> str:
    title = citation.title
    if title and not citation.article.title_made_up:
        title = f"“{title}”"
    facts = [
        f"{citation.spoken}, in {title}" if title else f"{citation.spoken}",
        *citation.authors,
        citation.outlet or "unknown outlet",
        dates_in_words(citation.article),
    ]
    return (
        f"{', '.join(map(_text, facts))}.{_link(citation.url)}<br>\n"
        f"{_text(citation.place)}{_code(citation)}"
    )


def _code(citation: Citation) -> str:
    return f"<br>\n<code>{_text(str(citation.reference))}</code>"


def _marked(snippet: Snippet) -> str:
    return "".join(
        f"<mark>{_text(words)}</mark>" if is_hit else _text(words)
        for words, is_hit in stretches(snippet)
    )


def _link(url: str | None) -> str:
    # Whatever else a dump calls an address is no place to send a reader to.
    if not url or not url.startswith(("https://", "http://")):
        return ""
    return f' <a rel="noreferrer" href="{_text(url)}">{_text(url)}</a>'


def _text(text: str) -> str:
    return escape(printable(text))
