"""Cost of coreference on long transcripts: ``python -m benchmarks.coreference [--rounds 3] [--step MODULE:FUNCTION]``.

Invented press briefings of 1, 10 and 100 pages of 500 words, with two spokespeople throughout and other people, bodies
and towns on every page; and texts in which one name stands 5, 50 and 500 times. Printed for each: seconds of the
coreference step alone (from mentions to entities) and of the whole reading, words a second, and how much dearer a word
is than in the text before. Near linear is near 1.0; a step that compares every mention with every other would go to
10. The fastest of the rounds counts, one thread.
"""

from __future__ import annotations

import os

# before numpy and the rest count the cores
os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"})

import argparse
import importlib
import itertools
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

SIZES = (1, 10, 100)
STEP = "onrecord.reading.who:who"
"""The function that joins mentions, as the reader calls it."""

FIRST = (
    "Ada Bruno Celia Dario Edda Fedor Greta Hugo Irma Jonas Karla Leon Mira Nils Olga Pavel Rosa Stefan Tilda Viktor"
)
LAST = "Orlen Varga Tessin Molnar Brandt Ferro Halvik Ilves Jansky Koval Lindh Maro Novik Ostrov Pelt Rusk"
TOWNS = "Ellisport Varnholm Teskau Morava Brennick Saltmere Ulvik Kestrel Dornau Ravna Lisk Holmen Averna"
BODIES = (
    "Harbour Board,Salt Council,River Commission,Border Agency,Grain Office,Customs Union,Rail Authority,Coast Guard"
)

TURNS = """\
QUESTION: Can you say whether {he} will travel to {town} next week? There are reports that the {body} asked him to \
come, and that {surname} told its chairwoman, {other}, that he would not sit at one table with her.

MR. {speaker}: I have seen those reports. I spoke to {he} this morning, and he told me that he has no travel to \
announce. What I can tell you is that the {body} invited us, that we are grateful to it, and that our embassy in \
{town} is in touch with {other} and her office. She knows where we stand. As the President said on Monday, these \
talks are for the two sides, and they will decide how they go on.

QUESTION: But the foreign minister said yesterday that {other} had misled his delegation. Does the United States \
agree with the minister?

MR. {speaker}: I will let the minister speak for himself. {surname} is an experienced diplomat. He was in {town} \
when the first agreement was signed, and he knows {other_surname} well. They have disagreed before. I would only say \
that the {body} has published its minutes, and that anybody may read them.

MS. {second}: If I may add to that. Our colleagues at the United Nations met {other} in Geneva, and she repeated to \
them that her government would keep its word. We welcome that. The European Union has said the same, and so has the \
mayor of {town}, who wrote to us last week.

QUESTION: You said the talks are for the two sides. The Armenian side says that it has heard nothing from Washington \
since March, and the Azerbaijani foreign ministry says that its proposals were never answered. Which of them is \
right?

MR. {speaker}: I would not put it that way. The Secretary called {other} on Thursday and {surname} on Friday. He \
told both of them that we want the {body} to have what it needs. Neither of them complained to him, and I have no \
reason to think that they were unhappy with what they heard.

QUESTION: One more on {town}. {surname}'s deputy told our correspondent there that the mayor had left the country. \
Do you know where she is, and whether you have asked for her return?

MS. {second}: We have seen what the deputy said. We do not have more on that. The mayor is a private person when she \
travels, and I would send you to her office, which has answered such questions before. We have a good relation with \
{town} and with the people who live in it. They have our sympathy after the flood, and the {body} has our support. \
Our ambassador, who was there on Sunday, said as much to them, and he will go back when the roads are open. Thank \
you.

"""

REPEATED = """\
Ostrov said on Monday that the harbour would stay open. Varnholm agreed with Ostrov, and he thanked Ostrov for it. \
"Nobody else could have done this," he said of Ostrov, whose office declined to comment. Ostrov left at noon."""


def briefing(pages: int) -> str:
    """A transcript of ``pages`` pages of 500 words or so."""
    firsts, lasts = itertools.cycle(FIRST.split()), itertools.cycle(LAST.split())
    towns, bodies = itertools.cycle(TOWNS.split()), itertools.cycle(BODIES.split(","))
    out = []
    for _ in range(pages):
        surname, other = next(lasts), next(lasts)
        out.append(
            TURNS.format(
                he=f"{next(firsts)} {surname}",
                surname=surname,
                other=f"{next(firsts)} {other}",
                other_surname=other,
                town=next(towns),
                body=next(bodies),
                speaker="HALLORAN",
                second="WEATHERBY",
            )
        )
    return "".join(out)


def one_name(times: int) -> str:
    """Text in which one name stands five times in each of ``times`` passages."""
    # passages that are the same to the letter would be taken for furniture
    return "\n\n".join(f"In week {week} it was quiet for {week + 2} days. {REPEATED}" for week in range(times))


@contextmanager
def clocked(step: str) -> Iterator[list[float]]:
    """Adds up the seconds spent in a function, wherever the package has imported it.

    Raises:
        SystemExit: there is no such function.
    """
    module, _, name = step.partition(":")
    spent = [0.0]
    try:
        function = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError):
        raise SystemExit(f"{step} is not there; name the function that joins mentions with --step") from None

    def timed(*args: Any, **kwargs: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent[0] += time.perf_counter() - begun

    places = [m for n, m in list(sys.modules.items()) if n.startswith("onrecord") and vars(m).get(name) is function]
    for place in places:
        setattr(place, name, timed)
    try:
        yield spent
    finally:
        for place in places:
            setattr(place, name, function)


def measure(text: str, step: str, rounds: int) -> tuple[float, float]:
    """Seconds of the coreference step and of the whole reading, each the fastest of the rounds."""
    from onrecord import Reader

    reader = Reader()
    steps, wholes = [], []
    for _ in range(rounds):
        with clocked(step) as spent:
            begun = time.perf_counter()
            reader.read(text)
            wholes.append(time.perf_counter() - begun)
        steps.append(spent[0])
    return min(steps), min(wholes)


def table(make: Callable[[int], str], step: str, rounds: int) -> None:
    """Print a row a size."""
    print(
        f"{'size':>6s}{'words':>8s}"
        + "".join(f"{n:>11s}{'words/s':>10s}{'dearer':>8s}" for n in ("step s", "reading s"))
    )
    before = [0.0, 0.0]
    for size in SIZES:
        text = make(size)
        words = len(text.split())
        cells = ""
        for i, seconds in enumerate(measure(text, step, rounds)):
            dearer = f"{seconds / words / before[i]:8.2f}" if before[i] else " " * 8
            cells += f"{seconds:11.4f}{words / seconds if seconds else 0:10.0f}{dearer}"
            before[i] = seconds / words
        print(f"{size:6d}{words:8d}{cells}")


def main(argv: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--step", default=STEP, help="the function that joins mentions (default: %(default)s)")
    args = parser.parse_args(argv)
    from onrecord import Reader

    with clocked(args.step):
        Reader().read(briefing(1))  # the weights are loaded
    for title, make in (
        ("pages of a briefing, other names on each", briefing),
        ("passages with one name five times", one_name),
    ):
        print(title)
        table(make, args.step, args.rounds)


if __name__ == "__main__":
    main()
