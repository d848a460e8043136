"""What the fields of a dump's row say of an article, set above what its text says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from index.ingest.head_lines import Card
from index.ingest.stated_dates import stated_date
from index.model import Certainty, Finding
from index.originals import value_at, whole

if TYPE_CHECKING:
    from index.ingest.dump import Row
    from index.ingest.metadata import Imprint
    from index.model import NewsDate

_BY = re.compile(r"\s*by\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;|]|\band\b|&)\s*")


def card_of(row: Row) -> Card:
    """Give what the layout of the text may be recognised by."""
    return Card(
        title=_line(_value(row, row.fields.title)),
        outlet=_line(_value(row, row.fields.outlet)),
        authors=_names(_value(row, row.fields.authors)),
    )


def with_fields(imprint: Imprint, row: Row) -> Imprint:
    """Give the imprint with everything that the row states for itself."""
    fields, card = row.fields, card_of(row)
    authors = tuple(_stated(name, fields.authors) for name in card.authors)
    section = _line(_value(row, fields.section))
    return replace(
        imprint,
        title=_stated(card.title, fields.title) if card.title else imprint.title,
        outlet=_stated(card.outlet, fields.outlet) if card.outlet else imprint.outlet,
        authors=authors or imprint.authors,
        section=_stated(section, fields.section) if section else imprint.section,
        url=_line(_value(row, fields.url)) or imprint.url,
        published=_date(row, fields.published, imprint.published),
        updated=_date(row, fields.updated, imprint.updated),
        language=_line(_value(row, fields.language)) or imprint.language,
    )


def _value(row: Row, name: str | None) -> Any:  # noqa: ANN401
    return value_at(row.values, name)


def _stated(value: str, name: str | None) -> Finding:
    return Finding(value, Certainty.STATED, f"metadata:{name}")


def _date(row: Row, name: str | None, in_text: NewsDate | None) -> NewsDate | None:
    """Give the date of a field; one that cannot be read is not replaced by a guess."""
    value = _value(row, name)
    if name is None or value is None or value == "":
        return in_text
    return stated_date(value, name)


def _names(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Give the authors in a field: a list, a line of names, or objects with names."""
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return tuple(dict.fromkeys(n for item in value for n in _names(item)))
    line = _line(value)
    if line is None or not isinstance(value, str):
        return ()
    opening = _BY.match(line)
    names = _BETWEEN_NAMES.split(line[opening.end() :] if opening else line)
    return tuple(dict.fromkeys(name for name in names if name))


def _line(value: Any) -> str | None:  # noqa: ANN401
    """Give what a field says as one line; None if it says nothing."""
    if isinstance(value, dict):
        return _line(value.get("name"))
    if isinstance(value, list):
        return _line(value[0]) if value else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(whole(str(value)).split()) or None
