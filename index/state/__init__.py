"""What one reader keeps, and nobody else sees: marks, notes, searches, corrections."""

from index.state.anchors import Anchor
from index.state.bookmarks import Session
from index.state.correcting import Correction, Corrects
from index.state.errors import StateError, StateLineError
from index.state.notes import Note
from index.state.searches import PastSearch, SavedSearch
from index.state.state import ImportReport, Notebook, State

__all__ = [
    "Anchor",
    "Correction",
    "Corrects",
    "ImportReport",
    "Note",
    "Notebook",
    "PastSearch",
    "SavedSearch",
    "Session",
    "State",
    "StateError",
    "StateLineError",
]
