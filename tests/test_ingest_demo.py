"""The demo's deliberately awkward articles: every field right, or unknown."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from index.ingest import Row, find_files, is_dump, read_bytes, read_row, read_text, rows
from index.model import SEARCHED_ZONES

if TYPE_CHECKING:
    from index.model import Article

_HERE = Path(__file__).parent
_ARTICLES = _HERE.parent / "tui" / "demo" / "articles"
_FACTS = _HERE / "demo_facts.json"

if not _FACTS.exists() or not _ARTICLES.is_dir():
    pytest.skip("the demo's articles are not here", allow_module_level=True)

FACTS: list[dict[str, Any]] = json.loads(_FACTS.read_text("utf-8"))
NAMES = [f"{fact['file']}#{fact.get('id', '')}".strip("#") for fact in FACTS]


@cache
def demo() -> dict[str, Article]:
    found: dict[str, Article] = {}
    for path in find_files([_ARTICLES]):
        assert isinstance(path, Path)
        if not is_dump(path):
            found[path.name] = read_text(read_bytes(path), path.name, added="2031")
            continue
        with path.open("rb") as stream:
            for row in rows(stream, path.name):
                assert isinstance(row, Row)
                found[row.path] = read_row(row, added="2031")
    return found


def fields(article: Article) -> dict[str, Any]:
    def day(date: Any) -> str | None:
        return None if date is None else date.value[:10]

    title, outlet = article.title, article.outlet
    return {
        "title": None if title is None or article.title_made_up else title.value,
        "outlet": None if outlet is None else outlet.value,
        "authors": [author.value for author in article.authors],
        "published": day(article.published),
        "updated": day(article.updated),
    }


def test_every_article_of_the_demo_has_its_facts() -> None:
    assert set(demo()) == set(NAMES)


@pytest.mark.parametrize(
    ("fact", "name"), list(zip(FACTS, NAMES, strict=True)), ids=NAMES
)
def test_every_field_of_a_demo_article_is_right(
    fact: dict[str, Any], name: str
) -> None:
    read = fields(demo()[name])

    assert read == {field: fact[field] for field in read}


@pytest.mark.parametrize(
    ("fact", "name"), list(zip(FACTS, NAMES, strict=True)), ids=NAMES
)
def test_every_quotation_of_the_demo_lies_in_the_story(
    fact: dict[str, Any], name: str
) -> None:
    article = demo()[name]
    # Headlines quote too.
    zones = [zone for zone in article.zones if zone.kind in SEARCHED_ZONES]

    for quote in fact.get("utterances", []):
        end = quote["start"] + len(quote["text"])
        assert any(z.start <= quote["start"] < end <= z.end for z in zones), quote
