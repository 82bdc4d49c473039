"""Real news with the events in it marked, beside the texts: offsets here, words in ``../shared/data``.

    python -m training.labelled            # counts

A line of ``training/labelled/*.jsonl`` is a stretch of a text: ``from`` and ``id`` say which text, ``span`` where in
it; offsets of ``mentions`` and triggers count from the stretch's beginning, actors and recipients are places in
``mentions``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from onrecord.records import Span
from training import data
from training.written import Act, Item

FOLDER = Path(__file__).with_name("labelled")
SOURCES = {
    "plv": "events/plv-train.jsonl",
    "quad": "events/quad-sentences.jsonl",
    "re3d": "entities/re3d.jsonl",
    "wh": "corpus/wh-briefings.jsonl",
    "timebank": "dates/timebank.jsonl",
    "polnear": "attribution/polnear-train.jsonl",
}


def items(folder: Path = FOLDER) -> Iterator[Item]:
    """All stretches, each with its text; their ids are ``from:id:start``.

    Raises:
        KeyError: a text is not in the data.
    """
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            start, end = row["span"]
            text = _texts(row["from"])[row["id"]][start:end]
            acts = tuple(
                Act(_span(a["trigger"]), a["type"], tuple(a["actors"]), tuple(a["recipients"]), a["status"])
                for a in row["acts"]
            )
            mentions = tuple(map(_span, row["mentions"]))
            yield Item(f"{row['from']}:{row['id']}:{start}", on_one_line(text), mentions, acts)


def on_one_line(text: str) -> str:
    """The text, its breaks blank: as long as before."""
    return text.translate({ord(c): " " for c in "\n\t\r"})


@cache
def _texts(source: str) -> dict[str, str]:
    with (data.DATA / SOURCES[source]).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {str(row.get("id", place)): row["text"] for place, row in enumerate(rows)}


def _span(pair: list[int]) -> Span:
    return pair[0], pair[1]


def main() -> None:
    """Count what is there."""
    found = list(items())
    types = Counter(act.type for item in found for act in item.acts)
    statuses = Counter(act.status for item in found for act in item.acts)
    sys.stdout.write(
        f"{len(found)} stretches, {sum(not item.acts for item in found)} without an event,"
        f" {sum(types.values())} events\n"
        + "".join(f"{name} {count}\n" for name, count in [*types.most_common(), *statuses.most_common()])
    )


if __name__ == "__main__":
    main()
