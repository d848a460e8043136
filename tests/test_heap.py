"""The threads of the reader share one heap."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys

import pytest

_ASKED = """
import ctypes, sys, threading
from tui.heap import share_heap

if sys.argv[1] == "shared":
    share_heap()
ready = threading.Barrier(5)

def work():
    held = [bytearray(4000) for _ in range(100)]
    ready.wait()
    ready.wait()

threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
ready.wait()
library = ctypes.CDLL(None)
library.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(library.fdopen(1, b"w"))
library.malloc_info(0, out)
library.fflush(out)
ready.wait()
"""


@pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None), "malloc_info"), reason="needs the GNU C library"
)
@pytest.mark.parametrize(("how", "heaps"), [("shared", 1), ("alone", 5)])
def test_threads_allocate_from_one_heap(how: str, heaps: int) -> None:
    plain = {k: v for k, v in os.environ.items() if not k.startswith("MALLOC_")}
    done = subprocess.run(
        [sys.executable, "-c", _ASKED, how],
        env=plain,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.count("<heap nr=") == heaps
