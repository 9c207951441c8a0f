"""Puts the compiled taxonomy into the wheel, so that no YAML is read where it is installed."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTaxonomy(BuildHookInterface[Any]):
    """An editable install reads the YAML of its checkout, and needs none of this."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from skillgap.taxonomy.authoring.assembling import load_taxonomy
            from skillgap.taxonomy.compiled import FILE_NAME, encoded

            path = Path(tempfile.mkdtemp()) / FILE_NAME
            path.write_bytes(encoded(load_taxonomy(root / "skill_taxonomy")))
        finally:
            sys.path.pop(0)
        build_data["force_include"][str(path)] = f"skillgap/_data/{FILE_NAME}"
