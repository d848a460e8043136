"""The truth in one SQLite file: articles, original bytes, quotations, skips."""

from index.store.connection import require
from index.store.reading import Store
from index.store.records import FileState, Found, Skip, Totals
from index.store.writing import StoreWriter

__all__ = ["FileState", "Found", "Skip", "Store", "StoreWriter", "Totals", "require"]
