"""The names that may stand before a colon, and the nearest one to a wrong one."""

from __future__ import annotations

from index.query.operands import within_edits

NAMES = ("title", "outlet", "author", "tag")
"""Fields whose words are searched."""
ATTRIBUTES = ("path", "url", "id", "lang")
"""Fields that are compared letter by letter."""
DATES = ("date", "published", "event", "added")
BOUNDS = ("before", "after")
UTTERANCES = ("by", "about", "quote", "kind", "neg", "conf")
PREFIXES = ("many", "in")
"""Fields whose value says how to take what comes next."""

FIELDS = (*NAMES, *ATTRIBUTES, *DATES, *BOUNDS, *UTTERANCES, *PREFIXES, "is")

_MEANT = {
    "headline": "title",
    "source": "outlet",
    "publisher": "outlet",
    "paper": "outlet",
    "byline": "author",
    "writer": "author",
    "speaker": "by",
    "from": "by",
    "who": "by",
    "said": "quote",
    "says": "quote",
    "text": "quote",
    "since": "after",
    "until": "before",
    "on": "date",
    "year": "date",
    "language": "lang",
    "file": "path",
    "site": "url",
    "link": "url",
    "topic": "about",
    "subject": "about",
    "label": "tag",
    "state": "is",
    "count": "many",
    "type": "kind",
}


def unknown_field(name: str, value: str) -> str:
    """Say that there is no such field, and both ways out."""
    if not name:
        return "Write the name of a field before the colon, or a space behind it."
    if name.isdecimal():
        return f'To search for a time or a figure, put it in marks: "{name}:{value}"'
    if value.startswith("//"):
        return (
            f"To search for an address, write url:{name}:{value} or, for its words, "
            f'"{name}:{value}"'
        )
    words = f'to search for the words themselves, put them in marks: "{name}:{value}"'
    if meant := nearest_field(name):
        return f"There is no field {name}:, did you mean {meant}:? Or, {words}"
    known = ", ".join(FIELDS)
    return f"There is no field {name}:, {words} (fields are {known})"


def compared(name: str, sign: str, value: str) -> str:
    """Say how what a comparison seems to ask of a field is written."""
    is_less, is_equal = sign[0] in "<≤", sign[-1] in "=≤≥"
    if not value:
        return f"Write {name}: instead of {name}{sign}"
    if sign.strip("="):
        if name == "conf":
            least = f"conf:{value}"
            return f"Write -{least} for less" if is_less else f"Write {least} or more"
        if name == "date" and not is_equal:
            return f"Write {'before' if is_less else 'after'}:{value}"
        if name in DATES:
            first, last = ("", value) if is_less else (value, "")
            return f"Write {name}:{first}..{last}, {value} included"
    words = f'"{name}{sign}{value}"'
    return f"Write {name}:{value}, or {words} for the words themselves"


def nearest_field(name: str) -> str | None:
    """Give the field that was meant, or that is spelled most nearly so."""
    name = name.casefold()
    if name in _MEANT:
        return _MEANT[name]
    for edits in range(3):
        for field in FIELDS:
            # Two edits turn any word of two letters into any other.
            if within_edits(name, field, edits) and len(field) > edits + 1:
                return field
    starting = [field for field in FIELDS if field.startswith(name) and name]
    return next(iter(starting), None)
