"""Real news with its events marked beside it."""

import json

import pytest

labelled = pytest.importorskip("training.labelled", reason="training needs its own requirements: see README")

TEXT = "Before.\nLatvia met\nNorway. After."
ROW = {
    "from": "re3d",
    "id": "a",
    "span": [8, 26],
    "mentions": [[0, 6], [11, 17]],
    "acts": [{"type": "CONSULT", "trigger": [7, 10], "actors": [0], "recipients": [1], "status": "actual"}],
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "re3d.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    (tmp_path / "re3d.jsonl").write_text(json.dumps(ROW) + "\n")
    monkeypatch.setattr(labelled.data, "DATA", tmp_path)
    labelled._texts.cache_clear()
    yield tmp_path
    labelled._texts.cache_clear()


def test_a_stretch_has_its_words_and_its_events(folder):
    (item,) = labelled.items(folder)
    assert item.text == "Latvia met Norway."
    assert [item.text[slice(*mention)] for mention in item.mentions] == ["Latvia", "Norway"]
    (act,) = item.acts
    assert (item.text[slice(*act.trigger)], act.type, act.actors, act.recipients) == ("met", "CONSULT", (0,), (1,))


def test_a_text_that_is_not_there_is_told(folder):
    (folder / "re3d.jsonl").write_text(json.dumps({**ROW, "id": "b"}) + "\n")
    with pytest.raises(KeyError, match="b"):
        list(labelled.items(folder))
