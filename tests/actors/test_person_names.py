"""A person's name is taken apart as its tradition has it."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.person_names import parse
from onrecord.tables import rows

# wording, given, family, what later mentions use alone
NAMES = {
    "western": [
        ("Hillary Rodham Clinton", "Hillary", "Clinton", {"Clinton"}),
        ("J. D. Vance", "J.", "Vance", {"Vance"}),
        ("Martin Luther King Jr.", "Martin Luther", "King", {"King"}),
        ("Ben Wallace", "Ben", "Wallace", {"Wallace"}),
        ("Jean-Noël Barrot", "Jean-Noël", "Barrot", {"Barrot"}),
    ],
    "particles": [
        ("Ursula von der Leyen", "Ursula", "von der Leyen", {"von der Leyen", "Leyen"}),
        ("Charles de Gaulle", "Charles", "de Gaulle", {"de Gaulle", "Gaulle"}),
        ("Marine Le Pen", "Marine", "Le Pen", {"Le Pen"}),
        ("Chris Van Hollen", "Chris", "Van Hollen", {"Van Hollen"}),
        ("von der Leyen", "", "von der Leyen", {"von der Leyen", "Leyen"}),
        ("Van der Bellen", "", "Van der Bellen", {"Van der Bellen"}),
    ],
    "Slavic": [
        ("Sergey Viktorovich Lavrov", "Sergey", "Lavrov", {"Lavrov"}),
        ("Lavrov Sergey Viktorovich", "Sergey", "Lavrov", {"Lavrov"}),
        ("Maria Vladimirovna Zakharova", "Maria", "Zakharova", {"Zakharova"}),
        ("Roman Abramovich", "Roman", "Abramovich", {"Abramovich"}),
        ("Aleksandar Vučić", "Aleksandar", "Vučić", {"Vučić"}),
    ],
    "Turkic": [
        ("Ilham Heydar oglu Aliyev", "Ilham", "Aliyev", {"Aliyev"}),
        ("Aliyev Ilham Heydar oglu", "Ilham", "Aliyev", {"Aliyev"}),
        ("Recep Tayyip Erdoğan", "Recep Tayyip", "Erdoğan", {"Erdoğan"}),
    ],
    "Spanish": [
        ("Pedro Sánchez Pérez-Castejón", "Pedro", "Sánchez Pérez-Castejón", {"Sánchez", "Sánchez Pérez-Castejón"}),
        ("Andrés Manuel López Obrador", "Andrés Manuel", "López Obrador", {"López Obrador", "Obrador"}),
        ("López Obrador", "", "López Obrador", {"López Obrador"}),
        ("Cristina Fernández de Kirchner", "Cristina", "Fernández de Kirchner", {"Fernández", "Kirchner"}),
    ],
    "Portuguese": [
        ("Luiz Inácio Lula da Silva", "Luiz Inácio", "Lula da Silva", {"Lula", "da Silva", "Lula da Silva"}),
        ("Marcelo Rebelo de Sousa", "Marcelo", "Rebelo de Sousa", {"Rebelo de Sousa", "Sousa"}),
    ],
    "Arabic": [
        ("Mohammed bin Salman Al Saud", "Mohammed", "Al Saud", {"Mohammed", "bin Salman", "Al Saud"}),
        ("Mohammed bin Salman", "Mohammed", "bin Salman", {"Mohammed", "bin Salman"}),
        ("Osama bin Laden", "Osama", "bin Laden", {"bin Laden"}),
        ("Zine El Abidine Ben Ali", "Zine El Abidine", "Ben Ali", {"Ben Ali"}),
        ("Abdel Fattah el-Sisi", "Abdel Fattah", "el-Sisi", {"el-Sisi", "Sisi"}),
        ("Bashar al Assad", "Bashar", "al Assad", {"al Assad", "Assad"}),
        ("Gamal Abdel Nasser", "Gamal", "Abdel Nasser", {"Abdel Nasser", "Nasser"}),
        ("Seif al-Islam Gaddafi", "Seif al-Islam", "Gaddafi", {"Gaddafi"}),
        ("Abu Mazen", "", "Abu Mazen", {"Abu Mazen"}),
        ("Sultan Al Jaber", "Sultan", "Al Jaber", {"Al Jaber"}),
        ("King Abdullah II bin Hussein", "Abdullah", "bin Hussein", {"Abdullah"}),
    ],
    "Persian": [
        ("Mohammad Javad Zarif", "Mohammad Javad", "Zarif", {"Zarif"}),
        ("Seyed Abbas Araghchi", "Abbas", "Araghchi", {"Araghchi"}),
    ],
    "Chinese": [
        ("Xi Jinping", "Jinping", "Xi", {"Xi"}),
        ("He Lifeng", "Lifeng", "He", {"He"}),
        ("Pan Gongsheng", "Gongsheng", "Pan", {"Pan"}),
        ("Chiang Kai-shek", "Kai-shek", "Chiang", {"Chiang"}),
        ("Lee Hsien Loong", "Hsien Loong", "Lee", {"Lee"}),
        ("Jackie Chan", "Jackie", "Chan", {"Chan"}),
    ],
    "Korean": [
        ("Kim Jong Un", "Jong Un", "Kim", {"Kim"}),
        ("Moon Jae-in", "Jae-in", "Moon", {"Moon"}),
        ("Ban Ki-moon", "Ki-moon", "Ban", {"Ban"}),
        ("Park Jin", "Jin", "Park", {"Park"}),
        ("Sung Kim", "Sung", "Kim", {"Kim"}),
        ("Kim Kardashian", "Kim", "Kardashian", {"Kardashian"}),
        ("Lee Zeldin", "Lee", "Zeldin", {"Zeldin"}),
    ],
    "Japanese": [
        ("Shinzo Abe", "Shinzo", "Abe", {"Abe"}),
        ("Abe Shinzo", "Shinzo", "Abe", {"Abe"}),
        ("ISHIBA Shigeru", "Shigeru", "Ishiba", {"Ishiba"}),
    ],
    "Vietnamese": [
        ("Pham Minh Chinh", "Minh Chinh", "Pham", {"Chinh"}),
        ("Nguyen Phu Trong", "Phu Trong", "Nguyen", {"Trong"}),
        ("To Lam", "Lam", "To", {"Lam"}),
        ("Ho Chi Minh", "Chi Minh", "Ho", {"Ho"}),
    ],
    "Hungarian": [
        ("Viktor Orbán", "Viktor", "Orbán", {"Orbán"}),
        ("Orbán Viktor", "Viktor", "Orbán", {"Orbán"}),
    ],
    "Burmese": [
        ("Aung San Suu Kyi", "", "Aung San Suu Kyi", {"Suu Kyi", "Aung San Suu Kyi"}),
        ("U Thant", "", "Thant", {"Thant"}),
        ("Min Aung Hlaing", "", "Min Aung Hlaing", {"Min Aung Hlaing"}),
    ],
    "called by the first": [
        ("Abiy Ahmed", "Abiy", "Ahmed", {"Abiy"}),
        ("Prayut Chan-o-cha", "Prayut", "Chan-o-cha", {"Prayut"}),
        ("Katrín Jakobsdóttir", "Katrín", "Jakobsdóttir", {"Katrín", "Jakobsdóttir"}),
        ("Prabowo Subianto", "Prabowo", "Subianto", {"Prabowo"}),
    ],
    "Mongolian": [("Ukhnaagiin Khurelsukh", "Ukhnaagiin", "Khurelsukh", {"Khurelsukh"})],
    "one word": [("Sukarno", "", "Sukarno", {"Sukarno"}), ("King Charles III", "", "Charles", {"Charles"})],
}


@pytest.mark.parametrize(
    ("wording", "first", "family", "short"), [(w, *parts) for table in NAMES.values() for w, *parts in table]
)
def test_given_and_family_name_are_those_of_the_tradition(
    wording: str, first: str, family: str, short: set[str]
) -> None:
    name = parse(wording)
    assert (name.given, name.family) == (first, family)
    assert short <= name.short


@pytest.mark.parametrize(
    ("wording", "gender"),
    [
        ("Mr. Price", "m"),
        ("MS. BRUCE", "f"),
        ("Queen Rania", "f"),
        ("Nikol Pashinyan", "m"),
        ("Salome Zourabichvili", "f"),
        ("Ilham Heydar oglu Aliyev", "m"),
        ("Leyla Heydar qizi Aliyeva", "f"),
        ("Valentina Ivanovna Matviyenko", "f"),
        ("Abdel Fattah el-Sisi", "m"),
        ("Zakharova", "f"),
        ("Zelensky", "m"),
        ("Jean-Luc Orval", "m"),
        ("Andrea Orval", None),
        ("Kim Jong Un", "m"),
        ("Orval", None),
    ],
)
def test_gender_is_what_title_name_or_ending_tell(wording: str, gender: str | None) -> None:
    assert parse(wording).gender == gender


def test_an_ending_alone_does_not_make_gender_sure() -> None:
    assert not parse("Lavrova").sure
    assert parse("Ms. Lavrova").sure


def test_a_nickname_in_quotation_marks_is_a_short_form() -> None:
    name = parse('William "Bill" Orval')
    assert name.full == "William Orval"
    assert "Bill" in name.short


@pytest.mark.parametrize(
    "wording", ["Сергей Лавров", "习近平", "محمود عباس", "Նիկոլ Փաշինյան", "სალომე", "Sergey Лавров"]
)
def test_other_scripts_pass_through(wording: str) -> None:
    name = parse(wording)
    assert name.full == wording
    assert name.short == {wording}
    assert name.gender is None


@given(st.text(max_size=60))
def test_any_text_is_parsed_without_failing(text: str) -> None:
    name = parse(text)
    assert isinstance(name.full, str)
    assert bool(name.keys) or not any(c.isalpha() for c in name.full)


_FIRST = st.sampled_from([row[0] for row in rows("firstnames.tsv")])


@given(_FIRST, st.sampled_from(["Orval", "Denkova", "von Ostheim", "al-Telmari", "Ravizza"]))
def test_case_of_letters_does_not_change_the_parts(first: str, family: str) -> None:
    plain, loud = parse(f"{first} {family}"), parse(f"{first} {family}".upper())
    assert plain.family.casefold() == loud.family.casefold()
    assert plain.gender == loud.gender


def test_the_tables_are_read_only_when_a_name_is() -> None:
    assert "onrecord.actors.person_names" in sys.modules
    import subprocess

    code = "import onrecord.actors.people, onrecord.actors.first_names as f; print(f.first_names.cache_info().misses)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
