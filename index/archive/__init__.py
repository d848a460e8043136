"""The archive as front ends see it: open and ask here; `adding`, `upkeep` change it.

What changes an archive is imported by its own name, since a search must not wait for
the machinery of adding.
"""

from index.archive.answers import Answer, ArticleRow, Headline, UtteranceRow
from index.archive.archive import Archive
from index.archive.settings import ArchiveSettings
from index.store import Skip, Totals

__all__ = [
    "Answer",
    "Archive",
    "ArchiveSettings",
    "ArticleRow",
    "Headline",
    "Skip",
    "Totals",
    "UtteranceRow",
]
