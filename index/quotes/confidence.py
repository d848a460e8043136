"""How often each rule was right, counted on the training part of a marked corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.quotes.phrases import is_personal

if TYPE_CHECKING:
    from index.quotes.attribution import Claim

RIGHT: Final[dict[str, float]] = {
    "inverted-after": 0.99,
    "before-after": 0.97,
    "continued": 0.97,
    "inverted-right-3": 0.95,
    "signature": 0.92,
    # One article marks its transcript itself as the speaker; it is not counted.
    "transcript": 0.86,
    "before-left-3": 0.92,
    "lead-in": 0.90,
    "before-before": 0.90,
    "name-before": 0.88,
    "saying-before": 0.87,
    "saying-left-3": 0.86,
    "before-left-2": 0.86,
    "according-left-3": 0.85,
    "paragraph-continued": 0.82,
    "same-speaker-1": 0.81,
    "according-before": 0.82,
    "name-after": 0.81,
    "before-right-2": 0.83,
    "before-right-3": 0.78,
    "according-right-3": 0.80,
    "saying-right-3": 0.80,
    "inverted-before": 0.79,
    "same-sentence": 0.76,
    "before-left-1": 0.72,
    "sentence-before": 0.71,
    "sentence-after": 0.69,
    "same-speaker-2": 0.67,
    "lead-in-subject": 0.67,
    "paragraph-before": 0.62,
    "subject": 0.51,
    "document-before": 0.67,
    "inverted-left-3": 0.46,
    "sentence-before-2": 0.50,
    "same-speaker-1-inside": 0.43,
    "same-speaker-2-inside": 0.36,
    "subject-before": 0.31,
    "indirect-said": 0.82,
    "indirect-that": 0.84,
    "indirect-according": 0.86,
    "indirect-trailed": 0.88,
    "indirect-asked": 0.78,
    "indirect-to": 0.79,
    # Too few to count.
    "indirect-told": 0.78,
    "indirect-act": 0.77,
}
"""The share of a rule's quotations that are quotations and have their right speaker."""

UNSURE: Final = 0.45
"""Below this the speaker is given as unknown."""

_RARE: Final = 0.5
_PRONOUN: Final = 0.93
"""How often the person that a pronoun was given to is the right one."""


def confidence_of(claim: Claim) -> float:
    """Say how far to trust an attribution: a rule's own record, pronouns discounted."""
    right = RIGHT.get(claim.rule, _RARE)
    if is_personal(claim.line, claim.mention):
        right *= _PRONOUN
    return round(right, 2)
