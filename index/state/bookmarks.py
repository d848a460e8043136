"""Where a reader stopped: the place in each article, and all that was on the screen."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from index.engine import Order
from index.state.entries import Entry, Kind

if TYPE_CHECKING:
    from index.state.entries import Value
    from index.state.marks import Filed
    from index.state.register import Register


@dataclass(frozen=True, slots=True)
class Session:
    """What is to be resumed."""

    query: str = ""
    """Empty when the list showed all articles."""
    order: Order | None = None
    article: str | None = None
    """The one that was open, or that the list stood on."""
    place: int = 0
    """The row of the list."""
    arrangement: str = ""
    """How the page was laid out, in the reader's own words."""


class Bookmarks:
    """Places in articles, and the session."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def place_in(self, article: str) -> int:
        """Give the character that stood at the top when the article was left."""
        entry = self._register.find(Kind.PLACE, article)
        return place_of(entry.value) if entry else 0

    def leave(self, article: Filed, place: int) -> None:
        """Remember the character at the top; the beginning needs no remembering."""
        entry = Entry(Kind.PLACE, article.id, "", article.path, value={"start": place})
        if place or self._register.find(Kind.PLACE, article.id):
            self._register.change([entry])

    def session(self) -> Session | None:
        """Give what was on the screen when the reader left."""
        entry = self._register.find(Kind.SESSION)
        return session_of(entry.value) if entry else None

    def keep(self, session: Session) -> None:
        """Remember what is on the screen."""
        self._register.say(Entry(Kind.SESSION, value=asdict(session)))


def place_of(value: Value) -> int:
    """Read a place in an article."""
    return int(value["start"])


def session_of(value: Value) -> Session:
    """Read a session."""
    order, article = value["order"], value["article"]
    texts = [value["query"], value["arrangement"], *([article] if article else [])]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a session holds texts")
    return Session(
        value["query"],
        Order(order) if order is not None else None,
        article,
        int(value["place"]),
        value["arrangement"],
    )
