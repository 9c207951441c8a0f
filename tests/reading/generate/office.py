"""The layouts of office programs; run it to make the files named o-* again.

They are Word documents by python-docx, flat ODF by hand, and what LibreOffice makes of both.
"""

import shutil
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

import office_lines  # noqa: F401 - each of the three enters its layouts in CASES
import office_parts  # noqa: F401
import office_tables  # noqa: F401
from flat import FLAT
from office_cases import CASES
from people import LAYOUTS, read_people, write_expected
from steady import steady


def convert(sources: dict[str, list[Path]], folder: Path) -> None:
    """Have LibreOffice convert the files, one run for each ending."""
    soffice = shutil.which("soffice")
    if not soffice:
        raise FileNotFoundError("LibreOffice (soffice) is needed to make these files again.")
    for ending, paths in sources.items():
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [soffice, profile, "--headless", "--convert-to", ending, "--outdir", str(folder / "made")]
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)


def main() -> None:
    people = read_people("people_office.txt")
    if CASES.keys() | FLAT.keys() != people.keys():
        raise ValueError(f"without person or layout: {sorted((CASES.keys() | FLAT.keys()) ^ people.keys())}")
    sources = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "made").mkdir()
        for case_name, (ending, function) in CASES.items():
            word = function(people[case_name])
            word.save(folder / f"{case_name}.docx")
            write_expected(case_name, word.expected)
            if ending == "docx":
                shutil.copy(folder / f"{case_name}.docx", folder / "made")
            else:
                sources[ending].append(folder / f"{case_name}.docx")
        for case_name, (ending, write) in FLAT.items():
            flat = write(people[case_name])
            (folder / f"{case_name}.fodt").write_text(flat.xml(), encoding="utf-8")
            write_expected(case_name, flat.expected)
            sources[ending].append(folder / f"{case_name}.fodt")
        convert(sources, folder)
        for made in sorted((folder / "made").iterdir()):
            (LAYOUTS / made.name).write_bytes(steady(made))


if __name__ == "__main__":
    main()
