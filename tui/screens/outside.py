"""Other programs: a browser, a pager, a command that is given the text."""

from __future__ import annotations

import os
import shlex
import subprocess
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_IN_TERMINAL = frozenset({"lynx", "w3m", "links", "links2", "elinks", "browsh"})
_PAGER = "less"
_LIMIT_S = 60.0
"""A command that takes longer is stopped."""
LARGEST = 200_000
"""Characters of a command's answer that are shown."""


def web_address(url: str | None) -> str | None:
    """Give a URL if it is one of the web: nothing else is handed to a browser."""
    is_web = url is not None and url.lower().startswith(("http://", "https://"))
    return url if is_web else None


def browser(environ: Mapping[str, str], url: str) -> list[str] | None:
    """Give the command that opens a URL: the first of $BROWSER, if there is one."""
    said = environ.get("BROWSER", "").split(":")[0].strip()
    words = _words(said)
    if not words:
        return None
    if any("%s" in word for word in words):
        return [word.replace("%s", url) for word in words]
    return [*words, url]


def needs_terminal(command: list[str]) -> bool:
    """Say whether a browser draws in the terminal itself."""
    return command[0].rpartition("/")[2] in _IN_TERMINAL


def pager(environ: Mapping[str, str]) -> list[str]:
    """Give the command that pages a text: $PAGER, or less."""
    return _words(environ.get("PAGER", "")) or [_PAGER]


def _words(said: str) -> list[str]:
    try:
        return shlex.split(said)
    except ValueError:  # a quotation mark that is not closed
        return []


def start(command: list[str]) -> None:
    """Start a program that goes its own way and has no part in the terminal."""
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - the user's own command
        command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    # Somebody has to hear that it has ended, or it stays in the list of processes.
    threading.Thread(target=process.wait, daemon=True).start()


def run_here(command: list[str], text: str = "") -> None:
    """Run a program in the terminal, and wait for it."""
    data = text.encode("utf-8", "replace") if text else None
    subprocess.run(command, input=data, check=False)  # noqa: S603 - as above


def answer_of(command: str, text: str) -> str:
    """Give a shell's command a text, and take what it says to it."""
    shell = os.environ.get("SHELL") or "/bin/sh"
    try:
        done = subprocess.run(  # noqa: S603 - as above
            [shell, "-c", command],
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            # Without the terminal it can neither draw nor read keys.
            start_new_session=True,
            timeout=_LIMIT_S,
        )
    except subprocess.TimeoutExpired:
        return f"It took longer than {_LIMIT_S:.0f} seconds and was stopped."
    said = done.stdout[: LARGEST * 4].decode("utf-8", "replace")[:LARGEST]
    if said.strip():
        return said
    return "" if done.returncode == 0 else f"It ended with {done.returncode}."
