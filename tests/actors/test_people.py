"""Two wordings go together when a reader of the document would join them."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.actors.people import LIKELY, keys, parse, same_person
from onrecord.tables import rows

ONE_PERSON = {
    "short forms": """Lavrov|Sergey Lavrov
        Lavrov|Sergei Viktorovich Lavrov
        S. Lavrov|Sergey Lavrov
        S.V. Lavrov|Sergey Viktorovich Lavrov
        Sergey Lavrov's|Lavrov
        Sergei Lavrov|Sergey Viktorovich Lavrov
        Hillary Clinton|Hillary Rodham Clinton
        George Bush|George W. Bush
        Franklin D. Roosevelt|Franklin Delano Roosevelt
        J.D. Vance|James David Vance
        JD Vance|J. D. Vance
        Boris Johnson|Alexander Boris Johnson
        Mr. Blinken|Antony Blinken
        Abdullah|King Abdullah II""",
    "particles": """von der Leyen|Ursula von der Leyen
        Leyen|Ursula von der Leyen
        VON DER LEYEN|Ursula von der Leyen
        Le Drian|Jean-Yves Le Drian
        Ellen Johnson Sirleaf|Ellen Johnson-Sirleaf
        Majid Takht Ravanchi|Majid Takht-Ravanchi""",
    "nicknames": """Bill Clinton|William Clinton
        Bob Dole|Robert Dole
        Joe Biden|Joseph R. Biden Jr.
        Tony Blinken|Antony Blinken
        Bibi Netanyahu|Benjamin Netanyahu
        Sasha Denkov|Aleksandr Denkov
        Vladimir Zelensky|Volodymyr Zelenskyy
        Alyaksandr Lukashenka|Alexander Lukashenko""",
    "transliterations": """Pashinyan|Nikol Pashinian
        Khamenei|Ali Khamenehi
        Erdogan|Recep Tayyip Erdoğan
        Aliev|Ilham Aliyev
        Mirzoyan|Ararat Mirzoian
        Muhammad Mursi|Mohammed Morsi
        Moammar Gadhafi|Muammar Qaddafi
        Serzh Sargsyan|Serge Sarkisian
        Salome Zurabishvili|Salome Zourabichvili
        Vuchich|Aleksandar Vucic
        Yoon Seok-youl|Yoon Suk Yeol
        Yasir Arafat|Yasser Arafat""",
    "cases": """Lavrova|Sergey Lavrov
        Sergeya Lavrova|Sergey Lavrov
        Pashinyana|Nikol Pashinyan
        Zakharovoy|Maria Zakharova
        Erdogan'a|Erdogan""",
    "East Asian": """Kim|Kim Jong Un
        Kim Jong-un|Kim Jong Un
        Xi|Xi Jinping
        Jinping Xi|Xi Jinping
        Abe|Shinzo Abe
        Abe Shinzo|Shinzo Abe
        Trong|Nguyen Phu Trong
        Suu Kyi|Aung San Suu Kyi
        Khurelsukh|Ukhnaagiin Khurelsukh""",
    "Arabic": """Mohammed bin Salman|Mohammed bin Salman Al Saud
        bin Salman|Mohammed bin Salman Al Saud
        MBS|Mohammed bin Salman
        MBZ|Mohammed bin Zayed Al Nahyan
        Tamim|Tamim bin Hamad Al Thani
        Al-Thani|Tamim bin Hamad Al Thani
        Sisi|Abdel Fattah el-Sisi
        Abdelfattah Elsisi|Abdel Fattah el-Sisi
        Abdul Fattah al-Sisi|Abdel Fattah el-Sisi
        Zine el-Abidine Ben Ali|Zine El Abidine Ben Ali
        Amir Abdollahian|Hossein Amirabdollahian""",
    "Iberian": """Sánchez|Pedro Sánchez Pérez-Castejón
        Pedro Sánchez|Pedro Sánchez Pérez-Castejón
        Obrador|Andrés Manuel López Obrador
        Maduro|Nicolás Maduro Moros
        Dina Boluarte|Dina Boluarte Zegarra
        Lula|Luiz Inácio Lula da Silva
        Lula da Silva|Luiz Inácio Lula da Silva""",
    "called by the first": """Abiy|Abiy Ahmed
        Abiy Ahmed|Abiy Ahmed Ali
        Katrín|Katrín Jakobsdóttir
        Orban Viktor|Viktor Orbán""",
}
TWO_PERSONS = """George H. W. Bush|George W. Bush
    Ilham Aliyev|Heydar Aliyev
    Ilham Aliyev|Mehriban Aliyeva
    Aliyev|Mehriban Aliyeva
    Kim Jong Il|Kim Jong Un
    Kim Yo Jong|Kim Jong Un
    Kim Yong-chol|Kim Jong-chol
    Li Keqiang|Li Qiang
    Wang|Weng Zhen
    Zakharov|Maria Zakharova
    Ms. Zakharova|Zakharov
    Sergey Zakharov|Maria Zakharova
    Mr. Clinton|Hillary Clinton
    Hillary Clinton|Bill Clinton
    Anna Petrova|Ivan Petrov
    Hafez al-Assad|Bashar al-Assad
    Saad Hariri|Rafik Hariri
    Salman bin Abdulaziz|Mohammed bin Salman
    Salman Al Saud|Mohammed bin Salman Al Saud
    Khalifa bin Hamad Al Thani|Hamad bin Khalifa Al Thani
    King Salman|Mohammed bin Salman
    Mohammed bin Zayed|Mohammed bin Salman
    Rashid Ahmed|Ahmed Rashid
    Khomeini|Ali Khamenei
    Jean-Claude Orval|Jean-Yves Orval
    Marine Le Pen|Jean-Marie Le Pen
    David Miliband|Ed Miliband
    K. R. Narayanan|M. K. Narayanan
    Martin Luther King Jr.|Martin Luther King Sr.
    Abdullah I|Abdullah II
    Hun Sen|Hun Manet
    Marco Rossi|Marco Ross
    Barack Obama|Michelle Obama"""


