"""What a step's result hangs on besides the file's content: its key. Where a key is another, the step is done again."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path, PurePath
from typing import Any

import msgspec

from skillgap import __version__
from skillgap.pipeline import Analyzer
from skillgap.trained import models_version


def structure_key(analyzer: Analyzer) -> str:
    """Reading and structure: code, models, limits, and of the taxonomy the words of cues and places alone."""
    return key_of(code_version(), models_version(), analyzer.limits, analyzer.taxonomy.cues, analyzer.taxonomy.places)


def result_key(analyzer: Analyzer, identity: "Identity") -> str:
    """Everything."""
    return key_of(
        structure_key(analyzer),
        analyzer.taxonomy.digest,
        analyzer.as_of,
        analyzer.hours_per_week,
        analyzer.weeks,
        identity,
    )


class Identity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a folder of results is for: with another one it is another folder. `posting` is the digest of a job posting."""

    role: str
    level: str
    track: str | None
    posting: str | None
    is_blind: bool
    schools: bool
    companies: bool
    study_years: bool = False


class Keys(msgspec.Struct, frozen=True):
    """Those of a run."""

    structure: str
    result: str

    def structure_of(self, name: str) -> str:
        return key_for(name, self.structure)

    def result_of(self, name: str) -> str:
        return key_for(name, self.result)


def keys_of(analyzer: Analyzer, identity: Identity) -> Keys:
    return Keys(structure_key(analyzer), result_key(analyzer, identity))


def key_for(name: str, key: str) -> str:
    """The key of a file of that name: what a content is read as hangs on the suffix, too."""
    return key_of(key, suffix_of(name))


def suffix_of(name: str) -> str:
    return PurePath(name).suffix.casefold()


def key_of(*parts: Any) -> str:
    digest = sha256()
    for part in parts:
        digest.update(msgspec.msgpack.encode(part, order="sorted") + b"\0")
    return digest.hexdigest()[:24]


@cache
def code_version() -> str:
    """The version, and the digest of this package's code: in a checkout the version alone says little."""
    digest = sha256(__version__.encode())
    package = Path(str(files("skillgap")))
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
