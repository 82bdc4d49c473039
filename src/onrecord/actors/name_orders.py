"""The words of a person's name put in order: which is given, which the father's, which the family's, by tradition.

Traditions are told apart by the words themselves: "bin", a patronymic in -ovich, a family name of Korea before two
syllables. What no rule knows is read as English-language news writes most of the world: given names, then family.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.actors.first_names import is_first_name
from onrecord.actors.romanised import folded
from onrecord.tables import rows


@dataclass(frozen=True, slots=True)
class Order:
    """The parts of a name, in name case.

    Attributes:
        given: given names; "Abdel Fattah" is one.
        middle: patronymics, middle names, initials.
        family: words of the family name, with particles.
        suffix: "Jr.", "III", or "".
        short: what later mentions may use alone.
        tradition: of the rule that read it.
    """

    given: tuple[str, ...]
    middle: tuple[str, ...]
    family: tuple[str, ...]
    short: frozenset[str]
    tradition: str
    suffix: str = ""


Words = tuple[str, ...]

_PATRONYMIC = re.compile(
    r"(?:[oei]v|yov)(?:[iy]ch|itch|na)$|(?:il|kuzm|luk|fom|nikit|savv)(?:[iy]ch|inichna)$", re.IGNORECASE
)
_SURNAME_ENDING = re.compile(r"(?:[oei]v|[oei]va|sky|skiy|skaya|yan|ian|shvili|dze|enko|vich|čić|vić)$", re.IGNORECASE)
_ROMAN = re.compile("^[IVX]+$")
_INITIAL = re.compile(r"^(?:[^\W\d_]\.-?)+[^\W\d_]?\.?$|^[^\W\d_]$")
# One or two syllables of Chinese in pinyin; of Korean; one of any romanisation; of Vietnamese.
_PINYIN_FINAL = (
    "(?:i?ao|i?ang|u?ang|i?ong|u?ai|u?an|ian|i?ou|[iu]?e|[iuv]?a|[uv]?en|[uv]?n|eng?|er|ei|i?u|ui|uo|o|ing?|i)"
)
_PINYIN = re.compile(f"^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_PINYIN_FINAL}){{1,2}}$")
_KOREAN_SYLLABLE = (
    "(?:ch|hw|gw|kw|hy|[gkndtrlmbpsjhyw])?(?:yae|yeo|yoo|ae|ya|eo|ye|oe|wae|wa|weo|wo|we|wi|ui|yo|yu|oo|ou|eu|ai|[aeiou])"
    "(?:ng|ck|[nmkglpbth])?"
)
_KOREAN = re.compile(f"^(?:{_KOREAN_SYLLABLE}){{1,2}}$")
_SYLLABLE = re.compile(
    "^(?:zh|ch|sh|ts|tz|hs|sz|ng|kw|gw|hw|[bpmfdtnlgkhjqxrzcsyw])?[aeiouwyü]{1,4}(?:ng|ck|[nmktphulrg])?$"
)
_VIETNAMESE = re.compile("^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$")
_ONLY_VIETNAMESE = re.compile("^(?:tr|ng|nh|ph|th|v|kh|gi)|nh$|^(?:duc|dinh|xuan|quoc|lam|cong|hoai|quang|hung|dung)$")


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {group: frozenset(folded(word) for word in words.split("|")) for group, words in rows("nameparts.tsv")}


def _is(group: str, word: str) -> bool:
    return folded(word) in _groups()[group]


def _particle(word: str) -> bool:
    return _is("particle", word) and "." not in word


def _is_suffix(word: str) -> bool:
    # "XI" is a numeral, "Xi" a name
    return _is("suffix", word) and (not _ROMAN.match(word.upper()) or word.isupper())


def ordered(words: Sequence[str], loud: frozenset[int] = frozenset()) -> Order:
    """Put the words of a name in order.

    Args:
        words: without titles, in name case.
        loud: places of words that stood in capitals beside others that did not: the family name, by custom.
    """
    words = tuple(words)
    if len(words) > 1 and _is_suffix(words[-1]):
        return replace(ordered(words[:-1], loud - {len(words) - 1}), suffix=words[-1])
    at = next((i for i in range(1, len(words) - 1) if _is_suffix(words[i]) and _is("filial", words[i + 1])), None)
    if at is not None:  # "Abdullah II bin Hussein"
        return replace(ordered(words[:at] + words[at + 1 :]), suffix=words[at])
    if len(words) < 2:
        return Order((), (), words, frozenset(words), "one word")
    for rule in (_loud_family(loud), _filial, _father_last, _slavic, _vietnamese, _burmese, _east_asian, _turned_round):
        found = rule(words)
        if found:
            return found
    return _western(words)


def units(words: Sequence[str]) -> Words:
    """Words that belong together joined: "Abdel Fattah", "Abd al-Rahman", "Abu Mazen", "al Assad"."""
    out: list[str] = []
    i = 0
    while i < len(words):
        size = 1
        bound = _is("bound", words[i]) and i + 1 < len(words)
        article = i + 1 < len(words) and _opens_article(words, i + 1)
        if bound and (_always_bound(words[i]) or (article and i + 2 < len(words))):
            size = 3 if article and "-" not in words[i + 1] else 2
        elif i > 0 and _opens_article(words, i) and "-" not in words[i]:
            size = 2
        out.append(" ".join(words[i : i + size]))
        i += size
    return tuple(out)


def _opens_article(words: Sequence[str], i: int) -> bool:
    """Whether an Arabic article stands at a place: "al-Din", "al Din", "Al Thani", not "Al" at the end."""
    head, hyphen, _ = words[i].partition("-")
    return _is("article", head) and bool(hyphen or i + 1 < len(words)) and len(head) <= 3


def _always_bound(word: str) -> bool:
    return folded(word).startswith(("abd", "abu", "abou", "umm"))


def bare_family(family: str) -> str:
    """A family name without particles and articles in front: "Leyen", "Sisi", "Thani"."""
    words = family.split()
    while len(words) > 1 and ((words[0].islower() and _particle(words[0])) or _is("article", words[0])):
        words = words[1:]
    head, hyphen, rest = words[0].partition("-") if words else ("", "", "")
    if hyphen and len(head) <= 3 and _is("article", head) and rest:
        words[0] = rest
    return " ".join(words)


def _short(family: Words) -> frozenset[str]:
    """What may stand for a family name: all of it, its first and its last name, those without particles."""
    whole = " ".join(family)
    if _is("filial", family[0]):
        return frozenset({whole})
    bare = bare_family(whole)
    if _particle(bare.split()[0]):
        return frozenset({whole})  # "Le Pen", "Van der Bellen"
    names = units(bare.split())
    tail = len(names) - 1
    while tail > 1 and names[tail - 1].islower():
        tail -= 1
    out = {whole, bare, names[0], names[-1], " ".join(names[tail:])}
    if bare.count(" ") == 1 and folded(bare).startswith("abd"):
        out.add(bare.split()[1])  # "Abdel Nasser" is "Nasser", too
    return frozenset(out)


def _order(given: Words, middle: Words, family: Words, tradition: str, *more: str) -> Order:
    return Order(given, middle, family, _short(family) | {m for m in more if m}, tradition)


def _loud_family(loud: frozenset[int]) -> Callable[[Words], Order | None]:
    def rule(words: Words) -> Order | None:
        """Family names in capitals: "Emmanuel MACRON", "ISHIBA Shigeru"."""
        places = sorted(loud)
        if not places or len(places) == len(words) or places != list(range(places[0], places[-1] + 1)):
            return None
        family = tuple(words[i] for i in places)
        if places[0] == 0 and not is_first_name(words[0]):
            return _order((" ".join(words[len(places) :]),), (), family, "capitals")
        if places[0] == 0 or places[-1] != len(words) - 1:
            return None
        start = places[0]
        while start > 1 and words[start - 1].islower() and _particle(words[start - 1]):
            start -= 1
        given, middle = _given(units(words[:start]))
        return _order(given, middle, words[start:], "capitals")

    return rule


def _filial(words: Words) -> Order | None:
    """Patronymics behind "bin": "Mohammed bin Salman Al Saud", "Anwar bin Ibrahim", "Zine El Abidine Ben Ali"."""
    start = next((i for i in range(len(words) - 1) if _is("filial", words[i]) and (i or words[i] != "Ben")), None)
    if start is None:
        return None
    given = units(words[:start])
    fathers: list[str] = []
    i = start
    while i < len(words) - 1 and _is("filial", words[i]):
        name = units(words[i + 1 :])[0].split()
        fathers.append(" ".join((words[i], *name)))
        i += 1 + len(name)
    family = words[i:] or tuple(fathers[-1].split())
    rest = fathers if words[i:] else fathers[:-1]
    if not given:
        return _order((), (), words, "filial")
    return _order(given, tuple(rest), family, "filial", given[0], fathers[0])


def _father_last(words: Words) -> Order | None:
    """Turkic patronymics: "Ilham Heydar oglu Aliyev", "Aliyev Ilham Heydar oglu"."""
    at = next((i for i in range(2, len(words)) if _is("filial-after", words[i])), None)
    if at is None:
        return None
    middle, rest = (" ".join(words[at - 1 : at + 1]),), words[: at - 1] + words[at + 1 :]
    if len(rest) == 1:
        return _order(rest, middle, (middle[0].split()[0],), "Turkic", rest[0])
    turned = at == len(words) - 1 and is_first_name(rest[1]) and not is_first_name(rest[0])
    return _order(rest[1:], middle, rest[:1], "Turkic") if turned else _order(rest[:1], middle, rest[1:], "Turkic")


def _slavic(words: Words) -> Order | None:
    """Names with a patronymic: "Sergey Viktorovich Lavrov", "Lavrov Sergey Viktorovich"."""
    if len(words) != 3:
        return None
    if _PATRONYMIC.search(folded(words[1])):
        return _order(words[:1], words[1:2], words[2:], "Slavic")
    if _PATRONYMIC.search(folded(words[2])) and is_first_name(words[1]) and not is_first_name(words[0]):
        return _order(words[1:2], words[2:], words[:1], "Slavic")
    return None


def _vietnamese(words: Words) -> Order | None:
    """Family, middle, given name; called by the last: "Pham Minh Chinh" is "Chinh"."""
    if not 2 <= len(words) <= 4 or not _is("vietnamese", words[0]):
        return None
    rest = [folded(word) for word in words[1:]]
    if not all(_VIETNAMESE.match(word) for word in rest):
        return None
    telling = any(_ONLY_VIETNAMESE.search(word) for word in rest)
    elsewhere = _is("chinese", words[0]) or _is("korean", words[0])
    if not telling and (elsewhere or len(words) == 2 or is_first_name(words[0])):
        return None
    known = (words[0],) if folded(words[0]) == "ho" else ()
    return Order((" ".join(words[1:]),), (), words[:1], frozenset({words[-1], *known}), "Vietnamese")


def _burmese(words: Words) -> Order | None:
    """One unit, none of it a family name: "Aung San Suu Kyi", whom news calls "Suu Kyi"."""
    if not all(_is("burmese", word) for word in words) or all(_is("chinese", w) or _is("korean", w) for w in words):
        return None
    short = {" ".join(words)} | ({" ".join(words[-2:])} if len(words) > 3 else set())
    return Order((), (), words, frozenset(short), "Burmese")


def _east_asian(words: Words) -> Order | None:
    """Chinese and Korean names, family first: "Xi Jinping", "Moon Jae-in", "Lee Hsien Loong"."""
    chinese, korean = _is("chinese", words[0]), _is("korean", words[0])
    if not (chinese or korean) or len(words) > 3:
        return None
    parts = [folded(part) for word in words[1:] for part in re.split(r"[-‐‑']", word)]
    fits: bool
    if len(words) == 2 and len(parts) == 1:
        fits = (chinese and bool(_PINYIN.match(parts[0]))) or (korean and bool(_KOREAN.match(parts[0])))
        fits = fits and not is_first_name(words[0]) and (not is_first_name(words[1]) or not _is("korean", words[1]))
        # "Sung Kim": a given name and one of the four names that half of Korea has
        fits = fits and folded(words[1]) not in ("kim", "lee", "park", "choi")
    else:
        fits = len(parts) == 2 and all(_SYLLABLE.match(part) for part in parts)
    if not fits:
        return None
    return _order((" ".join(words[1:]),), (), words[:1], "East Asian")


def _turned_round(words: Words) -> Order | None:
    """Family name first where news elsewhere has it last: "Kishida Fumio", "Orbán Viktor", "Lavrov Sergey"."""
    if len(words) != 2 or is_first_name(words[0]) or not is_first_name(words[1]):
        return None
    japanese = _is("japanese", words[0])
    if (
        japanese
        or _is("hungarian", words[0])
        or (_SURNAME_ENDING.search(words[0]) and not _SURNAME_ENDING.search(words[1]))
    ):
        return _order(words[1:], (), words[:1], "Japanese" if japanese else "turned round")
    return None


def _given(names: Words) -> tuple[Words, Words]:
    """Given names and middle names of the words before a family name."""
    size = 1
    while size < len(names) and is_first_name(names[size].split()[0]):
        size += 1
    return names[:size], names[size:]


def _western(words: Words) -> Order:
    """Given names, then the family name with its particles; two family names in Spanish."""
    opens = _particle(words[0]) or (_is("article", words[0]) and (words[0].islower() or words[0] in ("Al", "El")))
    if opens and (words[0].islower() or words[1].islower() or (len(words) == 2 and not is_first_name(words[0]))):
        return _order((), (), words, "family name")
    joined = units(words)
    if len(joined) == 1:
        return _order((), (), words, "one unit")
    start = len(joined) - 1
    particle = next((i for i in range(1, start) if joined[i].islower() and _particle(joined[i])), None)
    names = 1
    while names < start and (is_first_name(joined[names].split()[0]) or _INITIAL.match(joined[names])):
        names += 1
    if particle is not None:
        start = min(particle, names)
    elif len(joined) > 2 and _double(joined):
        start -= 1
    elif len(joined) > 2 and _particle(joined[start - 1]):
        # "Marine Le Pen", "Chris Van Hollen"
        start -= 2 if start > 2 and _particle(joined[start - 2]) else 1
    elif (
        len(joined) == 2 and _is("spanish", joined[0]) and not is_first_name(joined[0]) and not is_first_name(joined[1])
    ):
        return _order((), (), words, "family name")
    given, middle = _given(joined[:start])
    family = tuple(word for unit in joined[start:] for word in unit.split())
    called = joined[0] if _is("by-given", words[0]) or folded(words[-1]).endswith("dottir") else ""
    return _order(given, middle, family, "western", called)


def _double(joined: Words) -> bool:
    """Whether the last two words are a Spanish double family name."""
    first, second = joined[-2:]
    if is_first_name(first) or _INITIAL.match(first):
        return False
    return _is("spanish", first) or folded(first).endswith("ez") or _is("spanish", second)