def _pairs(table: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in (line.strip().split("|") for line in table.splitlines())]


@pytest.mark.parametrize(("one", "other"), [pair for table in ONE_PERSON.values() for pair in _pairs(table)])
def test_wordings_of_one_person_go_together(one: str, other: str) -> None:
    assert same_person(parse(one), parse(other)) >= LIKELY
    assert keys(parse(one)) & keys(parse(other))


@pytest.mark.parametrize(("one", "other"), _pairs(TWO_PERSONS))
def test_two_persons_are_not_joined(one: str, other: str) -> None:
    assert same_person(parse(one), parse(other)) < LIKELY


@pytest.mark.parametrize(
    ("wording", "nearer", "farther"),
    [
        ("Zakharova", "Maria Zakharova", "Sergey Zakharov"),
        ("Aliyeva", "Mehriban Aliyeva", "Ilham Aliyev"),
        ("Michel", "Charles Michel", "Michel Orval"),
        ("Sánchez", "Pedro Sánchez", "Pedro Sanches"),
        ("Hussein", "Saddam Hussein", "Hussein Orval"),
    ],
)
def test_the_name_itself_is_nearer_than_what_resembles_it(wording: str, nearer: str, farther: str) -> None:
    one = parse(wording)
    assert same_person(one, parse(nearer)) > same_person(one, parse(farther))


def test_a_given_name_alone_takes_another_reason() -> None:
    assert 0 < same_person(parse("Nikol"), parse("Nikol Pashinyan")) < LIKELY


@pytest.mark.parametrize("other", ["Лавров", "Lavrov", "Сергей Лавров ", "Sergey Лавров"])
def test_names_in_other_scripts_are_equal_only_to_themselves(other: str) -> None:
    one = parse("Сергей Лавров")
    assert same_person(one, one) == 1
    assert same_person(one, parse(other)) == (other.strip() == one.full)


def test_an_empty_wording_is_nobody() -> None:
    assert same_person(parse(""), parse("")) == 0
    assert same_person(parse(" "), parse("Lavrov")) == 0


def test_many_mentions_of_many_names_share_few_keys() -> None:
    """Five hundred persons: hardly more pairs to look at than persons, so that a document costs near linear."""
    first = [row[0] for row in rows("firstnames.tsv")][::17][:500]
    family = [
        a + b + c for a in ("Dor", "Vel", "Tam", "Kris", "Pav") for b in ("al", "in", "um", "ekr", "osh") for c in ENDS
    ]
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, (one, other) in enumerate(zip(first, family, strict=False)):
        for key in keys(parse(f"{one} {other}")):
            blocks[key].append(i)
    pairs = {(a, b) for block in blocks.values() for a in block for b in block if a < b}
    assert len(pairs) < 8 * min(len(first), len(family))


ENDS = [
    "dal",
    "fert",
    "gorn",
    "hald",
    "jik",
    "karst",
    "lomp",
    "mird",
    "nost",
    "perz",
    "quill",
    "rand",
    "sotter",
    "tvedt",
    "umber",
    "vanz",
    "wicke",
    "yorl",
    "zand",
    "bek",
]

# "Abu" and "Abdul" are one name with the word behind them
_FIRST = st.sampled_from(
    [name for name, _ in rows("firstnames.tsv") if name.isalpha() and not name.startswith(("Abd", "Abo", "Abu", "Umm"))]
)
_FAMILY = st.sampled_from(
    [
        "Lavrov",
        "Denkova",
        "Zelensky",
        "Pashinyan",
        "Tsereteli",
        "Orval",
        "Ravizza",
        "Khamenei",
        "Erdoğan",
        "Grünwald",
        "O'Brien",
        "Szabó",
        "Mbeki",
    ]
)
_SPELLINGS = [
    ("yan", "ian"),
    ("sky", "skiy"),
    ("kh", "h"),
    ("ov", "ow"),
    ("ğ", "g"),
    ("iy", "y"),
    ("ü", "u"),
    ("", "'s"),
]


@given(_FIRST, _FAMILY, st.sampled_from(_SPELLINGS), st.sampled_from(["{f}", "{i}. {f}", "{g} {f}", "President {f}"]))
def test_what_a_document_makes_of_a_name_is_found_by_its_keys(
    first: str, family: str, spelling: tuple[str, str], form: str
) -> None:
    name = parse(f"{first} {family}")
    old, new = spelling
    other = family.replace(old, new) if old else family + new
    later = parse(form.format(f=other, g=first, i=first[0]))
    assert keys(name) & keys(later)
    assert same_person(name, later) >= LIKELY


@settings(max_examples=300)
@given(
    st.lists(st.one_of(_FIRST, _FAMILY, st.text(max_size=6)), min_size=1, max_size=4),
    st.lists(st.one_of(_FIRST, _FAMILY, st.text(max_size=6)), min_size=1, max_size=4),
)
def test_names_that_may_be_one_share_a_key_whichever_is_asked_first(one: list[str], other: list[str]) -> None:
    a, b = parse(" ".join(one)), parse(" ".join(other))
    score = same_person(a, b)
    assert score == same_person(b, a)
    assert 0 <= score <= 1
    assert not score or keys(a) & keys(b)
