"""What stands around a name is taken off, and its case made even."""

import pytest

from onrecord.actors.titles import bare, name_case


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("Mr. Orval", "Orval"),
        ("H.E. Dr. Sheikh Tamir bin Hamad Al Telmari", "Tamir bin Hamad Al Telmari"),
        ("Lt. Gen. Ben Hollis", "Ben Hollis"),
        ("Grand Ayatollah Ali al-Telmari", "Ali al-Telmari"),
        ("Foreign Minister Anna Orval", "Anna Orval"),
        ("U.S. Secretary of State Anna Orval", "Anna Orval"),
        ("Minister of Foreign Affairs of the Republic of Armenia Anna Orval", "Anna Orval"),
        ("President of Georgia Anna Orval", "Anna Orval"),
        ("Kremlin spokesman Ivan Denkov", "Ivan Denkov"),
        ("Telmarneft CEO Igor Denkov", "Igor Denkov"),
        ("Deputy Prime Minister and Minister of Defence Anna Orval", "Anna Orval"),
        ("Paris mayor Anna Orval", "Anna Orval"),
        ("mayor of Telmar Anna Orval", "Anna Orval"),
        ("then-President Anna Orval", "Anna Orval"),
        ("the late Anna Orval", "Anna Orval"),
        ("Sir Alan Orval KC MP", "Alan Orval"),
        ("Anna Orval, the foreign minister", "Anna Orval"),
        ("Denkov, Sergey", "Sergey Denkov"),
        ("Alan Orval, Jr.", "Alan Orval Jr."),
        ("Anna Orval (Telmar)", "Anna Orval"),
        ("Sergey Denkov's", "Sergey Denkov"),
        ("Denkov’s", "Denkov"),
        ("Hakan Demirel'in", "Hakan Demirel"),
        ("Orval-san", "Orval"),
    ],
)
def test_titles_offices_and_endings_come_off(wording: str, name: str) -> None:
    assert " ".join(bare(wording).words) == name


@pytest.mark.parametrize(
    "wording",
    [
        "Dean Rusk",
        "Howard Dean",
        "John Major",
        "Israel Katz",
        "Sultan Al Jaber",
        "He Lifeng",
        "Grace Orval",
        "John King",
        "Mustafa Rifa'i",
        "M. K. Orval",
        "Mr.",
        "King",
        "Major",
    ],
)
def test_names_that_look_like_titles_stay(wording: str) -> None:
    assert " ".join(bare(wording).words) == wording


@pytest.mark.parametrize(
    ("loud", "name"),
    [
        ("MACRON", "Macron"),
        ("McCONNELL", "McConnell"),
        ("O'BRIEN", "O'Brien"),
        ("JEAN-YVES LE DRIAN", "Jean-Yves Le Drian"),
        ("URSULA VON DER LEYEN", "Ursula von der Leyen"),
        ("ABDEL FATTAH EL-SISI", "Abdel Fattah el-Sisi"),
        ("JD VANCE", "JD Vance"),
        ("XI JINPING", "Xi Jinping"),
        ("PRESIDENT ORVAL", "Orval"),
        ("Emmanuel MACRON", "Emmanuel Macron"),
        ("KING CHARLES III", "Charles III"),
    ],
)
def test_capitals_become_name_case(loud: str, name: str) -> None:
    assert " ".join(bare(loud).words) == name


def test_a_possessive_in_capitals_keeps_its_small_letter() -> None:
    assert name_case("ORVAL'S") == "Orval's"
