"""The names of Whoosh that we use; Whoosh is typed in parts only, so here they are Any.

They come from the modules that define them: `from whoosh import index` would shadow
our own package for type checkers.
"""

from __future__ import annotations

from typing import Any

from whoosh.codec.base import Codec as _Codec
from whoosh.codec.base import FieldWriter as _FieldWriter
from whoosh.codec.base import PerDocumentReader as _PerDocumentReader
from whoosh.codec.base import PerDocumentWriter as _PerDocumentWriter
from whoosh.codec.base import TermsReader as _TermsReader
from whoosh.codec.whoosh3 import W3Segment as _W3Segment
from whoosh.codec.whoosh3 import W3TermInfo as _W3TermInfo
from whoosh.fields import FieldType as _FieldType
from whoosh.fields import Schema as _Schema
from whoosh.filedb.filestore import FileStorage as _FileStorage
from whoosh.formats import Frequency as _Frequency
from whoosh.index import TOC as _TOC
from whoosh.index import FileIndex as _FileIndex
from whoosh.matching.mcore import ListMatcher as _ListMatcher
from whoosh.reading import TermNotFound as _TermNotFound
from whoosh.writing import SegmentWriter as _SegmentWriter

Codec: Any = _Codec
FieldType: Any = _FieldType
FieldWriter: Any = _FieldWriter
FileIndex: Any = _FileIndex
FileStorage: Any = _FileStorage
Frequency: Any = _Frequency
ListMatcher: Any = _ListMatcher
PerDocumentReader: Any = _PerDocumentReader
PerDocumentWriter: Any = _PerDocumentWriter
Schema: Any = _Schema
SegmentWriter: Any = _SegmentWriter
TermNotFound: Any = _TermNotFound
TermsReader: Any = _TermsReader
TOC: Any = _TOC
W3Segment: Any = _W3Segment
W3TermInfo: Any = _W3TermInfo
