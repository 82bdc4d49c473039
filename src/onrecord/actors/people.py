"""Whether two wordings of one document can name one person: "Lavrov", "S. Lavrov" and "Sergei Viktorovich Lavrov"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.actors.first_names import Gender, first_names, gender
from onrecord.actors.name_orders import bare_family
from onrecord.actors.person_names import PersonName, parse
from onrecord.actors.romanised import folded, inflected, likeness, sounds
from onrecord.tables import rows

# A score below this needs another reason than the names, such as an office told of both.
LIKELY = 0.5

_GIVEN_ALONE = 0.4
_INFLECTED = 0.5
_INITIALS = 0.6
_PART = 0.6
_LATER_GIVEN = 0.7
_SHORT = 0.9
# First names that are spelled alike are often two ("Hamid", "Hamed"), so known ones must be nearer than others.
_KNOWN_APART = 0.78


def keys(name: PersonName) -> frozenset[str]:
    """What to look a name up by: :func:`same_person` is 0 for names that share no key."""
    return name.keys


@lru_cache(maxsize=65536)
def same_person(one: PersonName, other: PersonName) -> float:
    """How well two wordings of one document can name one person.

    Names are compared as a reader does who knows nothing of the persons: the longer name must be a way to continue the
    shorter. It is symmetric, not transitive: "Bush" goes with two presidents, who do not go with each other.

    Returns:
        1 the same name; 0.9 a short form that news uses alone; down to 0.6 with spelling, nickname or initials;
        0.5 a form that only a case, left by a translation, explains; 0.4 the given name alone, which takes another
        reason (below :data:`LIKELY`); 0 two persons.
    """
    if not one.keys & other.keys:
        return 0.0
    if one.sure and other.sure and one.gender != other.gender:
        return 0.0
    if one.suffix and other.suffix and folded(one.suffix) != folded(other.suffix):
        return 0.0
    if one.full == other.full:
        return 1.0
    if "other script" in (one.tradition, other.tradition):
        return 0.0
    if one.given and other.given:
        return max(_both_full(one, other), min(_LATER_GIVEN, max(_suffixed(one, other), _suffixed(other, one))))
    if not one.given and not other.given:
        return max(_short_of(one, other), _short_of(other, one))
    return _short_of(one, other) if other.given else _short_of(other, one)


def _both_full(one: PersonName, other: PersonName) -> float:
    """Two names with given and family name."""
    family = _family_alike(one, other)
    given = _given_alike(one, other) if family else 0.0
    if given or "filial" in (one.tradition, other.tradition):
        return min(family, given)
    words, others = _words(one), _words(other)
    if _joined(folded("".join(words[1:]))) == _joined(folded("".join(others[1:]))):
        return min(_SHORT, _name_alike(words[0], others[0], *_told(one, other)))
    if _turned_round(words, others):
        return _SHORT
    short, long = sorted((words, others), key=len)
    if 1 < len(short) < len(long) and all(_continues(a, b) for a, b in zip(short, long, strict=False)):
        # a name that goes on: "Dina Orla", "Dina Orla Zell"; less sure where only given names are there
        whole = other if long is others else one
        if whole.tradition == "East Asian":
            return 0.0
        return 0.8 if len(short) > len(whole.given.split()) else 0.6
    return 0.0


def _turned_round(words: list[str], others: list[str]) -> bool:
    """Whether the same words stand in another order, and not two first names, either of which may be the father's."""
    if sorted(map(folded, words)) != sorted(map(folded, others)):
        return False
    return not (folded(words[0]) in first_names() and folded(others[0]) in first_names())


def _continues(one: str, other: str) -> bool:
    return likeness(one, other) >= _KNOWN_APART or bool(_rows_of(one) & _rows_of(other))


def _family_alike(one: PersonName, other: PersonName) -> float:
    if "filial" in (one.tradition, other.tradition):
        return _filial_alike(one, other)
    best = _word_alike(one.family, other.family, _exact(one, other))
    if not best:
        forms = ((a, b) for a, b in ((one.family, b) for b in other.short))
        others = ((a, other.family) for a in one.short)
        best = max((_SHORT * _word_alike(a, b, exact=False) for a, b in (*forms, *others) if a and b), default=0.0)
    return best or _hyphenated(one.family, other.family) or (_INFLECTED if _case_of(one, other) else 0.0)


def _hyphenated(one: str, other: str) -> float:
    """One part of a double family name for all of it: "Ravanchi" of "Takht-Ravanchi"."""
    parts = [{folded(part) for part in name.split("-") if len(part) > 3} for name in (one, other)]
    same = ("-" in one) != ("-" in other) and parts[0] & parts[1]
    return _PART if same else 0.0


