"""Quotations: every one in an article found, and its speaker named."""

from index.quotes.extraction import extract

__all__ = ["extract"]
