"""The evaluation of time expressions, on lines made for the test."""

import json

import pytest

from evals import dates, gold


def test_prediction_has_offsets_and_values():
    row = {"id": "a", "dct": "2019-07-31T10:00", "text": "They met.\nIt was on Monday.", "dates": []}
    assert dates.predict(row) == {"id": "a", "dates": [{"start": 20, "end": 26, "value": "2019-07-29"}]}


@pytest.mark.skipif(not (gold.SHARED / "score" / "dates.py").exists(), reason="the scorer is beside the repository")
def test_figures_are_the_scorers(tmp_path):
    text = "They met on Monday and will meet in May."
    annotated = [
        {"start": 12, "end": 18, "type": "DATE", "value": "2019-07-29"},
        {"start": 36, "end": 39, "type": "DATE", "value": "2021-05"},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "dct": "2019-07-31", "text": text, "dates": annotated}) + "\n")
    got = dates.figures(path, tmp_path / "out.jsonl")
    assert got == {"expressions": 2, "relaxed": 100.0, "strict": 100.0, "value": 50.0, "day": 50.0}
    assert json.loads((tmp_path / "out.jsonl").read_text())["dates"][1]["value"] == "2020-05"
