"""The parts that an RTF file is written in: groups, control words, bytes of text."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

PART = re.compile(
    rb"""\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})?\d*[ ]?
    |\\'(?P<hex>[0-9a-fA-F]{2})
    |\\(?P<sign>[^a-zA-Z])
    |(?P<brace>[{}])
    |(?P<text>[^\\{}\r\n\0]+)
    |[\r\n\0]+|\\""",
    re.VERBOSE | re.DOTALL,
)


class Kind(Enum):
    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SIGN = auto()
    BYTE = auto()
    TEXT = auto()


class Token(NamedTuple):
    """`data` are the bytes of text; `name` is a control word or sign, `number` its parameter, if it has one."""

    kind: Kind
    name: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(content: bytes) -> Iterator[Token]:
    """Read from the first byte to the last, each once; binary data is stepped over."""
    position = 0
    while position < len(content):
        part = PART.match(content, position)
        if part is None:
            return
        position = part.end()
        token = token_of(part)
        if token is not None and token.name == "bin" and token.kind is Kind.WORD:
            position += max(0, token.number or 0)
        elif token is not None:
            yield token


def token_of(part: re.Match[bytes]) -> Token | None:
    match part.lastgroup:
        case "word" | "number":
            number = part["number"]
            return Token(Kind.WORD, part["word"].decode("ascii"), None if number is None else int(number))
        case "hex":
            return Token(Kind.BYTE, data=bytes.fromhex(part["hex"].decode("ascii")))
        case "sign":
            return Token(Kind.SIGN, part["sign"].decode("latin-1"))
        case "brace":
            return OPEN if part["brace"] == b"{" else CLOSE
        case "text":
            return Token(Kind.TEXT, data=part["text"])
        case _:
            return None
