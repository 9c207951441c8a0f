"""`skillgap parse`: the structured résumé."""

from enum import StrEnum
from typing import Annotated

import typer

from skillgap.cli.outputs import check_output, format_of, taken_source, write_output
from skillgap.cli.reading import (
    AS_OF,
    DEFAULT_MEMORY,
    DEFAULT_TIMEOUT,
    MEMORY,
    RESUME,
    TIMEOUT,
    print_warnings,
    started_reading,
)
from skillgap.cli.showing import OUTPUT


class ParseFormat(StrEnum):
    JSON = "json"
    YAML = "yaml"


BY_SUFFIX = {".json": ParseFormat.JSON, ".yaml": ParseFormat.YAML, ".yml": ParseFormat.YAML}


def parse(  # noqa: PLR0913, PLR0917 - a parameter is an option
    resume: RESUME,
    output_format: Annotated[
        ParseFormat | None, typer.Option("--format", "-f", help="Default: json, or what the name after -o says.")
    ] = None,
    output: OUTPUT = None,
    as_of: AS_OF = None,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Give a résumé its structure: who, when, where, as JSON Resume 1.0.0."""
    check_output(output, source=resume)
    chosen = output_format or format_of(output, BY_SUFFIX, ParseFormat.JSON)
    pending = started_reading(taken_source(resume), resume, timeout, memory)
    from skillgap.printed_json import json_text
    from skillgap.resume.json_resume.exporting import as_yaml, record_of
    from skillgap.resume.parsing import checked_as_of, parse_resume, shipped_grammar, structure_warnings
    from skillgap.taxonomy.loading import shipped_words

    checked = checked_as_of(as_of)
    grammar = shipped_grammar()
    document = pending.result()
    parsed = parse_resume(document, grammar)
    record = record_of(document, parsed, grammar.dates, checked or parsed.reference(shipped_words().release.released))
    write_output(as_yaml(record) if chosen is ParseFormat.YAML else json_text(record), output)
    print_warnings(document, structure_warnings(document, parsed, grammar))
