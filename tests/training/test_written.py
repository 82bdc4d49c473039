"""Items written for training: what is marked is read, and a mistake is told with its place."""

import pytest

written = pytest.importorskip("training.written")

GOOD = """\
# a comment
[1 Latvia] {a condemned} [2 Norway] for {b shelling} [3 a village].
a ACCUSE 1 > 2
b ASSAULT 2 > 3 unreal

[1 Latvia] is cold.
"""


def items(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return list(written.items(tmp_path))


def test_an_item_has_its_text_without_marks_and_its_acts(tmp_path):
    first, second = items(tmp_path, GOOD)
    assert first.text == "Latvia condemned Norway for shelling a village."
    accuse, assault = first.acts
    assert first.text[slice(*accuse.trigger)] == "condemned"
    assert [first.text[slice(*first.mentions[i])] for i in (*accuse.actors, *accuse.recipients)] == ["Latvia", "Norway"]
    assert (assault.type, assault.status) == ("ASSAULT", "unreal")
    assert second.acts == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[1 Latvia] {a met} [2 Norway].\na CONSULT 1 > 3\n", "a.txt:2: no mention 3"),
        ("[1 Latvia] {a met} [2 Norway].\na MEET 1 > 2\n", "a.txt:2: unknown trigger, type or status"),
        ("[1 Latvia] {a met} [2 Norway].\na CONSULT _ > _\n", "a.txt:2: nobody on either side"),
        ("[1 Latvia] {a met} [2 Norway].\n", "a.txt:1: no event for trigger a"),
        ("[1 Latvia] {a met} [1 Norway].\na CONSULT 1 > 1\n", "a.txt:1: 1 is marked twice"),
        ("[1 Latvia] met Norway].\n", "a.txt:1: a stray"),
        ("[1 Latvia] {a met} [2 Norway].\nCONSULT 1 2\n", "a.txt:2: not an event"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path, text, complaint):
    with pytest.raises(ValueError, match=complaint.replace("(", r"\(")):
        items(tmp_path, text)


def test_what_is_in_the_repository_is_without_mistakes():
    found = list(written.items())
    assert len(found) > 1500
    assert all(item.text[slice(*act.trigger)].strip() for item in found for act in item.acts)
