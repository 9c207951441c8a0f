"""`skillgap evaluate`: measure the analyzer on annotated personas."""

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.outputs import write_output

app = typer.Typer(help="Measure the analyzer on annotated data.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def options() -> None:
    """Measure the analyzer on annotated data."""


@app.command("evidence")
def evidence(
    folder: Annotated[Path, typer.Argument(help="A folder of annotated résumés and lines (tests/evidence/GUIDE.md).")],
    details: Annotated[
        bool, typer.Option("--details", help="Also list what was missed and what was found wrongly.")
    ] = False,
) -> None:
    """Count what is found of what is marked: mentions, senses, statuses, links, levels; beside two plain baselines."""
    from skillgap.evaluation.baselines import keyword_search, phrase_matcher
    from skillgap.evaluation.evidence import evaluate_evidence, read_cases
    from skillgap.evaluation.tables import evidence_table
    from skillgap.evidence.collecting import EvidenceCollector
    from skillgap.resume.parsing import shipped_grammar
    from skillgap.taxonomy.loading import shipped_taxonomy

    taxonomy = shipped_taxonomy()
    baselines = {"PhraseMatcher": phrase_matcher(taxonomy), "keyword search": keyword_search(taxonomy)}
    cases = read_cases(folder, shipped_grammar())
    result = evaluate_evidence(cases, EvidenceCollector(taxonomy), baselines)
    write_output(evidence_table(result, details=details), None)


@app.command("postings")
def postings(
    folder: Annotated[Path, typer.Argument(help="A folder of annotated job postings (tests/postings/GUIDE.md).")],
    details: Annotated[bool, typer.Option("--details", help="Also list what was read otherwise.")] = False,
) -> None:
    """Count the skills in the right list, the years, the levels, and what is unknown."""
    from skillgap.evaluation.postings import evaluate_postings
    from skillgap.evaluation.tables import postings_table
    from skillgap.evidence.collecting import EvidenceCollector
    from skillgap.taxonomy.loading import shipped_taxonomy

    result = evaluate_postings(folder, EvidenceCollector(shipped_taxonomy()))
    write_output(postings_table(result, details=details), None)


@app.command("reading")
def reading(
    folder: Annotated[Path, typer.Argument(help="A folder of files, each with its expected text beside it.")],
    details: Annotated[bool, typer.Option("--details", help="Also list every file.")] = False,
) -> None:
    """Compare the order of the words with what a person reads, and what was found hidden with what is."""
    from skillgap.documents.reading import read_document
    from skillgap.evaluation.reading import evaluate_reading, reading_cases
    from skillgap.evaluation.tables import reading_table

    write_output(reading_table(evaluate_reading(reading_cases(folder), read_document), details=details), None)


@app.command("resume")
def resume(
    folder: Annotated[Path, typer.Argument(help="A folder of annotated résumés, each printed to a file beside it.")],
    others: Annotated[Path | None, typer.Option("--others", help="A folder of texts that are no résumés.")] = None,
    details: Annotated[bool, typer.Option("--details", help="Also list what was read wrongly.")] = False,
) -> None:
    """Count the lines, entries and contact fields that are read right, and what a redaction leaves."""
    from skillgap.documents.reading import read_document
    from skillgap.evaluation.gold_resumes import other_texts, read_gold_resumes
    from skillgap.evaluation.structure import evaluate_structure
    from skillgap.evaluation.tables import structure_table
    from skillgap.resume.parsing import shipped_grammar

    resumes = ((gold, read_document(path)) for gold, path in read_gold_resumes(folder))
    texts = (read_document(path) for path in (other_texts(others) if others else ()))
    write_output(structure_table(evaluate_structure(resumes, texts, shipped_grammar()), details=details), None)


@app.command("pairs")
def pairs(
    folder: Annotated[Path, typer.Argument(help="A folder of pairs of people (tests/pairs/GUIDE.md).")],
    details: Annotated[bool, typer.Option("--details", help="Also list every pair with its scores.")] = False,
) -> None:
    """Count the pairs in which the better fit has the higher score."""
    from skillgap.evaluation.pairs import ordered_pairs, read_pairs
    from skillgap.evaluation.tables import pairs_table
    from skillgap.resume.parsing import shipped_grammar
    from skillgap.taxonomy.loading import shipped_taxonomy

    ordered = ordered_pairs(read_pairs(folder), shipped_taxonomy(), shipped_grammar())
    write_output(pairs_table(ordered, details=details), None)
