"""Speed as ratios, measured in one run on one machine: `python -m skillgap.evaluation.bench FOLDER`.

Every subject takes its turn on every file in every round, so that what else the machine does falls on all of them alike; the
figure of a file is the median over the rounds, that of a subject the sum over the files.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 7
Subject = Callable[[Path], object]


def main() -> None:
    """Print one table over all PDF files of the folder."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "samples")
    files = sorted(folder.glob("*.pdf"))
    if not files:
        sys.exit(f"{folder}: no PDF files in it")
    subjects = make_subjects()
    print(table(measured(subjects, files), pages=page_count(files)))  # noqa: T201 - a command of its own


def make_subjects() -> dict[str, Subject]:
    """The baselines first; loading and warming up are not part of the measurement."""
    import pdfplumber
    import pypdfium2

    from skillgap.documents.reading import read_document
    from skillgap.pipeline import Analyzer
    from skillgap.report.rendering import Format, render

    analyzer = Analyzer()

    def bare_pdfium(path: Path) -> object:
        with pypdfium2.PdfDocument(path) as pdf:
            return [page.get_textpage().get_text_range() for page in pdf]

    def plumber(path: Path) -> object:
        with pdfplumber.open(path) as pdf:
            return [page.extract_text() for page in pdf.pages]

    return {
        "pdfium, bare text": bare_pdfium,
        "pdfplumber extract_text": plumber,
        "skillgap, reading": read_document,
        "skillgap, whole analysis": analyzer.analyze,
        "skillgap, analysis and HTML": lambda path: render(analyzer.analyze(path), Format.HTML),
    }


def measured(subjects: Mapping[str, Subject], files: list[Path]) -> dict[str, float]:
    """Seconds for all files."""
    for subject in subjects.values():
        for path in files:
            subject(path)
    times: dict[tuple[str, Path], list[float]] = {(name, path): [] for name in subjects for path in files}
    for _ in range(ROUNDS):
        for path in files:
            for name, subject in subjects.items():
                start = perf_counter()
                subject(path)
                times[name, path].append(perf_counter() - start)
    return {name: sum(median(times[name, path]) for path in files) for name in subjects}


def page_count(files: list[Path]) -> int:
    import pypdfium2

    count = 0
    for path in files:
        with pypdfium2.PdfDocument(path) as pdf:
            count += len(pdf)
    return count


def table(seconds: Mapping[str, float], *, pages: int) -> str:
    floor, plumber = seconds["pdfium, bare text"], seconds["pdfplumber extract_text"]
    rows = [f"{'':<30}{'ms a page':>10}{'÷ pdfium':>10}{'÷ pdfplumber':>14}"]
    rows += [
        f"{name:<30}{1000 * each / pages:>10.2f}{each / floor:>10.2f}{each / plumber:>14.3f}"
        for name, each in seconds.items()
    ]
    return "\n".join([*rows, f"{pages} pages, medians of {ROUNDS} interleaved rounds, one process, warm"])


if __name__ == "__main__":
    main()
