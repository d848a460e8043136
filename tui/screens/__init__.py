"""Whole pages of the terminal; they ask the archive and tell their widgets."""
