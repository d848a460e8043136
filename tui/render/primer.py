"""The query language in a dozen lines, for the help page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.render.line import Piece
    from tui.themes import Palette

EXAMPLES = (
    ("border treaty", "both words, any ending, any spelling of a name"),
    ('"red line"', "these words side by side"),
    ("(strike | closure)", "one or the other"),
    ("treaty -water", "without a word"),
    ("minist*  kiev~", "a beginning; a word spelt nearly so"),
    ("=US", "exactly this form"),
    ("border ~5 closed", "within five words of each other"),
    ("title:ferry  outlet:wire", "in a field"),
    ("date:2031-03..2031-06", "between dates; also before: and after:"),
    ("by:marek", "what somebody said"),
    ('by:marek "closed border"', "these words, said by her"),
    ("about:customs", "what was said about something"),
    ("kind:direct  neg:yes", "word for word; with a not in it"),
    ("in:raw newsletter", "captions and boilerplate too"),
)


def primer(palette: Palette) -> list[list[Piece]]:
    """Give the lines of the primer."""
    heading: list[Piece] = [("   What the query line takes", palette.title)]
    rows: list[list[Piece]] = [
        [(f"   {example:<27}", palette.accent), (meaning, palette.text)]
        for example, meaning in EXAMPLES
    ]
    return [[], heading, [], *rows]
