"""`skillgap extract`: the text as the machine reads it."""

import sys
from typing import Annotated

import typer

from skillgap.cli.outputs import taken_source, write_output


def extract(
    resume: Annotated[
        str, typer.Argument(help="A PDF, DOCX, TXT or Markdown file; - reads standard input.", metavar="RESUME")
    ],
) -> None:
    """Print the text as the machine reads it, in reading order; warnings go to stderr."""
    from skillgap.documents.reading import read_document

    document = read_document(taken_source(resume), name="stdin" if resume == "-" else None)
    write_output(document.text + "\n", None)
    for warning in document.warnings:
        print(f"skillgap: {document.name}: {warning.message}", file=sys.stderr)
