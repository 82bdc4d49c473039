"""Coreference scores: on invented documents of GUM's shape, with a reader that finds what the test says."""

import json

import pytest

pytest.importorskip("scorch")

from evals import coreference
from evals.coreference import baseline, head, is_name, named_chains, phrases, score
from onrecord.records import Entity, Mention

TOKENS = (
    "Mayor Ada Orlen of Port Ellis met the Salt Board on Monday . The mayor said Port Ellis needs it . "
    "Orlen and her deputy left . The deputy was tired ."
)
CHAINS = {  # in tokens; "#2" is the second time that the words stand there
    0: ["Mayor Ada Orlen of Port Ellis", "The mayor", "Orlen#2", "her"],
    1: ["Port Ellis", "Port Ellis#2"],
    2: ["the Salt Board", "it"],
    3: ["her deputy", "The deputy"],
    4: ["Orlen and her deputy"],
}
KINDS = {0: "person", 1: "place", 2: "organization", 3: "person", 4: "person"}


def span(text, words):
    words, _, time = words.partition("#")
    start = -1
    for _ in range(int(time or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def named(text, chains):
    return {frozenset(text[slice(*word)] for word in chain) for chain in chains}


@pytest.fixture
def corpus(tmp_path):
    mentions = []
    for chain, found in CHAINS.items():
        for words in found:
            start, end = span(TOKENS, words)
            mentions.append({"start": start, "end": end, "type": KINDS[chain], "entity": chain, "wiki": None})
    path = tmp_path / "gold.jsonl"
    row = {"id": "harbour", "genre": "news", "text": TOKENS, "mentions": mentions}
    path.write_text(json.dumps(row) + "\n" + json.dumps({**row, "id": "harbour-2"}) + "\n")
    return path


class FakeReader:
    """Finds the same mentions in every text, entity by entity."""

    model = "fake 1"
    found = ()

    def entities(self, text, spans):
        assert list(spans) == [(0, len(text))]
        mentions = [Mention(span(text, words), kind, entity) for words, kind, entity in self.found]
        return tuple(mentions), tuple(Entity(str(i), "person") for i in range(9))


@pytest.fixture
def read(monkeypatch):
    def set_up(*found):
        monkeypatch.setattr(FakeReader, "found", found)
        monkeypatch.setattr(coreference, "Reader", FakeReader)

    return set_up


PERFECT = [
    ("Mayor", "role", 0),
    ("Ada Orlen", "person", 0),
    ("mayor", "role", 0),
    ("Orlen#2", "person", 0),
    ("her", "pronoun", 0),
    ("Port Ellis", "place", 1),
    ("Port Ellis#2", "place", 1),
    ("Salt Board", "organisation", 2),
    ("it", "pronoun", 2),
    ("deputy", "role", 3),
]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the former mayor of Port Ellis", "mayor"),
        ("Mayor Ada Orlen", "Orlen"),
        ("Ada Orlen, the mayor", "Orlen"),
        ("the Bank of Ellis", "Bank"),
        ("Orlen's", "Orlen"),
        ("Orlen's deputy", "deputy"),
        ("the talks held in Port Ellis", "talks"),
        ("a man she trusted", "man"),
        ("the U.S.", "U.S"),
        ("Port Ellis (Vessia)", "Ellis"),
        ("that", "that"),
        ("“Ada”", "Ada"),
        ("—", "—"),
        ("", ""),
    ],
)
def test_head_of_a_noun_phrase(phrase, expected):
    text = f"So {phrase} there"
    assert text[slice(*head(text, (3, 3 + len(phrase))))] == expected


@pytest.mark.parametrize(
    ("before", "phrase", "person", "expected"),
    [
        ("then ", "Ada Orlen", True, True),
        ("then ", "the mayor", True, False),
        ("then ", "the President", True, False),
        ("then ", "President Ada Orlen", True, True),
        ("then ", "the Salt Board", False, True),
        ("then ", "the Court", False, False),
        ("then ", "the Court of Ellis", False, True),
        ("then ", "I", True, False),
        ("then ", "the US", False, True),
        ("then ", "Israelis", True, False),
        ("Left. ", "Fishermen", True, False),
        ("Orlen, or Orlen. ", "Orlen", True, True),
        ("Left. ", "Moscow", False, True),
        ("Left. ", "Ada Orlen", True, True),
    ],
)
def test_names_are_told_from_descriptions(before, phrase, person, expected):
    text = before + phrase + " left"
    assert is_name(text, (len(before), len(before) + len(phrase)), person=person) is expected


def test_gold_keeps_named_chains_only_by_their_heads(corpus):
    first = coreference.texts(corpus)[0]
    assert first.text.startswith("Mayor Ada Orlen of Port Ellis met the Salt Board on Monday. The")
    assert named(first.text, first.chains) == {
        frozenset({"Orlen", "mayor", "her"}),
        frozenset({"Ellis"}),
        frozenset({"Board", "it"}),
    }
    assert sorted(len(chain) for chain in first.chains) == [2, 2, 4]


