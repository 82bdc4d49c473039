"""Entities as the contract has them: kind, office, state and code, and their mentions."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.reading.entities import named
from onrecord.reading.reader import Reader
from onrecord.records import Document


@pytest.fixture(scope="module")
def entities(known):
    """A function from a marked text to its entities by name."""
    return lambda marked, **more: {entity.name: entity for entity in named(known(marked, **more), ()).entities}


def test_a_person_has_the_office_and_state_that_the_text_gives(entities):
    (who,) = (
        e for e in entities("{s:Latvian} {r:Foreign Minister} {p:Kim Orvik} left.").values() if e.kind == "person"
    )
    assert (who.name, who.role, who.country) == ("Kim Orvik", "Foreign Minister", "LVA")


def test_a_person_of_whom_nothing_is_told_has_no_office_and_no_state(entities):
    who = entities("Then {p:Kim Orvik} left.")["Kim Orvik"]
    assert (who.kind, who.role, who.country, who.code) == ("person", None, None, None)


@pytest.mark.parametrize("name", ["Marta Orlen", "Paris Moro", "Jordan Baker", "Virginia Woods"])
def test_a_word_of_a_persons_name_is_no_state_or_firm(name, entities):
    who = entities(f"{{s:Norwegian}} {{r:spokeswoman}} {{p:{name}}} left.")[name]
    assert (who.country, who.code) == ("NOR", "NOR")
    assert entities(f"Then {{p:{name}}} left.")[name].country is None


def test_somebody_well_known_has_their_state(entities):
    assert entities("Then {p:Sergey Lavrov} left.")["Sergey Lavrov"].country == "RUS"


@pytest.mark.parametrize(
    ("marked", "name", "kind", "code"),
    [
        ("{s:Oslo} agreed.", "Norway", "state", "NOR"),
        ("The {s:Kremlin} agreed.", "Kremlin", "organisation", "RUS"),
        ("The {o:NATO} agreed.", "NATO", "organisation", "NATO"),
        ("The {o:European Union} agreed.", "European Union", "organisation", "EU"),
        ("The {s:Latvian} {o:Foreign Ministry} met.", "Latvian Foreign Ministry", "organisation", "LVA"),
        ("The {o:Ministry of Labour and Social Affairs} of {s:Latvia} met.", None, "organisation", "LVA"),
        ("They saw {s:Norwegian} {g:officials}.", "Norwegian officials", "group", "NOR"),
    ],
)
def test_kind_and_code_of_an_entity(marked, name, kind, code, entities):
    found = entities(marked)
    entity = found[name] if name else next(e for e in found.values() if e.kind == kind)
    assert (entity.kind, entity.code) == (kind, code)


def test_a_minister_acts_for_the_state_that_the_text_tells(entities):
    # the tables know him as a commissioner of the European Union, too
    who = entities("{s:French} {r:Foreign Minister} {p:Stephane Sejourne} left.", year=2024)["Stephane Sejourne"]
    assert (who.country, who.code) == ("FRA", "FRA")


def test_a_group_of_two_states_is_of_neither(entities):
    found = entities("The {g:ministers} of {s:Norway} and {s:Latvia} met.").values()
    assert not [e for e in found if e.kind == "group" and e.country]


def test_an_organisation_has_its_longest_name(entities):
    assert "Ferry Union of Coasts" in entities("{o:FUCO} met. The {o:Ferry Union of Coasts} ({o:FUCO}) is old.")


def test_people_in_passing_are_no_entities(entities):
    assert entities("Some {g:fishermen} saw a {r:lawyer}.") == {}


def test_an_office_that_one_person_holds_is_an_entity_without_a_name(entities):
    (who,) = (e for e in entities("The {s:Latvian} {r:prime minister} left.").values() if e.kind == "person")
    assert (who.name, who.country) == ("Latvian prime minister", "LVA")


def test_a_name_over_two_lines_of_text_is_one_line(entities):
    assert "Ana Moro" in entities("Then {p:Ana  Moro} left.")


def test_an_empty_office_is_none(told):
    for text in ("Mr. Karst said no.", "Ana Moro, , said no.", "The  Ana Moro said no.", "Ana Moro, the, said no."):
        assert all(entity.role is None for entity in told(text).reading.entities)


def test_every_mention_has_its_reason(told):
    seen = told("Latvian Foreign Minister Ana Moro said on Monday that she would meet the Norwegian prime minister.")
    assert len(seen.reasons) == len(seen.reading.mentions) > 3
    assert all(seen.reasons)


def test_a_reading_with_entities_comes_back_from_its_json(told):
    from onrecord.records import Reading

    reading = told("Latvian Foreign Minister Ana Moro said on Monday that she would stay.").reading
    assert Reading.from_dict(reading.to_dict()) == reading
    assert reading.entities


TEXTS = st.lists(
    st.sampled_from(
        [
            *("Ana Moro", "Moro", "Mr.", "Lev Ritt", "Foreign Minister", "Norwegian", "Armenian-Azerbaijani", "she"),
            *("he", "they", "it", "I", "we", "said", "said that", "“Yes,”", "“", "”", ".", ",", "(", ")", "\n\n", ":"),
            *(
                "MS. MORO:",
                "QUESTION:",
                "the ministry",
                "the two ministers",
                "ministers of",
                "NATO",
                "Oslo",
                "in",
                "U.S.",
            ),
            *(
                "the Kremlin",
                "officials",
                "Statement by",
                "习近平",
                "Зеленский",
                "\u200b",
                "\t",
                "İ",
                "A",
                "the",
                "TASS",
            ),
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=100)
@given(text=TEXTS | st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example(text="")
@example(text="she said she said she")
@example(text="MS. MORO: I.\n\nQUESTION: I?\n\nMS. MORO: We.")
def test_any_text_keeps_the_contract(text, sound_cast):
    reading, reasons = Reader().explained(Document("", text, ""))
    sound_cast(reading)
    assert len(reasons) == len(reading.mentions)
