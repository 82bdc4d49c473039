"""The evaluation of event types between marked actors, on lines made for the test."""

import json

import pytest

from evals import events, gold


@pytest.mark.skipif(not (gold.SHARED / "score" / "events.py").exists(), reason="the scorer is beside the repository")
def test_figures_and_predictions_are_of_the_pairs_in_the_file(tmp_path):
    texts = {"ACCUSE": "Latvia accused Norway of delay.", "CONSULT": "Latvia met Norway for talks in Riga."}
    rows = [
        {"id": kind, "text": text, "actor": [0, 6], "recipient": [text.index("Norway"), text.index("Norway") + 6]}
        | {"type": kind}
        for kind, text in texts.items()
    ]
    path, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    got = events.figures(path, out)
    assert got == {"type": (100.0, 2), "quad": (100.0, 2), "binary": (100.0, 2)}
    assert [json.loads(line) for line in out.read_text().splitlines()] == [{"id": k, "type": k} for k in texts]


def test_a_sentence_is_held_out_wherever_and_however_it_is_printed():
    sentence = "Latvia’s minister left."
    assert events.held_out(sentence) == events.held_out("Latvia's  minister\nleft.")
    assert 0.1 < sum(events.held_out(f"Sentence {n}.") for n in range(500)) / 500 < 0.3
