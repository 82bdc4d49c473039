"""Weights of antecedents: fitted to choices, written into the card."""

import json

import pytest

pytest.importorskip("scipy", reason="scipy fits the weights: pip install scipy")
pytest.importorskip("tokenizers", reason="training reads its data with the model's tokenizer")

from onrecord.reading.antecedents import FEATURES, UNTRAINED

antecedents = pytest.importorskip("training.antecedents", reason="training needs its own requirements")


def values(**known):
    return tuple(known.get(name, 0.0) for name in FEATURES)


def test_fitting_learns_which_feature_tells():
    likely, unlikely = values(bias=1.0, agrees=1.0), values(bias=1.0)
    choices = [("person", [unlikely, likely], 1)] * 50 + [("person", [likely, unlikely], 0)] * 50
    start = [0.0] * len(FEATURES)
    fitted = antecedents.fit(choices, start)
    assert antecedents.right(choices, start) < 1
    assert antecedents.right(choices, fitted) == 1
    assert fitted[FEATURES.index("agrees")] > 1


def test_fitting_learns_when_nobody_is_meant():
    choices = [("thing", [values(bias=1.0)], 1)] * 50
    fitted = antecedents.fit(choices, [1.0, *[0.0] * (len(FEATURES) - 1)])
    assert fitted[0] < 0
    assert antecedents.right(choices, fitted) == 1


def test_without_choices_the_weights_stay():
    prior = UNTRAINED["person"]
    assert antecedents.fit([], prior) == pytest.approx(prior)
    assert antecedents.right([], prior) == 0


def test_weights_are_written_into_the_card_beside_what_is_there(tmp_path):
    (tmp_path / "model.json").write_text(json.dumps({"name": "toy"}), encoding="utf-8")
    antecedents.write(tmp_path, {"person": [1.23456]})
    assert json.loads((tmp_path / "model.json").read_text(encoding="utf-8")) == {
        "name": "toy",
        "antecedents": {"person": [1.235]},
    }


def test_watching_sees_each_choice_with_its_answer_and_leaves_the_reader_as_it_was():
    from onrecord.reading.coreference import Coreference
    from onrecord.reading.encoder import FOLDER
    from training.entities import Annotated, Core

    text = "Portuguese Foreign Minister Ana Moro arrived on Monday. Moro said that she was content."
    names = [
        (text.index("Ana Moro"), 8, "person"),
        (text.rindex("Moro"), 4, "person"),
        (text.index("she"), 3, "pronoun"),
    ]
    document = Annotated("toy", "news", text, tuple(Core(at, at + n, kind, 7) for at, n, kind in names))
    before = Coreference.watch
    choices = antecedents.watched(FOLDER, [document])
    assert Coreference.watch is before
    kinds = {kind: (candidates, answer) for kind, candidates, answer in choices}
    candidates, answer = kinds["person"]
    assert len(candidates) == 1
    assert answer == 0
