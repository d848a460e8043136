"""Run the command as a shell does, in a home folder that holds nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
from referencing import Registry, Resource

SCHEMAS = Path(__file__).parent / "schemas"
COMMAND = (sys.executable, "-m", "tui")
TIMEOUT_S = 120
_ESCAPES = {*map(chr, range(0x80, 0xA0)), "\x1b", "\x07", "\x08", "\u202e", "\u2066"}


@dataclass(frozen=True, slots=True)
class Told:
    """What the command answered."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.raw)

    @property
    def lines(self) -> list[Any]:
        """Each line of the answer, as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


@cache
def home() -> TemporaryDirectory[str]:
    """A home folder that holds nothing, for as long as the tests run."""
    return TemporaryDirectory(prefix="quoth-home-")


def surroundings(**variables: str) -> dict[str, str]:
    """The environment of a user without settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("QUOTH_", "XDG_")) and name != "NO_COLOR"
    }
    return kept | {"HOME": home().name, "TERM": "xterm-256color"} | variables


def quoth(
    *words: str | bytes | Path,
    archive: Path | None = None,
    stdin: str | bytes = b"",
    cwd: Path | None = None,
    **variables: str,
) -> Told:
    """Run `quoth WORDS`; whatever happens, no traceback and no escape code is told."""
    named = ("--archive", archive) if archive else ()
    done = subprocess.run(
        [*COMMAND, *named, *words],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd or home().name,
        env=surroundings(**variables),
        check=False,
        timeout=TIMEOUT_S,
    )
    err = done.stderr.decode()
    assert "Traceback" not in err, err
    assert "quoth itself went wrong" not in err, err
    assert "always" in words or no_escapes(err), err
    return Told(done.returncode, done.stdout, err)


def added(archive: Path, *words: str | bytes | Path) -> Told:
    """Add, and hand the report on."""
    return quoth("add", "--json", *words, archive=archive)


def total(archive: Path, query: str) -> int:
    """Count what is found."""
    return int(quoth("search", "--count", query, archive=archive).out)


@cache
def demo() -> Path:
    """The demo archive, made once; tests only read it."""
    told = quoth("demo", "--no-open")
    assert told.code == 0, told.err
    return Path(told.out.rstrip("\n"))


@cache
def _registry() -> Registry[Any]:
    registry: Registry[Any] = Registry()
    for path in SCHEMAS.glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        registry = registry.with_resource(path.name, Resource.from_contents(schema))
    return registry


def fits(value: object, schema: str) -> None:
    """Fail unless the value is of this shape, with no key more or less."""
    contents = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(contents, registry=_registry()).validate(value)


def no_escapes(text: str) -> bool:
    """Say whether a terminal would show all of the text and obey none of it."""
    return not _ESCAPES & set(text)
