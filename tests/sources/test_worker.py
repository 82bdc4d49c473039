"""A process that may hang or die."""

import io
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.worker import Worker, WorkerDiedError, WorkerTimeoutError, receive, send

MOODY = """
import os, sys, time
from onrecord.sources.worker import serve

def answer(question):
    print("a library that talks")
    match question["do"]:
        case "hang": time.sleep(600)
        case "die": os._exit(3)
    return {"do": question["do"], "pid": os.getpid()}

if __name__ == "__main__":
    serve(answer)
"""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    (tmp_path / "moody.py").write_text(MOODY)
    monkeypatch.syspath_prepend(tmp_path)
    worker = Worker("moody")
    yield worker
    worker.close()


def test_worker_answers_many_questions_from_one_process(worker: Worker) -> None:
    answers = [worker.ask({"do": str(n)}, seconds=60) for n in range(3)]
    assert [answer["do"] for answer in answers] == ["0", "1", "2"]
    assert len({answer["pid"] for answer in answers}) == 1
    assert answers[0]["pid"] != os.getpid()


def test_worker_that_hangs_is_killed_and_started_again(worker: Worker) -> None:
    before = worker.ask({"do": "a"}, seconds=60)["pid"]
    with pytest.raises(WorkerTimeoutError):
        worker.ask({"do": "hang"}, seconds=0.2)
    assert worker.ask({"do": "b"}, seconds=60)["pid"] != before


def test_worker_that_dies_is_started_again(worker: Worker) -> None:
    with pytest.raises(WorkerDiedError, match="3"):
        worker.ask({"do": "die"}, seconds=60)
    assert worker.ask({"do": "b"}, seconds=60)["do"] == "b"


def test_worker_that_was_ended_between_questions_is_started_again(worker: Worker) -> None:
    worker.ask({"do": "a"}, seconds=60)
    worker.close()
    assert worker.ask({"do": "b"}, seconds=60)["do"] == "b"


def test_worker_serves_threads_in_turn(worker: Worker) -> None:
    answers: dict[str, object] = {}

    def ask(what: str) -> None:
        answers[what] = worker.ask({"do": what}, seconds=60)["do"]

    threads = [threading.Thread(target=ask, args=(str(n),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {str(n): str(n) for n in range(8)}


def test_worker_interrupted_half_way_gives_no_stale_answer(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.ask({"do": "start"}, seconds=60)
    with monkeypatch.context() as patched:
        patched.setattr("onrecord.sources.worker.receive", lambda pipe: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            worker.ask({"do": "first"}, seconds=60)
    assert worker.ask({"do": "second"}, seconds=60)["do"] == "second"


def test_worker_that_cannot_start_says_so() -> None:
    with pytest.raises(WorkerDiedError, match="could not be started"):
        Worker("onrecord.no_such_module").ask({}, seconds=60)


def test_worker_without_an_interpreter_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(WorkerDiedError, match="could not be started"):
        Worker("moody").ask({}, seconds=60)


@given(st.dictionaries(st.text(), st.text() | st.none() | st.integers()))
def test_messages_come_out_as_they_went_in(message: dict[str, object]) -> None:
    pipe = io.BytesIO()
    send(pipe, message)
    pipe.seek(0)
    assert receive(pipe) == message


@pytest.mark.parametrize("sent", [b"", b"\0\0", b"\0\0\0\0\0\0\0\x09{}"])
def test_a_message_cut_short_is_an_end(sent: bytes) -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO(sent))
