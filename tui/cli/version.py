"""The version, written down: asking the installed package would take 20 ms."""

VERSION = "0.1.0"
