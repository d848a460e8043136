"""Citations as JSON, and what became of what they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.citing import Verdict, write
from tui.cli.shapes.parts import Shape, dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.citing import Check, Citation, Format

_SEVERITY = tuple(Verdict)


def citation(cited: Citation, fmt: Format) -> Shape:
    """Give a citation, and what it looks like in a format."""
    article = cited.article
    return {
        "article": article.id,
        "path": article.path,
        "start": cited.span.start,
        "end": cited.span.end,
        "text": cited.words,
        "left_out": cited.left_out,
        "title": article.title.value if article.title else None,
        "title_made_up": article.title_made_up,
        "outlet": article.outlet.value if article.outlet else None,
        "authors": [author.value for author in article.authors],
        "url": article.url,
        "date": dates(article),
        "speakers": list(cited.speakers),
        "sha256": article.sha256,
        "reference": str(cited.reference),
        "format": str(fmt),
        "citation": write(cited, fmt),
    }


def verification(checks: Sequence[Check]) -> Shape:
    """Give what was found; the verdict of all is the worst of each."""
    worst = max((one.verdict for one in checks), key=_SEVERITY.index)
    return {"verdict": worst.value, "citations": [_check(one) for one in checks]}


def _check(one: Check) -> Shape:
    return {
        "reference": str(one.reference),
        "verdict": one.verdict.value,
        "article": one.reference.article,
        "path": one.reference.path,
        "start": one.reference.span.start,
        "end": one.reference.span.end,
        "words_printed": one.words_printed,
        "copies": [
            {
                "where": found.where,
                "verdict": found.verdict.value,
                "start": found.span.start if found.span else None,
                "end": found.span.end if found.span else None,
                "same_bytes": found.same_bytes,
            }
            for found in one.findings
        ],
    }
