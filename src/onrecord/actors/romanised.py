"""Words of names in Latin letters as sounds, so that spellings of one name from other scripts meet.

*Qaddafi*, *Gaddafi* and *Kadhafi* are one name written three ways. A word becomes a string of sounds (:func:`sounds`),
two words are compared by an edit distance in which sounds that transliterations interchange cost little
(:func:`likeness`), and a coarse outline of the consonants (:func:`outlines`) says which words need be compared at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ı": "i"}
    | dict.fromkeys("'’ʼ‘`ʻʾʿ´ʹ′.-‐‑–", "")
)
# Letters whose mark tells another sound.
_MARKED = str.maketrans(
    {"š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ć": "ch", "ç": "ch", "ž": "zh", "đ": "dj", "ţ": "ts", "ț": "ts"}
)
# Letter groups to sounds, in order. Capitals are sounds of their own: C ch, S sh, Z zh, J dzh, X kh, G gh.
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("^mc(?=[a-z]{2})", "mac"),
        ("^abd[aeiou]?[lr](?=..)", "abdul"),
        ("(?<=..)(?:iy|ij|yj|yy|yi|ii|ie|y)$", "i"),
        ("(?<=[oa])u(?=sk)", "v"),
        ("(?:of|ow)f?$", "ov"),
        ("ef?f$", "ev"),
        ("owa$", "ova"),
        ("enka$", "enko"),
        ("dzh|dsch|dj|gj|j", "J"),
        ("zh", "Z"),
        ("tsch|cz", "C"),
        ("sch", "S"),
        ("ch", "C"),
        ("sh|sz", "S"),
        ("kh", "X"),
        ("gh", "G"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("ck", "k"),
        ("x", "ks"),
        ("qu(?=[ei])", "k"),
        ("tz", "ts"),
        ("c(?=[^eiy])", "k"),
        ("ae(?=[lrnst])", "e"),
        ("oe", "o"),
        ("ue", "u"),
        ("ou|oo(?=..)|(?<=..)oo", "u"),
        ("(?<=..)ee|ee(?=..)", "i"),
        (r"(.)\1+", r"\1"),
    )
)
# What it costs to write one sound for another; all others cost a whole.
_SWAPS = {
    pair: cost
    for cost, pairs in {
        0.1: "kq Xh iy GX",
        0.2: "vw cC sS zZ gG qG",
        0.3: "XK Xk gq ei ea vf wu cs CS sz ZJ yJ Sz",
        0.4: "hg JC cJ iJ oe cz yu cZ nm",
        0.45: "ou",
        0.6: "kg td bp au ao ai ui pf oi kG ck JZ zJ bv Jd",
    }.items()
    for swap in pairs.split()
    for pair in (swap, swap[::-1])
}
_DROPS = {
    "SC": 0.3,
    "ts": 0.3,
    "y": 0.2,
    "h": 0.3,
    "i": 0.3,
    "G": 0.4,
    "e": 0.5,
    "a": 0.5,
    "o": 0.5,
    "u": 0.5,
    "w": 0.5,
}
_VOWELS = "aeiou"
# What two words may differ in and still be one name grows with their length, to a limit.
_ALLOWED, _MOST = 0.14, 1.0
# Consonants that transliterations interchange, as one letter each; sounds that come and go are left out.
_CLASSES = str.maketrans("qgKCScszZJdbfm", "kkkssssssstpvn", "aeiouyhXGw")
# Endings of cases that add a consonant.
_LONG_CASE = re.compile("(?<=...)(?:[oeyi]m|[oe]go|[oe]ho|[oe]mu|ovi|[iu]n)$")

# What a masculine, feminine or other name becomes where a translation left it in its case: its ending, then the others.
_CASES = tuple(
    (ending, frozenset(others.split()))
    for ending, others in (
        ("skaia", "skoi skuiu skoiu"),
        ("ski", "skogo skoho skomu skim skom skego skemu skeho"),
        ("ia", "iu i ei"),
        ("a", "i u e oi oiu ou"),
        ("ei", "eia eiu eem"),
        ("ai", "aia aiu aem"),
        ("i", "ia iu em"),
        ("", "a u om em ovi"),
    )
)
# Endings that only surnames of the region take: elsewhere they make another name (Ross, Rossi).
_EASTERN, _EASTERN_CASES = re.compile("(?:[oe]v|in|[aei]n|shvili|dze|ko)$"), frozenset({"e", "i", "im", "in", "un"})


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """A word without case, marks, apostrophes and hyphens: "Erdoğan" is "erdogan"."""
    return _bare(unicodedata.normalize("NFC", word).casefold())


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def sounds(word: str) -> str:
    """A word as sounds, a letter each: "Qaddafi" is "qadafi", "Khrushchev" is "XruSCev"."""
    out = _bare(unicodedata.normalize("NFC", word).casefold().translate(_MARKED))
    for letters, sound in _SOUNDS:
        out = letters.sub(sound, out)
    return out


@lru_cache(maxsize=8192)
def outlines(word: str) -> frozenset[str]:
    """The word's consonants in classes, once for each way in which its doubtful letters may be read."""
    heard = sounds(word)
    forms = {heard, _LONG_CASE.sub("", heard)}
    for letter, other in (("w", "v"), ("J", "y"), ("X", "k"), ("G", "g"), ("ts", "t"), ("g", "h")):
        forms |= {form.replace(letter, other) for form in forms}
    if heard.endswith("c"):
        forms.add(heard[:-1] + "k")
    return frozenset(re.sub(r"(.)\1+", r"\1", form.translate(_CLASSES)) or "-" for form in forms)


