"""The archive as front ends see it: open, ask, add, check."""

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
