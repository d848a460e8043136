"""Eight-bit texts: which of the old code pages the bytes were written in.

General detectors are unsure about a headline of six words, so the alphabets that news
clippings really come in are tried first; whatever fits none goes to charset-normalizer.
"""

from __future__ import annotations

import re
from math import log

_SAMPLE_BYTES = 65_536

_CYRILLIC_PAGES = ("cp1251", "koi8-r", "iso8859-5", "cp866", "koi8-u")
_LATIN_PAGES = ("cp1252", "mac-roman", "cp1250", "cp850")

# Percentages of running Russian text, with the letters that Ukrainian adds.
_LETTERS = (
    "о10.9 е8.5 а8 и7.4 н6.7 т6.3 с5.5 р4.7 в4.5 л4.4 к3.5 м3.2 д3 п2.8 у2.6 я2 ы1.9 "
    "ь1.7 г1.7 з1.6 б1.6 ч1.5 й1.2 х1 ж0.9 ш0.7 ю0.6 ц0.5 щ0.4 э0.3 ф0.3 ъ0.1 ё0.2 "
    "і2 ї0.6 є0.5 ґ0.05"
)
_LOG_SHARE = {entry[0]: log(float(entry[1:]) / 100) for entry in _LETTERS.split()}
_FOREIGN = log(0.0001)
_CASE_BREAK = 2.5
"""What a capital after a small letter costs; KOI8 read as 1251 is full of them."""
_CYRILLIC_ENOUGH = -3.55

_HIGH = re.compile(rb"[\x80-\xff]+")
_LATIN_ODD = re.compile(
    # A capital or a sign inside a word, or a control code: the wrong code page.
    r"[a-z][À-ÖØ-ÞŒŠŽŸ][a-z]|[a-zß-ÿ][¡-¨ª-³µ-¹»-¿†‡ˆ˜‰¤†¬¦][a-zß-ÿ]|[\x80-\x9f\ufffd]"
    r"|[Õ‘][st]\b|(?<![a-zA-Zß-ÿ])[ÒÓ](?=[A-Za-z])|[ÐÞðþ¬¦¤]|[a-zß-ÿ][Ωπ∂∫∆√≈∑∏≤≥◊˘˙˚¸˝˛ˇ]"
)


def guess_alphabet(raw: bytes) -> str:
    """Name the code page of bytes that are not UTF-8."""
    sample = raw[:_SAMPLE_BYTES]
    if not _HIGH.search(sample):
        sample = b" ".join(_HIGH.findall(raw))[:_SAMPLE_BYTES]
    if _stands_in_runs(sample):
        return _cyrillic_page(sample) or _detected(sample)
    return _latin_page(sample) or _detected(sample)


def _stands_in_runs(sample: bytes) -> bool:
    """Say whether the high bytes make whole words, as in Cyrillic, Greek or Chinese."""
    runs = _HIGH.findall(sample)
    high = sum(map(len, runs))
    return sum(len(run) for run in runs if len(run) > 2) * 2 > high


def _cyrillic_page(sample: bytes) -> str | None:
    scores = {page: _cyrillic_score(sample, page) for page in _CYRILLIC_PAGES}
    best = max(_CYRILLIC_PAGES, key=lambda page: scores[page])
    return best if scores[best] > _CYRILLIC_ENOUGH else None


def _cyrillic_score(sample: bytes, page: str) -> float:
    """Give the mean likelihood of a letter, were this the code page."""
    score, letters, before = 0.0, 0, " "
    for character in sample[:4096].decode(page, errors="replace"):
        if character > "\x7f" and not character.isspace():
            score += _letter_score(character, before)
            letters += 1
        before = character
    return score / max(letters, 1)


def _letter_score(character: str, before: str) -> float:
    if character in "«»“”„’‘–—…№":
        return _LOG_SHARE["з"]
    share = _LOG_SHARE.get(character.lower(), _FOREIGN)
    if character.isupper() and before.islower():
        return share - _CASE_BREAK
    return share


def _latin_page(sample: bytes) -> str | None:
    """Name the page in which the sample reads without a sign where no sign can be."""
    for page in _LATIN_PAGES:
        text = sample.decode(page, errors="replace")
        if not _LATIN_ODD.search(text):
            return page
    return None


def _detected(sample: bytes) -> str:
    # Late: the detector takes longer to import than most files take to read.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"
