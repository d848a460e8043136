"""The commands that put a mark on articles or take it away: they differ in a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.cli.choosing import chosen, headlines, notebook_of
from tui.cli.outcomes import Exit
from tui.cli.shapes.marks import marking

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from index.archive import Headline
    from index.state import Notebook
    from tui.cli.desk import Desk


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark, and what making it or taking it back is called."""

    mark: str
    """star, read, tag."""
    done: str
    """What is said of the articles: starred."""
    name: str | None = None
    """Of a tag."""
    is_set: bool = True


def put_marks(
    options: Namespace,
    desk: Desk,
    how: Marking,
    make: Callable[[Notebook, list[Headline]], int],
) -> int:
    """Mark the articles that are meant, and say how many were not so marked before."""
    with desk.opened_archive() as archive:
        ids = chosen(archive, options)
        found = list(headlines(archive, ids))
        changed = make(notebook_of(archive), found)
    if options.json:
        desk.put_json(marking(how, found, changed))
    else:
        desk.put(_said(how, len(found), changed))
    return Exit.DONE if found else Exit.NOTHING_FOUND


def _said(how: Marking, count: int, changed: int) -> str:
    from tui.render.characters import shown  # noqa: PLC0415 - not for scripts
    from tui.render.facts import counted  # noqa: PLC0415 - the same

    with_name = f" “{shown(how.name)}”" if how.name else ""
    line = f"{how.done}{with_name}: {counted(changed, 'article')}"
    if count > changed:
        line += f", {count - changed:,} had it so already"
    return line
