"""The shape of a line: running prose, a headline, a heading, the name of a section."""

from __future__ import annotations

import re

_SECTION_LIST = (
    "world|international|global|national|politics|business|economy|economics|"
    "finance|markets|money|sport|sports|football|culture|arts|life|lifestyle|"
    "health|science|environment|climate|technology|tech|education|travel|opinion|"
    "opinions|comment|commentary|analysis|editorial|letters|features|feature|"
    "local|regional|metro|crime|law|justice|defence|defense|security|europe|asia|"
    "africa|americas|middle east|asia pacific|uk|us|u.s.|russia|ukraine|china|"
    "news|latest|latest news|top stories|breaking news|home|society|religion|"
    "media|entertainment|food|style|obituaries|obituary|weather|energy|"
    "agriculture|elections|foreign|home news|world news|business news|uk news|"
    "us news|sports news|politics news|analysis/opinion|interview|interviews|"
    "explainer|fact check|special report|investigations|in brief|from the left|"
    "from the right|from the center|from the centre"
)
_SECTIONS = frozenset(_SECTION_LIST.split("|"))
_PROSE_LENGTH = 200
_SENTENCE_WORDS = 8
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
_SENTENCE_END = re.compile(r"[.…][\"'”’)\]]*$|[.!?,][\"'”’]$|[;,:]$")
_HEADING_END = re.compile(r"[.!,;:…—–-][\"'”’)\]]*$|[.,][\"'”’]")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_TWO_NAMES_AND_VERB = re.compile(
    r"[A-Z][\w’'-]+, [A-Z][\w’'-]+ [A-Z][\w’'-]+(?<!s) (?:\S+ ?){3,}"
)
LONGEST_HEADLINE = 110
"""Of 20,000 headlines one in sixty is longer; of summaries two in three are."""
_NO_HEADLINE = re.compile(
    r"editor[’']s note\b|note:|correction\b|series:|update[sd]?\b[^a-z]*\b(?:at|on)\b"
    r"|warning:|watch\b.* on (?:cnn|fox|nbc|tv)\b|[\[(]"
    r"|(?:sen|rep|gov|dr)s?\. \S+ \S+(?: and \S+ \S+ \S+)?$",
    re.IGNORECASE,
)
_SENTENCE_WITHIN = re.compile(
    # Not after initials and titles: "J. Doe", "Mr. Doe", "Sen. Doe".
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)"
    r"[.!?][\"'”’]* [“\"‘']?[A-Z]"
)
_LONG_FOR_TWO = 70
_BREADCRUMB = re.compile(r"\s*[>›»/|]\s*")


def is_prose(words: str) -> bool:
    """Say whether this is running text and no headline, however short."""
    if len(words) > _PROSE_LENGTH:
        return True
    if not _ends_sentence(words):
        return False
    return len(words.split(None, _SENTENCE_WORDS)) >= _SENTENCE_WORDS


def may_be_headline(words: str) -> bool:
    """Say whether a line at the head may be the headline."""
    if len(words) > _PROSE_LENGTH or not any(map(str.isalpha, words)):
        return False
    return not _ends_sentence(words) and not words[0].islower()


def is_possible_headline(words: str, longest: int) -> bool:
    """Say whether a line is no bullet of a list, and no longer than headlines are."""
    return len(words) <= longest and words[0] not in "•*▪"


def is_plain_headline(words: str) -> bool:
    """Say whether a line that nothing beside it backs can only be a headline.

    A summary, a caption and a slogan stand above stories too.
    """
    if len(words.split(None, 2)) < 3:
        return False
    if _NO_HEADLINE.match(words) or words[-1] in ")]|" or "|" in words:
        return False
    return is_headline_case(words) or _SENTENCE_WITHIN.search(words) is None


def is_caption_and_headline(words: str) -> bool:
    """Say whether a long line holds a sentence and more, as pasted captions do."""
    if len(words) <= _LONG_FOR_TWO or is_headline_case(words):
        return False
    return _SENTENCE_WITHIN.search(words) is not None


def _ends_sentence(words: str) -> bool:
    # Only the end is looked at; to search the whole line would cost ten times more.
    end = words[-12:]
    return bool(_SENTENCE_END.search(end)) and not _INITIALS.search(end)


def is_heading(words: str) -> bool:
    """Say whether a short line between paragraphs heads the next ones."""
    if (
        len(words) > 100
        or words[0].islower()
        or not words[0].isalnum() | (words[0] in "'‘“\"«")
    ):
        return False
    if _HEADING_END.search(words) and not _INITIALS.search(words):
        return False
    return len(words.split()) <= 14 and any(map(str.isalpha, words))


def is_stray_headline(words: str) -> bool:
    """Say whether a line is Of Another Story: Venn, Brennick Vow to Keep It."""
    return bool(_TWO_NAMES_AND_VERB.match(words)) and is_headline_case(words)


def is_headline_case(words: str) -> bool:
    """Say whether a line Capitalises Its Words Like a Headline."""
    long = _LONG_WORD.findall(words)
    return len(long) > 3 and not words.isupper() and all(w[0].isupper() for w in long)


def is_section(words: str) -> bool:
    """Say whether a line names a section of the paper, or the way to one."""
    if len(words) > 60:
        return False
    steps = _BREADCRUMB.split(words.rstrip(": ").casefold())
    return (
        all(step in _SECTIONS for step in steps)
        or words.casefold().rstrip(":") in _SECTIONS
    )
