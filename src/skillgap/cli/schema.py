"""`skillgap schema`: the JSON Schema of a report."""

from skillgap.cli.outputs import write_output


def schema() -> None:
    """Print the JSON Schema that `analyze --format json` follows."""
    from skillgap.printed_json import json_text
    from skillgap.report.types import json_schema

    write_output(json_text(json_schema()), None)
