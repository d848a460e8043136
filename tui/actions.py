"""Every action once: its name, its sentence, its keys, and where it works.

Keys, the status line, the help page and the palette all come from this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Place(StrEnum):
    """Where the focus can be."""

    LIST = "list"
    READER = "article"
    QUOTES = "quotes"
    PAGE = "page"
    """Help and other pages that are only read."""
    CHOICES = "choices"
    """Pages of which something is chosen: saved searches, facets."""
    TIMELINE = "timeline"
    """What somebody said, day by day."""
    QUERY = "query line"
    """Where letters are text."""


LIST, READER, QUOTES, PAGE, CHOICES, TIMELINE, QUERY = Place
PANES = frozenset({LIST, READER, QUOTES})
PAGES = frozenset({PAGE, CHOICES, TIMELINE})
"""What lies over the panes."""
READ = PANES | PAGES
EVERYWHERE = frozenset(Place)

KeymapName = Literal["default", "arrows"]


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader can be told to do."""

    id: str
    label: str
    """Two words at most, for the status line."""
    sentence: str
    keys: tuple[str, ...]
    """Characters as typed, or Textual's names of keys; the first one is shown."""
    places: frozenset[Place]
    arrows: tuple[str, ...] = ()
    """Keys of the set that needs no letters."""
    rank: int = 0
    """How early the status line shows it; 0 is never."""


def _in(*places: Place) -> frozenset[Place]:
    return frozenset(places)


