"""The command `quoth`: hands what was typed to the command line, and does no more."""

from __future__ import annotations

import sys

from tui.cli.door import answer


def main() -> None:
    """Do what the command line says, and leave with its exit code."""
    sys.exit(answer(sys.argv[1:]))


if __name__ == "__main__":
    main()
