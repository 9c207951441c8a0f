"""Lets LibreOffice print Word documents, all in one run."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

IN_PDF = re.compile(rb"(?<=Date\(D:)\d{14}[^)]*|(?<=/DocChecksum /)[0-9A-F]{32}|(?<=<)[0-9A-F]{32}(?=>)")


def print_documents(documents: dict[str, bytes]) -> dict[str, bytes]:
    """The PDF of each document by its name; what differs from run to run (the time, a checksum) is made zeros."""
    program = shutil.which("soffice")
    if not program:
        raise FileNotFoundError("LibreOffice (soffice) is needed to print these files.")
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        for name, content in documents.items():
            (folder / f"{name}.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        sources = [str(folder / f"{name}.docx") for name in documents]
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", home, *sources]
        subprocess.run(command, check=True, capture_output=True)
        return {name: _steady((folder / f"{name}.pdf").read_bytes()) for name in documents}


def _steady(data: bytes) -> bytes:
    return IN_PDF.sub(lambda found: b"0" * len(found[0]), data)
