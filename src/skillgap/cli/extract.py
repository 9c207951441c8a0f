"""`skillgap extract`: what a machine sees when it opens the file."""

from enum import StrEnum
from typing import Annotated

import typer

from skillgap.cli.outputs import check_output, format_of, taken_source, write_bytes, write_output
from skillgap.cli.reading import (
    DEFAULT_MEMORY,
    DEFAULT_TIMEOUT,
    MEMORY,
    RESUME,
    TIMEOUT,
    print_warnings,
    started_reading,
)
from skillgap.cli.showing import OUTPUT

PNG = ".png"


class ExtractFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    ANNOTATED = "annotated"


BY_SUFFIX = {
    ".txt": ExtractFormat.TEXT,
    ".json": ExtractFormat.JSON,
    ".html": ExtractFormat.ANNOTATED,
    ".htm": ExtractFormat.ANNOTATED,
    PNG: ExtractFormat.ANNOTATED,
}


def extract(  # noqa: PLR0913, PLR0917 - a parameter is an option
    resume: RESUME,
    output_format: Annotated[
        ExtractFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="text; json with lines, styles and boxes; annotated: the pages with the reading order drawn on them, as HTML"
            " or, where the file after -o ends in .png, as a picture. Default: text, or what the name after -o says.",
        ),
    ] = None,
    output: OUTPUT = None,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page a .png shows.")] = 1,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Show what a machine sees: the text in reading order, what is hidden, and where on the page it stands."""
    check_output(output, source=resume)
    chosen = output_format or format_of(output, BY_SUFFIX, ExtractFormat.TEXT)
    content = content_of(resume) if chosen is ExtractFormat.ANNOTATED else None
    document = started_reading(taken_source(resume) if content is None else content, resume, timeout, memory).result()
    match chosen:
        case ExtractFormat.TEXT:
            write_output(document.text + "\n", output)
        case ExtractFormat.JSON:
            from skillgap.documents.exporting import document_json

            write_output(document_json(document), output)
        case ExtractFormat.ANNOTATED:
            from skillgap.documents.annotated.annotating import annotated_html, annotated_png

            assert content is not None  # noqa: S101 - taken in above for this format
            if output is not None and output.suffix.casefold() == PNG:
                write_bytes(annotated_png(document, content, page), output)
            else:
                write_output(annotated_html(document, content), output)
    print_warnings(document)


def content_of(resume: str) -> bytes:
    """The file's bytes, read once: the picture must be of the same file as the text."""
    from skillgap.documents.sources import taken_in
    from skillgap.documents.types import Limits

    return taken_in(taken_source(resume), resume, Limits())[0]
