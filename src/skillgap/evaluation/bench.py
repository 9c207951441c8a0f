"""Speed as ratios, measured in one run on one machine: `python -m skillgap.evaluation.bench FOLDER…`.

Every subject takes its turn on every file in every round, so that what else the machine does falls on all of them alike; a
file's time is the least over the rounds, in processor seconds, and a ratio that of the median file. One thread and a
seldom look for garbage, as the command line and its workers have.
"""

import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from skillgap.isolation.garbage import look_for_garbage_seldom
from skillgap.isolation.threads import with_one_thread

ROUNDS = 7
TWO_PAGES = 2
XML_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header", "word/footer")
Subject = Callable[[Path], object]
Times = Mapping[str, Sequence[float]]


def main() -> None:
    """Print a table over all PDF files of the folders, one over all DOCX files, and what reading took besides time."""
    with_one_thread()
    look_for_garbage_seldom()
    folders = [Path(argument) for argument in sys.argv[1:] or ["samples"]]
    pdfs = sorted(path for folder in folders for path in folder.glob("*.pdf"))
    words = sorted(path for folder in folders for path in folder.glob("*.docx"))
    if not pdfs:
        sys.exit(f"{', '.join(map(str, folders))}: no PDF files in it")
    say(table(measured(pdf_subjects(), pdfs), "pdfium, bare text", "pdfplumber extract_text"))
    say(looks(pdfs))
    say(parsing(pdfs))
    say(judging(pdfs))
    say(reporting(pdfs))
    say(loading())
    if words:
        say(table(measured(word_subjects(), words), "zip and lxml, bare"))
    say(memory(pdfs))


def say(text: str) -> None:
    print(text, end="\n\n")  # noqa: T201 - a command of its own


def pdf_subjects() -> dict[str, Subject]:
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


def word_subjects() -> dict[str, Subject]:
    from lxml import etree

    from skillgap.documents.reading import read_document

    def bare_parse(path: Path) -> object:
        with zipfile.ZipFile(path) as archive:
            return [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith(XML_PARTS)]

    return {"zip and lxml, bare": bare_parse, "skillgap, reading": read_document}


def measured(subjects: Mapping[str, Subject], files: Sequence[Path]) -> Times:
    """Seconds for each file."""
    for subject in subjects.values():
        for path in files:
            subject(path)
    times: dict[tuple[str, Path], list[float]] = {(name, path): [] for name in subjects for path in files}
    for _ in range(ROUNDS):
        for path in files:
            for name, subject in subjects.items():
                start = process_time()
                subject(path)
                times[name, path].append(process_time() - start)
    return {name: [min(times[name, path]) for path in files] for name in subjects}


def table(times: Times, *baselines: str) -> str:
    """A row a subject: milliseconds a file, and the median file's ratio to each baseline."""
    rows = [f"{'':<30}{'ms a file':>10}" + "".join(f"{'÷ ' + name:>28}" for name in baselines)]
    for name, own in times.items():
        ratios = [median(a / b for a, b in zip(own, times[each], strict=True)) for each in baselines]
        rows.append(f"{name:<30}{1000 * sum(own) / len(own):>10.2f}" + "".join(f"{ratio:>28.3f}" for ratio in ratios))
    count = len(next(iter(times.values())))
    return "\n".join([*rows, f"{count} files, least of {ROUNDS} interleaved rounds, one process, warm"])


def looks(files: Sequence[Path]) -> str:
    """On how many pages every word had to be measured, and on how many the page had to be rendered."""
    import pypdfium2

    from skillgap.documents.pdf.pages import read_page
    from skillgap.documents.pdf.reader import has_layers

    walked = rendered = pages = 0
    for path in files:
        with pypdfium2.PdfDocument(path) as pdf:
            for number, page in enumerate(pdf, 1):
                result = read_page(page, number, has_layers=has_layers(path.read_bytes()))
                pages += 1
                walked += result.was_walked
                rendered += result.was_rendered
    return f"of {pages} pages {walked} were looked at word by word, {rendered} of them on a rendering"


def parsing(files: Sequence[Path]) -> str:
    """What giving a résumé its structure costs beyond reading it."""
    from skillgap.documents.reading import read_document
    from skillgap.resume.parsing import parse_resume, shipped_grammar

    grammar = shipped_grammar()
    documents = [read_document(path) for path in files]
    costs: list[float] = []
    for document in documents:
        parse_resume(document, grammar)
        rounds = []
        for _ in range(ROUNDS):
            start = process_time()
            parse_resume(document, grammar)
            rounds.append(process_time() - start)
        costs.append(1000 * min(rounds))
    two = [cost for cost, document in zip(costs, documents, strict=True) if len(document.pages) == TWO_PAGES]
    most = f"{median(costs):.2f} ms for the median of {len(costs)} files"
    return f"structure, beyond reading: {most}, {median(two):.2f} ms of the {len(two)} with two pages" if two else most


