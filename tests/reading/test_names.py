"""Names of persons and organisations in a text."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.names import organisations, persons, words_of


def words(text):
    return words_of(text, ((0, len(text)),))


def test_a_text_becomes_a_letter_a_word():
    assert words("The Norwegian minister, Ana Moro, said so.").kinds == "dDr,NN,ff.L"


def test_an_office_before_a_name_belongs_to_it():
    (name,) = persons(words("the Minister of Foreign Affairs of Norway Ana Moro said"))
    assert (name.name, name.role, name.country) == ("Ana Moro", "Minister of Foreign Affairs of Norway", "NOR")


def test_an_office_after_a_name_belongs_to_it():
    (name,) = persons(words("Ana Moro, the outgoing mayor of Oslo, said"))
    assert (name.name, name.role) == ("Ana Moro", "outgoing mayor of Oslo")


def test_an_office_belongs_to_the_name_that_it_stands_before():
    first, second = persons(words("Ana Moro, Foreign Minister Lev Ritt and others"))
    assert (first.role, second.role) == (None, "Foreign Minister")


def test_an_ambassador_to_a_state_is_not_of_it():
    (name,) = persons(words("Lev Ritt, ambassador to Norway, said"))
    assert name.country is None


def test_initials_particles_and_hyphens_belong_to_a_name():
    found = [
        n.name for n in persons(words("John F. Marrow met Ruy de la Costa. Jean-Marc al-Bahr met Gov. Chuck Jordan."))
    ]
    assert found == ["John F. Marrow", "Ruy de la Costa", "Jean-Marc al-Bahr", "Chuck Jordan"]


def test_titles_tell_gender():
    text = "Mr. Moro. Ms. Ritt. Dr. Aust. spokeswoman Vera Orlen"
    assert [n.gender for n in persons(words(text))] == [
        "m",
        "f",
        None,
        "f",
    ]


def test_organisations_are_found_whole():
    text = "The Ministry of Labour and Social Affairs told Reuters; the Norwegian Bank and the OSCE Minsk Group left."
    assert [n.name for n in organisations(words(text))] == [
        "Ministry of Labour and Social Affairs",
        "Reuters",
        "Norwegian Bank",
        "OSCE Minsk Group",
    ]


@given(st.text(alphabet="AaMoro .,’'-\n“”()\u200bİß1:", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_words_lie_in_order_inside_the_spans(text, a, b):
    low, high = sorted((min(a, len(text)), min(b, len(text))))
    found = words_of(text, ((low, high),))
    assert len(found.start) == len(found.end) == len(found.kinds)
    bounds = [place for pair in zip(found.start, found.end, strict=True) for place in pair]
    assert bounds == sorted(bounds)
    assert all(low <= place <= high for place in bounds)
