"""Which field of a dump's rows means what: text, title, outlet, dates, authors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_USUAL_NAMES = {
    "text": (
        "text maintext articlebody article_body body content fulltext full_text "
        "article_text article articletext story text_content content_text plain_text "
        "cleaned_text news_text body_text"
    ),
    "title": "title headline head heading article_title name webtitle",
    "outlet": (
        "outlet source publisher publication site site_name source_name newspaper "
        "news_source source_domain media media_name sitename website domain agency"
    ),
    "url": "url link source_url article_url weburl permalink canonical_url uri href",
    "published": (
        "published date_published datepublished published_at publishedat pubdate "
        "pub_date publish_date publication_date publication_datetime "
        "webpublicationdate date date_publish datetime published_date published_time "
        "created created_at date_created timestamp time"
    ),
    "updated": (
        "updated date_modified datemodified modified updated_at updatedat "
        "modified_at last_modified date_modify lastmod modified_time updated_date"
    ),
    "authors": "authors author byline by writer writers creator reporter journalist",
    "id": "id _id uuid article_id articleid guid doc_id docid key",
    "language": "language lang locale inlanguage language_code",
    "section": "section category rubric sectionname section_name desk topic",
}
_TEXT_ENOUGH = 80
"""Characters that a field of article texts has on average, at least."""


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Names of the fields of a dump; None means that it has no such field.

    A dot leads into a field of a field: `source.name`.
    """

    text: str = "text"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: str | None = None
    id: str | None = None
    language: str | None = None
    section: str | None = None


def guess_fields(rows: Iterable[Mapping[str, Any]]) -> FieldMap:
    """Recognise the fields of a dump by the names that the world gives them."""
    sample = list(rows)
    names = {_plain(name): name for row in sample for name in row}
    guessed: dict[str, Any] = {
        kind: _first_known(kind, names, sample) for kind in _USUAL_NAMES
    }
    return FieldMap(**{**guessed, "text": _text_field(names, sample) or "text"})


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(" ", "_")


def _first_known(
    field: str, names: Mapping[str, str], sample: list[Mapping[str, Any]]
) -> str | None:
    for usual in _USUAL_NAMES[field].split():
        name = names.get(usual)
        if name is None or not any(row.get(name) for row in sample):
            continue
        # Some dumps keep an outlet as {"id": …, "name": …}.
        inner = next(row[name] for row in sample if row.get(name))
        if isinstance(inner, Mapping) and "name" in inner:
            return f"{name}.name"
        return name
    return None


def _text_field(
    names: Mapping[str, str], sample: list[Mapping[str, Any]]
) -> str | None:
    """Give the first usual name whose texts are long; failing that, the longest."""
    known = [names[usual] for usual in _USUAL_NAMES["text"].split() if usual in names]
    lengths = {name: _mean_length(name, sample) for name in known}
    long = [name for name in known if lengths[name] >= _TEXT_ENOUGH]
    if long:
        return long[0]
    return max(known, key=lambda name: lengths[name], default=None)


def _mean_length(name: str, sample: list[Mapping[str, Any]]) -> float:
    lengths = [len(row[name]) for row in sample if isinstance(row.get(name), str)]
    return sum(lengths) / max(len(lengths), 1)
