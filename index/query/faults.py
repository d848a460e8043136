"""What the parts of the parser raise among themselves: a sentence and its place."""

from __future__ import annotations


class FaultError(Exception):
    """Something that cannot be read; `parse` turns it into a QueryError."""

    def __init__(self, sentence: str, at: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.at = at
