"""Names of a document and what stands beside them; mentions are marked by hand."""

import pytest


@pytest.fixture(scope="module")
def someone(known):
    """A function from a marked text and a wording to whom its nth mention names, or None."""

    def find(marked, wording, nth=0, **more):
        coreference = known(marked, **more)
        found = [
            who
            for core, who in zip(coreference.cores, coreference.found, strict=True)
            if coreference.text[core.start : core.end] == wording
        ]
        return found[nth].who if found[nth] else None

    return find


@pytest.mark.parametrize(
    ("wording", "kind", "code"),
    [
        ("Norway", "state", "NOR"),
        ("Norwegian", "state", "NOR"),
        ("Oslo", "state", "NOR"),
        ("U.S.", "state", "USA"),
        ("Kremlin", "organisation", "RUS"),
        ("Downing Street", "organisation", "GBR"),
    ],
)
def test_states_capitals_and_seats_have_the_states_code(wording, kind, code, someone):
    who = someone(f"Boats of {{s:{wording}}} came.", wording)
    assert (who.kind, who.code, who.country) == (kind, code, code)


def test_a_capital_where_something_happens_is_a_place(someone):
    who = someone("They met in {s:Oslo} again.", "Oslo")
    assert (who.kind, who.country) == ("place", "NOR")
    assert someone("According to {s:Oslo} it rained.", "Oslo").kind == "state"


def test_names_and_adjectives_of_a_state_are_one(someone):
    text = "{s:Norway} and {s:Norwegian} boats of {s:Oslo} came."
    assert len({someone(text, wording).number for wording in ("Norway", "Norwegian", "Oslo")}) == 1


def test_a_state_that_no_table_knows_is_a_place(someone):
    assert someone("{s:Telmar} is far.", "Telmar").kind == "place"


def test_what_stands_beside_a_name_tells_office_state_and_gender(someone):
    who = someone("{s:Latvian} {r:spokeswoman} {p:Kim Orlen} left.", "Kim Orlen")
    assert (who.roles, who.country, who.gender) == (["spokeswoman"], "LVA", "f")


def test_an_office_has_the_organisation_that_it_is_of(someone):
    who = someone("{o:UN} {r:Secretary-General} {p:Ana Moro} left.", "Ana Moro")
    assert who.roles == ["UN Secretary-General"]
    who = someone("{p:Ana Moro}, {r:president} of the {o:Ferry Union}, left.", "Ana Moro")
    assert who.roles == ["president of the Ferry Union"]


def test_offices_are_merged_over_all_mentions_of_somebody(someone):
    who = someone("{p:Ana Moro}, a {r:lawyer}, left. {s:Latvian} {r:Foreign Minister} {p:Moro} came.", "Moro")
    assert who.parsed.full == "Ana Moro"
    assert "Foreign Minister" in who.roles
    assert who.country == "LVA"


@pytest.mark.parametrize(("honorific", "gender"), [("Mr.", "m"), ("Mrs.", "f"), ("Ms.", "f")])
def test_an_honorific_tells_a_gender(honorific, gender, someone):
    assert someone(f"Then {honorific} {{p:Karst}} left.", "Karst").gender == gender


def test_a_headline_may_have_the_short_name_first(someone):
    text = "{p:Moro} leaves\n{p:Ana Moro} left."
    assert someone(text, "Moro").number == someone(text, "Ana Moro").number


def test_a_spokesperson_belongs_to_their_house(someone):
    text = "{s:Latvian} {o:Foreign Ministry} {r:spokeswoman} {p:Ana Moro} left."
    who = someone(text, "Ana Moro")
    assert who.owner is not None
    assert who.owner.number == someone(text, "Foreign Ministry").number
    assert who.country == "LVA"


def test_an_organisation_has_its_acronym_from_brackets(someone):
    text = "The {o:Ferry Union of Coasts} ({o:FUCO}) met. {o:FUCO} closed."
    assert someone(text, "FUCO", 1).number == someone(text, "Ferry Union of Coasts").number


def test_an_organisation_of_a_state_has_its_country(someone):
    assert someone("The {s:Latvian} {o:Foreign Ministry} met.", "Foreign Ministry").country == "LVA"
    assert someone("The {o:Ministry of Trade} of {s:Latvia} met.", "Ministry of Trade").country == "LVA"


def test_a_people_is_a_group_of_its_state(someone):
    who = someone("Then the {g:Latvians} left.", "Latvians")
    assert (who.kind, who.several, who.country) == ("group", True, "LVA")


def test_a_person_a_state_and_a_city_of_one_name_are_three(someone):
    text = "{p:Jordan} met {p:Paris Moro} in {l:Paris}. {s:Jordan} agreed."
    assert someone(text, "Jordan", 0).kind == "person"
    assert someone(text, "Jordan", 1).kind == "state"
    assert someone(text, "Paris").kind == "place"
    assert len({someone(text, "Jordan", n).number for n in (0, 1)}) == 2


def test_the_year_tells_which_office_somebody_well_known_held(someone):
    text = "{s:French} {r:President} {p:Emmanuel Macron} left."
    then, now = someone(text, "Emmanuel Macron", year=2015), someone(text, "Emmanuel Macron", year=2019)
    assert not any("president" in held for _, held in then.offices)
    assert any("president" in held for _, held in now.offices)


def test_somebody_of_another_state_is_not_the_well_known_one(someone):
    assert someone("{s:Latvian} {r:diver} {p:Emmanuel Macron} left.", "Emmanuel Macron").offices == set()
