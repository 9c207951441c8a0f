"""An analysis read back from its JSON: input like any other, with a limit and one line for what is wrong with it."""

from typing import Any

import msgspec
from msgspec import Struct

from skillgap.documents.sources import Source, taken_in
from skillgap.documents.types import Limits
from skillgap.errors import DocumentCorrupt, DocumentEmpty, DocumentTooLarge, DocumentUnsupported, UsageError
from skillgap.report.types import Analysis
from skillgap.resume.parsing import checked_as_of

LARGEST = 50_000_000
"""Bytes; an analysis of forty full pages has a tenth of it."""
HINT = "make one with: skillgap analyze RESUME --format json -o ANALYSIS.json"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Marked(Struct):
    """What tells an analysis from a JSON Resume."""

    schema_version: Any = None


def read_analysis(source: Source, *, name: str | None = None) -> Analysis:
    """Read back a path, bytes or a binary file object; raises a DocumentError where there is no analysis that can be read."""
    try:
        content, name = taken_in(source, name, Limits(size=LARGEST))
    except DocumentTooLarge as error:
        raise DocumentTooLarge(f"{error.message.rpartition(': ')[0]}: too large for an analysis", hint=HINT) from error
    if not content.strip():
        raise DocumentEmpty(f"{name}: is empty", hint=HINT)
    return analysis_of(content, name)


def is_analysis(content: bytes) -> bool:
    """Whether it says of itself that it is one, of whatever version."""
    try:
        return msgspec.json.decode(unmarked(content), type=Marked).schema_version is not None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False


def analysis_of(content: bytes, name: str) -> Analysis:
    try:
        contract = msgspec.json.decode(unmarked(content))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise DocumentCorrupt(f"{name}: not valid JSON: {reason_of(error)}", hint=HINT) from error
    try:
        analysis = Analysis.from_dict(contract)
        checked_as_of(analysis.as_of)
    except UsageError as error:
        raise DocumentUnsupported(f"{name}: {error.message}", hint=HINT) from error
    return analysis


def unmarked(content: bytes) -> bytes:
    return content.removeprefix(BYTE_ORDER_MARK)


def reason_of(error: Exception) -> str:
    return "values are nested too deeply" if isinstance(error, RecursionError) else str(error)
