"""The truth in one SQLite file: articles, original bytes, quotations, skips."""

from index.store.connection import require
from index.store.reading import Store
from index.store.records import TAKEN_OUT, FileState, Found, Skip, Totals
from index.store.writing import StoreWriter

__all__ = [
    "TAKEN_OUT",
    "FileState",
    "Found",
    "Skip",
    "Store",
    "StoreWriter",
    "Totals",
    "require",
]
