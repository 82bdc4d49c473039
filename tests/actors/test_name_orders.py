"""The words of a name are put in order; the traditions have their table in test_person_names.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.name_orders import bare_family, ordered, units


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Abdel Fattah el-Sisi", ("Abdel Fattah", "el-Sisi")),
        ("Abd al-Rahman al Rashed", ("Abd al-Rahman", "al Rashed")),
        ("Tamim Al Thani", ("Tamim", "Al Thani")),
        ("Badr al-Busaidi", ("Badr", "al-Busaidi")),
        ("Badr al-Din Orval", ("Badr al-Din", "Orval")),
        ("Al Gore", ("Al", "Gore")),
    ],
)
def test_words_that_are_one_name_stay_together(words: str, joined: tuple[str, ...]) -> None:
    assert units(words.split()) == joined


@pytest.mark.parametrize(
    ("family", "bare"),
    [
        ("von der Leyen", "Leyen"),
        ("el-Sisi", "Sisi"),
        ("Al Thani", "Thani"),
        ("Le Pen", "Le Pen"),
        ("de", "de"),
        ("bin Salman", "bin Salman"),
        ("O'Brien", "O'Brien"),
        ("", ""),
    ],
)
def test_particles_in_front_of_a_family_name_come_off(family: str, bare: str) -> None:
    assert bare_family(family) == bare


def test_a_family_name_in_capitals_is_the_family_name() -> None:
    assert ordered(["Orval", "Anna", "Maria"], frozenset({0})).family == ("Orval",)
    assert ordered(["Anna", "von", "Orval"], frozenset({2})).family == ("von", "Orval")


def test_a_numeral_is_a_suffix_and_xi_a_name() -> None:
    assert ordered(["Abdullah", "II"]).suffix == "II"
    assert ordered(["Jinping", "Xi"]).family == ("Xi",)


@given(
    st.lists(
        st.sampled_from(
            [
                "Abu",
                "Abdel",
                "bin",
                "al",
                "Al",
                "el-",
                "Ben",
                "de",
                "von",
                "Kim",
                "Aung",
                "San",
                "oglu",
                "Jr.",
                "II",
                "A.",
                "Orval",
                "Anna",
                "-",
            ]
        )
    )
)
def test_every_word_of_a_name_has_a_part(words: list[str]) -> None:
    order = ordered(words)
    parts = " ".join((*order.given, *order.middle, *order.family, order.suffix)).split()
    assert set(words) >= set(parts)
    assert len(parts) >= len(set(words)) - 1
