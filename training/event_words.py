"""Counts which words name which acts in the items for training: ``python -m training.event_words``.

Writes ``src/onrecord/data/event-words.tsv``, which :mod:`onrecord.reading.events.words` weighs against the event head.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from onrecord.reading.events.words import stem
from training import labelled, written
from training.event_texts import kept_back

OUT = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "data" / "event-words.tsv"
HEADER = """\
# How often words name acts in the items for training (training/written, training/labelled), those held out left aside.
# Provenance: made by `python -m training.event_words` (Apache-2.0).
# Columns: stem; how often a word of that stem stands there at all; type:count of those that name an act, joined by |.
"""
SEEN = 3


def main() -> None:
    """Count and write."""
    total: Counter[str] = Counter()
    acts: dict[str, Counter[str]] = {}
    for item in (*written.items(), *labelled.items()):
        if kept_back(item):
            continue
        for word in re.finditer(r"\w[\w’'-]*", item.text):
            key = stem(word[0])
            total[key] += 1
            for act in item.acts:
                if act.trigger[0] <= word.start() < act.trigger[1]:
                    acts.setdefault(key, Counter())[act.type] += 1
                    break
    lines = [
        f"{key}\t{count}\t{'|'.join(f'{t}:{n}' for t, n in sorted(acts.get(key, {}).items()))}\n"
        for key, count in sorted(total.items())
        if key in acts or count >= SEEN
    ]
    OUT.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
