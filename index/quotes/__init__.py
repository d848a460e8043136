"""Quotations: every one in an article found, and its speaker named."""

from index.quotes.extract import extract

__all__ = ["extract"]
