"""A held key over a slow line: how far the screen lags behind the hand.

The reader's terminal is carried over a loopback connection through the shared relay,
which delays every byte and lets only so many pass in a second.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import socket
import struct
import subprocess
import sys
import termios
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROUND_TRIP_S = 0.2
_KBIT = 256
_HELD_S = 3.0
_RATE = 30
"""Repeats of a held key in a second, as most terminals send them."""
_QUIET_S = 1.0


def print_held_key(archive: Path, tools: Path) -> None:
    """Hold a key for three seconds, and time the screen's last answer."""
    quoth = str(Path(sys.executable).parent / "quoth")
    with _relayed([quoth, "-a", str(archive), "--slow"], tools) as line:
        _hear(line, 3.0)
        keys = int(_HELD_S * _RATE)
        heard = 0
        began = monotonic()
        for number in range(keys):
            line.sendall(b"j")
            heard += _hear_until(line, began + (number + 1) / _RATE)
        released = began + (keys - 1) / _RATE
        more, last = _hear(line, _QUIET_S)
        lag = max(0.0, (last or released) - released - _ROUND_TRIP_S)
    print(
        f"a key held {_HELD_S:.0f} s at {_RATE}/s, round trip"
        f" {_ROUND_TRIP_S * 1000:.0f} ms, {_KBIT} kbit/s: lag {lag:.2f} s beyond the"
        f" round trip (goal 0.25), {(heard + more) / keys:.0f} bytes a key"
    )


def _hear_until(line: socket.socket, moment: float) -> int:
    heard = 0
    while (left := moment - monotonic()) > 0:
        if select.select([line], [], [], left)[0]:
            heard += len(line.recv(1 << 16))
    return heard


def _hear(line: socket.socket, quiet_s: float) -> tuple[int, float | None]:
    """Listen until it is quiet; give the bytes, and when the last one came."""
    heard, last = 0, None
    while select.select([line], [], [], quiet_s)[0]:
        data = line.recv(1 << 16)
        if not data:
            break
        heard, last = heard + len(data), monotonic()
    return heard, last


@contextmanager
def _relayed(command: Sequence[str], tools: Path) -> Iterator[socket.socket]:
    """Give a connection that ends, beyond the relay, in the command's terminal."""
    with socket.create_server(("localhost", 0)) as door:
        port = door.getsockname()[1]
        reader = os.fork()
        if reader == 0:
            _serve(door, command)
        relay_port = _free_port()
        delay_ms = _ROUND_TRIP_S * 500
        relay = subprocess.Popen(
            [
                sys.executable, str(tools / "linkproxy.py"), str(relay_port),
                "localhost", str(port), "--delay-ms", str(delay_ms),
                "--kbit", str(_KBIT),
            ],
        )  # fmt: skip
        try:
            with _connected(relay_port) as line:
                yield line
        finally:
            relay.terminate()
            relay.wait()
            os.waitpid(reader, 0)


def _free_port() -> int:
    with socket.create_server(("localhost", 0)) as taken:
        return int(taken.getsockname()[1])


def _connected(port: int) -> socket.socket:
    for _ in range(100):
        try:
            return socket.create_connection(("localhost", port))
        except ConnectionRefusedError:
            sleep(0.05)
    raise ConnectionRefusedError


def _serve(door: socket.socket, command: Sequence[str]) -> None:
    """Carry a terminal with the command in it over the first connection."""
    line, _ = door.accept()
    pid, handle = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execvpe(command[0], list(command), {**os.environ, "TERM": "xterm-256color"})
    while True:
        ready = select.select([line.fileno(), handle], [], [])[0]
        try:
            if line.fileno() in ready:
                data = line.recv(1 << 16)
                if not data:
                    break
                os.write(handle, data)
            if handle in ready:
                line.sendall(os.read(handle, 1 << 16))
        except OSError:
            break
    os.close(handle)
    os.waitpid(pid, 0)
    os._exit(0)
