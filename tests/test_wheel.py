"""The wheel carries every file of both shelves and the compiled taxonomy, and nothing of the tests."""

import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

from conftest import ROOT

from skillgap.taxonomy.authoring.assembling import load_taxonomy
from skillgap.taxonomy.compiled import encoded


def test_the_wheel_holds_both_shelves(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name: sha256(archive.read(name)).digest() for name in archive.namelist()}
    for shelf in ("skill_taxonomy", "models"):
        for path in (ROOT / shelf).rglob("*.*"):
            assert shipped[f"skillgap/_data/{path.relative_to(ROOT)}"] == sha256(path.read_bytes()).digest()
    assert (
        shipped["skillgap/_data/taxonomy.msgpack"] == sha256(encoded(load_taxonomy(ROOT / "skill_taxonomy"))).digest()
    )
    assert "skillgap/py.typed" in shipped
    assert all(name.startswith(("skillgap/", "skillgap-")) for name in shipped)
