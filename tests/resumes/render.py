"""Prints annotated résumés as the files that their heads name.

    python tests/resumes/render.py FOLDER [NAME ...]

Writes NAME.pdf, NAME.docx, NAME.html or NAME.printed.txt beside each source NAME.txt, and says which words a file lost.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from printing.checking import lost_words
from printing.chromium import browser, print_page
from printing.flowing import fonts_for
from printing.flowing_looks import flow_pdf
from printing.office import print_documents
from printing.source import read_source
from printing.taste import Design, design_of
from printing.typed import typed
from printing.web import write_page
from printing.word_looks import write_docx

PRINTED = ".printed.txt"
ENGINES = {"chromium": 60, "reportlab": 20, "libreoffice": 20}
Jobs = dict[Path, Design]


def sources(folder: Path, names: list[str]) -> Iterator[Path]:
    for path in sorted(folder.glob("*.txt")):
        if not path.name.endswith(PRINTED) and (not names or path.stem in names):
            yield path


def target(source: Path, kind: str) -> Path:
    return source.with_name(source.stem + (PRINTED if kind == "txt" else f".{kind}"))


def engine(design: Design) -> str:
    """What makes the file; ReportLab only where it has a font for every sign."""
    kind = design.resume.about.get("file", "pdf")
    if kind != "pdf":
        return kind
    chosen = design.taste.pick("engine", ENGINES)
    return "chromium" if chosen == "reportlab" and not fonts_for(design) else chosen


def made(jobs: Jobs) -> Iterator[tuple[Path, bytes]]:
    """The content of each file by its source; those for one engine together."""
    by_engine: dict[str, Jobs] = {}
    for source, design in jobs.items():
        by_engine.setdefault(engine(design), {})[source] = design
    for source, design in by_engine.get("txt", {}).items():
        yield source, typed(design).encode()
    for source, design in by_engine.get("html", {}).items():
        yield source, write_page(design).encode()
    for source, design in by_engine.get("docx", {}).items():
        yield source, write_docx(design)
    for source, design in by_engine.get("reportlab", {}).items():
        if fonts := fonts_for(design):
            yield source, flow_pdf(design, fonts)
    if chosen := by_engine.get("libreoffice"):
        pages = print_documents({source.stem: write_docx(design) for source, design in chosen.items()})
        yield from ((source, pages[source.stem]) for source in chosen)
    if chosen := by_engine.get("chromium"):
        with browser() as running:
            yield from ((source, print_page(running, design)) for source, design in chosen.items())


def main() -> int:
    """Print all, and say which words were lost where; the exit code is 1 if any were."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="only these")
    options = parser.parse_args()
    designs = {source: design_of(read_source(source)) for source in sources(options.folder, options.names)}
    jobs = {source: design for source, design in designs.items() if "look" in design.resume.about}
    has_lost = False
    for source, content in made(jobs):
        design = jobs[source]
        path = target(source, design.resume.about.get("file", "pdf"))
        path.write_bytes(content)
        lost = lost_words(design.resume.text, path)
        has_lost |= bool(lost)
        note = f"  LOST: {' '.join(lost)}" if lost else ""
        print(f"{path.name}  {design.look}  {engine(design)}  {len(content) // 1024} KB{note}")  # noqa: T201
    return int(has_lost)


if __name__ == "__main__":
    sys.exit(main())
