"""How the journal keeps what is large."""

import zlib

import msgspec

from skillgap.documents.types import Document
from skillgap.report.types import Analysis
from skillgap.resume.parsing import Parsed


class Structure(msgspec.Struct, frozen=True):
    """What reading and parsing gave: all that the steps after them need of a file."""

    document: Document
    parsed: Parsed


def packed(value: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value), 1)


def unpacked_structure(content: bytes) -> Structure:
    return msgspec.msgpack.decode(zlib.decompress(content), type=Structure)


def packed_contract(analysis: Analysis) -> bytes:
    """The JSON contract on one line, packed."""
    return zlib.compress(msgspec.json.encode(analysis), 1)


def unpacked_contract(content: bytes) -> bytes:
    return zlib.decompress(content)


def unpacked_analysis(content: bytes) -> Analysis:
    return msgspec.json.decode(zlib.decompress(content), type=Analysis)
