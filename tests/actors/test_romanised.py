"""Spellings of one name meet; names of two persons do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.romanised import folded, inflected, likeness, outlines

ONE_NAME = """Pashinyan Pashinian|Zelensky Zelenskyy|Zelensky Zelenskiy|Khamenei Khamenehi|Erdogan Erdoğan|Aliyev Aliev
Mirzoyan Mirzoian|Mohammed Muhammad|Qaddafi Gaddafi|Gaddafi Kadhafi|Sargsyan Sarkissian|Lavrov Lavrow
Vučić Vuchich|Hajiyev Gadzhiyev|Yeltsin Eltsin|Zourabichvili Zurabishvili|Hussein Hossein|Yanukovych Yanukovich
Rahmon Rakhmon|McDonald MacDonald|Djukanović Đukanović|Netanyahu Netanyahou|Baghaei Baqaei|Lukashenko Lukashenka
Tsikhanouskaya Tikhanovskaya|Yushchenko Yuschenko|Abdelatty Abdulatty|Tokayev Tokaev|Vučić Vucic"""
TWO_NAMES = """Khamenei Khomeini|Hassan Hussein|Hamid Hamad|Petrov Petrova|Mahmoud Mohammed|Roberto Roberta
Biden Blinken|Harris Harrison|Bush Burns|Scholz Schulz|Gates Kates|Deng Teng|Maria Mario|Ivanov Ivanyan"""


def _pairs(table: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in (pair.split() for pair in table.replace("\n", "|").split("|"))]


@pytest.mark.parametrize(("one", "other"), _pairs(ONE_NAME))
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.6
    assert outlines(one) & outlines(other)


@pytest.mark.parametrize(("one", "other"), _pairs(TWO_NAMES))
def test_two_names_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) == 0


@pytest.mark.parametrize(
    ("base", "form"),
    _pairs(
        "Lavrov Lavrova|Lavrov Lavrovu|Lavrov Lavrovym|Pashinyan Pashinyana|Pashinyan Pashinyani|Erdogan Erdoganom"
        "|Zakharova Zakharovoy|Zelensky Zelenskogo|Zelensky Zelenskomu|Sergey Sergeya|Kuleba Kuleby|Tokayev Tokaevu"
    ),
)
def test_a_case_that_a_translation_left_is_known(base: str, form: str) -> None:
    assert inflected(base, form)
    assert outlines(base) & outlines(form)


@pytest.mark.parametrize(("base", "form"), _pairs("Ross Rossi|Harris Harrison|Bush Busha|Kim Kima|Orval Orvalson"))
def test_another_name_is_no_case(base: str, form: str) -> None:
    assert not inflected(base, form)


_WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzšçğəıöü'-"), min_size=1, max_size=14)


@given(_WORDS, _WORDS)
def test_likeness_is_symmetric_and_between_none_and_one(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(_WORDS)
def test_marks_and_case_make_no_difference(word: str) -> None:
    assert likeness(word, word.upper()) == 1.0 or folded(word) != folded(word.upper())
    assert outlines(word)