@lru_cache(maxsize=16384)
def likeness(one: str, other: str) -> float:
    """How well two words can be spellings of one name.

    Returns:
        1 for the same letters, 0.95 for the same sounds, 0.9 down to 0.6 the more they differ, 0 for two names.
    """
    if folded(one) == folded(other):
        return 1.0
    a, b = sounds(one), sounds(other)
    if a == b:
        return 0.95
    allowed = min(_MOST, _ALLOWED * (max(len(a), len(b)) - 1))
    if abs(len(a) - len(b)) > 3 or not outlines(one) & outlines(other):
        return 0.0
    cost = _distance(a, b)
    return 0.9 - 0.3 * cost / allowed if cost <= allowed else 0.0


def _distance(a: str, b: str) -> float:
    """The weighted edit distance. A vowel at the end tells gender and case, so it is neither dropped nor changed."""
    above = [0.0]
    for j in range(len(b)):
        above.append(above[-1] + _drop(b, j))
    for i in range(len(a)):
        row = [above[0] + _drop(a, i)]
        for j in range(len(b)):
            last = i == len(a) - 1 and j == len(b) - 1 and a[i] in _VOWELS and b[j] in _VOWELS
            swap = 0.0 if a[i] == b[j] else 1.0 if last else _SWAPS.get(a[i] + b[j], 1.0)
            row.append(min(above[j] + swap, above[j + 1] + _drop(a, i), row[j] + _drop(b, j)))
        above = row
    return above[-1]


def _drop(word: str, i: int) -> float:
    if i == len(word) - 1 and word[i] in _VOWELS:
        return 1.0
    return _DROPS.get(word[i - 1 : i + 1] if i else "", _DROPS.get(word[i], 1.0))


@lru_cache(maxsize=16384)
def inflected(base: str, form: str) -> bool:
    """Whether a word looks like a case of a name, as machine translation leaves it: "Lavrovu" of "Lavrov"."""
    stem, word = _flat(base), _flat(form)
    if len(stem) < 4 or stem[:2] != word[:2]:
        return False
    for ending, others in _CASES:
        if stem.endswith(ending):
            stem = stem[: len(stem) - len(ending)]
            rest = word[len(stem) :]
            if ending == "" and _EASTERN.search(stem):
                others |= _EASTERN_CASES
            return len(stem) >= 3 and word.startswith(stem) and rest in others
    return False


def _flat(word: str) -> str:
    return re.sub("i+(?=e)", "", re.sub("i+", "i", sounds(word).replace("y", "i")))
