"""Coreference against gold chains: ``python -m evals.coreference [GOLD.jsonl] [--gold-mentions] [--documents]``.

Without a file GUM's dev set (13 texts of 8 genres). Only chains with a *named* person, organisation or place count;
:func:`is_name` says what a name is. The figure is the CoNLL F1, the mean of MUC, B-cubed and CEAF-e (Pradhan et al.,
ACL 2014), by the package scorch, pooled over the documents as the reference scorer does.

**Heads.** GUM marks whole noun phrases, a reading the name, the role or the pronoun in them. Both are reduced to one
word, the head, and compared by that, as Moosavi et al. (ACL 2019, "Using automatically extracted minimum spans") and
the CRAC shared tasks do. An office directly before a name is one noun phrase with it in GUM, so it is no mention of
its own here; an adjective of a state ("Russian") is none either, since GUM does not mark adjectives.

**Singletons.** GUM marks them. The figures leave chains of one mention out on both sides, like the CoNLL shared task;
the last column keeps them (MUC never sees them).

**Baseline.** The mentions of the same reading, joined by :func:`baseline`: names and descriptions of the same words are
one, a pronoun is the nearest mention before it that is animate like it.

``--gold-mentions`` scores the baseline on the mentions that the model is trained to find, and what their gold chains
reach, the most that any system with such mentions can.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import gold
from onrecord import Reader
from onrecord.reading.lexicon import lexicon
from onrecord.records import Mention, Span
from training import entities

DEFAULT = gold.SHARED / "data" / "entities" / "gum-dev.jsonl"

Chain = frozenset[Span]
"""The heads of one entity's mentions."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TOKEN = re.compile(r"\w[\w'’.‑-]*|[^\w\s]")
_LEADING = _set("the a an this that these those both all some any every each no “ \" ' ‘ ( [")
# behind the head: what modifies it
_STOP = _set(
    "of in for from at to with by on about against as into over under after before during between among within through"
    " across near behind above below outside inside toward towards like than including versus and or nor but who whom"
    ' whose i he she we they you which that where when whether is are was were , ( ) [ ] : ; — – - / “ ” "'
)
_PARTICIPLE = re.compile(r"[a-z]+ed|made|born|sent|held|left|known|seen|built|given|taken")
_SENTENCE_START = re.compile(r"[\n.!?:\"”“’'(]\s*$")
_ANIMATE = _set(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves"
    " he him his himself she her hers herself who whom whose"
)
_INANIMATE = _set("it its itself which")
_NAMED_TYPES = _set("person organisation state place")
_GUM_TYPES = _set("person organization place")


@dataclass(frozen=True)
class Text:
    """A gold document: its text as it would be printed, and its named chains, the one-mention ones too."""

    id: str
    genre: str
    text: str
    chains: tuple[Chain, ...]


# ---- gold ------------------------------------------------------------------------------------------------------------


def texts(path: Path = DEFAULT) -> list[Text]:
    """The documents of a file of GUM's shape."""
    out = []
    for row in gold.lines(path):
        text, place = entities.printed(row["text"])
        spans = {(place[m["start"]], place[m["end"] - 1] + 1): (m["entity"], m["type"]) for m in row["mentions"]}
        heads: dict[Span, Span] = {}
        members: dict[int, set[Span]] = defaultdict(set)
        named: set[int] = set()
        # a word is the head of the shortest mention that claims it; a longer one ("Ada and Bo") is compared whole
        for span in sorted(spans, key=lambda s: (s[1] - s[0], s)):
            chain, kind = spans[span]
            found = head(text, span)
            own = heads.setdefault(found, span) == span
            members[chain].add(found if own or found in members[chain] else span)
            if own and kind in _GUM_TYPES and is_name(text, span, person=kind == "person"):
                named.add(chain)
        chains = tuple(frozenset(members[chain]) for chain in sorted(named))
        out.append(Text(row["id"], row["genre"], text, chains))
    return out


def head(text: str, span: Span) -> Span:
    """The head of a noun phrase, by its words: the last before what modifies it from behind.

    >>> text = "the former mayor of Port Ellis"
    >>> text[slice(*head(text, (0, len(text))))]
    'mayor'
    """
    words = [m.span() for m in _TOKEN.finditer(text, *span)]
    while len(words) > 1 and text[slice(*words[0])].lower() in _LEADING:
        words.pop(0)
    cut = next((i for i, w in enumerate(words) if i and text[slice(*w)].lower() in _STOP), len(words))
    words = words[:cut]
    while len(words) > 1 and (not text[words[-1][0]].isalnum() or _PARTICIPLE.fullmatch(text[slice(*words[-1])])):
        words.pop()
    if not words:
        return span
    start, end = words[-1]
    word = re.sub(r"(?:['’]s?|\.)$", "", text[start:end])
    return start, start + max(1, len(word))


