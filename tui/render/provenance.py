"""Where every field of an article was read: value, certainty, rule, words, offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import CORRECTION, SpeakerKind
from tui.render.characters import shown
from tui.render.facts import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.model import Article, Certainty, Clipping, Quote, Span
    from index.state.correcting import Correction
    from tui.render.line import Piece
    from tui.themes import Palette

_LABEL = 12
HANG = _LABEL + 3
"""Columns that the labels take."""
_WORDS = 60
_DOUBTS = ("proposed", "made up")


def provenance(
    clipping: Clipping, palette: Palette, corrections: Iterable[Correction] = ()
) -> list[list[Piece]]:
    """Give the lines of the info page."""
    article = clipping.article
    found: list[list[Piece]] = []
    for label, finding in _findings(article):
        if finding is None:
            found += _field(palette, label, "unknown", "")
            continue
        value, certainty, rule, span, reason = finding
        surely = "by hand" if rule == CORRECTION else certainty.replace("_", " ")
        found += _field(palette, label, value, surely)
        found += _origin(palette, article, rule, span, reason)
    for correction in corrections:
        found += _corrected(palette, correction)
    for name, said in _speakers(clipping):
        found += _heard(palette, article, name, said)
    found.append([])
    for source in article.sources:
        found += _field(palette, "file", source.path, f"added {source.added}")
    found += _field(palette, "encoding", article.encoding, article.language)
    found += _field(palette, "sha256", article.sha256, "")
    found += _field(palette, "id", article.id, "")
    if article.url:
        found += _field(palette, "url", article.url, "")
    zones: dict[str, int] = {}
    for zone in article.zones:
        zones[zone.kind.value] = zones.get(zone.kind.value, 0) + 1
    parts = " · ".join(f"{kind} {count}" for kind, count in zones.items())
    found += _field(palette, "zones", parts or "none", "")
    length = f"{len(article.text):,} characters"
    found += _field(palette, "text", length, f"{len(clipping.quotes)} quotations")
    return found


def _speakers(clipping: Clipping) -> Iterator[tuple[str | None, list[Quote]]]:
    """Give each speaker with the quotations; those of nobody known come last."""
    by_name: dict[str | None, list[Quote]] = {}
    for quote in clipping.quotes:
        by_name.setdefault(quote.speaker, []).append(quote)
    nameless = by_name.pop(None, [])
    yield from by_name.items()
    if nameless:
        yield None, nameless


def _heard(
    palette: Palette, article: Article, name: str | None, said: list[Quote]
) -> list[list[Piece]]:
    """Say how often and how surely somebody is quoted, and where the name was read."""
    first = said[0]
    sure = sorted(quote.confidence for quote in said)
    facts = [first.speaker_kind.value] if first.speaker_kind else []
    if first.speaker_kind is SpeakerKind.PERSON and len((name or "").split()) == 1:
        facts.append("no full name in the article")
    facts.append(counted(len(said), "quotation"))
    surely = f"{sure[0]:.2f}"
    facts.append(surely if sure[0] == sure[-1] else f"{surely} to {sure[-1]:.2f}")
    lines = _field(palette, "speaker", name or "unknown", " · ".join(facts))
    mention = next((quote.mention for quote in said if quote.mention), None)
    return lines + _origin(palette, article, first.rule, mention, None)


def _corrected(palette: Palette, made: Correction) -> list[list[Piece]]:
    """Say what was put right, what it was before, by whom and when."""
    change = f"{made.old or 'unknown'} → {made.value or 'unknown'}"
    lines = _field(palette, "corrected", change, str(made.corrects))
    day = made.made.astimezone().date().isoformat()
    about: list[Piece] = [
        (" " * HANG, palette.dim),
        (f"by {shown(made.who)} · {day} · {made.id}", palette.dim),
    ]
    if made.anchor:
        words = shown(" ".join(made.anchor.words[:_WORDS].split()))
        about.append((f" · “{words}”", palette.text))
    return [*lines, about]


_Finding = tuple[str, "Certainty", str, "Span | None", "str | None"]


def _findings(article: Article) -> Iterator[tuple[str, _Finding | None]]:
    named = [("title", article.title), ("outlet", article.outlet)]
    named += [("author", author) for author in article.authors] or [("author", None)]
    named.append(("section", article.section))
    for label, it in named:
        yield label, (it.value, it.certainty, it.rule, it.span, None) if it else None
    dates = [
        ("published", article.published),
        ("updated", article.updated),
        ("event", article.event),
    ]
    for label, day in dates:
        yield (
            label,
            (day.value, day.certainty, day.rule, day.span, day.reason) if day else None,
        )


def _field(
    palette: Palette, label: str, value: str, certainty: str
) -> list[list[Piece]]:
    style = palette.faint if value == "unknown" else palette.strong
    note = palette.accent if certainty in _DOUBTS else palette.dim
    return [
        [
            (f"   {label:<{_LABEL}}", palette.dim),
            (shown(value), style),
            (f"  {certainty}" if certainty else "", note),
        ]
    ]


def _origin(
    palette: Palette, article: Article, rule: str, span: Span | None, reason: str | None
) -> list[list[Piece]]:
    """Say by which rule a value was found, and show the words it was read from."""
    indent = " " * (_LABEL + 3)
    lines: list[list[Piece]] = [[(f"{indent}{rule}", palette.dim)]]
    if reason:
        lines[0].append((f" · {shown(reason)}", palette.dim))
    if span:
        words = shown(" ".join(span.of(article.text)[:_WORDS].split()))
        place = f" at {span.start}-{span.end}"
        lines[0] += [(f" · “{words}”", palette.text), (place, palette.dim)]
    return lines
