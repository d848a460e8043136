"""An export as Markdown: quotations in blockquotes, each with its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import ArticleRow
from index.citing import Format, cite, write
from index.citing.plain import as_markdown, escaped
from index.model import Clipping
from tui.cli.exports.heads import named_facts
from tui.cli.exports.kept import kept_lines
from tui.cli.exports.marked import cited, stretches, uncut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive.exporting import Export
    from index.state.keepsakes import Kept


def pieces(export: Export) -> Iterator[str]:
    """Give the document, a hit at a time; its last line says that it is whole."""
    yield f"# {escaped(export.answer.text)}\n\n"
    for name, value in named_facts(export):
        yield f"- {name}: {escaped(value)}\n"
    for number, row in enumerate(export.rows(), 1):
        if isinstance(row, ArticleRow):
            yield f"\n{_article(row, number)}{_kept(export.kept(row))}"
        else:
            yield f"\n---\n\n{write(cited(row), Format.MARKDOWN)}"
    yield f"\n---\n\n{export.written:,} of {export.answer.total:,}\n"


def _article(row: ArticleRow, number: int) -> str:
    headline, article = row.headline, row.headline.article
    title = headline.title or article.path
    heading = f"[{title}]" if headline.title_made_up else title
    return f"## {number}\\. {escaped(heading)}\n\n{_excerpt(row)}"


def _kept(kept: Kept | None) -> str:
    """List what the reader keeps of an article; nothing if there is nothing."""
    items = "".join(f"- {escaped(line)}\n" for line in kept_lines(kept))
    return f"\n{items}" if items else ""


def _excerpt(row: ArticleRow) -> str:
    """Cite what the search shows of an article, its hits in bold."""
    article = row.headline.article
    if row.snippet.window is None:
        return escaped(f"no text · {article.path}, sha256 {article.sha256}") + "\n"
    shown = cite(Clipping(article), row.snippet.window)
    words = "".join(
        f"**{escaped(text)}**" if is_hit else _spaced(text)
        for text, is_hit in stretches(uncut(row.snippet))
    )
    return as_markdown(shown, words.strip())


def _spaced(text: str) -> str:
    """Give text between two hits; spaces at its ends stay."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{escaped(text)}{after}"
