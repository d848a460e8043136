"""Generations switch at once, survive a killed writer, and are never half trusted."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.engine import Order
from index.engines import open_engine, open_filer
from index.engines.generations import Workshop, current_generation, read_current
from index.engines.whoosh import WhooshEngine, WhooshFiler
from index.errors import (
    ArchiveLockedError,
    IndexStaleError,
)
from index.query.nodes import And, By, Exact, Not, Pattern, Phrase, Query, Text, Word
from index.words import Analyser, Variants
from tests.makers import clipping

if TYPE_CHECKING:
    from index.model import Clipping

ANALYSER = Analyser()
ROOT = str(Path(__file__).parent.parent)

QUERIES: tuple[Query, ...] = (
    Text(Word("red")),
    Text(Phrase((Word("red"), Word("line")))),
    Text(Pattern("k*v")),
    Text(Exact("Kyiv")),
    Not(Text(Word("kyiv"))),
    And((By(Word("peskov")), Text(Word("line")))),
)


def story(number: int) -> Clipping:
    words = f"Story {number} of Kyiv. He said: a red line {number} is drawn, NATO said."
    return clipping(words, ("a red line", "Dmitry Peskov"), id=f"s{number:04}")


def file(folder: Path, numbers: range, revision: int = 1) -> None:
    filer = WhooshFiler(folder, ANALYSER)
    filer.put(map(story, numbers))
    filer.commit(revision)


def answers(folder: Path) -> list[list[tuple[str, int | None]]]:
    engine = WhooshEngine(folder, ANALYSER)
    found = [engine.search(query, Order.DATE) for query in QUERIES]
    return [[(h.article, h.quote) for h in f.window(0, f.total)] for f in found]


def answers_if_sound(folder: Path) -> list[list[tuple[str, int | None]]] | None:
    try:
        return answers(folder)
    except IndexStaleError:
        return None


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("gen-*"))


def test_nothing_is_current_before_the_first_commit(tmp_path: Path) -> None:
    assert current_generation(tmp_path) is None

    filer = open_filer(tmp_path, ANALYSER)
    filer.put([story(1)])

    assert current_generation(tmp_path) is None
    with pytest.raises(IndexStaleError, match="quoth rebuild"):
        open_engine(tmp_path, ANALYSER)


def test_a_commit_shows_articles_utterances_and_revision_at_once(
    tmp_path: Path,
) -> None:
    file(tmp_path, range(3), revision=41)

    generation = current_generation(tmp_path)

    assert generation is not None
    assert (generation.revision, generation.articles, generation.utterances) == (
        41,
        3,
        3,
    )
    assert open_engine(tmp_path, ANALYSER).revision == 41


def test_an_open_engine_keeps_its_generation(tmp_path: Path) -> None:
    file(tmp_path, range(3))
    engine = WhooshEngine(tmp_path, ANALYSER)

    for number in range(3, 9):
        file(tmp_path, range(number, number + 1), number)

    assert engine.searched == 3
    assert engine.search(QUERIES[5], Order.DATE).total == 3
    assert WhooshEngine(tmp_path, ANALYSER).searched == 9


def test_the_previous_generation_is_kept_and_older_ones_are_swept(
    tmp_path: Path,
) -> None:
    for number in range(4):
        file(tmp_path, range(number, number + 1), number)

    assert generations(tmp_path) == ["gen-000003", "gen-000004"]


def test_an_abandoned_filing_leaves_everything_as_it_was(tmp_path: Path) -> None:
    file(tmp_path, range(3))
    before = answers(tmp_path)

    filer = WhooshFiler(tmp_path, ANALYSER)
    filer.put([story(7)])
    filer.drop(["s0001"])
    filer.abandon()

    assert answers(tmp_path) == before
    assert generations(tmp_path) == ["gen-000001"]


def test_a_commit_without_a_change_moves_the_revision_on(tmp_path: Path) -> None:
    file(tmp_path, range(3))

    WhooshFiler(tmp_path, ANALYSER).commit(9)

    engine = WhooshEngine(tmp_path, ANALYSER)
    assert (engine.revision, engine.searched) == (9, 3)


def test_a_second_writer_is_refused_until_the_first_is_done(tmp_path: Path) -> None:
    first = WhooshFiler(tmp_path, ANALYSER)
    with pytest.raises(ArchiveLockedError):
        WhooshFiler(tmp_path, ANALYSER)

    first.put([story(1)])
    first.commit(1)

    WhooshFiler(tmp_path, ANALYSER).abandon()


def test_a_filer_goes_on_after_its_commit(tmp_path: Path) -> None:
    filer = WhooshFiler(tmp_path, ANALYSER)
    filer.put([story(1)])
    filer.commit(1)
    filer.put([story(2)])
    filer.commit(2)

    assert WhooshEngine(tmp_path, ANALYSER).searched == 2


def test_a_fresh_filer_never_reads_the_old_index(tmp_path: Path) -> None:
    file(tmp_path, range(3))
    (tmp_path / "current").write_bytes(b"\xff nonsense")
    with pytest.raises(IndexStaleError):
        WhooshFiler(tmp_path, ANALYSER)

    filer = WhooshFiler(tmp_path, ANALYSER, fresh=True)
    filer.put([story(5)])
    filer.commit(1)

    assert WhooshEngine(tmp_path, ANALYSER).searched == 1


def test_other_rules_for_words_make_an_index_stale(tmp_path: Path) -> None:
    file(tmp_path, range(3))

    with pytest.raises(IndexStaleError, match="other rules"):
        WhooshEngine(tmp_path, Analyser(variants=Variants()))


def test_another_format_makes_an_index_stale(tmp_path: Path) -> None:
    file(tmp_path, range(3))
    _, manifest = read_current(tmp_path)
    workshop = Workshop(tmp_path)
    workshop.begin(manifest)
    workshop.publish(replace(manifest, format_version=999), manifest)
    workshop.close()

    with pytest.raises(IndexStaleError, match="another version"):
        WhooshEngine(tmp_path, ANALYSER)


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.test_engine_generations import ANALYSER, story
from index.engines.whoosh import WhooshFiler
filer = WhooshFiler(Path({folder!r}), ANALYSER, spill_words=400)
print("begun", flush=True)
for number in range(100, 100_000):
    filer.put([story(number)])
    if number % 200 == 0:
        filer.commit(number)
        print("committed", flush=True)
"""


