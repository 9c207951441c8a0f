"""`skillgap schema`: the JSON Schema of a report."""

from skillgap.cli.outputs import write_output


def schema() -> None:
    """Print the JSON Schema that `analyze --format json` follows."""
    import json

    from skillgap.report.types import json_schema

    write_output(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", None)