def _filial_alike(one: PersonName, other: PersonName) -> float:
    """Names with "bin": patronymics and families agree where both tell them."""
    fathers = [_fathers(name) for name in (one, other)]
    for a, b in zip(*fathers, strict=False):
        if not _word_alike(a, b, exact=False):
            return 0.0
    families = [name.family for name in (one, other) if not _opens_filial(name.family)]
    if len(families) == 2:
        return _word_alike(families[0], families[1], exact=False)
    return _SHORT if all(fathers) else 0.0


def _fathers(name: PersonName) -> list[str]:
    """The fathers of a name with "bin", nearest first."""
    text = f"{name.patronymic} {name.family}" if _opens_filial(name.family) else name.patronymic
    return [part.strip() for part in _FILIAL.split(text) if part.strip()] if _FILIAL.search(text) else []


_FILIAL = re.compile(r"(?:^|(?<= ))(?:bin|ibn|ben|bint|ould|binti|mint)(?= )", re.IGNORECASE)


def _opens_filial(words: str) -> bool:
    return bool(_FILIAL.match(words))


def _exact(one: PersonName, other: PersonName) -> bool:
    """Whether a letter makes another name, as in short names of East Asia: Wang and Weng."""
    return "East Asian" in (one.tradition, other.tradition)


@lru_cache(maxsize=16384)
def _word_alike(one: str, other: str, exact: bool) -> float:
    """Likeness of family names, with or without their particles."""
    a, b = bare_family(one), bare_family(other)
    if exact:
        return 1.0 if folded(a) == folded(b) else 0.0
    joined, across = _joined(a), _joined(b)
    best = likeness(joined, across)
    if not best:
        # "Elsisi" and "el-Sisi"
        forms = ((joined, _joined(other)), (_joined(one), across), (_unprefixed(joined), _unprefixed(across)))
        best = max(likeness(x, y) for x, y in forms)
    return best


def _unprefixed(word: str) -> str:
    return word[2:] if len(word) > 5 and folded(word).startswith(("al", "el")) else word


def _joined(words: str) -> str:
    return re.sub("[ -]", "", words)


def _words(name: PersonName) -> list[str]:
    words = name.full.split()
    return words[:-1] if name.suffix and len(words) > 1 else words


def _given_alike(one: PersonName, other: PersonName) -> float:
    """Given names, then middle names and patronymics as far as both go."""
    if _exact(one, other):
        return _east_asian_given(_joined(one.given), _joined(other.given), one.family)
    a, b = _names_before(one), _names_before(other)
    if min(map(len, (*a, *b))) > 1:
        whole = likeness("".join(a), "".join(b))
        if whole >= _KNOWN_APART:
            return whole
    scores = [_name_alike(x, y, *_told(one, other)) for x, y in zip(a, b, strict=False)]
    if scores[0] == 0.0 and len(a) != len(b) and not any("al-" in name.full.casefold() for name in (one, other)):
        # called by a later given name: "Robert Anders Holm" is "Anders Holm"
        short, long = sorted((a, b), key=len)
        later = any(folded(short[0]) == folded(name) for name in long[1:]) and len(folded(short[0])) > 1
        return _LATER_GIVEN if later else 0.0
    return min(scores) if len(a) == len(b) else min(_SHORT, *scores)


def _names_before(name: PersonName) -> list[str]:
    """Given and middle names, a word each; "H.W." is two; patronymics with "bin" are compared elsewhere."""
    middle = "" if name.tradition in ("filial", "Turkic") else name.patronymic
    words = f"{name.given} {middle}".split()
    words = [bare_family(word) for word in words if folded(word) not in ("al", "el")] or words
    return [part for word in words for part in (re.findall(r"[^\W\d_]", word) if _is_initials(word) else [word])]


def _is_initials(word: str) -> bool:
    return bool(re.match(r"^(?:[^\W\d_]\.-?)+[^\W\d_]?\.?$|^[^\W\d_]$|^[A-Z]{2}$", word))


def _told(one: PersonName, other: PersonName) -> tuple[Gender, Gender]:
    return (one.gender if one.sure else None, other.gender if other.sure else None)


def _name_alike(a: str, b: str, mine: Gender, theirs: Gender) -> float:
    """Two given names: the same, spelled otherwise, an initial, a nickname, a case."""
    x, y = _SERVANT.sub("abdul", folded(a)), _SERVANT.sub("abdul", folded(b))
    if x == y:
        return 1.0
    if min(len(x), len(y)) == 1:
        return 0.8 if x[:1] == y[:1] else 0.0
    if _rows_of(a) & _rows_of(b):
        return 0.85
    close = likeness(a, b)
    both_known = x in first_names() and y in first_names()
    if close and (close >= _KNOWN_APART or not both_known or _same_but_vowels(a, b)):
        return close
    if "-" in a + b and (x.startswith(folded(b)) or y.startswith(folded(a))) and "-" not in min(a, b, key=len):
        return _INFLECTED
    if "f" in (gender(a), gender(b), mine, theirs) and gender(a) != gender(b):
        return 0.0
    return _INFLECTED if inflected(a, b) or inflected(b, a) else 0.0


