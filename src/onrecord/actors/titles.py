"""The words around a person's name taken off: titles, offices, possessive 's, what follows a comma; case made even."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.actors.first_names import Gender, first_names
from onrecord.actors.romanised import folded
from onrecord.tables import rows

_APOSTROPHES = re.compile("[’ʼ‘`´′ʹ]")
_POSSESSIVE = re.compile(r"(?<=\w)'s$|(?<=s)'$", re.IGNORECASE)
# Turkish writes the case of a name behind an apostrophe: Erdoğan'ın, Fidan'a; Arabic names have a vowel after a vowel.
_TURKISH_CASE = re.compile(
    r"(?<=\w\w\w\w)'(?:n?[ıiuü]n|n?[dt][ae]n?|[yn][ae]|[yn][ıiuü]|y?l[ae])$|(?<=\w\w\w[^\W\daeıioöuü])'[aeıiuü]$"
)
_NICKNAME = re.compile(r"""\s["“”«»„']([^"“”«»„']+)["“”«»„'](?=\s)""")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_AROUND = ' \t\n\r,;:!?"“”«»„*|/<>()[]{}–—_'
_NUMERAL = re.compile(r"^[IVX]{2,6}$|^[IVX]$")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.-?)+[^\W\d_]?\.?$|^[^\W\d_]$")


@dataclass(frozen=True, slots=True)
class Bare:
    """A name without what stood around it.

    Attributes:
        words: of the name, in name case.
        loud: places of words that stood in capitals beside others that did not, as family names do in "XI Jinping".
        nicknames: that stood in quotation marks.
        gender: that a title tells.
    """

    words: tuple[str, ...]
    loud: frozenset[int]
    nicknames: tuple[str, ...]
    gender: Gender


@dataclass(frozen=True)
class _Words:
    titles: dict[str, Gender]
    spelled: frozenset[str]
    doubtful: frozenset[str]
    office: frozenset[str]
    after: frozenset[str]
    joined: frozenset[str]
    particles: frozenset[str]
    burmese: frozenset[str]
    japanese: frozenset[str]
    suffixes: frozenset[str]


@cache
def _words() -> _Words:
    """The tables, by word in lower case without dots."""
    titles: dict[str, Gender] = {}
    spelled: set[str] = set()
    groups: dict[str, set[str]] = {}
    for group, word, *rest in (*rows("offices.tsv"), *rows("titles.tsv")):
        told: Gender = "f" if rest[-1:] == ["f"] else "m" if rest[-1:] == ["m"] else None
        if group in ("honorific", "role", "title"):
            titles.setdefault(_plain(word), told)
            spelled |= {word, word.upper(), word + "."}
            if group == "role":
                titles.setdefault(_plain(word) + "s", told)
        groups.setdefault(group, set()).add(_plain(word))
    office = groups["modifier"] | groups["topic"] | groups["organisation"] | groups["lead-in"] | groups["generic"]
    office |= {word for phrase in office for word in phrase.split()}
    for row in rows("states.tsv"):
        for cell in row[1:6]:
            office |= {word for name in cell.split("|") for word in _plain(name).split()}
    parts = {group: frozenset(words.split("|")) for group, words in rows("nameparts.tsv")}
    return _Words(
        titles,
        frozenset(spelled),
        frozenset(groups["title-or-name"]),
        frozenset(office),
        frozenset(groups["after"]),
        frozenset(groups["after-name"]),
        parts["particle"] | parts["article"] | parts["filial"] - {"ben"},
        parts["burmese"],
        parts["japanese"],
        parts["suffix"],
    )


def _plain(word: str) -> str:
    return word.casefold().replace(".", "").replace("-", " ").strip()


def bare(wording: str) -> Bare:
    """Take titles, offices, possessive endings, brackets and post-nominals off a wording, and even out its case."""
    text = _BRACKETS.sub("", " ".join(_APOSTROPHES.sub("'", wording).split())) or wording
    nicknames = tuple(found.strip() for found in _NICKNAME.findall(text))
    text = _NICKNAME.sub("", text).strip(_AROUND)
    text = _TURKISH_CASE.sub("", _POSSESSIVE.sub("", text)).strip(_AROUND)
    words = _before_comma(text).split()
    words = [word.strip(_AROUND) for word in words]
    words, gender = _without_titles([word for word in words if word])
    words = _without_post_nominals(words)
    words, loud = _even_case(words)
    return Bare(tuple(words), loud, nicknames, gender)


def _before_comma(text: str) -> str:
    """The part of a wording with the name in it: "Lavrov, Sergey" turned round, "Jr." kept, an apposition left out."""
    first, *others = (part.strip() for part in text.split(","))
    table = _words()
    others = [part for part in others if part]
    if not others:
        return first
    if _plain(others[0]) in table.suffixes:
        return f"{first} {others[0]}"
    words = first.split()
    if all(_plain(word) in table.office or _plain(word) in table.titles for word in words):
        return ", ".join(others) if len(words) > 1 else f"{first} {others[0]}"
    if len(words) <= 2 and len(others) == 1 and all(folded(w) in first_names() for w in others[0].split()[:1]):
        return f"{others[0]} {first}"
    return first


def _without_titles(words: list[str]) -> tuple[list[str], Gender]:
    """The words behind the titles and offices that a wording begins with, and the gender that they tell."""
    table = _words()
    plain = [_plain(word) for word in words]
    cut, gender = 0, None
    i = 0
    while i < len(words) - 1:
        length = _title_at(words, plain, i, cut)
        if length:
            phrase = " ".join(plain[i : i + length])
            gender = gender or table.titles.get(phrase) or table.titles.get(plain[i + length - 1])
            i += length
            cut = _past_object(words, plain, i)
            i = max(i, cut)
        elif plain[i] in table.office or words[i] in "&," or plain[i] in ("and", "of"):
            i += 1
        else:
            ahead = _next_title(words, plain, i)
            if ahead is None:
                break
            i = ahead
    while cut < len(words) - 1 and words[cut][0].islower() and plain[cut] in table.office - table.particles:
        cut += 1
    return words[cut:], gender


def _title_at(words: list[str], plain: list[str], i: int, cut: int) -> int:
    """How many words the title at a place has, if it is one with a name behind it; else 0."""
    table = _words()
    for length in (3, 2, 1):
        end = i + length
        if end >= len(words) or " ".join(plain[i:end]) not in table.titles:
            continue
        if length > 1 or words[i][0].islower():
            return length
        # "HE" is no "He", and "U" stands before Burmese names only
        if len(plain[i]) <= 2 and (
            words[i] not in table.spelled or (plain[i] == "u" and plain[end] not in table.burmese)
        ):
            continue
        if len(plain[i]) == 1 and _INITIALS.match(words[end]):
            continue  # "M. K. Narayanan" is no Monsieur
        if plain[i] in table.doubtful and words[i][-1] != ".":
            following = plain[end]
            if following.split(" ")[0] in table.particles or following in table.suffixes or following in table.japanese:
                continue
            named = folded(words[i]) in first_names()
            if cut == 0 and i == 0 and len(words) == 2 and named and plain[end] not in first_names():
                continue
        return length
    return 0


def _past_object(words: list[str], plain: list[str], i: int) -> int:
    """Where the name begins behind a title that ends at ``i``: past "of the Republic of Vessia", "for Europe"."""
    table = _words()
    while i < len(words) - 1 and plain[i] in ("of", "for", "to", "at", "in", "and", "&"):
        i += 1
        start = i
        while i < len(words) - 1 and plain[i] in table.office:
            i += 1
        if i == start and i < len(words) - 1:
            i += 1  # "the mayor of Telmar Anna Orlin": one word that no table has
    return i


def _next_title(words: list[str], plain: list[str], i: int) -> int | None:
    """A title a few words ahead that tells that the words before it are no name: "Rosneft CEO Igor Sechin"."""
    table = _words()
    for j in range(i + 1, min(i + 5, len(words) - 1)):
        if plain[j] in table.titles and len(plain[j]) > 1:
            if words[j][0].islower():
                return j
            named = any(folded(word) in first_names() for word in words[i:j])
            return None if named or plain[j] in table.doubtful else j
    return None


def _without_post_nominals(words: list[str]) -> list[str]:
    table = _words()
    after = {word.replace(".", "") for word in table.after}
    while len(words) > 1 and _plain(words[-1]).replace("(", "").replace(")", "") in after and words[-1][:1].isupper():
        words = words[:-1]
    if words and "-" in words[-1]:
        name, _, honorific = words[-1].rpartition("-")
        if honorific in table.joined and name:
            words = [*words[:-1], name]
    return words


def _even_case(words: list[str]) -> tuple[list[str], frozenset[int]]:
    """Words in name case, and the places of those that stood in capitals beside others that did not."""
    loud = [i for i, word in enumerate(words) if _is_loud(word)]
    counted = [word for word in words if any(c.isalpha() for c in word) and not _INITIALS.match(word)]
    all_loud = bool(counted) and all(word == word.upper() or _is_loud(word) for word in counted)
    initials = [len(word) == 2 and folded(word) not in _short_words() for word in words]
    out = [
        name_case(word, first=i == 0) if i in loud or (all_loud and not initials[i]) else word
        for i, word in enumerate(words)
    ]
    return out, frozenset() if all_loud else frozenset(loud)


def _is_loud(word: str) -> bool:
    """Whether a word stands in capitals that are not initials or numerals: "MACRON", "McCONNELL", "XI"; not "JD"."""
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2 or (_NUMERAL.match(word) and folded(word) != "xi") or _INITIALS.match(word):
        return False
    if not all(c.isupper() for c in letters) and not re.match(
        r"^(?:Mc|Mac|O'|D'|al-|el-|Al-|El-)[^\W\d_a-z]{2,}$", word
    ):
        return False
    if len(letters) <= 3 and not set(folded(word)) & set("aeiouy"):
        return False
    return len(letters) > 2 or folded(word) in _short_words()


@cache
def _short_words() -> frozenset[str]:
    """Words of two letters that are names or stand in names, not initials."""
    parts = {word for _, words in rows("nameparts.tsv") for word in words.split("|")}
    return frozenset(word for word in parts | set(first_names()) if len(word) == 2)


def name_case(word: str, first: bool = True) -> str:
    """A word in capitals as names are written: "McConnell", "O'Brien", "Jean-Yves", "el-Sisi", "von" unless first."""
    if _NUMERAL.match(word) and folded(word) != "xi":
        return word
    lower = word.casefold() if "İ" not in word else word.replace("İ", "i").casefold()
    table = _words()
    if not first and lower in table.particles and lower not in ("le", "la", "al", "el", "ben", "los", "las"):
        return lower
    out = re.sub(r"(?:^|(?<=[-']))[^\W\d_]", lambda m: m.group().upper(), lower)
    out = re.sub(r"^(Al|El|As|Ash|Ad|An|Ar|At|Az)-", lambda m: m.group().lower(), out)
    out = re.sub(r"^Mc([^\W\d_])(?=..)", lambda m: "Mc" + m.group(1).upper(), out)
    return re.sub(r"'S$", "'s", out)
