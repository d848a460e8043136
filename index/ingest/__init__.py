"""From the world into the archive: files, dumps and encodings become articles."""

from index.ingest.decode import decode
from index.ingest.dump import Row, canonical, rows
from index.ingest.fields import FieldMap, guess_fields
from index.ingest.files import (
    Skipped,
    absolute,
    file_name,
    find_files,
    is_dump,
    path_named,
    printable,
    read_bytes,
)
from index.ingest.read import read_row, read_text

__all__ = [
    "FieldMap",
    "Row",
    "Skipped",
    "absolute",
    "canonical",
    "decode",
    "file_name",
    "find_files",
    "guess_fields",
    "is_dump",
    "path_named",
    "printable",
    "read_bytes",
    "read_row",
    "read_text",
    "rows",
]