# "Abdel", "Abdul", "Abd"; Korean vowels that romanisations interchange: Seok, Suk, Sok
_SHORT_VOWELS = str.maketrans("eo", "iu")
_SERVANT, _VOWELS = re.compile("^abd[aeou]?[lr]?$"), re.compile("eo|eu|ou|oo|u")


def _east_asian_given(a: str, b: str, family: str) -> float:
    """Given names of China and Korea: syllables joined, apart or hyphenated; only Korean ones vary in spelling."""
    x, y = folded(a), folded(b)
    if x == y:
        return 1.0
    if min(len(x), len(y)) == 1:
        return 0.7 if x[:1] == y[:1] else 0.0
    if folded(family) not in _korean_only() or x[0] != y[0] or abs(len(x) - len(y)) > 2:
        return 0.0
    close = likeness(_VOWELS.sub("o", x), _VOWELS.sub("o", y))
    return _KNOWN_APART if close >= _KNOWN_APART else 0.0


@cache
def _korean_only() -> frozenset[str]:
    groups = {group: frozenset(words.split("|")) for group, words in rows("nameparts.tsv")}
    return groups["korean"] - groups["chinese"] | {"kim", "moon", "park", "yoon", "lee"}


def _same_but_vowels(a: str, b: str) -> bool:
    """Whether two words differ only in vowels that Arabic does not write: "Yasser", "Yasir"."""
    return sounds(a).translate(_SHORT_VOWELS) == sounds(b).translate(_SHORT_VOWELS)


def _rows_of(given: str) -> frozenset[str]:
    """The rows of ``data/nicknames.tsv`` that a given name stands in."""
    return _nicknames().get(folded(given), frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """For each form of a first name, the rows of the table that it stands in."""
    out: dict[str, set[str]] = {}
    for name, others in rows("nicknames.tsv"):
        for form in (name, *others.split("|")):
            out.setdefault(folded(form), set()).add(name)
    return {form: frozenset(names) for form, names in out.items()}


def _short_of(short: PersonName, long: PersonName) -> float:
    """A name without given name against one that may have it."""
    exact = _exact(short, long)
    wording = " ".join(_words(short))
    best = _SHORT * max((_word_alike(wording, form, exact) for form in long.short), default=0.0)
    if not long.given:
        best = max(best, _word_alike(wording, " ".join(_words(long)), exact))
    best = max(best, _suffixed(short, long))
    if not best and long.family:
        best = _PART * _word_alike(wording, long.family, exact) or _hyphenated(wording, long.family)
    if not best and _acronym(short, long):
        best = _INITIALS
    if not best and _case_of(short, long):
        best = _INFLECTED
    if not best and long.given:
        first = long.given.split()[0]
        if folded(wording) in (folded(long.given), folded(first)):
            best = _GIVEN_ALONE
    return best


def _suffixed(short: PersonName, long: PersonName) -> float:
    """A name that another ends in: "Lula da Silva", "Amirabdollahian"; not a father's behind "bin"."""
    words, whole = _words(short), _words(long)
    joined = folded("".join(words))
    for i in range(1, len(whole)):
        if _FILIAL.match(f"{whole[i - 1]} "):
            continue
        if folded("".join(whole[i:])) == joined and not (long.tradition == "East Asian" and len(whole) - i < 3):
            return _SHORT if len(words) > 1 or i < len(whole) - 1 else 0.8
    return 0.0


def _acronym(short: PersonName, long: PersonName) -> bool:
    """ "MBS" of Mohammed bin Salman."""
    letters = folded(short.full)
    return (
        len(letters) >= 3 and " " not in short.full and "".join(folded(w)[:1] for w in _words(long)).startswith(letters)
    )


def _case_of(one: PersonName, other: PersonName) -> bool:
    """Whether a family name is a case of the other that a translation left: "Lavrovu".

    A feminine name looks like the genitive of the masculine. Whoever is known for a woman is not taken for one.
    """
    return any(_case(base, form) for base, form in ((one, other), (other, one)))


def _case(base: PersonName, form: PersonName) -> bool:
    return any(inflected(a, b) and not _woman_of(a, base, form) for a in _last_words(base) for b in _last_words(form))


def _woman_of(a: str, base: PersonName, form: PersonName) -> bool:
    masculine = folded(a)[-1:] not in ("a", "")
    return masculine and "f" in [n.gender for n in (base, form) if n.sure]


def _last_words(name: PersonName) -> Iterator[str]:
    yield name.family.split()[-1] if name.family else name.full


__all__ = ["LIKELY", "Gender", "PersonName", "gender", "keys", "parse", "same_person"]
