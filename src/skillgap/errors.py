"""Every error a caller can meet.

SkillgapError
├── UsageError             the call is wrong: an unknown role, an output that can't be written   (exit 2)
│   ├── PostingWithoutSkills  a posting asks for nothing that is known
│   └── NotAPosting        a résumé where a posting should be
├── DocumentError          the input can't be read                                               (exit 3)
│   ├── DocumentMissing, DocumentEmpty, DocumentTooLarge
│   ├── DocumentEncrypted, DocumentCorrupt, DocumentUnsupported
│   ├── DocumentTimeout, DocumentOutOfMemory  reading it took more than it may
│   └── NoTextLayer        a scan: there are pages, but no text on them
├── PersonaError           annotated data for measuring breaks its format                        (exit 3)
├── ModelError             a trained model is not the one that was shipped                      (exit 3)
└── TaxonomyError          the knowledge folder has faults; all of them are in `faults`          (exit 3)
"""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_LISTED = 40
SHORTEST_START = 3


class SkillgapError(Exception):
    """An error with a stable `code`, a one-line `message` and a `hint` on what to do."""

    code = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Survive a process boundary, which `Exception` with keyword arguments does not."""
        return type(self).rebuilt, (self.message, self.hint)

    @classmethod
    def rebuilt(cls, message: str, hint: str) -> "SkillgapError":
        return cls(message, hint=hint)


class UsageError(SkillgapError):
    code = "usage"


class PostingWithoutSkills(UsageError):
    code = "posting_without_skills"


class NotAPosting(UsageError):
    code = "not_a_posting"


class DocumentError(SkillgapError):
    code = "unreadable"


class DocumentMissing(DocumentError):
    code = "missing"


class DocumentEmpty(DocumentError):
    code = "empty"


class DocumentTooLarge(DocumentError):
    code = "too_large"


class DocumentEncrypted(DocumentError):
    code = "encrypted"


class DocumentCorrupt(DocumentError):
    code = "corrupt"


class DocumentUnsupported(DocumentError):
    code = "unsupported"


class DocumentTimeout(DocumentError):
    code = "timeout"


class DocumentOutOfMemory(DocumentError):
    code = "memory"


class NoTextLayer(DocumentError):
    code = "no_text_layer"


class PersonaError(SkillgapError):
    code = "persona"


class ModelError(SkillgapError):
    code = "model"

    @classmethod
    def changed(cls, name: str) -> "ModelError":
        return cls(
            f"models/{name}.json is not the file it should be", hint="install skillgap again, or run make models"
        )


class TaxonomyError(SkillgapError):
    """Faults in the knowledge folder, each as `file:line: what is wrong`."""

    code = "taxonomy"

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        super().__init__(f"the taxonomy has {count} fault{'s' * (count != 1)}:\n" + "\n".join(self.faults))

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.faults,)


def has_word(wanted: str, name: str) -> bool:
    """Whether one of the name's words is much like it or begins so, or all of them begin with its letters."""
    words = name.replace("_", "-").split("-")
    if wanted == "".join(word[:1] for word in words) or get_close_matches(wanted, words, n=1, cutoff=0.8):
        return True
    return len(wanted) >= SHORTEST_START and any(word.startswith(wanted) for word in words)


def unknown(kind: str, given: str, known: Iterable[str]) -> UsageError:
    """Say what is allowed, and what was probably meant."""
    names = tuple(str(name) for name in known)
    listed = ", ".join(names) if len(names) <= MOST_LISTED else f"{len(names)} of them"
    wanted = str(given).casefold()
    close = get_close_matches(wanted, names, n=1, cutoff=0.5) or [name for name in names if has_word(wanted, name)][:1]
    hint = f"did you mean {close[0]!r}?" if close else ""
    return UsageError(f"no {kind} {given!r}; known: {listed}", hint=hint)
