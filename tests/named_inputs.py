"""Files and archives to name on the command line, and what they lead to: names, and the content or the error of each."""

import zipfile
from pathlib import Path

from skillgap.batch.inputs import Input, Inputs
from skillgap.documents.types import Limits
from skillgap.errors import DocumentError


def names(*arguments: str, include: tuple[str, ...] = (), apart_from: tuple[Path, ...] = ()) -> list[str]:
    return [each.name for each in Inputs(arguments, include=include, apart_from=apart_from)]


def outcome(each: Input, limits: Limits | None = None) -> bytes | type[DocumentError]:
    """The content, or the error, which is one printable line that begins with the name."""
    try:
        return each.content(limits or Limits())
    except DocumentError as raised:
        error = raised
    assert error.message.startswith(f"{each.name}: ")
    assert str(error).isprintable()
    return type(error)


def outcomes(
    *arguments: str, limits: Limits | None = None, apart_from: tuple[Path, ...] = ()
) -> dict[str, bytes | type[DocumentError]]:
    return {each.name: outcome(each, limits) for each in Inputs(arguments, apart_from=apart_from)}


def make(*names: str) -> None:
    """Files whose content is their name."""
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def pack(name: str, *members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(name, "w", method) as archive:
        for member, content in members:
            archive.writestr(member, content)
    return Path(name)
