"""The evaluation of actors, on lines made for the test."""

import json

import pytest

from evals import actors
from onrecord.actors.resolve import Resolution


def gold(tmp_path, *rows):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        "".join(json.dumps(dict(zip(("text", "country", "code"), row, strict=True))) + "\n" for row in rows)
    )
    return path


def test_right_and_wrong_are_counted(tmp_path):
    path = gold(tmp_path, ("Kenyan police", "KEN", "COP"), ("Kenyan police", "UGA", "MIL"), ("Kenya", "KEN", ""))
    assert actors.figures(path) == {"country": (pytest.approx(200 / 3), 3), "sector": (50.0, 2)}


def test_organisation_of_states_counts_for_any_such_code():
    union = Resolution(code="EU")
    assert actors.country_is_right("IGO", union)
    assert actors.country_is_right("EUR", union)
    assert not actors.country_is_right("", union)
    assert not actors.country_is_right("IGO", Resolution(code="KEN", country="KEN"))


def test_empty_gold_wants_no_country():
    assert actors.country_is_right("", Resolution())
    assert not actors.country_is_right("", Resolution(code="KEN", country="KEN"))


def test_de_facto_authority_counts_by_either_code():
    found = Resolution(code="NKR", country="NKR", within="AZE")
    assert actors.country_is_right("AZE", found)
    assert actors.country_is_right("NKR", found)
    assert not actors.country_is_right("ARM", found)


def test_misses_are_printed(tmp_path, capsys):
    actors.main([str(gold(tmp_path, ("Kenyan police", "UGA", "COP"))), "--misses"])
    out = capsys.readouterr().out
    assert "'Kenyan police': gold UGA, found KEN" in out
    assert "country    0.00  n 1" in out