def is_name(text: str, span: Span, *, person: bool = False) -> bool:
    """Whether a noun phrase is a proper name.

    Its head has a capital and is no people ("Israelis") and no pronoun. If it is a word of offices and bodies, it is a
    title in a person, and elsewhere a name if another word with a capital says which ("Kyoto University"). A word that
    opens a sentence is believed if it is in the tables, follows another capital in the phrase, or has a capital
    elsewhere too.
    """
    start, end = head(text, span)
    word, kinds = text[start:end], lexicon().kinds
    kind = kinds.get(word, "N")
    pronoun = word.capitalize() == word and word.lower() in _ANIMATE | _INANIMATE  # "US" is none
    if not word[0].isupper() or pronoun or kind == "D":
        return False
    before = [w.group() for w in _TOKEN.finditer(text, span[0], start) if _proper(w.group())]
    if kind not in "NSAG":
        after = [w.group() for w in _TOKEN.finditer(text, end, span[1]) if _proper(w.group())]
        return not person and bool(before or after)
    if kind != "N" or before or not _opens(text, start):
        return True
    elsewhere = re.finditer(rf"\b{re.escape(word)}\b", text)
    return any(not _opens(text, m.start()) for m in elsewhere)


def _opens(text: str, start: int) -> bool:
    """Whether a word stands at a sentence's start, as its marks tell it."""
    return start == 0 or bool(_SENTENCE_START.search(text, max(0, start - 4), start))


def _proper(word: str) -> bool:
    return word[0].isupper() and lexicon().kinds.get(word, "N") in "NSAG" and word.lower() not in _LEADING


# ---- what is scored --------------------------------------------------------------------------------------------------


