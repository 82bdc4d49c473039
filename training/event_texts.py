"""Event data: items written for it, real news labelled for it, PLV's pairs, sentences with a quad class.

=================  =========================================  ====================================================
from               what it tells                              what the head learns of it
=================  =========================================  ====================================================
training/written,  mentions, triggers, type, sides, status    everything; unmarked words and pairs are no event
training/labelled
PLV                what one marked actor does to another      the type of the pair, its trigger left open
quad-sentences     quad class of a sentence, or none;         the class of the pair that actor-tags marks in it,
with actor-tags    who acts and on whom                       or that nothing happens between the two
PolNeAR            real articles, no acts marked              that plain words of saying and function words name no act
=================  =========================================  ====================================================

Where triggers are left open, function words and plain words of saying are none. PLV: Hu et al., ACL 2024. The
quad-sentences and actor-tags: ConfliBERT (Hu et al., NAACL 2022), in CAMEO's quad classes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.events import held_out
from onrecord.records import Span
from training import data, labelled, written

MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
# CAMEO's quad classes, whose PROTEST is verbal; PLV's is material: both are allowed
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "CONCEDE", "RETREAT"),
    3: ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
HELD_OUT_ITEMS = 0.08  # of those written: certainty is fitted on them
HELD_OUT_LABELLED = 0.15  # of the real ones
PARAGRAPHS = 1200  # of PolNeAR


@dataclass(frozen=True)
class Pair:
    """Two mentions and what may be between them; no types: nothing."""

    actor: Span
    recipient: Span
    types: tuple[str, ...]
    but: tuple[str, ...] = ()  # what may be there all the same

    @property
    def mutual(self) -> bool:
        """Whether either may be called the actor."""
        return any(t in MUTUAL for t in self.types)


@dataclass(frozen=True)
class Text:
    """A text with its mentions and events; ``pairs`` of data that marks no trigger."""

    id: str
    text: str
    mentions: tuple[Span, ...] = ()
    acts: tuple[written.Act, ...] = ()
    pairs: tuple[Pair, ...] = ()
    whole: bool = False  # whether every event of the text is marked


def texts() -> list[Text]:
    """All that the event head is trained on."""
    folder = data.DATA / "events"
    real = {item.text: item for item in labelled.items()}
    found = [*_written(), *_plv(folder / "plv-train.jsonl"), *_quads(folder), *_articles()]
    told = [_labelled(text, real.pop(text.text)) if text.text in real else text for text in found]
    return [*told, *(_whole(item) for item in real.values() if not kept_back(item))]


def kept_back(item: written.Item) -> bool:
    """Whether an item is held out for certainty."""
    return data.is_held_out(item.text, HELD_OUT_ITEMS if ".txt:" in item.id else HELD_OUT_LABELLED)


def _whole(item: written.Item) -> Text:
    return Text(item.id, item.text, item.mentions, item.acts, whole=True)


def _labelled(text: Text, item: written.Item) -> Text:
    """A text whose pairs have triggers after all."""
    return replace(_whole(item), pairs=text.pairs) if item.acts else text


def _written() -> Iterator[Text]:
    for item in written.items():
        if not kept_back(item):
            yield _whole(item)


def _articles() -> Iterator[Text]:
    """Paragraphs of training articles, the same every time."""
    articles = data.documents(data.DATA / "attribution" / "polnear-train.jsonl")
    found = [
        Text(f"{ident}:{start}", row[0]["text"][start:end])
        for ident, row in articles.items()
        for start, end in data.paragraphs(row[0]["text"])
        if 80 < end - start < 700
    ]
    yield from random.Random(1).sample(found, PARAGRAPHS)


def _plv(path: Path) -> Iterator[Text]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if held_out(row["text"]):
            continue
        types = ("CONCEDE", "RETREAT") if row["type"] == "YIELD" else (row["type"],)
        actor, recipient = tuple(row["actor"]), tuple(row["recipient"])
        pairs = [Pair(actor, recipient, types)]
        if row["type"] not in MUTUAL:
            pairs.append(Pair(recipient, actor, ()))
        yield Text(row["id"], row["text"], pairs=tuple(pairs))


def _quads(folder: Path) -> Iterator[Text]:
    quads = {}
    for line in (folder / "quad-sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        quads[_bare(row["text"])] = row
    for line in (folder / "actor-tags.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = quads.get(_bare("".join(row["words"])))
        if found is None or held_out(found["text"]):
            continue
        sides = _tagged(found["text"], row["words"], row["tags"])
        if not sides["S"] or not sides["T"]:
            continue
        # its sentences of no class have people who meet and telephone all the same
        types, but = QUADS.get(found["quad"], ()), () if found["quad"] else ("CONSULT", "AGREE")
        pair = Pair(sides["S"][0], sides["T"][0], types, but)
        yield Text(_bare(found["text"])[:40], found["text"], pairs=(pair,))


def _bare(text: str) -> str:
    return "".join(text.split()).replace("’", "'").replace("ʼ", "'")


def _tagged(text: str, words: Sequence[str], tags: Sequence[str]) -> dict[str, list[Span]]:
    """Where the tagged runs of words stand in the text that they were cut from."""
    found: dict[str, list[Span]] = {"S": [], "T": []}
    at = 0
    for word, tag in zip(words, tags, strict=True):
        start = at
        for k in range(len(word)):
            while at < len(text) and text[at].isspace():
                at += 1
            start = start if k else at
            at += 1
        if tag[2:] in found:
            spans = found[tag[2:]]
            if tag.startswith("I-") and spans:
                spans[-1] = (spans[-1][0], at)
            else:
                spans.append((start, at))
    return found
