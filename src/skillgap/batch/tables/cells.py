"""Texts of hostile files as the cells of tables that people open."""

import re

from skillgap.batch.tables.columns import Value

BETWEEN = "; "
SPACES = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Controls, marks that turn the direction of what follows, and what XML can't hold."""
SURROGATE = re.compile("[\ud800-\udfff]")
FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])")
"""What a spreadsheet takes for the beginning of a formula, at a cell's beginning and after a semicolon, which begins a cell in
many countries (OWASP, "CSV Injection"); full-width and small letters count as the plain ones."""


def encodable(text: str) -> str:
    """What of a file's name is no text becomes U+FFFD."""
    return SURROGATE.sub("\ufffd", text)


def on_one_line(text: str) -> str:
    return UNSEEN.sub("", SPACES.sub(" ", encodable(text)))


def cell_of(value: Value) -> str | int | float:
    """A number stays one; all else is text on one line without what can't be seen."""
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return value
        case tuple():
            return on_one_line(BETWEEN.join(value))
        case None:
            return ""
        case _:
            return on_one_line(str(value))


def inert(cell: str | float) -> str | float:
    """A text that a spreadsheet would take for a formula gets an apostrophe, so that it takes it for a text."""
    return FORMULA.sub(r"\1'\2", cell) if isinstance(cell, str) else cell
