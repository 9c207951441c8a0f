"""Typesets the templates in LaTeX: those that begin with `% xelatex` with XeLaTeX, the others with pdfLaTeX."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from typeset import EPOCH, cases, filled, output

SIGNS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "–": "--", "—": "---"}
MARKUP = str.maketrans(SIGNS | {sign: f"\\{sign}" for sign in "#$%&_{}"})
RUNS = 3  # page counts and measured boxes settle


def latex_text(text: str) -> str:
    return text.translate(MARKUP)


def typeset(source: str, pdf: Path) -> None:
    engine = "xelatex" if source.lstrip().startswith("% xelatex") else "pdflatex"
    program = shutil.which(engine)
    if program is None:
        sys.exit(f"{engine} is not installed")
    settings = os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH), "FORCE_SOURCE_DATE": "1"}
    start = r"\input{page.tex}" if engine == "xelatex" else r"\pdftrailerid{}\input{page.tex}"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.tex").write_text(source, encoding="utf-8")
        for _ in range(RUNS):
            done = subprocess.run(
                [program, "-interaction=nonstopmode", "-halt-on-error", "-jobname=page", start],
                cwd=folder,
                env=settings,
                capture_output=True,
                check=False,
            )
        if done.returncode:
            sys.exit(f"{pdf.stem}: {done.stdout.decode(errors='replace')[-2000:]}")
        shutil.copyfile(Path(folder, "page.pdf"), pdf)


def main() -> None:
    for template in cases("l"):
        typeset(filled(template, latex_text), output(template, ".pdf"))


if __name__ == "__main__":
    main()
