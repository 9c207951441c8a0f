"""The audit of a folder, and the files that it leaves there."""

from pathlib import Path

import msgspec

from skillgap.batch.fairness.rendering import audit_json, audit_page
from skillgap.batch.fairness.types import Audit
from skillgap.batch.folder import said
from skillgap.batch.journal import Journal
from skillgap.batch.keys import Identity
from skillgap.batch.targeting import identity_of
from skillgap.errors import UsageError
from skillgap.pipeline import Analyzer
from skillgap.whole_files import written_whole

JSON_FILE, PAGE_FILE = "audit.json", "audit.html"


def check_made_with(journal: Journal, analyzer: Analyzer, folder: Path) -> None:
    """Raises UsageError where the folder was made for another target, or by another version."""
    target = journal.target()
    known = msgspec.json.decode(journal.fact("identity") or b"", type=Identity)
    own = identity_of(analyzer, target.blind)
    if known != own:
        raise UsageError(
            f"{folder}: was made for {said(known)}, not for {said(own)}", hint="name the posting that it was made for"
        )
    if target.generator != analyzer.generator:
        raise UsageError(
            f"{folder}: was made with another version, taxonomy or models",
            hint="rank again with this one, or say --taxonomy",
        )


def write_audit(folder: Path, audit: Audit) -> None:
    """Write `audit.json` and `audit.html`; raises UsageError where they can't be."""
    for name, content in ((JSON_FILE, audit_json(audit)), (PAGE_FILE, audit_page(audit).encode())):
        with written_whole(folder / name) as part:
            part.write_bytes(content)
