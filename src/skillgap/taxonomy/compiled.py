"""The taxonomy in one file that loads in milliseconds: MessagePack, most of it decoded only when asked for.

A wheel carries the file. In a checkout it is made from the YAML when first needed, and kept under a name that changes with
what it was made from: the YAML itself and the code of this package.
"""

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw

from skillgap.taxonomy.lazy import Lazy
from skillgap.taxonomy.names import NormalForm, Phrase
from skillgap.taxonomy.questionnaire import Questionnaire
from skillgap.taxonomy.types import Area, Question, Resource, Role, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import Words

FILE_NAME = "taxonomy.msgpack"


EAGER: dict[str, Any] = {
    "areas": dict[str, Area],
    "area_of": dict[SkillId, str],
    "group_of": dict[SkillId, str],
    "fit": Questionnaire,
    "digest": str,
    "form": NormalForm,
}
"""What every analysis needs whole beside `Words`; of the other mappings it needs some values."""
LAZY: dict[str, Any] = {
    "skills": Skill,
    "roles": Role,
    "resources": Resource,
    "questions": Question,
    "neighbours": tuple[tuple[SkillId, float], ...],
    "teaching": tuple[str, ...],
    "asking": tuple[str, ...],
    "phrases": tuple[Phrase, ...],
}


def encoded(taxonomy: Taxonomy) -> bytes:
    """Return the same bytes for the same taxonomy: mappings keep their order, sets are sorted."""
    fields = {name: getattr(taxonomy, name) for name in Taxonomy.__struct_fields__}
    for name, value in fields.items():
        if isinstance(value, Mapping):
            fields[name] = dict(value)
    fields["form"] = {name: sorted(getattr(taxonomy.form, name)) for name in NormalForm.__struct_fields__}
    return msgspec.msgpack.encode(fields)


def decoded(data: bytes, words: Words | None = None) -> Taxonomy:
    """Read what `encoded` wrote, its `words` only if nobody has yet; raises msgspec.DecodeError or KeyError for anything else."""
    words = words or decoded_words(data)
    parts = msgspec.msgpack.decode(data, type=dict[str, Raw])
    eager = {name: msgspec.msgpack.decode(parts[name], type=shape) for name, shape in EAGER.items()}
    lazy: dict[str, Any] = {name: Lazy(parts[name], shape) for name, shape in LAZY.items()}
    return Taxonomy(release=words.release, cues=words.cues, places=words.places, **eager, **lazy)


def decoded_words(data: bytes) -> Words:
    """Read only what a résumé's structure needs."""
    return msgspec.msgpack.decode(data, type=Words)


def folder_digest(folder: Path) -> str:
    """Name the content of the folder, so that a report says which knowledge it was made with."""
    digest = sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def cache_file(folder: Path, digest: str) -> Path:
    """Return where the compiled form of a checkout's folder is kept; `digest` is that of its YAML."""
    code = sha256(digest.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        code.update(path.read_bytes())
    return folder.parent / ".cache" / f"taxonomy-{code.hexdigest()[:16]}.msgpack"


def keep(path: Path, data: bytes) -> None:
    """Put the file in its place whole, and those it replaces away; a folder that can't be written to costs only time."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            (whole := Path(folder) / path.name).write_bytes(data)
            whole.replace(path)
        for other in path.parent.glob("taxonomy-*.msgpack"):
            if other != path:
                other.unlink(missing_ok=True)
