"""Count what an answer consists of: its outlets, dates, speakers and tags.

Facts are read in one pass, without texts. Each count is that of the rows to which its
query leads; for names that longer ones hold, the index is asked for it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from index.archive.folders import holds, words_of
from index.archive.narrowing import said_within, within
from index.archive.surnames import by_name
from index.errors import QueryError
from index.model import Certainty
from index.store.connection import sentences
from index.store.packing import facts_as_written
from index.words import list_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from index.archive.answers import Answer
    from index.archive.archive import Archive

Kind: TypeAlias = Literal["outlets", "speakers"]
"""What can be too much to be counted at once."""
_Hit: TypeAlias = tuple[str, int | None]
"""An article, and of a quotation the number."""
_MONTH = len("2031-03")
_YEAR = len("2031")


class Share(NamedTuple):
    """One value, and how many rows the query finds that narrows to it."""

    value: str
    rows: int
    query: str
    own: int
    """Rows that have this very value; others have a longer name that holds it."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What an answer consists of; speakers are counted by quotations, in any answer."""

    total: int
    undated: int
    """Rows that stand in no year."""
    years: tuple[Share, ...]
    """In order of time."""
    months: tuple[Share, ...]
    outlets: tuple[Share, ...] = ()
    """The most frequent ones first, as those of speakers and tags."""
    outlets_in_all: int = 0
    speakers: tuple[Share, ...] = ()
    speakers_in_all: int = 0
    tags: tuple[Share, ...] = ()
    """The reader's own."""


class _Fact(NamedTuple):
    outlet: str | None
    date: str | None


def count_facets(
    archive: Archive, answer: Answer | None, text: str = "", most: int = 12
) -> Facets:
    """Count over an answer, or over all articles; slow where there are many.

    `text` is the query as it was typed, which is narrowed. Of outlets and speakers the
    most frequent are given.
    """
    text = text or (answer.text if answer else "")
    beside = partial(within, archive, text)
    hits = _hits(archive, answer)
    ids = list(dict.fromkeys(id_ for id_, _ in hits))
    facts = _facts(archive, ids)
    outlets = _outlets(hits, facts)
    whole = answer is None or answer.kind == "articles"
    speakers = _speakers(archive, ids, None if whole else frozenset(hits))
    said = partial(said_within, archive, text) if whole else beside
    return replace(
        _by_date(hits, facts, beside),
        outlets=_found(archive, _most(outlets, most), _of_outlet, beside),
        outlets_in_all=_askable(outlets),
        speakers=_found(archive, _most(speakers, most), by_name, said),
        speakers_in_all=_askable(speakers),
        tags=_found(archive, _tags(archive, hits), _of_tag, beside),
    )


def count_all(
    archive: Archive, answer: Answer | None, text: str = "", *, of: Kind
) -> tuple[Share, ...]:
    """Count every outlet, or every speaker, the most frequent first.

    The index is not asked: in names, a name is looked for as it would look.
    """
    text = text or (answer.text if answer else "")
    hits = _hits(archive, answer)
    ids = list(dict.fromkeys(id_ for id_, _ in hits))
    whole = answer is None or answer.kind == "articles"
    if of == "outlets":
        counts, asking = _outlets(hits, _facts(archive, ids)), _of_outlet
        beside = within(archive, text, "")
    else:
        counts = _speakers(archive, ids, None if whole else frozenset(hits))
        asking = by_name
        beside = (said_within if whole else within)(archive, text, "")
    shares = [
        Share(name, rows, f"{beside}{asking(name)}", counts[name])
        for name, rows in _rows_of_names(archive, counts)
    ]
    shares.sort(key=lambda share: (-share.rows, -share.own, share.value))
    return tuple(shares)


def _rows_of_names(archive: Archive, counts: Counter[str]) -> Iterator[tuple[str, int]]:
    """Yield each name that can be asked for, with all whose names hold it."""
    keys = archive.analyser.names
    words = {name: words_of(name, keys) for name in counts if list_words(name)}
    near: dict[str, list[str]] = defaultdict(list)
    for name, own in words.items():
        for word in set(own):
            near[word].append(name)
    for name, own in words.items():
        # Whoever holds all the words has the rarest of them.
        candidates = min((near[word] for word in own), key=len)
        yield name, sum(counts[it] for it in candidates if holds(words[it], own))


def _outlets(hits: Sequence[_Hit], facts: Mapping[str, _Fact]) -> Counter[str]:
    known = (facts[id_].outlet for id_, _ in hits if id_ in facts)
    return Counter(outlet for outlet in known if outlet)


def count_dates(archive: Archive, answer: Answer | None, text: str = "") -> Facets:
    """Count years and months over an answer, or over all articles."""
    hits = _hits(archive, answer)
    facts = _facts(archive, list(dict.fromkeys(id_ for id_, _ in hits)))
    text = text or (answer.text if answer else "")
    return _by_date(hits, facts, partial(within, archive, text))


def _hits(archive: Archive, answer: Answer | None) -> list[_Hit]:
    if answer is None:
        return [(id_, None) for id_ in archive.store.live_ids()]
    return [(h.article, h.quote) for h in archive.hits(answer, 0, answer.total)]


