"""A folder of candidates as a recruiter gets it: nearly all can be read, some are broken, a few do harm."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

from msgspec import Struct

from skillgap.evaluation.batch_files.broken import BROKEN, HARMFUL, READABLE, Spoilt
from skillgap.evaluation.batch_files.candidates import candidate, dice
from skillgap.evaluation.batch_files.layouts import as_docx, as_pdf, as_text
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.whole import Taxonomy

HEALTHY, COPY, NO_RESUME = "healthy", "copy", "no resume"
BROKEN_IN, HARMFUL_IN, COPIES_IN = 100, 500, 200
"""One file in so many; of each at least one."""
PDF_SHARE, WORD_SHARE = 0.6, 0.3


class Written(Struct, frozen=True, kw_only=True):
    """A file of the folder. `kind` is healthy, no resume, broken, hanging or memory; `copy_of` is the file whose content it repeats."""

    file: str
    kind: str
    way: str = ""
    copy_of: str = ""


def manifest_beside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-manifest.csv")


def generate(folder: Path, count: int, seed: int = 1) -> list[Written]:
    """Write `count` files, the same bytes for the same count and seed, and the list of them beside the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    taxonomy = shipped_taxonomy()
    planned = plan(count, seed)
    written: list[Written] = []
    healthy: list[str] = []
    for number, way in enumerate(planned):
        rng = dice(seed, number)
        if way == COPY and healthy:
            original = rng.choice(healthy)
            each = Written(file=f"{number:05}-again{Path(original).suffix}", kind=HEALTHY, copy_of=original)
            content = (folder / original).read_bytes()
        elif way in {HEALTHY, COPY}:
            name, content = healthy_file(number, rng, taxonomy)
            each = Written(file=name, kind=HEALTHY)
            healthy.append(name)
        else:
            each, content = spoilt_file(number, way, rng)
        (folder / each.file).write_bytes(content)
        written.append(each)
    write_manifest(manifest_beside(folder), written)
    return written


def plan(count: int, seed: int) -> list[str]:
    """What each file is to be: healthy, a copy, or spoilt in some way. The ways take turns."""
    harmful = [f"{kind}/{way}" for way in range(2) for kind, spoilt in HARMFUL.items() if way < len(spoilt)]
    broken = max(1, min(len(BROKEN), count // 10), count // BROKEN_IN)
    ways = [
        *(list(BROKEN)[turn % len(BROKEN)] for turn in range(broken)),
        *(harmful[turn % len(harmful)] for turn in range(max(2, count // HARMFUL_IN))),
        *(COPY for _ in range(max(1, count // COPIES_IN))),
    ]
    planned = [HEALTHY] * count
    for place, way in zip(dice(seed, "plan").sample(range(count), k=len(ways)), ways, strict=True):
        planned[place] = way
    return planned


def healthy_file(number: int, rng: Random, taxonomy: Taxonomy) -> tuple[str, bytes]:
    person = candidate(rng, taxonomy)
    stem = f"{number:05}-{person.family.casefold()}"
    form = rng.random()
    if form < PDF_SHARE:
        return f"{stem}.pdf", as_pdf(person, rng)
    if form < PDF_SHARE + WORD_SHARE:
        return f"{stem}.docx", as_docx(person)
    return f"{stem}.txt", as_text(person)


def spoilt_file(number: int, way: str, rng: Random) -> tuple[Written, bytes]:
    kind, _, variant = way.partition("/")
    spoilt: Spoilt = HARMFUL[kind][int(variant)] if variant else BROKEN[way]
    kind = kind if variant else NO_RESUME if way in READABLE else "broken"
    each = Written(file=f"{number:05}-cv{spoilt.suffix}", kind=kind, way=way)
    return each, spoilt.make(rng)


def write_manifest(path: Path, written: list[Written]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(Written.__struct_fields__)
        writer.writerows(rows(written))


def rows(written: list[Written]) -> Iterator[list[str]]:
    for each in written:
        yield [each.file, each.kind, each.way, each.copy_of]
