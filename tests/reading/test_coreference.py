"""What stands for whom: on mentions marked by hand, and through the whole reader with the shipped model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

# ---- mentions marked by hand -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pronoun", "chain"),
    [
        ("She", ["Ana Moro", "She"]),
        ("He", ["Lev Ritt", "He"]),
        ("Her", ["Ana Moro", "Her"]),
        ("His", ["Lev Ritt", "His"]),
    ],
)
def test_a_pronoun_is_somebody_of_its_gender(pronoun, chain, chains):
    for pair in ("Ms. {p:Ana Moro} met Mr. {p:Lev Ritt}.", "Mr. {p:Lev Ritt} met Ms. {p:Ana Moro}."):
        assert chains(f"{pair} {{n:{pronoun}}} left.") == [chain]


def test_a_pronoun_is_nobody_of_the_other_gender(chains):
    assert chains("Mr. {p:Lev Ritt} left. {n:She} came.") == []


def test_it_is_a_thing_and_no_person(chains):
    assert chains("The {o:Ferry Union} met {p:Ana Moro}. {n:It} closed.") == [["Ferry Union", "It"]]
    assert chains("{p:Ana Moro} left. {n:It} rained.") == []


def test_they_are_several(chains):
    assert chains("The {g:envoys} of {s:Norway} met {p:Ana Moro}. {n:They} left.") == [["envoys", "They"]]


@pytest.mark.parametrize("wording", ["minister", "foreign minister", "diplomat", "official"])
def test_an_office_is_whoever_holds_it_or_could(wording, chains):
    text = f"{{s:Norwegian}} {{r:Foreign Minister}} {{p:Ana Moro}} left. The {{r:{wording}}} came."
    assert ["Foreign Minister", "Ana Moro", wording] in chains(text)


def test_an_office_is_nobody_of_another_office(chains):
    assert chains("{r:Mayor} {p:Ana Moro} left. The {r:general} came.") == [["Mayor", "Ana Moro"]]


def test_an_office_of_a_state_is_nobody_of_another(chains):
    both = "{s:Latvian} {r:envoy} {p:Lev Ritt} met {s:French} {r:envoy} {p:Ana Moro}. "
    assert ["envoy", "Lev Ritt", "envoy"] in chains(both + "The {s:Latvian} {r:envoy} left.")
    assert ["envoy", "Ana Moro", "envoy"] in chains(both + "The {s:French} {r:envoy} left.")
    assert not any("envoy" in chain[2:] for chain in chains(both + "The {s:Norwegian} {r:envoy} left."))


def test_a_wording_that_tells_a_gender_is_nobody_of_the_other(chains):
    text = "Mr. {p:Lev Ritt}, the {r:spokesman}, left. The {r:spokeswoman} came."
    assert not any("spokeswoman" in chain for chain in chains(text))


@pytest.mark.parametrize("determiner", ["A", "Another", "Some"])
def test_an_office_with_an_indefinite_article_is_somebody_new(determiner, chains):
    text = f"{{r:Envoy}} {{p:Ana Moro}} left. {determiner} {{r:envoy}} came."
    assert chains(text) == [["Envoy", "Ana Moro"]]


def test_ministers_of_different_matters_are_told_apart(chains):
    text = "{r:Foreign Minister} {p:Ana Moro} met {r:Defence Minister} {p:Lev Ritt}. The {r:foreign minister} left."
    assert ["Foreign Minister", "Ana Moro", "foreign minister"] in chains(text)


def test_an_unnamed_official_spoken_of_again_is_the_same(chains):
    assert chains("A {s:Norwegian} {r:official} left. The {r:official} came back.") == [["official", "official"]]


def test_a_ministry_by_its_noun_is_the_one_named_before(chains):
    text = "The {s:Latvian} {o:Foreign Ministry} met. {p:Ana Moro} left. The {o:ministry} closed."
    assert chains(text) == [["Foreign Ministry", "ministry"]]


def test_the_country_is_the_state_named_before(chains):
    assert chains("{s:Norway} is far. The {l:country} is cold.") == [["Norway", "country"]]


def test_a_group_by_its_noun_is_the_one_named_before(chains):
    text = "The {g:co-chairs} of the {o:Ferry Group} met. The {g:co-chairs} left."
    assert ["co-chairs", "co-chairs"] in chains(text)


def test_officials_of_two_states_are_two_groups(chains):
    text = "The {s:Latvian} {g:officials} met the {s:French} {g:officials}."
    assert chains(text) == []


def test_the_speaker_of_before_goes_before_somebody_only_named(known):
    text = "{p:Ana Moro} met {p:Lev Ritt}. {n:She} left."
    coreference = known(text)
    assert coreference.found[2] is not None
    assert coreference.found[2].why.startswith("refers to Ana Moro")


def test_you_is_left_alone(known):
    coreference = known("{p:Ana Moro} left. {n:I} saw {n:us}.")
    assert coreference.found[1] is coreference.found[2] is None


PARTS = st.sampled_from(
    [
        *(
            "{p:Ana Moro}",
            "{p:Moro}",
            "{p:Lev Ritt}",
            "{r:minister}",
            "{r:Foreign Minister}",
            "{r:official}",
            "{n:she}",
        ),
        *("{n:he}", "{n:it}", "{n:they}", "{n:I}", "{n:we}", "{g:ministers}", "{g:Latvians}", "{o:Ferry Union}"),
        *("{o:FU}", "{o:ministry}", "{s:Norway}", "{s:Latvian}", "{s:Oslo}", "{s:Kremlin}", "{l:Telmar}", "{l:city}"),
        *("{s:Telmar}", "the", "a", "of", "and", "’s", ",", "(", ")", ".", "The", "in", "\n", "Mr.", "{p:习近平}"),
    ]
)


@given(parts=st.lists(PARTS, max_size=40))
def test_mentions_of_one_are_of_one_kind_gender_and_state(parts, known):
    coreference = known(" ".join(parts))
    assert len(coreference.found) == len(coreference.cores)
    for i, (core, found) in enumerate(zip(coreference.cores, coreference.found, strict=True)):
        if core.type == "person":
            assert found is not None
            assert found.who.kind == "person"
        if found is not None:
            assert found.why
            assert i in found.who.cores
            assert coreference.cast.all[found.who.number] is found.who
    again = known(" ".join(parts))
    assert [f and f.who.number for f in again.found] == [f and f.who.number for f in coreference.found]


# ---- through the whole reader ----------------------------------------------------------------------------------------


def test_a_surname_a_pronoun_and_a_description_are_the_person_named_in_full(told):
    seen = told(
        "Portuguese Foreign Minister Ana Moro arrived in Oslo on Monday. The diplomat said that her visit would be "
        "short. “I hope we agree,” Moro said."
    )
    assert seen.same("Ana Moro", "Foreign Minister", "diplomat", "her", "Moro", "I")


def test_a_ministry_is_its_short_name(told):
    seen = told("The Norwegian Foreign Ministry rejected the claim. The ministry said that it had no ships there.")
    assert seen.same("Foreign Ministry", "ministry")
    assert seen.entity("ministry").country == "NOR"


def test_an_acronym_is_the_organisation_whose_name_it_stood_behind(told):
    seen = told(
        "The Collective Security Treaty Organization (CSTO) held a meeting. The CSTO said that troops would come."
    )
    assert seen.same("Collective Security Treaty Organization", ("CSTO", 0), ("CSTO", 1))


def test_an_invented_acronym_is_known_after_its_brackets(told):
    seen = told(
        "The International Ferry Association (IFA) opened its doors. On Monday the IFA said that fares would fall."
    )
    assert seen.same("International Ferry Association", ("IFA", 0), ("IFA", 1))


def test_spellings_of_one_name_are_one(told):
    seen = told("Nikol Pashinyan spoke in parliament. Later Pashinian said that the border was quiet.")
    assert seen.same("Nikol Pashinyan", "Pashinian")


def test_a_couple_of_one_surname_stay_two(told):
    seen = told(
        "Maria Orlova met Sergei Orlov on Monday. Orlova said that she was content. Orlov said that he was not."
    )
    assert seen.same("Maria Orlova", "Orlova", "she")
    assert seen.same("Sergei Orlov", "Orlov", "he")
    assert not seen.same("Maria Orlova", "Sergei Orlov")


def test_two_persons_of_one_surname_stay_two(told):
    seen = told("John Baker said that he would leave. Mary Baker said that she would stay.")
    assert not seen.same("John Baker", "Mary Baker")
    assert seen.same("John Baker", "he")
    assert seen.same("Mary Baker", "she")


def test_a_person_and_a_state_of_one_name_are_two(told):
    seen = told("Jordan Peters came to Jordan on Monday. Peters said that Jordan was hot.")
    assert seen.same("Jordan Peters", "Peters")
    assert (seen.entity("Peters").kind, seen.entity("Jordan").kind) == ("person", "state")


def test_both_of_a_pair_of_adjectives_are_states(told):
    seen = told("The Armenian-Azerbaijani border was quiet. Armenia and Azerbaijan said so.")
    assert seen.same("Armenian", "Armenia")
    assert seen.same("Azerbaijani", "Azerbaijan")


def test_a_capital_that_speaks_is_its_state(told):
    seen = told("Baku said on Monday that the border was quiet. Azerbaijan has closed it.")
    assert seen.same("Baku", "Azerbaijan")


def test_i_and_we_in_a_quotation_are_its_speaker(told):
    seen = told("“I asked for it, and we will wait,” Foreign Minister Ana Moro said on Monday.")
    assert seen.same("I", "we", "Ana Moro")


def test_names_in_other_scripts_are_read(told, sound_cast):
    text = "Президент Владимир Зеленский заявил это. 习近平 said so on Monday. محمود عباس met Ana Moro, who said no."
    sound_cast(told(text).reading)


@pytest.mark.parametrize("text", ["", " \n\n ", ":", "“”", "Mr.", "The .", "MR. : Yes.\n\nMR. : No.\n\nMR. : Yes."])
def test_a_text_of_nobody_has_no_entities(text, told):
    assert told(text).reading.entities == ()


def test_a_name_of_five_hundred_mentions_is_one(told, sound_cast):
    seen = told("Ana Moro arrived on Monday. " + "Then Moro said that she would stay in Oslo. " * 250)
    sound_cast(seen.reading)
    sizes = sorted(map(len, seen.chains()))
    assert sizes[-1] >= 450
    assert {seen.reading.entities[m.entity].name for m in seen.reading.mentions if m.type == "person"} == {"Ana Moro"}
