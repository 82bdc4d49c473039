"""English or not."""

import pytest

from onrecord.errors import LanguageError
from onrecord.sources.language import language, require_english

ENGLISH = "The minister said that the talks would go on, and that both states were ready for them. "
RUSSIAN = "Министр заявил, что переговоры будут продолжены и что оба государства к ним готовы. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RUSSIAN, "Russian"),
        (
            "El ministro dijo que las conversaciones continuarán el lunes y que los dos Estados están preparados.",
            "Spanish",
        ),
        (
            "Le ministre a déclaré que les pourparlers continueraient lundi et que les deux États étaient prêts.",
            "French",
        ),
        ("Der Minister sagte, die Gespräche gingen am Montag weiter, und beide Staaten seien dazu bereit.", "German"),
        ("Nazir danışıqların davam edəcəyini və hər iki dövlətin buna hazır olduğunu bildirib.", "Azerbaijani"),
        ("Նախարարն ասաց, որ բանակցությունները կշարունակվեն։", "Armenian"),
        ("მინისტრმა განაცხადა, რომ მოლაპარაკებები გაგრძელდება.", "Georgian"),
        ("وقال الوزير إن المحادثات ستستمر يوم الاثنين وإن الدولتين مستعدتان لها.", "Arabic"),
    ],
)
def test_require_english_names_the_language_and_the_way_out(text: str, name: str) -> None:
    with pytest.raises(LanguageError) as caught:
        require_english(text, "a.txt")
    assert str(caught.value) == f"a.txt: seems to be {name}; only English is read; pass --force to read it all the same"
    assert caught.value.exit_status == 1


def test_require_english_lets_everything_pass_by_force() -> None:
    require_english(RUSSIAN, "a.txt", force=True)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Talks stall",
        "Torv, Kallin discuss Lenz corridor in Port Sella",
        "Ana Torv: Vessia mission stays",
        "Sella, Lenz, Vessia City, Port Orm",
        "OK",
        "Q: Minister?",
        "42",
        "",
    ],
)
def test_require_english_does_not_refuse_short_english(text: str) -> None:
    require_english(text, "a.txt")


@pytest.mark.parametrize("text", [ENGLISH * 6 + RUSSIAN * 4, RUSSIAN * 4 + ENGLISH * 6])
def test_require_english_passes_mixed_text_with_more_english(text: str) -> None:
    require_english(text, "a.txt")


def test_language_looks_beyond_the_start() -> None:
    assert language(RUSSIAN * 60 + ENGLISH * 500) == "en"
    assert language(ENGLISH * 5 + RUSSIAN * 500) == "ru"


def test_language_of_clear_english_loads_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.sources.language._identifier", lambda: pytest.fail("loaded"))
    assert language(ENGLISH) == "en"