def judging(files: Sequence[Path]) -> str:
    """What names, senses, statuses, links and levels cost once the structure is known, and opening the models for them."""
    from skillgap.documents.reading import read_document
    from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
    from skillgap.resume.parsing import parse_resume, shipped_grammar
    from skillgap.taxonomy.loading import shipped_taxonomy
    from skillgap.trained import packed_model, shipped_arrays, shipped_model

    taxonomy, grammar = shipped_taxonomy(), shipped_grammar()
    opened: list[float] = []
    for _ in range(ROUNDS):
        packed_model.cache_clear()
        shipped_model.cache_clear()
        shipped_arrays.cache_clear()
        start = process_time()
        collector = EvidenceCollector(taxonomy)
        opened.append(process_time() - start)
    costs: list[float] = []
    for path in files:
        resume = parse_resume(read_document(path), grammar).resume
        words = sum(len(line.text.split()) for line in resume.lines)
        rounds = []
        for _ in range(ROUNDS):
            start = process_time()
            collect_evidence(resume, collector, taxonomy.release.released)
            rounds.append(process_time() - start)
        costs.append(1000 * min(rounds) * 1000 / max(1, words))
    return (
        f"evidence, beyond structure: {median(costs):.2f} ms a thousand words for the median of {len(costs)} files; "
        f"{1000 * min(opened):.1f} ms to open its models and matcher"
    )


def reporting(files: Sequence[Path]) -> str:
    """What is done with the evidence once it is there: the comparison, the plan, and the page with the résumé drawn on it."""
    from skillgap.documents.reading import read_document
    from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
    from skillgap.gap.comparing import compare_with_role
    from skillgap.pipeline import Analyzer
    from skillgap.plan.planning import plan_learning
    from skillgap.report.rendering import Format, render
    from skillgap.resume.parsing import parse_resume, shipped_grammar

    analyzer = Analyzer()
    taxonomy, grammar, as_of = analyzer.taxonomy, shipped_grammar(), analyzer.taxonomy.release.released
    collector = EvidenceCollector(taxonomy)
    costs: list[float] = []
    for path in files:
        document = read_document(path)
        analysis = analyzer.analyze_document(document)
        profile = collect_evidence(parse_resume(document, grammar).resume, collector, as_of)
        rounds = []
        for _ in range(ROUNDS):
            start = process_time()
            plan_learning(profile, compare_with_role(profile, analyzer.role, analyzer.level, taxonomy, as_of), taxonomy)
            render(analysis, Format.HTML, document=document)
            rounds.append(process_time() - start)
        costs.append(1000 * min(rounds))
    return f"gap, plan and HTML after evidence: {median(costs):.2f} ms a résumé, the median of {len(costs)} files"


def loading() -> str:
    """What having the taxonomy ready, matcher tables and all, costs beside parsing its YAML."""
    from skillgap.evidence.alias_matching import AliasMatcher
    from skillgap.shelves import shelf
    from skillgap.taxonomy.authoring.assembling import load_taxonomy
    from skillgap.taxonomy.compiled import decoded, encoded

    folder = shelf("skill_taxonomy")
    data = encoded(load_taxonomy(folder))
    compiled: list[float] = []
    parsed: list[float] = []
    for _ in range(ROUNDS):
        start = process_time()
        AliasMatcher(decoded(data))
        compiled.append(process_time() - start)
        start = process_time()
        AliasMatcher(load_taxonomy(folder))
        parsed.append(process_time() - start)
    return (
        f"taxonomy with matcher tables: {1000 * min(compiled):.1f} ms from the compiled form of {len(data) // 1024} KB, "
        f"{min(parsed) / min(compiled):.0f} times that from YAML"
    )


def memory(files: Sequence[Path]) -> str:
    """The most memory of a process that reads one file of two pages, as Linux counts it."""
    import pypdfium2

    def count(path: Path) -> int:
        with pypdfium2.PdfDocument(path) as pdf:
            return len(pdf)

    path = next((path for path in files if count(path) == TWO_PAGES), files[0])
    code = (
        "import sys; from pathlib import Path; from skillgap.documents.reading import read_document;"
        "read_document(sys.argv[1]);"
        "print(next(line.split()[1] for line in Path('/proc/self/status').read_text().splitlines() if 'VmHWM' in line))"
    )
    peak = subprocess.run(  # noqa: S603 - this interpreter, with the code above
        [sys.executable, "-c", code, str(path)], capture_output=True, check=True, text=True
    ).stdout.strip()
    return f"{int(peak) // 1024} MB at most in a process that reads {path.name}"


if __name__ == "__main__":
    main()
