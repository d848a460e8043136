"""An export as JSON lines: the head, then each hit in the shape of `search --json`.

Articles have what the reader keeps of them behind that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import ArticleRow
from tui.cli.desk import as_json
from tui.cli.exports.heads import head
from tui.cli.shapes.articles import article_hit
from tui.cli.shapes.marks import kept
from tui.cli.shapes.utterances import utterance_hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive.exporting import Export


def pieces(export: Export) -> Iterator[str]:
    """Give the lines."""
    yield as_json(head(export)) + "\n"
    for row in export.rows():
        if isinstance(row, ArticleRow):
            yield as_json({**article_hit(row), **kept(export.kept(row))}) + "\n"
        else:
            yield as_json(utterance_hit(row)) + "\n"
