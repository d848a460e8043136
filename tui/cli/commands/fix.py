"""`fix`: put right who spoke, a title, an outlet, a date, a name; and undo it."""

from __future__ import annotations

import getpass
import re
from typing import TYPE_CHECKING

from index.errors import NotFoundError
from tui.cli.choosing import notebook_of
from tui.cli.commands.add import add_waiting
from tui.cli.outcomes import Exit, UsageError
from tui.cli.shapes.marks import correction as shape_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from index.archive import Archive
    from index.model import Clipping
    from index.state import Notebook
    from index.state.correcting import Correction, Corrigenda
    from tui.cli.desk import Desk
    from tui.cli.parser import Parser

UNKNOWN = "unknown"
"""The word by which a value is said to be known to nobody."""

_WAYS = {
    "speaker": "ARTICLE:START NAME",
    "title": "ARTICLE TITLE",
    "outlet": "ARTICLE NAME",
    "date": "ARTICLE DATE",
    "alias": "NAME WHAT-IT-STANDS-FOR",
    "undo": "CORRECTION",
    "list": "",
    "publish": "",
}
_LOST = " (has lost its place: holds for no quotation)"
_KINDS = ("person", "organisation")
_DATES = ("published", "updated", "event")


def add_options(parser: Parser) -> None:
    """Name the words and options."""
    add = parser.add_argument
    add("what", choices=tuple(_WAYS), help="what to put right, or to do")
    add("words", nargs="*", metavar="WORD", help="ARTICLE[:START] and the right value")
    add("--kind", choices=_KINDS, help="speaker: what speaks")
    add("--of", choices=_DATES, default="published", help="date: which one")
    add("--all", action="store_true", help="list: those undone too")
    add_waiting(parser)
    add("--json", action="store_true", help="one JSON document")


def run(options: Namespace, desk: Desk) -> int:
    """Do what is wanted."""
    from index.state.correcting import in_force  # noqa: PLC0415 - not for --help

    if options.what == "publish":
        return _publish(options, desk)
    with desk.opened_archive() as archive:
        notebook = notebook_of(archive)
        if options.what == "list":
            made: Sequence[Correction] = _listed(archive, options)
        elif options.what == "undo":
            made = [_undone(archive, notebook, options)]
        else:
            made = [_fixed(archive, notebook, options)]
        published = {one.id for one in archive.published()}
        also = {} if options.json else {one.id: _also(archive, one) for one in made}
        aliases = in_force(archive.corrections())
    if options.json:
        shapes = [shape_of(one, published=one.id in published) for one in made]
        desk.put_json({"corrections": shapes})
    else:
        for one in made:
            said = _said(one, also[one.id], aliases, is_published=one.id in published)
            desk.put(said)
    return Exit.DONE if made else Exit.NOTHING_FOUND


def _fixed(archive: Archive, notebook: Notebook, options: Namespace) -> Correction:
    subject, value = _words(options)
    corrections, who = notebook.corrections, _who()
    known = None if value == UNKNOWN else value
    match options.what:
        case "alias":
            from index.state.amending import refuse_circle  # noqa: PLC0415 - not for --help

            refuse_circle(archive.corrections(), subject, value)
            return corrections.alias(subject, value, who=who)
        case "title":
            return corrections.title(archive.clipping(subject).article, value, who=who)
        case "outlet":
            article = archive.clipping(subject).article
            return corrections.outlet(article, known, who=who)
        case "date":
            from index.state.correcting import Corrects  # noqa: PLC0415 - not for --help

            article, of = archive.clipping(subject).article, Corrects(options.of)
            return corrections.date(article, known, who=who, of=of)
        case _:
            return _speaker(archive, notebook, subject, known, options)


def _speaker(
    archive: Archive,
    notebook: Notebook,
    place: str,
    name: str | None,
    options: Namespace,
) -> Correction:
    from index.model import SpeakerKind  # noqa: PLC0415 - not for --help

    clipping, number = _quotation(archive, place)
    kind = SpeakerKind(options.kind) if options.kind else None
    return notebook.corrections.speaker(clipping, number, name, who=_who(), kind=kind)


