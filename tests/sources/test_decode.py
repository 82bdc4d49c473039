"""Bytes to text, and what is no text."""

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.sources.decode import decode, fault_in, require_letters, unix_newlines

NEWS = (
    "VESSIA CITY — The talks “go on”, said Zoë Králíček’s office… The café owners’ union – which isn’t a party to "
    "them – called them “a naïve façade”. Ministers of both states are to meet again on Monday.\n"
)
RUSSIAN = (
    "Министр иностранных дел Вессии заявил в понедельник, что переговоры продолжаются. «Мы согласны», — сказал он.\n"
)
# whatever is written, after a first word; without that, a text may look like a PDF or be all blanks
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffd")).map("Vessia ".__add__)


def text_or_refusal(raw: bytes, declared: str | None = None) -> str | SourceError:
    try:
        return decode(raw, "page.txt", declared=declared)
    except SourceError as error:
        return error


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_decode_gives_text_in_unicode_encodings_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@given(TEXTS, st.sampled_from(["cp1252", "cp1251", "koi8_r", "utf-16-le", "big5", "utf-7"]))
def test_decode_gives_text_in_other_encodings_some_reading_or_refuses_it(text: str, encoding: str) -> None:
    found = text_or_refusal(text.encode(encoding, "ignore"))
    assert isinstance(found, SourceError) or found.startswith("Vessia") or encoding == "utf-16-le"


@given(st.binary(), st.sampled_from([None, "utf-8", "utf-7", "cp1252", "unicode_escape", "hex", "no such", "\0", ""]))
@example(b"\\ud800 a\xe9", "unicode_escape")
@example(b'<meta charset="unicode_escape">\\ud800 \xe9', None)
@example(b"\xff\xfe\x00\xd8", None)
def test_decode_refuses_in_one_way_only(raw: bytes, declared: str | None) -> None:
    found = text_or_refusal(raw, declared)
    if isinstance(found, SourceError):
        assert str(found).startswith("page.txt: ")
        assert found.remedy
    else:
        assert fault_in(found) is None


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "cp1252",
        "mac_roman",
    ],
)
@pytest.mark.parametrize("length", [60, len(NEWS)])
def test_decode_reads_english_news_in_any_usual_encoding(encoding: str, length: int) -> None:
    text = NEWS[:length].replace("á", "a").replace("č", "c").replace("ř", "r").replace("í", "i")
    assert decode(text.encode(encoding), "a.txt") == text


def test_decode_reads_wide_text_with_a_stray_character() -> None:
    text = NEWS + "\ue000\x1f" + NEWS
    assert decode(text.encode("utf-16-le"), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "utf-16-le", "utf-16-be", "utf-8"])
def test_decode_reads_russian(encoding: str) -> None:
    text = RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-") * 3
    assert decode(text.encode(encoding), "a.txt") == text


def test_decode_trusts_bytes_before_declarations() -> None:
    assert decode(NEWS.encode(), "a.html", declared="windows-1251") == NEWS


def test_decode_takes_a_declaration_that_fits() -> None:
    text = "Prezident Vessie řekl: „Jednání pokračují.“ Český ministr souhlasil.\n"
    assert decode(text.encode("cp1250"), "a.html", declared="windows-1250") == text
    page = f'<html><head><meta charset="windows-1250"></head><body><p>{text}</p></body></html>'
    assert decode(page.encode("cp1250"), "a.html") == page


def test_decode_does_not_take_a_declaration_that_does_not_fit() -> None:
    assert decode((RUSSIAN * 3).encode("cp1251"), "a.html", declared="iso-8859-1") == RUSSIAN * 3


def test_decode_reads_latin1_as_browsers_do() -> None:
    text = "He said: “The café isn’t closed.”"
    assert decode(text.encode("cp1252"), "a.html", declared="iso-8859-1") == text


def test_decode_keeps_utf8_that_is_cut_in_one_place() -> None:
    raw = NEWS.encode()
    text = decode(raw[: raw.index("…".encode()) + 1] + raw[raw.index("…".encode()) + 3 :], "a.txt")
    assert "“go on”" in text
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "nothing but blanks"),
        (b"%PDF-1.4 ...", "PDF"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 100, "binary"),
        (
            b"The talks go on, said the minister of Vessia on Monday night.\x00 They go on.",
            "NUL character at character 61",
        ),
        (codecs.BOM_UTF16_LE + b"\x00\xd8" * 50, "binary"),
    ],
)
def test_decode_says_what_is_no_text(raw: bytes, word: str) -> None:
    with pytest.raises(SourceError, match=word):
        decode(raw, "a.txt")


def test_unix_newlines_change_line_ends_only() -> None:
    assert unix_newlines("a\r\nb\rc\n\r\n\u2028d") == "a\nb\nc\n\n\u2028d"


@pytest.mark.parametrize("text", ["", "  ", "123 — 45,6 %", "___", "…"])
def test_require_letters_refuses_text_without_any(text: str) -> None:
    with pytest.raises(SourceError):
        require_letters(text, "a.txt")


@pytest.mark.parametrize("text", ["a", "5 мая", "外交"])
def test_require_letters_takes_those_of_any_script(text: str) -> None:
    require_letters(text, "a.txt")
