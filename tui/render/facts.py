"""What an answer says about itself: how many, how fast, and what it could not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.archive import Answer, Totals
    from index.archive.remedies import Remedy


FIND_QUOTES = '"quoth add" without --no-quotes finds them'


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: 1 article, 20,000 articles."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def enumerated(names: Sequence[str]) -> str:
    """Give names as a sentence has them: A, B and C."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def of_archive(totals: Totals) -> str:
    """Say what the archive holds."""
    parts = [counted(totals.articles, "article"), counted(totals.quotes, "quotation")]
    if totals.undated:
        parts.append(f"undated {totals.undated:,}")
    if totals.skipped:
        parts.append(f"skipped {totals.skipped:,}")
    return " · ".join(parts)


def of_answer(answer: Answer, typed: str) -> str:
    """Say what was found; what was searched is named when it is not what was typed."""
    searched = counted(answer.searched, "article")
    if answer.kind == "utterances":
        total = f"{counted(answer.total, 'quotation')} · {searched} searched"
    else:
        total = f"{answer.total:,} of {searched}"
    parts = [total, duration(answer.took_ms)]
    if answer.undated:
        parts.append(f"undated {answer.undated:,}")
    if answer.unquoted:
        those = counted(answer.unquoted, "article")
        parts.append(f"{those} not searched for quotations")
    if answer.behind:
        parts.append(f"index {counted(answer.behind, 'change')} behind")
    if _plainly(answer.parsed) != _plainly(typed):
        # Last, since it alone can be long: a narrow screen cuts no count.
        parts.append(answer.parsed)
    return " · ".join(parts)


def _plainly(query: str) -> str:
    """Leave out what nobody needs to be told of: capitals, and marks round one word."""
    return " ".join(query.casefold().replace('"', "").split())


def duration(milliseconds: float) -> str:
    """Give a time as people say it."""
    if milliseconds < 1:
        return "<1 ms"
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    return f"{milliseconds / 1000:.1f} s"


def nothing_found(
    answer: Answer, unknown: Sequence[str] = (), *, is_helped: bool = False
) -> list[str]:
    """Say what was searched in vain, what no article has, what was not searched.

    Where nothing that would answer can be named below, say how to ask otherwise.
    """
    noun = "quotation" if answer.kind == "utterances" else "article"
    lines = [
        f"No {noun} answers to: {answer.parsed}",
        "",
        f"{counted(answer.searched, 'article')} searched.",
    ]
    if unknown:
        lines.append(f"No article has: {', '.join(unknown)}.")
    if answer.undated:
        undated = counted(answer.undated, "undated article")
        lines.append(f"{undated} would answer without the date filter.")
    if answer.unquoted:
        those = counted(answer.unquoted, "article")
        lines.append(f"{those} not searched for quotations; {FIND_QUOTES}.")
    if answer.skipped:
        lines.append(f"{counted(answer.skipped, 'file')} could not be read when added.")
    return lines if is_helped else [*lines, "", *_advice(answer.text, answer.parsed)]


def of_remedy(remedy: Remedy) -> str:
    """Say what to ask instead, and how much that finds."""
    said = f"{remedy.change}: {remedy.total:,}"
    return f"{said}, the best first" if remedy.best_first else said


def _advice(text: str, parsed: str) -> list[str]:
    advice = []
    if '"' in text:
        advice.append("Without the quotation marks the words may stand apart.")
    elif '"' in parsed:
        advice.append(
            "A hyphen keeps words together; with a space they may stand apart."
        )
    if "=" in parsed:
        advice.append("Without = other spellings and endings are found too.")
    if "by:" in parsed:
        advice.append("about:NAME finds what was said of somebody.")
    if not advice:
        advice.append("A * finds more endings: minist*.  A | offers choices: (a | b).")
    return advice