def phrases(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions as GUM would mark them: without offices directly before a name and adjectives of states."""
    ordered = sorted(mentions, key=lambda m: m.span)
    kinds = lexicon().kinds
    out = []
    for i, m in enumerate(ordered):
        words = text[slice(*m.span)]
        if m.type == "state" and kinds.get(words) == "D":
            continue
        follows = ordered[i + 1] if i + 1 < len(ordered) else None
        if m.type == "role" and follows and follows.type == "person" and text[m.span[1] : follows.span[0]] == " ":
            continue
        out.append(m)
    return out


def named_chains(text: str, mentions: Iterable[Mention]) -> tuple[Chain, ...]:
    """The chains of those entities that a mention names."""
    members: dict[int, set[Span]] = defaultdict(set)
    named = set()
    for m in mentions:
        members[m.entity].add(head(text, m.span))
        if m.type in _NAMED_TYPES and is_name(text, m.span, person=m.type == "person"):
            named.add(m.entity)
    return tuple(frozenset(members[entity]) for entity in sorted(named))


def baseline(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions joined by the simplest rules: same words, or the nearest before that is animate alike.

    "he" and "we" take the nearest person, role or group before them, "it" the nearest of anything else, "they" the
    nearest at all; a pronoun with nothing before it is an entity of its own.
    """
    out: list[Mention] = []
    by_words: dict[str, int] = {}
    nearest: dict[bool | None, int] = {}
    count = 0
    for m in sorted(mentions, key=lambda m: m.span):
        words = re.sub(r"^the |['’]s$", "", " ".join(text[slice(*m.span)].lower().split()))
        if m.type == "pronoun":
            animate = True if words in _ANIMATE else False if words in _INANIMATE else None
            entity = nearest.get(animate, count)
        else:
            animate = m.type in ("person", "role", "group")
            entity = by_words.setdefault(words, count)
        count = max(count, entity + 1)
        nearest[None] = entity
        if animate is not None:
            nearest[animate] = entity
        out.append(Mention(m.span, m.type, entity))
    return tuple(out)


# ---- score -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Score:
    """Per cent: each measure as (recall, precision, F1), the CoNLL F1, and that with chains of one mention."""

    mentions: tuple[float, float, float]
    muc: tuple[float, float, float]
    b_cubed: tuple[float, float, float]
    ceaf_e: tuple[float, float, float]
    conll: float
    with_singletons: float


def score(pairs: Sequence[tuple[Sequence[Chain], Sequence[Chain]]]) -> Score:
    """The score of pairs of gold and found chains, one pair a document."""
    whole = _measures(pairs)
    plural = [([c for c in key if len(c) > 1], [c for c in found if len(c) > 1]) for key, found in pairs]
    figures = _measures(plural)
    return Score(mentions=_mentions(plural), **figures, conll=_mean_f1(figures), with_singletons=_mean_f1(whole))


def _mean_f1(figures: dict[str, tuple[float, float, float]]) -> float:
    return sum(f1 for _, _, f1 in figures.values()) / len(figures)


def _measures(pairs: Sequence[tuple[Sequence[Chain], Sequence[Chain]]]) -> dict[str, tuple[float, float, float]]:
    try:
        from scorch import scores
    except ImportError:
        raise SystemExit("scorch is not installed; pip install -r requirements/test.txt") from None
    # each measure, and what its recall (of gold chains) and precision (of found ones) are divided by
    measures: dict[str, tuple[Callable[..., Any], Callable[[Sequence[Chain]], int]]] = {
        "muc": (scores.muc, lambda chains: sum(len(c) - 1 for c in chains)),
        "b_cubed": (scores.b_cubed, lambda chains: sum(len(c) for c in chains)),
        "ceaf_e": (scores.ceaf_e, len),
    }
    out = {}
    for name, (measure, size) in measures.items():
        hit = Counter[str]()
        for key, found in pairs:
            recall, precision, _ = measure(key, found)
            hit["gold"] += recall * size(key)
            hit["found"] += precision * size(found)
        sizes = (sum(size(pair[side]) for pair in pairs) for side in (0, 1))
        out[name] = _f1(hit["gold"], hit["found"], *sizes)
    return out


def _mentions(pairs: Sequence[tuple[Sequence[Chain], Sequence[Chain]]]) -> tuple[float, float, float]:
    """How many heads of gold chains are heads of found chains, and the reverse."""
    sides = [[frozenset[Span]().union(*chains) for chains in pair] for pair in pairs]
    both = sum(len(key & found) for key, found in sides)
    return _f1(both, both, sum(len(key) for key, _ in sides), sum(len(found) for _, found in sides))


def _f1(hit_gold: float, hit_found: float, gold_size: int, found_size: int) -> tuple[float, float, float]:
    recall = 100 * hit_gold / gold_size if gold_size else 0.0
    precision = 100 * hit_found / found_size if found_size else 0.0
    return recall, precision, 2 * recall * precision / (recall + precision) if recall + precision else 0.0


# ---- table -----------------------------------------------------------------------------------------------------------


def figures(path: Path = DEFAULT, gold_mentions: bool = False) -> dict[str, Score]:
    """Each system's score on a gold file."""
    documents = texts(path)
    return {
        name: score([(d.chains, found) for d, found in zip(documents, chains, strict=True)])
        for name, chains in _systems(path, documents, gold_mentions).items()
    }


def _systems(path: Path, documents: Sequence[Text], gold_mentions: bool) -> dict[str, list[tuple[Chain, ...]]]:
    """What each system finds in each document."""
    if gold_mentions:
        marked = [
            [Mention((c.start, c.end), c.type, c.chain if c.chain >= 0 else -i - 1) for i, c in enumerate(d.cores)]
            for d in entities.gum(path)
        ]
        first, second = "gold chains of gold mentions", "baseline on gold mentions"
    else:
        reader = Reader()
        marked = [list(reader.entities(d.text, [(0, len(d.text))])[0]) for d in documents]
        first, second = f"onrecord ({reader.model})", "baseline on its mentions"
    kept = [phrases(d.text, mentions) for d, mentions in zip(documents, marked, strict=True)]
    pairs = list(zip(documents, kept, strict=True))
    return {
        first: [named_chains(d.text, mentions) for d, mentions in pairs],
        second: [named_chains(d.text, baseline(d.text, mentions)) for d, mentions in pairs],
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--gold-mentions", action="store_true", help="score what gold mentions would reach")
    parser.add_argument("--documents", action="store_true", help="a row a document, too")
    args = parser.parse_args(argv)
    documents = texts(args.gold)
    chains = [c for d in documents for c in d.chains if len(c) > 1]
    alone = sum(len(c) == 1 for d in documents for c in d.chains)
    size = sum(map(len, chains))
    print(f"n {len(documents)} documents, {len(chains)} named chains of {size} mentions; {alone} named once")
    names = ("mentions", "MUC", "B-cubed", "CEAF-e")
    print(f"{'recall / precision / F1':32s}" + "".join(f"{n:>19s}" for n in names) + "   CoNLL  with singletons")
    for system, found in _systems(args.gold, documents, args.gold_mentions).items():
        pairs = [(d.chains, c) for d, c in zip(documents, found, strict=True)]
        print(_row(system, score(pairs)))
        if args.documents:
            for document, pair in zip(documents, pairs, strict=True):
                print(_row(f"  {document.id}", score([pair])))


def _row(name: str, figures: Score) -> str:
    parts = (figures.mentions, figures.muc, figures.b_cubed, figures.ceaf_e)
    cells = "".join("  " + "/".join(f"{v:5.1f}" for v in part) for part in parts)
    return f"{name:32.32s}{cells}  {figures.conll:6.2f}  {figures.with_singletons:6.2f}"


if __name__ == "__main__":
    main()
