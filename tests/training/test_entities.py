"""Entity data to one set of labels: text as printed, mentions to cores."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import entities


def found(text, mention, kind):
    """The cores of one mention of a text, as words and types."""
    start = text.index(mention)
    return [(text[c.start : c.end], c.type) for c in entities.cores(text, start, start + len(mention), kind)]


@pytest.mark.parametrize(
    ("tokens", "printed"),
    [
        ("She left , then .", "She left, then."),
        ("The ship ( an old one ) sank", "The ship (an old one) sank"),
        ('He said " no " twice', 'He said "no" twice'),
        ("Norway 's port", "Norway's port"),
        ("do n't", "don't"),
        ("the co - chairs", "the co-chairs"),
    ],
)
def test_tokens_are_printed_as_in_a_newspaper(tokens, printed):
    assert entities.printed(tokens)[0] == printed


@given(st.lists(st.text(st.sampled_from('ab,."(-’s'), min_size=1, max_size=4), min_size=1, max_size=20).map(" ".join))
def test_every_character_of_a_token_is_found_again(tokens):
    text, place = entities.printed(tokens)
    assert len(place) == len(tokens)
    assert all(text[at] == letter for at, letter in zip(place, tokens, strict=True) if letter != " ")
    assert place == sorted(place)


@pytest.mark.parametrize(
    ("mention", "kind", "core"),
    [
        ("Ana Moro", "person", [("Ana Moro", "person")]),
        ("Mr. Lev Ritt", "person", [("Lev Ritt", "person")]),
        ("Foreign Minister Ana Moro", "person", [("Foreign Minister", "role"), ("Ana Moro", "person")]),
        ("the old prime minister of the island", "person", [("prime minister", "role")]),
        ("the asylum seekers found in the water", "person", [("seekers", "group")]),
        ("three women", "person", [("women", "group")]),
        ("she", "person", [("she", "pronoun")]),
        ("its", "organization", [("its", "pronoun")]),
        ("the Ferry Union", "organization", [("Ferry Union", "organisation")]),
        ("the Ministry of Foreign Affairs", "organization", [("Ministry of Foreign Affairs", "organisation")]),
        ("the company that sank it", "organization", [("company", "organisation")]),
        ("the town of Telmar", "place", [("town", "place")]),
        ("Telmar", "place", [("Telmar", "place")]),
        ("Norway's foreign minister", "person", [("minister", "role")]),
        ("others", "person", []),
    ],
)
def test_a_mention_is_reduced_to_its_core(mention, kind, core):
    assert found(f"Then {mention} left.", mention, kind) == core


def test_gum_gives_text_cores_and_chains(tmp_path):
    row = {
        "id": "G1",
        "genre": "news",
        "text": "Ana Moro left Norway , she said .",
        "mentions": [
            {"start": 0, "end": 8, "type": "person", "entity": 1},
            {"start": 14, "end": 20, "type": "place", "entity": 2},
            {"start": 23, "end": 26, "type": "person", "entity": 1},
            {"start": 9, "end": 13, "type": "event", "entity": 3},
        ],
    }
    path = tmp_path / "gum.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (document,) = entities.gum(path)
    assert document.text == "Ana Moro left Norway, she said."
    assert [(document.text[c.start : c.end], c.type, c.chain) for c in document.cores] == [
        ("Ana Moro", "person", 1),
        ("Norway", "state", 2),
        ("she", "pronoun", 1),
    ]


def test_re3d_leaves_pronouns_without_a_target(tmp_path):
    row = {"id": "R1", "text": "They left Telmar.", "mentions": [{"start": 10, "end": 16, "type": "Location"}]}
    path = tmp_path / "re3d.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (document,) = entities.re3d(path)
    assert [(document.text[c.start : c.end], c.type) for c in document.cores] == [("Telmar", "place")]
    assert [document.text[s:e] for s, e in document.ignored] == ["They"]


def test_politics_leaves_what_it_does_not_mark_without_a_target(tmp_path):
    rows = [
        {
            "words": ["Prime", "Minister", "Ana", "Moro", "left", "."],
            "tags": ["O", "O", "B-politician", "I-politician", "O", "O"],
        },
        {"words": ["Norway", "won", "."], "tags": ["B-country", "O", "O"]},
        {"words": ["Peace", "Prize"], "tags": ["B-misc", "I-misc"]},
    ]
    path = tmp_path / "politics.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    first, second = entities.politics(path, size=2)
    assert [(first.text[c.start : c.end], c.type) for c in first.cores] == [("Ana Moro", "person"), ("Norway", "state")]
    assert {"Prime", "Minister", "left"} <= {first.text[s:e] for s, e in first.ignored}
    assert [second.text[s:e] for s, e in second.ignored] == ["Peace Prize"]


def test_relining_moves_no_offset():
    text = "One came. Two came. “Three came.” Four came. " * 5
    lined = entities.relined(text, random.Random(1))
    assert "\n" in lined
    assert lined.replace("\n", " ") == text


@given(st.text(st.sampled_from("AbMr. ’s,of the\n"), max_size=60), st.data())
def test_cores_of_any_mention_lie_inside_it_or_behind_it_in_its_name(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for kind in ("person", "organization", "place"):
        for core in entities.cores(text, start, end, kind):
            assert start <= core.start < core.end <= end