ACTIONS: tuple[Action, ...] = (
    # Moving
    Action("down", "down", "Go down one row or line.", ("j", "down"), READ, ("down",)),
    Action("up", "up", "Go up one row or line.", ("k", "up"), READ, ("up",)),
    Action(
        "page_down", "page", "Go down one page.",
        ("space", "pagedown", "ctrl+f"), READ, ("pagedown", "space"),
    ),
    Action(
        "page_up", "page up", "Go up one page.",
        ("b", "pageup"), READ, ("pageup",),
    ),
    Action("half_down", "half page", "Go down half a page.", ("ctrl+d", "d"), READ),
    Action("half_up", "half page up", "Go up half a page.", ("ctrl+u",), READ),
    Action("top", "top", "Go to the beginning.", ("g", "home"), READ, ("home",)),
    Action("bottom", "bottom", "Go to the end.", ("G", "end"), READ, ("end",)),
    # Opening and leaving
    Action(
        "open", "open", "Open, or choose, what the cursor is on.",
        ("enter", "l", "right"), _in(LIST, CHOICES, TIMELINE), ("enter", "right"), 10,
    ),
    Action(
        "open_quote", "quotation", "Go to this quotation among the quotations.",
        ("enter", "l", "right"), _in(READER), ("enter", "right"),
    ),
    Action(
        "show_quote", "show", "Show the quotation in the text.",
        ("enter", "l", "right"), _in(QUOTES), ("enter", "right"), 10,
    ),
    Action(
        "back", "back", "Go back: to the list, to the page before, out of a search.",
        ("q", "escape", "h", "left"), READ, ("escape", "left"), 70,
    ),
    # Panes
    Action(
        "next_pane", "pane", "Go to the next pane.",
        ("tab",), PANES, ("tab",), 60,
    ),
    Action("previous_pane", "pane back", "Go to the pane before.",
           ("shift+tab",), PANES, ("shift+tab",)),
    Action("list", "list", "Go to the list.", ("1",), PANES, ("1",)),
    Action("reader", "article", "Go to the article.", ("2",), PANES, ("2",)),
    Action("quotes", "quotes", "Go to the quotations.", ("3",), PANES, ("3",), 55),
    Action("zoom", "zoom", "Give the pane the whole screen, or take it back.",
           ("z",), PANES, ("+",), 50),
    Action("jump", "jump", "Label all that can be gone to, and go where you type.",
           ("f",), PANES, ("0",), 38),
    # Searching
    Action("search", "search", "Search the archive.", ("/",), _in(LIST), ("/",), 20),
    Action("find", "find", "Find words in this article.",
           ("/",), _in(READER), ("/",), 20),
    Action("find_quote", "find", "Find words in the quotations of this article.",
           ("/",), _in(QUOTES), ("/",), 20),
    Action("find_here", "find", "Find words on this page.",
           ("/",), PAGES, ("/",), 20),
    Action("narrow", "narrow", "Search within the present result.",
           ("\\",), PANES, ("\\",), 45),
    Action("next_hit", "hit", "Go to the next hit; in the list, to the next row.",
           ("n",), READ, (">",), 30),
    Action("previous_hit", "hit back", "Go to the hit before.", ("N",), READ, ("<",)),
    Action("sort", "sort", "Change the order.", ("S",), _in(LIST, QUOTES), ("%",), 40),
    # Reading
    Action("next_quote", "quote", "Go to the next quotation.",
           ("}",), _in(READER), ("}",), 25),
    Action("previous_quote", "quote back", "Go to the quotation before.",
           ("{",), _in(READER), ("{",)),
    Action("next_speaker", "speaker", "Go to the next speaker.",
           ("}",), _in(QUOTES), ("}",), 25),
    Action("previous_speaker", "speaker back", "Go to the speaker before.",
           ("{",), _in(QUOTES), ("{",)),
    Action("next_article", "article", "Go on to the next article of this list.",
           ("J",), _in(READER, QUOTES), ("]",), 35),
    Action("previous_article", "article back", "Go back to the article before it.",
           ("K",), _in(READER, QUOTES), ("[",)),
    Action("speaker", "speaker", "Search all that this speaker says in the archive.",
           ("w",), _in(READER, QUOTES), ("*",), 40),
    Action("pick_speaker", "speaker", "Pick a speaker, and search all they say.",
           ("w",), _in(LIST), ("*",), 40),
    Action("info", "info", "Show where each field of the article was read.",
           ("i",), PANES, ("=",), 65),
    Action("copy", "copy", "Copy the quotation or the row, with its citation.",
           ("y",), PANES, (".",), 45),
    Action("copy_passage", "copy page", "Copy the passage in sight, with its citation.",
           ("Y",), _in(READER), ("&",)),
    Action("earlier", "earlier", "Go back to the place before this one.",
           ("backspace", "H"), PANES, ("backspace", "(")),
    Action("later", "later", "Go forward again to the place come back from.",
           ("L",), PANES, (")",)),
    # The reader's own marks
    Action("unread", "unread", "Turn read into unread, and back.",
           ("u",), PANES, ("-",)),
    Action("all_read", "all read", "Mark all that the list shows as read; asks once.",
           ("A",), _in(LIST), ("_",)),
    Action("star", "star", "Give the article a star, or take it.",
           ("*",), PANES, ("!",), 42),
    Action("tag", "tag", "Give the article a tag; -tag takes one away.",
           ("t",), PANES, (",",), 43),
    Action("note", "note", "Write a note on the quotation, the passage or the article.",
           ("a",), PANES, ('"',), 44),
    Action("save", "save", "Save the query that stands under a name.",
           ("B",), PANES, ("@",)),
    Action("saved", "saved", "Choose from the saved searches; shows what is new.",
           ("'",), PANES, ("'",), 48),
    Action("correct", "correct", "Say who spoke; an empty line means nobody knows.",
           ("x",), PANES, ("~",), 46),
    Action("amend", "amend",
           "Put right title, outlet or date, or make two names one.",
           ("E",), PANES, ("ctrl+t",)),
    Action("uncorrect", "uncorrect",
           "Take back the last correction, or that of this speaker.",
           ("X",), PANES, ("^",)),
    # Looking over many articles
    Action("facets", "facets", "Count the result by outlet, date and speaker; narrow.",
           ("F",), PANES, ("$",), 47),
    Action("months", "timeline", "Count the result month by month; narrow.",
           ("T",), _in(LIST), (";",), 47),
    Action("timeline", "timeline", "Show what this speaker said, day by day.",
           ("T",), _in(READER, QUOTES), (";",), 47),
    Action("all_dates", "dates", "Show all dates, or those of the search again.",
           ("T",), _in(TIMELINE), (";",), 47),
    Action("names", "names", "Show all names that this timeline is about.",
           ("i",), _in(TIMELINE), ("=",), 48),
    # Handing on
    Action("browse", "browse", "Open the article’s URL in $BROWSER, or say it.",
           ("o",), PANES, ("`",)),
    Action("original", "original", "Show the original file in $PAGER.",
           ("v",), PANES, ("ctrl+o",)),
    Action("pipe", "pipe", "Give the article’s text to a command.",
           ("|",), PANES, ("|",)),
    Action("export", "export", "Write the present result to a file.",
           ("e",), PANES, ("ctrl+e",)),
    # In the query line
    Action("commit", "go", "Mean the whole words, and go to what was found.",
           ("enter",), _in(QUERY), ("enter",), 10),
    Action("leave", "leave", "Leave the line as if nothing had been typed.",
           ("escape",), _in(QUERY), ("escape",), 20),
    Action("complete", "complete", "Take the name that is offered.",
           ("tab",), _in(QUERY), ("tab",), 15),
    Action("recall", "earlier", "Take up an earlier query of this session.",
           ("up", "down"), _in(QUERY), ("up", "down"), 30),
    # The rest
    Action("theme", "theme", "Draw the page in other colours.",
           ("#",), PANES, ("#",)),
    Action("reopen", "reopen", "Read the archive again, with what is new in it.",
           ("ctrl+r",), PANES, ("ctrl+r",)),
    Action("redraw", "redraw", "Draw the screen again.", ("ctrl+l",), EVERYWHERE,
           ("ctrl+l",)),
    Action("palette", "commands", "Choose from all commands by name.",
           (":", "ctrl+p"), PANES, (":", "ctrl+p")),
    Action("help", "keys", "Show the keys that work here.", ("?",), READ, ("?",), 80),
    Action("suspend", "suspend", "Go back to the shell; fg returns.",
           ("ctrl+z",), EVERYWHERE, ("ctrl+z",)),
    Action("quit", "quit", "Leave quoth.", ("Q",), READ, ("ctrl+x",), 90),
    Action("interrupt", "interrupt", "Leave quoth at once.",
           ("ctrl+c",), EVERYWHERE, ("ctrl+c",)),
)  # fmt: skip

