"""The terminal and the command line: two front ends on one archive."""
