"""The cast: which names are one's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors import people
from onrecord.reading.cast import Cast, content_words


@pytest.fixture
def cast():
    return Cast()


def enter(cast, wording, at=0, gender=None, country=None):
    """Somebody by name, at a place; what is told beside the name is kept, as the reader does."""
    who = cast.person(people.parse(wording), at, gender, country)
    who.gender, who.country = who.gender or gender, who.country or country
    who.cores.append(at)
    return who


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ana Moro", "Moro"),
        ("Ana Maria Moro", "Ana Moro"),
        ("Nikol Pashinyan", "Pashinian"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Ludwig van der Berg", "van der Berg"),
        ("Jean-Marc Ayrault", "Ayrault"),
    ],
)
def test_a_short_name_is_whoever_has_the_full_one(full, short, cast):
    who = enter(cast, full)
    assert enter(cast, short, 1) is who
    assert who.parsed.full == full
    assert len(cast.all) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Ana Moro", "Lev Ritt"), ("Ana Moro", "Vera Moro"), ("Maria Orlova", "Sergei Orlov")]
)
def test_names_that_cannot_be_ones_are_two(one, other, cast):
    assert enter(cast, one) is not enter(cast, other, 1)


def test_of_two_with_a_surname_the_last_named_before_is_meant(cast):
    john, mary = enter(cast, "John Baker", 0), enter(cast, "Mary Baker", 5)
    assert enter(cast, "Baker", 3) is john
    assert enter(cast, "Baker", 9) is mary


def test_a_known_gender_or_state_keeps_two_of_a_surname_apart(cast):
    enter(cast, "John Baker", 0, "m", "USA")
    mary = enter(cast, "Mary Baker", 5, "f", "GBR")
    assert enter(cast, "Baker", 3, "f") is mary
    assert enter(cast, "Baker", 3, None, "GBR") is mary
    assert enter(cast, "Baker", 9, None, "NOR") not in cast.all[:2]


def test_a_fuller_name_that_comes_later_becomes_the_name(cast):
    who = enter(cast, "Moro")
    assert enter(cast, "Ana Moro", 1) is who
    assert who.parsed.full == "Ana Moro"


def test_somebody_is_known_by_name(cast):
    enter(cast, "Ana Moro")
    assert cast.known(people.parse("Moro"))
    assert not cast.known(people.parse("Ritt"))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Latvian Foreign Ministry", "Foreign Ministry"),
        ("Ministry of Foreign Affairs of Latvia", "Ministry of Foreign Affairs"),
        ("Collective Security Treaty Organization", "CSTO"),
        ("Coastal Ferry Agency", "Ferry Agency"),
        ("Coastal Ferry Union", "CFU"),
    ],
)
def test_a_short_name_is_the_organisation_of_the_full_one(full, short, cast):
    who = cast.body(full, None)
    assert cast.body(short, None) is who


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Ministry", "Defence Ministry"),
        ("Coastal Bank", "Coastal Union"),
        ("Latvian Foreign Ministry", "Norwegian Foreign Ministry"),
        ("Coastal Ferry Union", "CFA"),
    ],
)
def test_different_organisations_stay_apart(one, other, cast):
    assert cast.body(one, None) is not cast.body(other, None)


def test_ministries_of_two_states_are_two(cast):
    one = cast.body("Foreign Ministry", "LVA")
    other = cast.body("Foreign Ministry", "NOR")
    assert one is not other
    assert cast.body("Foreign Ministry", "LVA") is one


def test_an_acronym_in_brackets_is_the_organisations(cast):
    who = cast.body("Coastal Ferry Union", None)
    cast.also(who, "COFU")
    assert cast.body("COFU", None) is who


def test_states_and_places_are_found_by_key(cast):
    assert cast.keyed("state", "LVA") is cast.keyed("state", "LVA")
    assert cast.keyed("state", "LVA") is not cast.keyed("place", "LVA")


def test_articles_do_not_tell_organisations_apart_and_adjectives_are_their_states():
    assert content_words("the Ministry of Trade") == content_words("Ministry for Trade") == {"ministry", "trade"}
    assert content_words("Latvian Ministry") == content_words("Ministry of Latvia") == {"ministry", "LVA"}


NAMES = st.lists(
    st.sampled_from(["Ana", "Moro", "Ritt", "Lev", "J.", "van", "al-", "Кира", "习近平", "İ", "O’Hara", "-", "Jr."]),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(st.lists(st.tuples(NAMES, st.sampled_from(["m", "f", None]), st.sampled_from(["LVA", "NOR", None]))))
def test_any_names_are_taken_and_each_is_somebody(entries):
    cast = Cast()
    for at, (wording, gender, country) in enumerate(entries):
        who = enter(cast, wording, at, gender, country)
        assert who.named
        assert cast.all[who.number] is who
    assert sum(sum(who.wordings.values()) for who in cast.all) == len(entries)
