"""A posting's role as the YAML of an overlay, to be edited: each skill beside the line that asks for it."""

from typing import Any

import msgspec
import yaml

from skillgap.postings.types import Ask, Posting
from skillgap.taxonomy.types import Role, SkillId

WIDTH = 120
ENDLESS = 100_000
HEAD = """\
# roles/{id}.yaml
# Read from a job posting, to be edited. Levels: none, awareness, working, practitioner, expert.
# Then: skillgap taxonomy lint --taxonomy FOLDER, and skillgap analyze RESUME --taxonomy FOLDER --role {id} --level {level}
"""


def role_yaml(role: Role, posting: Posting) -> str:
    """Return a file that an overlay accepts as it stands."""
    content = without_empty(msgspec.to_builtins(role))
    skills = content.pop("skills")
    asks = {ask.skill: ask for ask in posting.asks}
    lines = [f"  - {flow(skill)}{comment_on(asks.get(SkillId(skill['skill'])))}" for skill in skills]
    unknown = [f"#   {on_one_line(term)}" for term in posting.unknown]
    parts = [
        HEAD.format(id=role.id, level=posting.level)
        + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=WIDTH).rstrip(),
        "skills:",
        *lines,
        *(["# Also asked for, and in no taxonomy yet:", *unknown] if unknown else []),
    ]
    return "\n".join(parts) + "\n"


def without_empty(content: Any) -> Any:
    match content:
        case dict():
            return {key: without_empty(value) for key, value in content.items() if value}
        case list() | tuple():
            return [without_empty(each) for each in content]
    return content


def flow(value: object) -> str:
    return yaml.safe_dump(value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=ENDLESS).rstrip()


def comment_on(ask: Ask | None) -> str:
    return f"  # “{on_one_line(ask.line)}”" if ask else ""


def on_one_line(text: str) -> str:
    """Nothing of a posting can end a comment."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))