COMMITTING = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.test_engine_generations import file
for number in range(60):
    file(Path({folder!r}), range(number, number + 1), number)
"""


def test_readers_open_undisturbed_while_a_writer_commits(tmp_path: Path) -> None:
    file(tmp_path, range(3))
    script = COMMITTING.format(root=ROOT, folder=str(tmp_path))
    writer = subprocess.Popen([sys.executable, "-c", script])

    seen = set()
    while writer.poll() is None:
        engine = WhooshEngine(tmp_path, ANALYSER)
        assert engine.search(QUERIES[0], Order.DATE).total == engine.searched
        seen.add(engine.generation)

    assert writer.returncode == 0
    assert len(seen) > 5


@pytest.mark.parametrize("attempt", range(4))
def test_a_killed_writer_leaves_the_last_commit(tmp_path: Path, attempt: int) -> None:
    file(tmp_path, range(3))
    script = KILLED.format(root=ROOT, folder=str(tmp_path))
    writer = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    for _ in range(attempt):
        writer.stdout.readline()
    time.sleep(random.Random(attempt).random() / 5)

    writer.send_signal(signal.SIGKILL)
    writer.communicate()

    generation = current_generation(tmp_path)
    engine = WhooshEngine(tmp_path, ANALYSER)
    engine.verify()
    assert generation is not None
    assert engine.searched == generation.articles >= 3
    assert engine.search(QUERIES[0], Order.DATE).total == engine.searched
    file(tmp_path, range(1))
    assert len(generations(tmp_path)) <= 2


def damage(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    # A new file: the old one may be shared with another generation.
    path.unlink()
    path.write_bytes(bytes(content))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    file(folder, range(40))
    filer = WhooshFiler(folder, ANALYSER)
    filer.drop(["s0003"])
    filer.put([story(50)])
    filer.commit(2)
    return folder


@pytest.mark.parametrize("seed", range(60))
def test_a_flipped_bit_makes_the_index_stale_or_changes_nothing(
    sound: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "index"
    shutil.copytree(sound, folder)
    files = sorted(p for p in (folder / "gen-000002").iterdir() if p.is_file())
    files.append(folder / "current")
    damage(files[seed % len(files)], chance)

    found = answers_if_sound(folder)

    if found is not None:
        assert found == answers(sound)
        with pytest.raises(IndexStaleError, match="quoth rebuild"):
            WhooshEngine(folder, ANALYSER).verify()


@pytest.mark.parametrize("seed", range(10))
def test_a_file_cut_short_makes_the_index_stale(
    sound: Path, tmp_path: Path, seed: int
) -> None:
    folder = tmp_path / "index"
    shutil.copytree(sound, folder)
    files = sorted(p for p in (folder / "gen-000002").iterdir() if p.is_file())
    victim = files[seed % len(files)]
    victim.write_bytes(victim.read_bytes()[: -1 - seed])

    with pytest.raises(IndexStaleError, match="quoth rebuild"):
        WhooshEngine(folder, ANALYSER)


def test_a_missing_file_makes_the_index_stale(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    shutil.copytree(sound, folder)
    next(folder.glob("gen-000002/*.words")).unlink()

    with pytest.raises(IndexStaleError, match="quoth rebuild"):
        WhooshEngine(folder, ANALYSER)


READ = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.test_engine_generations import ANALYSER, answers
from index.engines.whoosh import WhooshFiler
from index.errors import ArchiveReadOnlyError
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
folder = Path({folder!r})
print(answers(folder))
try:
    WhooshFiler(folder, ANALYSER)
except ArchiveReadOnlyError as error:
    print("refused")
"""


def test_a_reader_without_write_permission_can_search_but_not_file(sound: Path) -> None:
    everything = [sound, *sound.rglob("*")]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    above = [
        p for p in sound.parents if p.stat().st_uid == os.getuid() and p != Path("/")
    ]
    modes = {path: path.stat().st_mode for path in above}
    for path in above:
        path.chmod(modes[path] | 0o055)
    before = sorted(p.name for p in sound.rglob("*"))

    script = READ.format(root=ROOT, folder=str(sound))
    read = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    for path in everything:
        path.chmod(0o755 if path.is_dir() else 0o644)
    for path, mode in modes.items():
        path.chmod(mode)
    assert read.stdout.splitlines() == [str(answers(sound)), "refused"], read.stderr
    assert sorted(p.name for p in sound.rglob("*")) == before


def test_polling_for_change_imports_neither_whoosh_nor_arrays() -> None:
    script = (
        "import sys, index.engines.generations;"
        "assert not {'numpy', 'whoosh'} & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", script], check=True)
