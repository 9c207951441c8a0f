"""Fills the templates of the layouts, which web.py and latex.py do too, and prints those that Typst sets.

A template has three parts with a line of five equal signs between them: the person (YAML), the page, and how the page is
read. The same words go into both, so what is expected comes from the content and not from the file made of it.
Statements stand on lines that begin with %%, values in << >>.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
LAYOUTS = HERE.parent / "layouts"
EPOCH = 1_740_000_000  # a fixed day, so that a file does not change when it is made again
TYPST_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "#$@*_<>~[]/+-=`'\""})

Escape = Callable[[str], str]


def cases(prefix: str) -> Iterator[Path]:
    """The templates of one engine; only those named on the command line, if any are."""
    names = sys.argv[1:]
    return (template for template in sorted(TEMPLATES.glob(f"{prefix}-*")) if not names or template.stem in names)


def filled(template: Path, escape: Escape) -> str:
    """The page in its engine's language; the expected text is written beside where its file will stand."""
    data, page, reading = template.read_text(encoding="utf-8").split("\n=====\n")
    person = yaml.safe_load(data)
    expected = rendered(reading, person)
    lines = (" ".join(line.split()) for line in expected.splitlines())
    text = "\n".join(line for line in lines if line)
    output(template, ".txt").write_text(text + "\n", encoding="utf-8")
    return rendered(page, escaped(person, escape))


def rendered(source: str, person: dict[str, Any]) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        line_statement_prefix="%%",
        autoescape=False,  # noqa: S701 the person was escaped before, for LaTeX and Typst as for HTML
    )
    environment.globals |= {"entries": entries, "rows": rows}
    return environment.from_string(source).render(p=person)


def entries(items: list[dict[str, Any]], fields: str = "title dates firm place") -> str:
    """Posts or studies as they are read: the named fields on one line, then the points."""
    lines = []
    for item in items:
        lines.append(" ".join(str(item[field]) for field in fields.split() if field in item))
        lines += item.get("points", [])
    return "\n".join(lines)


def rows(table: list[list[str]]) -> str:
    """A table as it is read: row by row, cell by cell."""
    return "\n".join(" ".join(row) for row in table)


def escaped(value: Any, escape: Escape) -> Any:
    if isinstance(value, dict):
        return {key: escaped(item, escape) for key, item in value.items()}
    if isinstance(value, list):
        return [escaped(item, escape) for item in value]
    return escape(str(value))


def output(template: Path, suffix: str) -> Path:
    return LAYOUTS / f"{template.stem}{suffix}"


def typst_text(text: str) -> str:
    return text.translate(TYPST_MARKUP)


def main() -> None:
    import typst

    for template in cases("t"):
        source = filled(template, typst_text)
        output(template, ".pdf").write_bytes(typst.compile(source.encode(), timestamp=EPOCH))


if __name__ == "__main__":
    main()
