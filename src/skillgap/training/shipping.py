"""Write a model where the package finds it: its content, its digest and its card."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec

from skillgap.printed_json import json_text
from skillgap.trained import LinearModel

Model = LinearModel | Mapping[str, Any]
"""Weights by feature, or plain arrays."""


def write(models: Path, name: str, model: Model, about: str) -> None:
    if isinstance(model, LinearModel):
        content = json_text(model, indent=0, order="sorted").encode()
        (models / f"{name}.json").write_bytes(content)
    else:
        content = packed(model)
        (models / f"{name}.npz").write_bytes(content)
    (models / f"{name}.md").write_text(about, "utf-8")
    path = models / "digests.json"
    digests = msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    digests[name] = sha256(content).hexdigest()
    path.write_bytes(json_text(digests, indent=1, order="sorted").encode())


def packed(arrays: Mapping[str, Any]) -> bytes:
    import numpy as np

    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def size_of(model: Model) -> str:
    if isinstance(model, LinearModel):
        return f"{len(model.weights):,} features, {len(model.kinds)} kinds"
    if "stems" in model:
        return f"{len(model['stems']):,} stems, {len(model['skills'])} skills"
    return f"{sum(array.size for array in model.values()):,} numbers, {len(model['kinds'])} kinds"