def _quotation(archive: Archive, place: str) -> tuple[Clipping, int]:
    """Read ARTICLE:START, as answers show it."""
    found = re.fullmatch(r"(.+):([0-9]+)", place)
    if found is None:
        raise UsageError(
            "Name a quotation as ARTICLE:START, as quoth quotes and search show it."
        )
    clipping = archive.clipping(found[1])
    for number, quote in enumerate(clipping.quotes):
        if quote.start == int(found[2]):
            return clipping, number
    raise NotFoundError(f"No quotation of {found[1]} begins at character {found[2]}.")


def _words(options: Namespace) -> tuple[str, str]:
    """Give what is put right, and the right value: all words after it."""
    subject, *rest = [*options.words, ""][:1] + options.words[1:]
    value = " ".join(rest).strip()
    if not subject or not value:
        raise UsageError(f"Write quoth fix {options.what} {_WAYS[options.what]}.")
    if options.what == "alias" and len(rest) != 1:
        raise UsageError('Put both names in marks: quoth fix alias "A B" "C D".')
    return subject, value


def _listed(archive: Archive, options: Namespace) -> list[Correction]:
    return [one for one in archive.corrections() if options.all or not one.undone]


def _undone(archive: Archive, notebook: Notebook, options: Namespace) -> Correction:
    if len(options.words) != 1:
        raise UsageError('Name one correction, as "quoth fix list" shows it.')
    (id_,) = options.words
    known = {one.id: one for one in archive.published()}
    return notebook.corrections.undo(id_, known.get(id_))


def _publish(options: Namespace, desk: Desk) -> int:
    from contextlib import closing  # noqa: PLC0415 - not for --help

    from index.archive.publishing import publish  # noqa: PLC0415 - the same
    from index.archive.reports import AddOptions  # noqa: PLC0415 - the same
    from index.state import State  # noqa: PLC0415 - the same
    from tui.places import state_file  # noqa: PLC0415 - the same

    with closing(State(state_file())) as state:
        count = publish(desk.folder, state, AddOptions(wait_s=options.wait))
    if options.json:
        desk.put_json({"published": count})
    else:
        from tui.render.facts import counted  # noqa: PLC0415 - not for scripts

        desk.put(f"published {counted(count, 'correction')}")
    return Exit.DONE


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return UNKNOWN


def _also(archive: Archive, made: Correction) -> str:
    """Say what else a correction is about, or that its words are not found again."""
    from index.state.correcting import spoken_at  # noqa: PLC0415 - not for --help
    from tui.render.amends import reach  # noqa: PLC0415 - not for scripts

    if not made.anchor:
        return ""
    try:
        clipping = archive.clipping(made.article)
    except NotFoundError:
        return ""
    return reach(clipping, made) if spoken_at(clipping, made) else _LOST


def _redirected(made: Correction, aliases: Corrigenda) -> str:
    """Say by which other name a speaker is shown, where an alias has it so."""
    name = aliases.name_of(made.value)
    if made.undone or made.corrects != "speaker" or name == made.value:
        return ""
    return f", which an alias shows as {name}"


def _said(
    made: Correction, also: str, aliases: Corrigenda, *, is_published: bool
) -> str:
    from tui.render.characters import shown  # noqa: PLC0415 - not for scripts

    words = f" of “{made.anchor.words}”{also}" if made.anchor else ""
    change = f"{made.old or UNKNOWN} → {made.value or UNKNOWN}"
    change += _redirected(made, aliases)
    state = "undone, " if made.undone else "published, " if is_published else ""
    when = made.made.date().isoformat()
    place = f"  {made.article}" if made.article else ""
    line = f"{made.id}  {made.corrects}{words}: {change}  ({state}{made.who}, {when})"
    return shown(line + place)