def _by_date(
    hits: Sequence[_Hit], facts: Mapping[str, _Fact], beside: Callable[[str], str]
) -> Facets:
    known = [facts[id_].date for id_, _ in hits if id_ in facts]
    dates = [date for date in known if date]
    months = Counter(date[:_MONTH] for date in dates if len(date) >= _MONTH)
    return Facets(
        total=len(hits),
        undated=len(hits) - len(dates),
        years=_dated(Counter(date[:_YEAR] for date in dates), beside),
        months=_dated(months, beside),
    )


def _askable(names: Iterable[str]) -> int:
    """Count the names that have a word which could be asked for."""
    return sum(bool(list_words(name)) for name in names)


def _most(counts: Counter[str], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda it: (-it[1], it[0]))[:most]


def _found(
    archive: Archive,
    counts: Iterable[tuple[str, int]],
    asking: Callable[[str], str],
    beside: Callable[[str], str],
) -> tuple[Share, ...]:
    """Ask the index how many rows each value leads to; the most come first."""
    shares = []
    for value, own in counts:
        # A name may have no word that could be asked for.
        with suppress(QueryError):
            query = beside(asking(value))
            shares.append(Share(value, archive.answer(query).total, query, own))
    shares.sort(key=lambda share: (-share.rows, -share.own, share.value))
    return tuple(share for share in shares if share.rows)


def _of_outlet(name: str) -> str:
    return f'outlet:"{name.replace(chr(34), " ")}"'


def _of_tag(tag: str) -> str:
    return f'tag:"{tag.replace(chr(34), " ")}"'


def _dated(counts: Counter[str], beside: Callable[[str], str]) -> tuple[Share, ...]:
    return tuple(
        Share(value, count, beside(f"date:{value}"), count)
        for value, count in sorted(counts.items())
    )


def _tags(archive: Archive, hits: Sequence[_Hit]) -> list[tuple[str, int]]:
    """Count the reader's own tags on the rows."""
    if archive.notebook is None:
        return []
    rows = Counter(id_ for id_, _ in hits)
    tags = archive.notebook.marks.tags()
    counts = {tag: sum(rows[id_] for id_ in tags[tag]) for tag in tags}
    return [(tag, count) for tag, count in counts.items() if count]


def _facts(archive: Archive, ids: Sequence[str]) -> dict[str, _Fact]:
    """Read outlet and best date of each article, as corrected."""
    rows = _rows(
        archive,
        "SELECT id, facts FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        ids,
    )
    found = {id_: _fact(packed) for id_, packed in rows}
    concerned = {one.article for one in archive.corrections() if not one.undone}
    for headline in archive.headlines(sorted(concerned & found.keys())):
        date = headline.date.value if headline.date else None
        found[headline.id] = _Fact(headline.outlet, date)
    return found


def _fact(packed: bytes) -> _Fact:
    """Read two of the facts; reading all would take ten times as long."""
    facts = facts_as_written(packed)
    dates = [known for name in _DATES if (known := _read_fact(facts, name))]
    # As `Article.date` has it: what is stated goes before what is proposed.
    dates.sort(key=lambda known: known[1] != Certainty.STATED)
    outlet = _read_fact(facts, "outlet")
    return _Fact(outlet[0] if outlet else None, dates[0][0] if dates else None)


_DATES = ("published", "updated", "event")
_decode = json.JSONDecoder().raw_decode


def _read_fact(facts: str, name: str) -> list[str] | None:
    """Read a finding or a date: its value comes first, how sure it is second."""
    # No text can hold this key: the marks within one are written with a stroke.
    key = f'"{name}":'
    value: list[str] | None = _decode(facts, facts.index(key) + len(key))[0]
    return value


def _speakers(
    archive: Archive, ids: Sequence[str], only: frozenset[_Hit] | None
) -> Counter[str]:
    """Count who speaks in articles, or in some quotations of them, as corrected."""
    from index.state.correcting import Corrects, in_force  # noqa: PLC0415 - start-up

    corrigenda = in_force(archive.corrections())
    amended = corrigenda.of(Corrects.SPEAKER).intersection(ids)
    rest = [id_ for id_ in ids if id_ not in amended] if amended else ids
    counts: Counter[str] = Counter()
    if only is None:
        said = _rows(archive, _TALLIES, rest)
    else:
        rows = _rows(archive, _SAID, rest)
        said = [(name, 1) for id_, number, name in rows if (id_, number) in only]
    for clipping in archive.clippings(sorted(amended)):
        for number, quote in enumerate(clipping.quotes):
            if quote.speaker and (
                only is None or (clipping.article.id, number) in only
            ):
                said.append((quote.speaker, 1))
    for name, count in said:
        counts[corrigenda.name_of(name) or name] += count
    return counts


_TALLIES = """
WITH said AS (
    SELECT speaker, count(*) AS count FROM articles JOIN quotes ON article = ordinal
    WHERE id IN (SELECT value FROM json_each(?)) AND speaker IS NOT NULL
    GROUP BY speaker
)
SELECT name, count FROM said JOIN names ON number = speaker
"""
_SAID = """
SELECT id, quotes.number, name
FROM articles JOIN quotes ON article = ordinal JOIN names ON names.number = speaker
WHERE id IN (SELECT value FROM json_each(?))
"""


def _rows(archive: Archive, query: str, ids: Iterable[str]) -> list[Any]:
    with sentences(archive.folder):
        listed = json.dumps(list(ids))
        return archive.store.connection.execute(query, [listed]).fetchall()
