"""Scores on annotated articles, as numbers that may not fall.

The articles are nobody's to give away: QUOTH_SHARED_DATA names the folder that holds
them (`seeds`, `seeds_gold.json`, `polnear`, and the scorer beside it in `tools`).
"""

from __future__ import annotations

import json
import os
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
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Score the development part of the corpus with the corpus' own scorer."""
    corpus = DATA / "polnear"
    predictions = tmp_path_factory.mktemp("scores") / "dev.jsonl"
    with predictions.open("w", encoding="utf-8") as file:
        for path in sorted((corpus / "data" / "dev" / "text").glob("*.txt")):
            text = read(path)
            rows = [as_row(quote, text) for quote in quotes_of(path)]
            file.write(json.dumps({"article": path.stem, "quotes": rows}) + "\n")
    scorer = DATA.parent / "tools" / "score_polnear.py"
    canon = corpus / "canon_dev.tsv"
    command = [sys.executable, str(scorer), str(corpus), "dev", str(predictions)]
    done = subprocess.run(
        [*command, "--json", "--canon", str(canon)],
        capture_output=True,
        check=True,
        text=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


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
