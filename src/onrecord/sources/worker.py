"""A module run in a process of its own, asked over pipes, killed when it is late.

Foreign input can hang or crash a parser written in C, and no ``try`` catches that. ``subprocess`` rather than
``multiprocessing``, whose ``spawn`` runs the caller's script again where it has no ``__main__`` guard.

A message is eight bytes of length, big-endian, and that many bytes of JSON.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

Message = dict[str, Any]


class WorkerTimeoutError(Exception):
    """The worker did not answer in time and was killed."""


class WorkerDiedError(Exception):
    """The worker ended without an answer."""


class Worker:
    """A process that runs ``python -m MODULE``, started at the first question and again after it had to be killed.

    Threads may share one; they take turns. After a fork the child starts its own.

    Args:
        module: the module's dotted name; it calls :func:`serve`.
    """

    def __init__(self, module: str) -> None:
        self.module = module
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._turn = threading.Lock()

    def ask(self, question: Message, *, seconds: float) -> Message:
        """The worker's answer to one question.

        Raises:
            WorkerTimeoutError: it took longer than ``seconds``, counted from when the worker is up.
            WorkerDiedError: it crashed, or could not be started.
        """
        with self._turn:
            process = self._running()
            late = threading.Event()

            def end() -> None:
                late.set()
                process.kill()

            timer = threading.Timer(seconds, end)
            timer.daemon = True
            timer.start()
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                send(process.stdin, question)
                answer = receive(process.stdout)
            except (OSError, EOFError) as broken:
                self._end()
                if late.is_set():
                    raise WorkerTimeoutError(f"no answer within {seconds:g} s") from broken
                raise WorkerDiedError(f"ended with status {process.returncode}") from broken
            except BaseException:
                # interrupted half way: the next question would get this one's answer
                self._end()
                raise
            finally:
                timer.cancel()
            if late.is_set():
                self._end()  # answered in the last moment, killed all the same
            return answer

    def close(self) -> None:
        """End the process; a later question starts another."""
        with self._turn:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, up and waiting for a question."""
        if self._process is not None and (self._owner != os.getpid() or self._process.poll() is not None):
            self._end()
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    # -P: no module lying in the user's folder may stand in for one of ours
                    [sys.executable, "-P", "-m", self.module],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
                )
            except OSError as refused:
                raise WorkerDiedError(f"could not be started ({refused.strerror})") from refused
            self._owner = os.getpid()
            atexit.register(self.close)
            assert self._process.stdout is not None
            try:
                receive(self._process.stdout)  # "ready": starting is not part of a page's time
            except (OSError, EOFError) as broken:
                self._end()
                raise WorkerDiedError("could not be started") from broken
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        if self._owner == os.getpid():
            process.kill()
            process.wait()
            atexit.unregister(self.close)


def serve(answer: Callable[[Message], Message]) -> None:
    """The worker's side: answer questions until there are no more, one at a time."""
    # what a library prints must not get between the messages
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    send(answers, {"ready": True})
    while True:
        try:
            question = receive(questions)
        except EOFError:
            return
        send(answers, answer(question))


def send(pipe: BinaryIO | Any, message: Message) -> None:
    """Write one message."""
    body = json.dumps(message).encode()
    pipe.write(len(body).to_bytes(8, "big") + body)
    pipe.flush()


def receive(pipe: BinaryIO | Any) -> Message:
    """Read one message.

    Raises:
        EOFError: the other side is gone.
    """
    head = pipe.read(8)
    length = int.from_bytes(head, "big")
    body = pipe.read(length) if len(head) == 8 else b""
    if len(head) < 8 or len(body) < length:
        raise EOFError
    message: Message = json.loads(body)
    return message
