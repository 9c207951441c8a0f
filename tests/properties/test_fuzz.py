"""Broken files: whatever is changed in them, a document or one clear line comes out, and nothing else."""

import random
import zipfile
from io import BytesIO

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.documents.reading import BROKEN, read_document
from skillgap.documents.types import Limits
from skillgap.errors import DocumentError

LAYOUTS = ROOT / "tests" / "reading" / "layouts"
SEEDS = {
    suffix: sorted(LAYOUTS.glob(f"*.{suffix}"), key=lambda path: path.stat().st_size)[:6]
    for suffix in ("pdf", "docx", "odt", "rtf", "html")
}
LIMITS = Limits(pages=3, ocr_pages=0, unpacked_size=20_000_000)


def changed(content: bytes, seed: int) -> bytes:
    """Cut off, flip, repeat, drop or swap stretches of the file, at places that the seed says."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data))
        stop = min(len(data), start + chance.choice((1, 2, 16, 300, 4000)))
        match chance.randrange(5):
            case 0:
                data[start:stop] = chance.randbytes(stop - start)
            case 1:
                data[start:start] = data[start:stop]
            case 2 if len(data) > stop - start:
                del data[start:stop]
            case 3:
                data[start:stop] = bytes(stop - start)
            case _:
                data = data[: max(1, stop)]
    return bytes(data)


def changed_within(content: bytes, seed: int) -> bytes:
    """The same within the part of a zip that holds the text; the zip itself stays sound, so that its reader is reached."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name in ("word/document.xml", "content.xml") if name in parts)
    place = seed % max(1, len(parts[name]) // 2)
    tail = changed_text(parts[name][place:], seed)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for each, part in (parts | {name: parts[name][:place] + tail}).items():
            archive.writestr(each, part)
    return buffer.getvalue()


def changed_text(content: bytes, seed: int) -> bytes:
    """Attribute values and words exchanged for odd ones: the XML stays well-formed most of the time."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    odd = (b"", b"-1", b"0", b"999999999999", b"9" * 5000, b"NaN", b"auto", b"\xe2\x80\xae", b"..", b"%00", b"#zz")
    pieces = content.split(b'"')
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(pieces))
        if place % 2 == (1 if b"=" in pieces[0][-1:] else 0) or chance.random() < 0.1:
            pieces[place] = chance.choice(odd)
    return b'"'.join(pieces)


@pytest.mark.parametrize("suffix", SEEDS)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, 5), seed=st.integers(0, 2**32))
def test_broken_files_give_text_or_one_line(
    suffix: str, number: int, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillgap.documents.ocr.recognizing.ocr_available", lambda: False)
    paths = SEEDS[suffix]
    content = paths[number % len(paths)].read_bytes()
    is_within = content.startswith(b"PK") and seed % 2
    outcome = outcome_of(changed_within(content, seed) if is_within else changed(content, seed))
    assert outcome.strip() == outcome != ""
    assert BROKEN not in outcome


def outcome_of(content: bytes) -> str:
    """The text, or the error's one line, which begins with the name."""
    try:
        return read_document(content, name="broken", limits=LIMITS).text
    except DocumentError as error:
        first, *others = str(error).splitlines()
        return first if first.startswith("broken: ") and not others else ""
