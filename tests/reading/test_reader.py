"""Text to reading, the whole way, with the shipped model."""

import doctest
import json
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.errors import ModelError, SourceError, UsageError
from onrecord.reading import reader as module
from onrecord.reading.reader import Reader
from onrecord.reading.segment import segment
from onrecord.records import Document, Reading

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = """\
Lorne lifts export ban on grain

The government of Lorne lifted its ban on grain exports on Wednesday, a week after talks with Kestria.

“Nobody in the valley should bake with sawdust,” Agriculture Minister Bram Oker told parliament. He said that trains \
would leave within ten days.

Kestria’s Foreign Ministry welcomed the decision, and said prices would be watched. “We are neighbours,” it added.

The ban had been in force since October.
"""


@pytest.fixture(scope="module")
def reader():
    return Reader()


def quotes(reading):
    return [statement.quote for statement in reading.statements]


def sound(reading):
    """What the contract promises of every reading, whatever the text; of one whose title nobody gave."""
    text = reading.text
    readable = [(p.start, p.end) for p in segment(text) if p.kind != "boilerplate"]
    last = 0
    for start, end in reading.body:
        assert last <= start < end <= len(text)
        last = end
    for statement in reading.statements:
        assert statement.content
        assert statement.quote == " ... ".join(text[s:e] for s, e in statement.content)
        assert 0 <= statement.certainty <= 1
        assert statement.directness in ("direct", "mixed", "indirect")
        for spans in (statement.source, statement.cue, statement.content):
            last = 0
            for start, end in spans:
                assert last <= start < end <= len(text)
                assert any(s <= start and end <= e for s, e in readable)
                last = end
    order = [statement.content for statement in reading.statements]
    assert order == sorted(order)
    again = json.loads(json.dumps(reading.to_dict()))
    assert Reading.from_dict(again) == reading


# What a user notices


@pytest.mark.parametrize(
    ("left", "right"), [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''")]
)
def test_quotation_before_its_speaker_is_one_direct_statement(left, right, reader):
    (statement,) = reader.read(f"{left}We will sign,{right} the minister said.").statements
    assert statement.quote.strip("“”\"‘’'«»„`,") == "We will sign"
    assert statement.directness == "direct"


def test_reported_speech_is_an_indirect_statement(reader):
    text = "The talks are over, the ministry said on Monday."
    (statement,) = reader.read(text).statements
    assert "talks are over" in statement.quote
    assert "ministry" not in statement.quote
    assert "said" in next(text[s:e] for s, e in statement.cue)
    assert [text[s:e] for s, e in statement.source] == ["the ministry"]
    assert statement.directness == "indirect"


def test_article_becomes_a_record_of_who_said_what(reader):
    reading = reader.read(ARTICLE)
    said = {s.quote: s for s in reading.statements}
    sawdust = next(s for quote, s in said.items() if "sawdust" in quote)
    assert [speaker.name for speaker in sawdust.speakers] == ["Bram Oker"]
    assert sawdust.directness == "direct"
    trains = next(s for quote, s in said.items() if "trains" in quote)
    assert trains.directness == "indirect"
    assert any("neighbours" in quote for quote in said)
    assert not any("had been in force" in quote for quote in said)


def test_statements_come_in_the_order_of_the_text(reader):
    found = quotes(reader.read(ARTICLE))
    places = [next(i for i, quote in enumerate(found) if word in quote) for word in ("sawdust", "trains", "neighbours")]
    assert places == sorted(places)


def test_text_where_nobody_speaks_has_no_statements(reader):
    assert reader.read("The port lies on the western shore. It has two quays and a lighthouse.").statements == ()


def test_quotation_in_decomposed_letters_keeps_its_accents(reader):
    text = "“We will close the cafe\u0301,” the minister said."
    (statement,) = reader.read(text).statements
    assert "cafe\u0301" in statement.quote


def test_cookie_notice_is_not_read(reader):
    text = ARTICLE + "\n\nThis website uses cookies. By clicking “Accept all” you agree to our cookie policy.\n"
    reading = reader.read(text)
    assert not any("cookie" in text[s:e] for s, e in reading.body)
    assert not any("cookie" in quote for quote in quotes(reading))


def test_title_is_the_texts_own_or_the_one_given(reader):
    assert reader.read(ARTICLE).title == "Lorne lifts export ban on grain"
    assert reader.read(ARTICLE, title="Another title").title == "Another title"


def test_what_is_known_of_the_document_is_kept(reader):
    known = {"id": "a", "published": "2024-01-12", "url": "https://a.example/", "outlet": "Courier", "author": "T. R."}
    reading = reader.read("The port is quiet.", **known)
    assert {name: getattr(reading, name) for name in known} == known
    assert reading.model == reader.model
    assert re.fullmatch(r"\w+-\w+", reading.model)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("2024-01-12", "2024-01-12"), ("2024-01-12T23:30:00+04:00", "2024-01-12"), ("2024-01", None), ("2024", None)],
)
def test_publication_is_kept_where_its_day_is_known(given, kept, reader):
    assert reader.read("The port is quiet.", published=given).published == kept


def test_document_without_an_id_is_named_by_its_hash(reader):
    reading = reader.read("The port is quiet.")
    assert reading.id == reading.sha256
    assert re.fullmatch(r"[0-9a-f]{64}", reading.sha256)