def test_scores_agree_with_the_worked_example_of_the_reference_scorer():
    # Pradhan et al. (ACL 2014), figure 1: its recall, precision and F1
    at = {letter: (i, i + 1) for i, letter in enumerate("abcdefghi")}
    key = [frozenset(at[x] for x in chain) for chain in ("abc", "defg")]
    found = [frozenset(at[x] for x in chain) for chain in ("ab", "cd", "fghi")]
    result = score([(key, found)])
    assert result.muc == pytest.approx((40, 40, 40))
    assert result.b_cubed == pytest.approx((41.67, 50, 45.45), abs=0.01)
    assert result.ceaf_e == pytest.approx((65, 43.33, 52), abs=0.01)
    assert result.conll == pytest.approx((40 + 45.45 + 52) / 3, abs=0.01)
    assert result.mentions == pytest.approx((600 / 7, 75, 80))


def test_documents_are_pooled_not_averaged():
    small, large = [frozenset({(0, 1), (2, 3)})], [frozenset((i, i + 1) for i in range(0, 18, 2))]
    result = score([(small, []), (large, large)])
    assert result.muc[0] == pytest.approx(100 * 8 / 9)
    assert result.b_cubed[0] == pytest.approx(100 * 9 / 11)
    assert result.ceaf_e[:2] == pytest.approx((50, 100))


def test_chains_of_one_mention_count_in_the_last_figure_only():
    pair, lone = frozenset({(0, 1), (2, 3)}), frozenset({(4, 5)})
    result = score([([pair, lone], [pair])])
    assert result.conll == pytest.approx(100)
    assert result.with_singletons < 100


def test_nothing_found_and_nothing_to_find_score_nothing():
    pair = frozenset({(0, 1), (2, 3)})
    assert score([([pair], [])]).conll == 0
    assert score([([], [pair])]).conll == 0
    assert score([]).conll == 0


def test_an_office_before_a_name_and_an_adjective_are_no_mentions():
    text = "The Russian official and Mayor Ada Orlen met; the mayor, Ada Orlen, left Russia"
    mentions = [
        Mention(span(text, words), kind, i)
        for i, (words, kind) in enumerate(
            [
                ("Russian", "state"),
                ("official", "role"),
                ("Mayor", "role"),
                ("Ada Orlen", "person"),
                ("mayor", "role"),
                ("Ada Orlen#2", "person"),
                ("Russia#2", "state"),
            ]
        )
    ]
    assert [text[slice(*m.span)] for m in phrases(text, mentions)] == [
        "official",
        "Ada Orlen",
        "mayor",
        "Ada Orlen",
        "Russia",
    ]


def test_only_chains_with_a_name_are_compared():
    text = "the mayor met Orlen, and the board met itself in town"
    mentions = [
        Mention(span(text, words), kind, entity)
        for words, kind, entity in [
            ("mayor", "role", 0),
            ("Orlen", "person", 0),
            ("board", "organisation", 1),
            ("itself", "pronoun", 1),
            ("town", "place", 2),
        ]
    ]
    assert named(text, named_chains(text, mentions)) == {frozenset({"mayor", "Orlen"})}


def test_baseline_joins_same_words_and_the_nearest_animate_alike():
    text = "Orlen left the Board; it thanked her. They, Orlen and the board, are friends of him"
    words = [
        ("Orlen", "person"),
        ("the Board", "organisation"),
        ("it", "pronoun"),
        ("her", "pronoun"),
        ("They", "pronoun"),
        ("Orlen#2", "person"),
        ("board", "organisation"),
        ("him", "pronoun"),
    ]
    mentions = [Mention(span(text, w), kind, i) for i, (w, kind) in enumerate(words)]
    assert [m.entity for m in baseline(text, mentions)] == [0, 1, 1, 0, 0, 0, 1, 0]


def test_baseline_leaves_a_pronoun_without_antecedent_alone():
    text = "He met Orlen, and it rained"
    mentions = [Mention(span(text, w), k, 0) for w, k in [("He", "pronoun"), ("Orlen", "person"), ("it", "pronoun")]]
    assert [m.entity for m in baseline(text, mentions)] == [0, 1, 2]


def test_a_perfect_reading_scores_a_hundred(corpus, read):
    read(*PERFECT)
    ours = coreference.figures(corpus)["onrecord (fake 1)"]
    assert ours.conll == pytest.approx(100)
    assert ours.mentions == pytest.approx((100, 100, 100))


def test_a_reading_that_joins_two_people_loses_precision(corpus, read):
    read(*PERFECT[:9], ("deputy", "role", 0))
    ours = coreference.figures(corpus)["onrecord (fake 1)"]
    assert ours.muc[1] < 100
    assert ours.muc[0] == pytest.approx(100)


def test_baseline_gets_the_readings_mentions(corpus, read):
    read(*PERFECT)
    other = coreference.figures(corpus)["baseline on its mentions"]
    # neither "mayor" nor "Orlen" is in the words of "Ada Orlen"
    assert 0 < other.conll < 100
    assert other.mentions[1] == pytest.approx(100)


def test_command_prints_counts_and_a_row_a_system(corpus, read, capsys):
    read(*PERFECT)
    coreference.main([str(corpus), "--documents"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "n 2 documents, 6 named chains of 16 mentions; 0 named once"
    assert [line.split("  ")[0] for line in lines[2:] if not line.startswith(" ")] == [
        "onrecord (fake 1)",
        "baseline on its mentions",
    ]
    assert lines[2].split()[-2:] == ["100.00", "100.00"]
    assert sum(line.startswith("  harbour") for line in lines) == 4


def test_gold_mentions_are_scored_without_a_model(corpus, capsys):
    coreference.main([str(corpus), "--gold-mentions"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("gold chains of gold mentions")
    assert lines[3].startswith("baseline on gold mentions")
