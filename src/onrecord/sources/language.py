"""Whether a text is English, the one language that is read; if not, which it seems to be."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from onrecord.errors import LanguageError
from onrecord.tables import rows

_WORD = re.compile(r"[^\W\d_]+")
# English news has 23% of such words in the median text, 12% or more in 99 of 100; other languages hardly any
_ENOUGH = 0.10
# the identifier's names for English; to it, headlines without articles are often Nigerian Pidgin
_ENGLISH = ("en", "pcm")
# In doubt, a text is English. Of 4,000 English sentences, those of twelve words and more all have a probability of
# English above 0.1, the shorter ones above 0.005: names and headlines look like anything.
_FEW_WORDS, _DOUBT, _DOUBT_OF_FEW = 12, 0.1, 0.005
_SLICE = 4000


def require_english(text: str, where: str, *, force: bool = False) -> None:
    """Refuse a text that is not English. Texts too short to tell, and mixed ones with as much English, pass.

    Args:
        text: the document's text.
        where: its file, URL or id, for the message.
        force: let everything pass.

    Raises:
        LanguageError: the text seems to be in another language, which the message names.
    """
    if force or (code := language(text)) == "en":
        return
    what = f"seems to be {_names().get(code, code)}; only English is read"
    raise LanguageError(what, where=where, remedy="pass --force to read it all the same")


def language(text: str) -> str:
    """The language of a text as an ISO 639 code, ``en`` in doubt.

    First the share of English function words, which is quick and nearly always enough; then py3langid (Lui and
    Baldwin, langid.py, ACL 2012), whose model takes half a second to load.
    """
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    if not words or sum(word in _function_words() for word in words) >= _ENOUGH * len(words):
        return "en"
    ranked = dict(_identifier().rank(sample))
    english = sum(ranked.pop(code) for code in _ENGLISH)
    in_doubt = english >= (_DOUBT if len(words) >= _FEW_WORDS else _DOUBT_OF_FEW)
    return "en" if in_doubt else max(ranked, key=lambda code: ranked[code])


def _sample(text: str) -> str:
    """Start, middle and end: a page that opens with a menu in another language is judged by the rest too."""
    if len(text) <= 3 * _SLICE:
        return text
    middle = (len(text) - _SLICE) // 2
    return "\n".join((text[:_SLICE], text[middle : middle + _SLICE], text[-_SLICE:]))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for (word,) in rows("english-function-words.tsv"))


@cache
def _names() -> dict[str, str]:
    return dict(rows("languages.tsv"))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
