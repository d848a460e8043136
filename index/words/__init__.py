"""What counts as a word, and when two words are the same: shared by every engine."""

from index.words.analyser import Analyser
from index.words.folding import fold, written_form
from index.words.passages import Passage, Scope, passages, raw_passages
from index.words.sentences import sentence_around, sentence_starts
from index.words.tokens import find_words, list_words
from index.words.variants import Variants, shipped_variants

__all__ = [
    "Analyser",
    "Passage",
    "Scope",
    "Variants",
    "find_words",
    "fold",
    "list_words",
    "passages",
    "raw_passages",
    "sentence_around",
    "sentence_starts",
    "shipped_variants",
    "written_form",
]
