"""Whom the words of a source mean; mentions are marked by hand."""

import pytest


@pytest.mark.parametrize(
    ("marked", "source", "names"),
    [
        ("{s:Latvian} {r:envoy} {p:Ana Moro}", "Latvian envoy Ana Moro", ["Ana Moro"]),
        ("{p:Ana Moro} and {p:Lev Ritt}", "Ana Moro and Lev Ritt", ["Ana Moro", "Lev Ritt"]),
        ("{s:Norway} and the {o:NATO}", "Norway and the NATO", ["Norway", "NATO"]),
        ("the {s:Latvian} side", "the Latvian side", ["Latvia"]),
        ("{s:Oslo}", "Oslo", ["Norway"]),
        ("the {s:Kremlin}", "the Kremlin", ["Kremlin"]),
        ("a {r:spokesman} for the {o:Ferry Union}", "a spokesman for the Ferry Union", ["Ferry Union"]),
        ("a report by the {o:Ferry Union}", "a report by the Ferry Union", ["Ferry Union"]),
        ("the {s:Latvian} {r:prime minister}", "the Latvian prime minister", ["Latvian prime minister"]),
        ("{g:officials} of {s:Latvia}", "officials of Latvia", ["officials of Latvia"]),
    ],
)
def test_whom_a_source_means(marked, source, names, voices):
    assert voices(f"Then {marked} said no.", (source, "said", "no.")) == [names]


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("a source in the {o:Ferry Union}", "a source in the Ferry Union"),
        ("sources close to {p:Ana Moro}", "sources close to Ana Moro"),
        ("a {s:Latvian} {r:official}", "a Latvian official"),
        ("a {r:minister}", "a minister"),
        ("{g:officials}", "officials"),
        ("{n:she}", "she"),
        ("somebody", "somebody"),
    ],
)
def test_who_cannot_be_known_is_not_guessed(marked, source, voices):
    assert voices(f"Then {marked} said no.", (source, "said", "no.")) == [[]]


def test_a_statement_is_its_makers(voices):
    text = "The {o:Ferry Union} said no in a statement. The statement said that ships came."
    assert voices(text, ("The Ferry Union", "said", "no in a statement"), ("The statement", "said", "that ships")) == [
        ["Ferry Union"],
        ["Ferry Union"],
    ]


def test_they_are_those_who_spoke_together(voices):
    text = "{p:Ana Moro} and {p:Lev Ritt} said no. {n:They} said that ships came."
    said = voices(text, ("Ana Moro and Lev Ritt", "said", "no."), ("They", "said", "that ships came"))
    assert said == [["Ana Moro", "Lev Ritt"]] * 2
