"""Completions for shells, written from the outline of the command line."""
