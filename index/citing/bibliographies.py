"""Citations for bibliographies: BibTeX, RIS, and the JSON of citation processors."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from index.citing.words import in_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.citing.citation import Citation

_COMMANDS = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces even behind a backslash, so none may stand alone.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "%&#$_"},
}
_OBEYED = re.compile("[" + re.escape("".join(_COMMANDS)) + "]")


def as_bibtex(citation: Citation) -> str:
    """Write an entry of BibTeX or BibLaTeX; without a stated date it has no year."""
    key = f"quoth-{citation.article.id}-{citation.span.start}-{citation.span.end}"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex(citation))
    return f"@article{{{key},\n{fields}}}\n"


def as_ris(citation: Citation) -> str:
    """Write a record of RIS, as reference managers import it."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _ris(citation))


def as_csl(citation: Citation) -> str:
    """Write CSL-JSON: a list of one item, as citation processors read it."""
    return json.dumps([_csl(citation)], ensure_ascii=False, indent=2) + "\n"


def bibtex_words(words: str) -> str:
    """Give a text as it stands in a field of BibTeX."""
    return _OBEYED.sub(lambda found: _COMMANDS[found[0]], in_line(words))


def ris_words(words: str) -> str:
    """Give a text as it stands in RIS: on one line."""
    return in_line(words)


def _bibtex(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.title:
        # The second pair of braces keeps capitals as they are.
        yield "title", f"{{{bibtex_words(citation.title)}}}"
    if citation.authors:
        yield "author", " and ".join(f"{{{bibtex_words(a)}}}" for a in citation.authors)
    if citation.outlet:
        yield "journal", bibtex_words(citation.outlet)
    if citation.issued:
        yield "date", citation.issued[:10]
        yield from zip(("year", "month"), citation.issued[:7].split("-"), strict=False)
    if citation.url:
        yield "url", citation.url.replace("{", "%7B").replace("}", "%7D")
    yield "abstract", bibtex_words(citation.words)
    yield "note", bibtex_words("; ".join(citation.remarks))
    yield "quoth", str(citation.reference)


def _ris(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    if citation.title:
        yield "TI", citation.title
    yield from (("AU", author) for author in citation.authors)
    if citation.outlet:
        yield "T2", citation.outlet
    if citation.issued:
        year, month, day = (*citation.issued[:10].split("-"), "", "")[:3]
        yield "PY", year
        yield "DA", f"{year}/{month}/{day}/"
    if citation.url:
        yield "UR", citation.url
    yield "AB", ris_words(citation.words)
    yield from (("N1", in_line(remark)) for remark in citation.remarks)
    yield "N1", str(citation.reference)
    yield "ER", ""


def _csl(citation: Citation) -> dict[str, Any]:
    start, end = citation.span.start, citation.span.end
    issued = citation.issued
    item: dict[str, Any] = {
        "id": f"quoth-{citation.article.id}-{start}-{end}",
        "type": "article-newspaper",
        "title": citation.title,
        "container-title": citation.outlet,
        "author": [{"literal": author} for author in citation.authors],
        "issued": {"date-parts": [_parts(issued)]} if issued else None,
        "URL": citation.url,
        "abstract": printable(citation.words),
        "note": in_line("; ".join(citation.remarks)),
        "custom": {
            "quoth": str(citation.reference),
            "path": in_line(citation.article.path),
            "start": start,
            "end": end,
            "sha256": citation.article.sha256,
        },
    }
    # The format knows no null: what is unknown is left out.
    return {name: value for name, value in item.items() if value}


def _parts(issued: str) -> list[int]:
    return [int(part) for part in issued[:10].split("-")]