def test_document_is_read_with_all_that_is_known_of_it(reader):
    document = Document(
        id="a", text=ARTICLE, origin="-", title="T", published="2024-01-12", url="u", outlet="o", author="x"
    )
    assert reader.read_document(document) == reader.read(
        ARTICLE, id="a", title="T", published="2024-01-12", url="u", outlet="o", author="x"
    )


def test_many_documents_are_read_one_at_a_time(reader):
    taken = []

    def feed():
        for id in ("a", "b", "c"):
            taken.append(id)
            yield Document(id=id, text="“No,” she said.", origin="-")

    readings = reader.read_many(feed())
    assert next(readings).id == "a"
    assert taken == ["a"]
    assert [reading.id for reading in readings] == ["b", "c"]


def test_progress_hears_the_end(reader):
    heard = []
    reader.read(ARTICLE, progress=lambda done, total: heard.append((done, total)))
    assert heard
    assert heard[-1][0] == heard[-1][1]


def test_same_text_twice_is_the_same_reading_to_the_byte(reader):
    once, again = (json.dumps(Reader().read(ARTICLE, id="a").to_dict()) for _ in range(2))
    assert once == again


def test_document_read_alone_is_read_as_among_others(reader):
    alone = reader.read(ARTICLE)
    reader.read("“No,” she said.")
    assert reader.read(ARTICLE) == alone


def test_reading_on_several_threads_reads_the_same_words():
    reading = Reader(threads=2).read("“We will sign,” the minister said.")
    assert quotes(reading) == quotes(Reader().read("“We will sign,” the minister said."))


def test_example_in_the_docstring_is_true():
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


def test_package_gives_the_reader():
    assert onrecord.Reader is Reader


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_every_example_is_read_soundly(path, reader):
    reading = reader.read(path.read_bytes().decode("cp1252" if path.name == "bad-shape.txt" else "utf-8"))
    sound(reading)
    assert len(reading.statements) >= 3


# Any text at all


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\t \r\n",
        "12345 !!! 678.",
        "… — “” ''",
        "😀😀 🏳️‍🌈",
        "\x00",
        "\x00\x01\x02 she said \x7f",
        "\u202e“dias ehs ,on”\u202c she said.",
        "a\u0301\u0302\u0303" * 50,
        "\ufeff“No,” she said.",
        "\ufffd\ufffd\ufffd",
        "“",
        "said",
        "\u2028“No,”\u2029she said.\x85",
        "𝔘𝔫𝔦 ﷽ ﬃ ǅ ß İ",
        "العربية 中文 हिन्दी ไทย",
        "x" * 5000,
        "“No,” she said. " * 40,
        "\n".join(["He said no."] * 60),
        "\r\n\r\n".join(["“No,” she said.", "He left."]),
    ],
    ids=lambda text: ascii(text)[:24],
)
def test_text_of_any_kind_is_read_soundly(text, reader):
    reading = reader.read(text)
    sound(reading)
    assert reading.text == text


@pytest.mark.parametrize("text", ["", " \n\t", "\x00", "12345 !!! 678.", "… — “” ''", "😀😀"])
def test_text_without_words_has_no_statements(text, reader):
    assert reader.read(text).statements == ()


@pytest.mark.slow
def test_endless_line_is_read_to_its_end(reader):
    filler = "The port is quiet and the boats lie at the quay. " * 2000
    text = filler + "“We will sign,” the minister said."
    reading = reader.read(text)
    sound(reading)
    assert any("We will sign" in quote for quote in quotes(reading))


SIGNS = "“”\"'‘’«»,.:—…😀©\t\n\u202e\x00\u2028"
NAMES = ["Orlen", "Amsel", "minister", "Minister:", "we", "they", "Kestria"]
OTHER = ["said", "told", "that", "no", "will", "“No,", "sign,”", "said:", "e\u0301", "\n\n", "\r\n", "2024", "Share"]
WORDS = st.sampled_from([*SIGNS, *NAMES, *OTHER])


@settings(max_examples=100)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example("“No, \n sign,” Orlen said : “ no \n\n “ we will sign . ” he told them .")
def test_any_text_is_read_soundly(text):
    sound(Reader().read(text))


# What makes no sense


@pytest.mark.parametrize("text", ["\ud800", "She said \udfff no."])
def test_half_a_character_is_refused_with_its_place(text, reader):
    with pytest.raises(SourceError) as caught:
        reader.read(text, id="a.txt")
    offset = re.search("[\ud800-\udfff]", text).start()
    assert str(caught.value).startswith(f"a.txt: half a character (a lone surrogate) at offset {offset}; ")


@pytest.mark.parametrize("date", ["", "yesterday", "2024-13-01", "2024-02-30", "2024-1-2", "12 January 2024", "0000"])
def test_publication_that_is_no_date_is_wrong_use(date, reader):
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        reader.read("The port is quiet.", published=date)


@pytest.mark.parametrize("threads", [0, -1])
def test_reader_without_threads_is_wrong_use(threads):
    with pytest.raises(UsageError, match="1 or more"):
        Reader(threads=threads)


def test_model_folder_that_is_not_there_is_told_at_the_first_reading(tmp_path):
    reader = Reader(tmp_path / "nowhere")
    with pytest.raises(ModelError, match="nowhere"):
        reader.read("The port is quiet.")


def test_text_wrapped_to_a_width_reads_as_the_same_text_on_long_lines(reader):
    long = ARTICLE
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in long.split("\n\n"))

    def said(text):
        return [(" ".join(s.quote.split()), s.directness) for s in reader.read(text).statements]

    assert said(wrapped) == said(long)
