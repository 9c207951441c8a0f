"""`skillgap redact`: a résumé without the person."""

from enum import StrEnum
from typing import Annotated

import typer

from skillgap.cli.outputs import check_output, format_of, taken_source, write_output
from skillgap.cli.reading import (
    COMPANIES,
    DEFAULT_MEMORY,
    DEFAULT_TIMEOUT,
    MEMORY,
    RESUME,
    SCHOOLS,
    STUDY_YEARS,
    TIMEOUT,
    started_reading,
)
from skillgap.cli.showing import OUTPUT


class RedactFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    YAML = "yaml"


BY_SUFFIX = {
    ".txt": RedactFormat.TEXT,
    ".json": RedactFormat.JSON,
    ".yaml": RedactFormat.YAML,
    ".yml": RedactFormat.YAML,
}


def redact(  # noqa: PLR0913, PLR0917 - a parameter is an option
    resume: RESUME,
    output_format: Annotated[
        RedactFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="text; json or yaml: the JSON Resume without the person. Default: text, or what the name after -o says.",
        ),
    ] = None,
    output: OUTPUT = None,
    schools: SCHOOLS = False,
    companies: COMPANIES = False,
    study_years: STUDY_YEARS = False,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Replace what tells who somebody is: name, contact, links, age, gender, nationality, marital status."""
    check_output(output, source=resume)
    chosen = output_format or format_of(output, BY_SUFFIX, RedactFormat.TEXT)
    pending = started_reading(taken_source(resume), resume, timeout, memory)
    from skillgap.printed_json import json_text
    from skillgap.resume.json_resume.exporting import as_yaml, record_of
    from skillgap.resume.parsing import parse_resume, shipped_grammar
    from skillgap.resume.redacting import redactor_for
    from skillgap.resume.redacting_values import redacted_record
    from skillgap.taxonomy.loading import shipped_words

    grammar = shipped_grammar()
    document = pending.result()
    parsed = parse_resume(document, grammar)
    redactor = redactor_for(
        parsed.resume,
        parsed.contact,
        grammar.redaction,
        schools=schools,
        companies=companies,
        study_years=study_years,
    )
    if chosen is RedactFormat.TEXT:
        write_output(redactor.redacted_document(document, parsed.resume).text + "\n", output)
    else:
        record = record_of(document, parsed, grammar.dates, parsed.reference(shipped_words().release.released))
        values = redacted_record(record, redactor)
        if "$schema" in record:
            values["$schema"] = record["$schema"]  # of the format, not of the person
        write_output(as_yaml(values) if chosen is RedactFormat.YAML else json_text(values), output)
