"""Trials: what a reader does to a terminal and an archive when it is ill-treated.

Each runs as `python -m tests.trials.NAME`, prints a short report, and fails when
something failed; `tests/test_trials.py` runs a short version of each.
"""
