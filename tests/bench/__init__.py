"""Measurements, printed beside those of peers in the same run; none fails a build."""
