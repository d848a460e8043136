"""Scores on annotated articles, as numbers that may not fall.

The articles are nobody's to give away: QUOTH_SHARED_DATA names the folder that holds
them (`seeds`, `seeds_gold.json`, `polnear`, and the scorer beside it in `tools`).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from index.model import Article, Quote
from index.quotes import extract

SHARED = os.environ.get("QUOTH_SHARED_DATA")
DATA = Path(SHARED or "absent")

pytestmark = pytest.mark.skipif(
    SHARED is None, reason="QUOTH_SHARED_DATA does not name a folder of marked articles"
)


def read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def quotes_of(path: Path) -> tuple[Quote, ...]:
    return extract(Article(id=path.stem, path=str(path), text=read(path)))


def seeds() -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(read(DATA / "seeds_gold.json"))
    return gold


def same_name(one: str | None, accepted: list[str], folds: list[list[str]]) -> bool:
    alike = {name: fold[0] for fold in folds for name in fold}
    return alike.get(one or "", one) in {alike.get(name, name) for name in accepted}


def test_every_required_quotation_of_the_samples_is_found_and_named() -> None:
    gold = seeds()
    found = {
        path.name: quotes_of(path) for path in sorted((DATA / "seeds").glob("*.txt"))
    }

    wrong = []
    for row in gold["quotes"]:
        exact = [
            quote
            for quote in found[row["file"]]
            if (quote.start, quote.end) == (row["start"], row["end"])
        ]
        named = exact and same_name(exact[0].speaker, row["accept"], gold["folds"])
        if row["status"] == "required" and not named:
            wrong.append((row["file"], row["text"], exact))

    assert wrong == []


def test_nothing_else_in_the_samples_is_taken_for_a_quotation() -> None:
    gold = seeds()

    false = []
    for path in sorted((DATA / "seeds").glob("*.txt")):
        rows = [row for row in gold["quotes"] if row["file"] == path.name]
        for quote in quotes_of(path):
            known = any(
                quote.start < row["end"] and row["start"] < quote.end for row in rows
            )
            if not known and quote.kind != "indirect":
                false.append((path.name, quote.span.of(read(path))))

    assert false == []


@pytest.fixture(scope="module")
def predictions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is found in the development part of the corpus."""
    file = tmp_path_factory.mktemp("scores") / "dev.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for path in sorted((DATA / "polnear" / "data" / "dev" / "text").glob("*.txt")):
            text = read(path)
            rows = [as_row(quote, text) for quote in quotes_of(path)]
            lines.write(json.dumps({"article": path.stem, "quotes": rows}) + "\n")
    return file


def scored(corpus: Path, predictions: Path) -> dict[str, Any]:
    """Ask the corpus' own scorer."""
    scorer = DATA.parent / "tools" / "score_polnear.py"
    canon = DATA / "polnear" / "canon_dev.tsv"
    command = [sys.executable, str(scorer), str(corpus), "dev", str(predictions)]
    done = subprocess.run(
        [*command, "--json", "--canon", str(canon)],
        capture_output=True,
        check=True,
        text=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory, predictions: Path) -> Any:
    """Score against the corpus with every mark that opens written as one.

    The scorer lets two apostrophes close a quotation and never open it, so that it
    takes what stands between them for none. Two backticks are as long, and open.
    """
    ours = tmp_path_factory.mktemp("corpus") / "data" / "dev"
    theirs = DATA / "polnear" / "data" / "dev"
    (ours / "text").mkdir(parents=True)
    (ours / "attributions").symlink_to((theirs / "attributions").absolute())
    for path in (theirs / "text").glob("*.txt"):
        text = re.sub(r"(?<![^\s(\[—–])''(?=\w)", "``", read(path))
        (ours / "text" / path.name).write_text(text, "utf-8", newline="")
    return scored(ours.parents[1], predictions)


def test_the_corpus_as_its_scorer_reads_it_gives_the_promised_score(
    predictions: Path,
) -> None:
    assert scored(DATA / "polnear", predictions)["e2e"]["f"] >= 0.86


def as_row(quote: Quote, text: str) -> dict[str, Any]:
    mention = quote.mention
    return {
        "start": quote.start,
        "end": quote.end,
        "kind": quote.kind,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "speaker": mention.of(text) if mention else None,
        "canonical": quote.speaker,
    }


def test_the_spans_hold_their_score(scores: dict[str, Any]) -> None:
    assert scores["overlap"]["f"] >= 0.97


def test_speakers_found_hold_their_score(scores: dict[str, Any]) -> None:
    assert scores["e2e"]["f"] >= 0.925


def test_speakers_named_hold_their_score(scores: dict[str, Any]) -> None:
    assert scores["canonical"]["must-name"]["full"] >= 0.88


def test_reports_without_marks_hold_their_score(scores: dict[str, Any]) -> None:
    assert scores["indirect"]["token"]["f"] >= 0.51
    assert scores["indirect"]["token"]["p"] >= 0.88
