"""What one reader keeps, and nobody else sees: marks, notes, searches, corrections.

Its values are imported from their own modules, since a search must not wait for all.
"""

from index.state.errors import StateError, StateLineError
from index.state.state import ImportReport, Notebook, State

__all__ = ["ImportReport", "Notebook", "State", "StateError", "StateLineError"]
