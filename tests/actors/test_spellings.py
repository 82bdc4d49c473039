"""Spellings folded, and the lines of tables by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.spellings import Index, fold, folded_cells, plain


@pytest.mark.parametrize(
    ("wording", "folded"),
    [
        ("the  Élysée", "Elysee"),
        ("THE HAGUE", "HAGUE"),
        ("Armenia’s", "Armenia"),
        ("U.S.'s", "US"),
        ("Łódź", "Lodz"),
        ("“Ağdam”", "“Agdam”"),
        ("Ivano‑Frankivsk,", "Ivano-Frankivsk"),
    ],
)
def test_what_never_matters_is_left_out(wording, folded):
    assert fold(wording) == folded


@given(st.text())
def test_plain_text_stays_as_it_is(text):
    assert plain(plain(text)) == plain(text)


def test_a_line_is_folded_spelling_by_spelling():
    assert folded_cells("The Hague\tDen Haag|'s-Gravenhage\tNLD\t") == ["Hague", "Den Haag|s-Gravenhage", "NLD", ""]


@given(st.lists(st.text("abC d.'’é", min_size=1), min_size=1))
def test_a_line_is_folded_as_its_spellings_are(spellings):
    tidy = [kept for kept in (" ".join(spelling.split()) for spelling in spellings) if kept]
    assert folded_cells("|".join(tidy)) == ["|".join(map(fold, tidy))]


def test_the_first_line_of_a_spelling_stays():
    index = Index()
    index.add("Arland", "first")
    index.add("Arland", "second")
    assert index.get("Arland") == "first"


def test_acronyms_are_found_in_capitals_only():
    index = Index()
    index.add("ARL", "acronym")
    index.add("Arland", "name")
    assert (index.get("ARL"), index.get("arl"), index.get("Arl")) == ("acronym", None, None)
    assert (index.get("ARLAND"), index.get("arland")) == ("name", "name")


@pytest.mark.parametrize("word", ["turkey", "cobra", "secret service"])
def test_what_is_english_in_small_letters_is_no_name_there(word):
    index = Index()
    index.add(word.title(), "name")
    assert index.get(word) is None
    assert index.get(word.upper()) == "name"
