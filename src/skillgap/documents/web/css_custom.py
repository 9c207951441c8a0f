"""Custom properties: `var(--x)` is replaced by what `--x` says, at a bounded length."""

import re
from collections.abc import Mapping

LONGEST = 400
DEEPEST_FALLBACK = 4
USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")


def resolved(value: str, custom: Mapping[str, str]) -> str | None:
    """Return the value with its variables replaced, None where one of them is nothing."""
    for _ in range(DEEPEST_FALLBACK):
        if "var(" not in value:
            return value
        value = USE.sub(lambda use: custom.get(use[1]) or use[2] or "var()", value)
        if len(value) > LONGEST:
            return None
    return None
