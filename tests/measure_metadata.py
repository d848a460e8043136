"""Measure what the ingest reads of real articles that have become plain text files.

    python -m tests.measure_metadata DUMP.jsonl.gz [100] [--seed 1] [--files FOLDER]

The rows of a dump know their title, outlet, authors and date. `--layout plain` prints
the title, a date line in one of eight usual forms, and the text; outlet and authors are
not printed, so that they can only be read in the story itself, and what is read is held
against the dump's own fields (known_answers has what these have wrong). `--layout
papers` prints or leaves out all four the way papers do; what was printed must be read,
and what was left out must stay unknown.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.ingest import Row, read_text, rows
from index.ingest.given_names import is_given_name
from tests.known_answers import AUTHORS, EVENTS
from tests.printed_pages import Facts, Printed, print_as_papers_do, print_plainly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.model import Article, Finding, NewsDate

_SHORTEST_TEXT = 1500
_MOST_OF_AN_OUTLET = 10
"""A tenth of the articles at most, or the table measures one paper."""
_ADDED_BY_THE_DUMP = re.compile(
    r"\s*\([^)]*\)|(?: -| Online)? News$(?<!Fox News)(?<!BBC News)(?<!ABC News)"
    r"(?<!CBS News)(?<!NBC News)(?<!BuzzFeed News)(?<!Yahoo! News)"
    r"(?<!Dallas Morning News)(?<!Deseret News)(?<!Detroit News)(?<!CNS News)"
    r"| - (?:Opinion|Editorial)$| Online News$| Editorial $"
)
_PERSON = re.compile(
    r"(?!(?:Special|Staff|Opinion|Guest|Senior|The|In|Analysis|Cnn)\b)"
    r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,2}"
    r"(?<!Correspondent)(?<!Contributor)(?<!Reporter)(?<!Writer)(?<!Editor)"
    r"(?<!Analyst)(?<!Biographer)(?<!Staff)(?<!Council)(?<!Of)"
)


def drawn(dump: Path, number: int, seed: int) -> list[Facts]:
    """Draw articles that know everything of themselves, from many outlets."""
    with dump.open("rb") as stream:
        known = [facts for row in rows(stream, dump.name) if (facts := _facts(row))]
    random.Random(seed).shuffle(known)
    taken: list[Facts] = []
    outlets: Counter[str] = Counter()
    for facts in known:
        if outlets[facts.outlet] * _MOST_OF_AN_OUTLET < max(number, 10):
            outlets[facts.outlet] += 1
            taken.append(facts)
        if len(taken) == number:
            break
    return taken


def _facts(row: Any) -> Facts | None:
    if not isinstance(row, Row) or len(row.text) < _SHORTEST_TEXT:
        return None
    values = row.values
    source = str(values.get("source") or "").replace("Fox Online", "Fox")
    outlet = _ADDED_BY_THE_DUMP.sub("", source).strip()
    title = " ".join(str(values.get("title") or "").split())
    names = re.split(r"\s*(?:,|;|\band\b)\s*", str(values.get("authors") or ""))
    # Some rows list everybody whom the page links to, or what the authors are.
    clean = len(names) <= 4 and all(map(_PERSON.fullmatch, names))
    authors = tuple(names) if clean else ()
    # A columnist's own name, or "Guest Writer", is nobody's outlet.
    is_person = is_given_name(outlet.partition(" ")[0])
    if not title or not outlet or is_person or "Guest Writer" in outlet:
        return None
    if not any(map(str.islower, title)) or len(title) > 160:
        return None
    try:
        day = date.fromisoformat(str(values.get("date")))
    except ValueError:
        return None
    id_ = str(values.get("id"))
    return Facts(id_, title, outlet, AUTHORS.get(id_, authors), day, row.text)


def judged(
    article: Article, page: Printed, facts: Facts
) -> Iterator[tuple[str, str, str | None]]:
    """Give each field with "right", "wrong" or "unknown", and what was read.

    What was not printed may still stand in the row's own text; then it is right.
    """
    title = None if article.title_made_up else _value(article.title)
    yield "title", _verdict(title, page.title or facts.title, _same_headline), title
    outlet = _value(article.outlet)
    yield "outlet", _verdict(outlet, page.outlet or facts.outlet, _same_outlet), outlet
    names = "; ".join(author.value for author in article.authors) or None
    wanted = "; ".join(page.authors or facts.authors)
    own = not wanted and (names or "?").partition(";")[0] in facts.text[:300]
    verdict = "right" if own else _verdict(names, wanted, _same_names)
    yield "authors", verdict, names
    when = article.updated if page.is_update else article.published
    wanted = page.date or facts.day.isoformat()
    yield "date", _verdict(_day(when), wanted, _same_words), _day(when)
    if facts.id in EVENTS:
        event = _day(article.event)
        yield "event", _verdict(event, EVENTS[facts.id] or "none", _same_words), event


def unknown_is_right(what: str, page: Printed, facts: Facts) -> bool:
    """Say whether the field stands nowhere on the page."""
    if what == "event":
        return EVENTS[facts.id] is None
    return page.is_complete and not getattr(page, what)


def _value(finding: Finding | None) -> str | None:
    return finding.value if finding else None


def _day(when: NewsDate | None) -> str | None:
    return when.value[:10] if when else None


def _verdict(read: str | None, wanted: str, same: Callable[[str, str], bool]) -> str:
    if read is None:
        return "unknown"
    return "right" if same(read, wanted) else "wrong"


def _same_words(read: str, wanted: str) -> bool:
    return read.casefold().split() == wanted.casefold().split()


def _same_names(read: str, wanted: str) -> bool:
    """Say whether the names are the same but for the dot of "Jr."."""
    return _same_words(read.replace(".", ""), wanted.replace(".", ""))


def _same_headline(read: str, wanted: str) -> bool:
    """Say whether it is the headline, or an earlier wording of it."""
    words, others = (set(re.findall(r"\w+", h.casefold())) for h in (read, wanted))
    return len(words & others) * 2 >= max(len(words), len(others))


def _same_outlet(read: str, wanted: str) -> bool:
    plain = [re.sub(r"\W|^the ", "", name.casefold()) for name in (read, wanted)]
    plain = ["associatedpress" if name == "ap" else name for name in plain]
    return plain[0] == plain[1]


_LAYOUTS = {"plain": print_plainly, "papers": print_as_papers_do}


def main() -> None:
    """Print the table, and every wrong answer below it."""
    options = argparse.ArgumentParser(description="Measure what is read")
    options.add_argument("dump", type=Path)
    options.add_argument("number", type=int, nargs="?", default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--layout", choices=_LAYOUTS, default="plain")
    options.add_argument("--files", type=Path, help="write the texts here, to be read")
    options.add_argument("--unknown", action="store_true", help="list these too")
    asked = options.parse_args()
    listed = {"wrong", "unknown"} if asked.unknown else {"wrong"}
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    errors = []
    for number, facts in enumerate(drawn(asked.dump, asked.number, asked.seed)):
        text, page = _LAYOUTS[asked.layout](facts, number)
        if asked.files:
            asked.files.mkdir(parents=True, exist_ok=True)
            (asked.files / f"{number:03}_{facts.id}.txt").write_text(text, "utf-8")
        article = read_text(text.encode(), f"{number}.txt", added="")
        for what, seen, read in judged(article, page, facts):
            is_right = seen == "unknown" and unknown_is_right(what, page, facts)
            verdict = "right" if is_right else seen
            table[what, page.forms.get(what, "")][verdict] += 1
            table[what, "ALL"][verdict] += 1
            if verdict in listed:
                errors.append(f"{verdict} {number} {what}: {read!r} for {facts}"[:300])
    sys.stdout.write("\n".join([*_lines(table), "", *errors, ""]))


def _lines(table: dict[tuple[str, str], Counter[str]]) -> Iterator[str]:
    yield f"{'field':8} {'form':42} {'right':>6} {'wrong':>6} {'unknown':>8}"
    for (what, form), count in sorted(table.items()):
        yield (
            f"{what:8} {form:42} {count['right']:6} {count['wrong']:6} "
            f"{count['unknown']:8}"
        )


if __name__ == "__main__":
    main()
