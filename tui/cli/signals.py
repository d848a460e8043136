"""Let the signals that end a session unwind the command: nothing stays half done."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from tui.cli.outcomes import SignalledError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@contextmanager
def unwinding() -> Iterator[None]:
    """Raise where the command stands when we are told to end, or the line drops."""
    ends = (signal.SIGTERM, signal.SIGHUP)
    # Who starts us under nohup means it: a signal that is ignored stays ignored.
    caught = [s for s in ends if signal.getsignal(s) is signal.SIG_DFL]
    for number in caught:
        signal.signal(number, _raise)
    try:
        yield
    finally:
        for number in caught:
            signal.signal(number, signal.SIG_DFL)


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    raise SignalledError(number)
