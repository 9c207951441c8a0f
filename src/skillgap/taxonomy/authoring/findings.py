"""What is wrong with an entry, and in which file and line the entry begins."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import yaml
from msgspec import Struct

from skillgap.taxonomy.authoring.shape_faults import line_of
from skillgap.taxonomy.authoring.yaml_files import Faults, composed

Part = Literal["skills", "roles", "resources", "questions", "areas", "cues", "fit"]
WHERE: dict[Part, str] = {
    "skills": "skills/*/*.yaml",
    "roles": "roles/*.yaml",
    "resources": "resources/*.yaml",
    "questions": "questions/*/*.yaml",
    "areas": "areas.yaml",
}


class Finding(Struct, frozen=True):
    """A fault of meaning: of which entry, and a sentence; `about` is the other entry where two are at odds and both are told."""

    part: Part
    id: str
    message: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.id}: {self.message}"


def located(findings: Iterable[Finding], *folders: Path) -> list[str]:
    """Each finding once, with file and line where its entry stands in one of the folders; those of the last come first."""
    by_folder = [dict(entry_places(folder)) for folder in folders]
    places = {entry: place for each in by_folder for entry, place in each.items()}
    own = by_folder[-1] if by_folder else {}
    ranked = sorted(dict.fromkeys(findings), key=lambda each: (each.part, each.id) not in own)
    return [f"{places[each.part, each.id]}: {each}" if (each.part, each.id) in places else str(each) for each in ranked]


def entry_places(folder: Path) -> Iterator[tuple[tuple[Part, str], str]]:
    """Each entry by its id, with `file:line`."""
    for part, pattern in WHERE.items():
        for path in sorted(folder.glob(pattern)):
            root = composed(path, Faults())
            nodes = root.value if isinstance(root, yaml.SequenceNode) else [root]
            for node in (each for each in nodes if isinstance(each, yaml.MappingNode)):
                for key, value in node.value:
                    if key.value in {"id", "extends"} and isinstance(value, yaml.ScalarNode):
                        yield (part, value.value), f"{path}:{line_of(node)}"
