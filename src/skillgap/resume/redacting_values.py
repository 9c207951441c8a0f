"""Redaction of plain values: every string of a JSON Resume or an analysis, and the spans that point into the text."""

from collections.abc import Mapping
from typing import Any

from skillgap.resume.forgetting import forget_texts
from skillgap.resume.redacting import RedactedText, Redactor
from skillgap.resume.redacting_studies import REPLACEMENT, YEAR

PERSONAL_FIELDS = {"name", "email", "phone", "image", "location", "url", "profiles"}
"""Fields of `basics` that say nothing but who somebody is."""
HANDLES = {"url", "username", "image"}
PERSONAL_KINDS = {"other", "header"}


def redacted_record(record: Mapping[str, Any], redactor: Redactor) -> dict[str, Any]:
    """A JSON Resume without the person: `basics` keeps its label and summary, links of any entry are left out."""
    try:
        return record_without_person(record, redactor)
    finally:
        forget_texts()


def record_without_person(record: Mapping[str, Any], redactor: Redactor) -> dict[str, Any]:
    result = {key: redacted_value(value, redactor) for key, value in record.items() if key not in {"basics", "meta"}}
    basics = record.get("basics")
    kept = {key: redacted_value(value, redactor) for key, value in (basics or {}).items() if key not in PERSONAL_FIELDS}
    ordered = {"$schema": result.pop("$schema")} if "$schema" in result else {}
    ordered |= {"basics": kept, **result}
    if "meta" in record:
        ordered["meta"] = redacted_meta(record["meta"], redactor)
    if "references" in ordered:
        ordered["references"] = []
    if redactor.studies is not None and "education" in ordered:
        ordered["education"] = [without_dates(each) for each in ordered["education"]]
    return ordered


def without_dates(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in {"startDate", "endDate"}}


def redacted_meta(meta: Any, redactor: Redactor) -> Any:
    """Lines of sections that the schema has no place for hold personal details; where the file came from is not kept."""
    if not isinstance(meta, dict):
        return redacted_value(meta, redactor)
    own = meta.get("skillgap")
    result = {
        key: redacted_value(value, redactor) for key, value in meta.items() if key not in {"skillgap", "canonical"}
    }
    if isinstance(own, dict):
        result["skillgap"] = redacted_value(own, redactor, is_personal=True)
    return result


def redacted_value(value: Any, redactor: Redactor, *, is_personal: bool = False) -> Any:
    match value:
        case str():
            return redactor.redacted(value, is_personal=is_personal).text
        case list() | tuple():
            return [redacted_value(each, redactor, is_personal=is_personal) for each in value]
        case dict():
            return {
                key: redacted_value(each, redactor, is_personal=is_personal)
                for key, each in value.items()
                if key not in HANDLES
            }
    return value


def redacted_analysis(
    analysis: Mapping[str, Any], redactor: Redactor, text: RedactedText, *, name: str
) -> dict[str, Any]:
    """The JSON contract without the person; spans point into the redacted text, boxes stay where they are on the page.

    `name` stands for the file's, which is often the person's.
    """
    try:
        return analysis_without_person(analysis, redactor, text, name)
    finally:
        forget_texts()


def analysis_without_person(
    analysis: Mapping[str, Any], redactor: Redactor, text: RedactedText, name: str
) -> dict[str, Any]:
    result = dict(analysis)
    result["document"] = {**analysis["document"], "name": name, "characters": len(text.text)}
    result["document"]["warnings"] = [
        {**warning, "message": redactor.redacted(warning["message"]).text}
        for warning in analysis["document"]["warnings"]
    ]
    result["resume"] = redacted_record(analysis["resume"], redactor)
    result["sections"] = [
        moved(section, text) | {"heading": redactor.redacted(section["heading"]).text}
        for section in analysis["sections"]
    ]
    result["skills"] = [redacted_claim(skill, redactor, text) for skill in analysis["skills"]]
    for key in ("strengths", "gaps", "quick_wins", "interview", "advice"):
        result[key] = [redacted_texts(each, redactor) for each in analysis[key]]
    result["score"] = redacted_texts(analysis["score"], redactor)
    shown = [redacted_texts(each, redactor) for each in analysis["fit"]["evidence"]]
    result["fit"] = {**analysis["fit"], "evidence": shown}
    return result


def redacted_claim(skill: Mapping[str, Any], redactor: Redactor, text: RedactedText) -> dict[str, Any]:
    result = {**skill, "evidence": [redacted_evidence(each, redactor, text) for each in skill["evidence"]]}
    if redactor.studies is not None and all(each["section"] == "education" for each in skill["evidence"]):
        result["last_used"] = None
        result["reasons"] = [YEAR.sub(REPLACEMENT, reason) for reason in skill["reasons"]]
    return result


def redacted_evidence(evidence: Mapping[str, Any], redactor: Redactor, text: RedactedText) -> dict[str, Any]:
    is_personal = evidence["section"] in PERSONAL_KINDS
    line = redactor.redacted(evidence["line"], is_personal=is_personal)
    quote = redactor.redacted(evidence["text"], is_personal=is_personal).text
    at = -1 if quote in line.text else evidence["line"].find(evidence["text"])
    if at >= 0:  # a verb is mended by what stands before it in the line
        quote = line.text[slice(*line.span(at, at + len(evidence["text"])))]
    return moved(evidence, text) | {"text": quote, "line": line.text}


def redacted_texts(value: Mapping[str, Any], redactor: Redactor) -> dict[str, Any]:
    """Quotes within: every string under `quote`, `line`, `text`, `message` and `nearest`."""
    return {key: redacted_quote(key, each, redactor) for key, each in value.items()}


def redacted_quote(key: str, value: Any, redactor: Redactor) -> Any:
    match value:
        case str() if key in QUOTED:
            return redactor.redacted(value).text
        case dict():
            return {inner: redacted_quote(inner, each, redactor) for inner, each in value.items()}
        case list():
            return [redacted_quote(key, each, redactor) for each in value]
    return value


QUOTED = {"quote", "quotes", "line", "text", "message", "nearest", "reason"}


def moved(value: Mapping[str, Any], text: RedactedText) -> dict[str, Any]:
    start, end = text.span(value["start"], value["end"])
    return {**value, "start": start, "end": end}
