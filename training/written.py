"""News items written for training, with their events marked: text by us, so that it may stand in the repository.

    python -m training.written            # counts, or the first mistake: file, line, what is wrong

An item is a paragraph of text and a line for each event in it; a blank line ends it, ``#`` begins a comment::

    [1 The ministry] {a condemned} [2 Azerbaijan], saying [3 its troops] had {b opened fire} on [4 villages].
    a ACCUSE 1 > 2
    b ASSAULT 3 > 4

Brackets mark whoever could act, braces the words that name an act. Several actors are joined by commas, ``_`` is a
side that the text does not name; ``planned`` and ``unreal`` behind it say that it is announced, or did not or need not
happen. What is not marked is nobody's act: every pair of mentions without a line is an example of nothing happening.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.reading.tags import ACTS, STATUSES
from onrecord.records import Span

FOLDER = Path(__file__).with_name("written")
_MARK = re.compile(r"\[(\d+) ([^][{}]+)\]|\{([a-z]+) ([^][{}]+)\}")
_EVENT = re.compile(r"([a-z]+) ([A-Z]+) ([\d,]+|_) > ([\d,]+|_)(?: (\w+))?")


@dataclass(frozen=True)
class Act:
    """One event: its trigger's span, its type, the mentions (by place in the item) on either side, its status."""

    trigger: Span
    type: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    status: str


@dataclass(frozen=True)
class Item:
    """A text with the mentions in it, in order, and the events between them."""

    id: str
    text: str
    mentions: tuple[Span, ...]
    acts: tuple[Act, ...]


def items(folder: Path = FOLDER) -> Iterator[Item]:
    """All items of all files.

    Raises:
        ValueError: a line is not as it should be; says which.
    """
    for path in sorted(folder.glob("*.txt")):
        block: list[tuple[int, str]] = []
        for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
            if line.startswith("#"):
                continue
            if line.strip():
                block.append((number, line.strip()))
            elif block:
                yield _item(path.name, block)
                block = []


def _item(name: str, block: list[tuple[int, str]]) -> Item:
    number, marked = block[0]
    text, at, mentions, triggers = "", 0, {}, {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words = mark[2] or mark[4]
        key, table = (mark[1], mentions) if mark[1] else (mark[3], triggers)
        if key in table:
            raise ValueError(f"{name}:{number}: {key} is marked twice")
        table[key] = (len(text), len(text) + len(words))
        text, at = text + words, mark.end()
    text += marked[at:]
    if stray := re.search(r"[][{}]", text):
        raise ValueError(
            f"{name}:{number}: a stray {stray[0]!r} near {text[max(0, stray.start() - 20) : stray.end()]!r}"
        )
    place = {key: i for i, key in enumerate(mentions)}
    acts = []
    for line_number, line in block[1:]:
        where = f"{name}:{line_number}"
        match = _EVENT.fullmatch(line)
        if not match:
            raise ValueError(f"{where}: not an event: {line!r}")
        key, kind, left, right, status = match.groups()
        if key not in triggers or kind not in ACTS or (status or "actual") not in STATUSES:
            raise ValueError(f"{where}: unknown trigger, type or status: {line!r}")
        sides = [[] if side == "_" else side.split(",") for side in (left, right)]
        if unknown := [m for side in sides for m in side if m not in place]:
            raise ValueError(f"{where}: no mention {unknown[0]}")
        if not any(sides):
            raise ValueError(f"{where}: nobody on either side")
        actors, recipients = (tuple(place[m] for m in side) for side in sides)
        acts.append(Act(triggers[key], kind, actors, recipients, status or "actual"))
    if unused := triggers.keys() - {line.split()[0] for _, line in block[1:]}:
        raise ValueError(f"{name}:{number}: no event for trigger {min(unused)}")
    return Item(f"{name}:{number}", text, tuple(mentions.values()), tuple(acts))


def main() -> None:
    """Check all files and count what is in them."""
    try:
        found = list(items())
    except ValueError as error:
        sys.exit(str(error))
    types = Counter(act.type for item in found for act in item.acts)
    statuses = Counter(act.status for item in found for act in item.acts)
    nothing = sum(not item.acts for item in found)
    sys.stdout.write(
        f"{len(found)} items, {nothing} without an event, {sum(len(i.mentions) for i in found)} mentions,"
        f" {sum(types.values())} events\n"
        + "".join(f"{name} {count}\n" for name, count in [*types.most_common(), *statuses.most_common()])
    )


if __name__ == "__main__":
    main()
