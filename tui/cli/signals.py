"""Let the signals that end a session unwind the command: nothing stays half done."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from tui.cli.outcomes import SignalledError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_DEFAULTS = (signal.SIG_DFL, signal.default_int_handler)


class Signals:
    """Raises where the command stands when we are told to end, or the line drops."""

    def __init__(self) -> None:
        self.came: int | None = None
        """The signal that ended us; whatever fails on the way out is its doing."""

    @contextmanager
    def unwinding(self) -> Iterator[None]:
        """Raise for the signals that come meanwhile."""
        # Who starts us under nohup means it: a signal that is ignored stays ignored.
        before = {number: signal.getsignal(number) for number in ENDS}
        caught = [number for number in ENDS if before[number] in _DEFAULTS]
        for number in caught:
            signal.signal(number, self._raise)
        try:
            yield
        finally:
            for number in caught:
                signal.signal(number, before[number])

    def _raise(self, number: int, frame: FrameType | None) -> NoReturn:
        del frame
        self.came = number
        raise SignalledError(number)
