"""The curve from which the threshold of events is chosen."""

import json

import pytest

from evals import gold, thresholds

pytestmark = pytest.mark.skipif(not gold.SHARED.exists(), reason="needs ../shared with its scorers")


def test_raising_the_threshold_never_shows_more(tmp_path):
    event = {"actor": ["LVA"], "type": "ACCUSE", "recipient": ["NOR"], "date": None, "trigger": [[8, 15]]}
    path = tmp_path / "gold.jsonl"
    text = (
        "Latvia accused Norway of shelling its border posts. Latvian ministers met the Norwegian ambassador on Monday."
    )
    path.write_text(json.dumps({"id": "a", "text": text, "published": "2024-05-01", "events": [event]}) + "\n")
    rows = list(thresholds.curve(path))
    assert [row[5] for row in rows] == sorted((row[5] for row in rows), reverse=True)
    assert rows[0][2] == 100
