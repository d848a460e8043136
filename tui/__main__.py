"""The command `quoth`: hands what was typed to the command line, and does no more."""

from __future__ import annotations

import sys

from tui.cli.version import VERSION


def main() -> None:
    """Do what the command line says, and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Scripts ask this often; it is answered before anything is imported.
        print(f"quoth {VERSION}")  # noqa: T201
        return
    from tui.cli.door import answer  # noqa: PLC0415

    sys.exit(answer(sys.argv[1:]))


if __name__ == "__main__":
    main()
