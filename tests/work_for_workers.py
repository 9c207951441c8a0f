"""What the workers of tests/test_isolation.py are told to do; apart from the tests, as workers import it by its name."""

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

ROOM = 1_000_000_000_000


def prepare(folder: str) -> Callable[[str], str]:
    """Do what the item says; every try of an item leaves a file, so that tests can count them."""

    def work(item: str) -> str:
        deed, _, name = item.partition(" ")
        tries = Path(folder) / name
        with tries.open("a") as file:
            file.write(f"{os.getpid()}\n")
        match deed:
            case "hang":
                threading.Event().wait()
            case "die":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "exit":
                os._exit(3)
            case "eat":
                return str(len(bytearray(ROOM)))
            case "die-once" if len(tries.read_text().splitlines()) == 1:
                os.kill(os.getpid(), signal.SIGKILL)
        return item.upper()

    return work


def prepare_badly(folder: str) -> Callable[[str], str]:
    raise ValueError(folder)
