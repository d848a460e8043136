"""From the world into the archive: files, dumps and encodings become articles."""

from index.ingest.decode import decode
from index.ingest.dump import Row, canonical, rows
from index.ingest.fields import FieldMap, guess_fields
from index.ingest.files import Skipped, find_files, is_dump, printable, read_bytes
from index.ingest.read import read_row, read_text

__all__ = [
    "FieldMap",
    "Row",
    "Skipped",
    "canonical",
    "decode",
    "find_files",
    "guess_fields",
    "is_dump",
    "printable",
    "read_bytes",
    "read_row",
    "read_text",
    "rows",
]