BY_ID = {action.id: action for action in ACTIONS}

LEFT_ALONE = frozenset({"ctrl+s", "ctrl+q", "ctrl+a", "ctrl+b"})
"""Keys that terminals, screen and tmux keep for themselves."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys do what, where."""

    name: KeymapName
    keys: Mapping[str, tuple[str, ...]]
    """The keys of each action, by its id."""
    _table: Mapping[tuple[Place, str], Action]

    def action(self, place: Place, key: str) -> Action | None:
        """Give what a key does in a place."""
        return self._table.get((place, key))

    def key_of(self, action: Action) -> str:
        """Give the key to show for an action; "" when it has none."""
        return shown_key(next(iter(self.keys[action.id]), ""))

    def hints(
        self, place: Place, without: frozenset[str] = frozenset()
    ) -> list[tuple[str, str]]:
        """Give keys and labels for the status line, the most useful first."""
        here = [
            a for a in ACTIONS if a.rank and place in a.places and a.id not in without
        ]
        here.sort(key=lambda action: action.rank)
        return [(key, a.label) for a in here if (key := self.key_of(a))]


def keymap(
    name: KeymapName = "default", changes: Mapping[str, Iterable[str]] | None = None
) -> Keymap:
    """Give one of the ready sets, with some actions' keys changed."""
    changed = {id_: tuple(keys) for id_, keys in (changes or {}).items()}
    keys = {
        a.id: changed.get(a.id, a.keys if name == "default" else a.arrows)
        for a in ACTIONS
    }
    table: dict[tuple[Place, str], Action] = {}
    for action in ACTIONS:
        for key in keys[action.id]:
            for place in action.places:
                table.setdefault((place, key), action)
    return Keymap(name, keys, table)


def conflicts(
    changes: Mapping[str, Iterable[str]], name: KeymapName = "default"
) -> list[str]:
    """Give a sentence for everything that is wrong with changed keys."""
    found = [
        f"There is no action {id_!r} to give a key."
        for id_ in changes
        if id_ not in BY_ID
    ]
    made = keymap(name, changes)
    holders: dict[tuple[Place, str], str] = {}
    for action in ACTIONS:
        for key in made.keys[action.id]:
            if key in LEFT_ALONE:
                found.append(f"{key} belongs to the terminal, not to {action.id!r}.")
            for place in sorted(action.places):
                other = holders.setdefault((place, key), action.id)
                if other != action.id:
                    both = f"{other!r} and {action.id!r}"
                    found.append(f"{key} would do both {both} in the {place}.")
    return found


_SHOWN = {
    "enter": "⏎", "escape": "Esc", "space": "Space", "tab": "Tab",
    "shift+tab": "Shift+Tab", "pagedown": "PgDn", "pageup": "PgUp",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End",
    "backspace": "Backspace",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Give a key as people read it: Ctrl+R, PgDn, /."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    return _SHOWN.get(key, key)
