"""Let every test import what the tests share: `from tests.makers import article`."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent

# Tests are no package that is installed; the second place allows short names.
sys.path[:0] = [str(HERE.parent), str(HERE)]
