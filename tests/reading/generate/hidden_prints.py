"""The cases that an engine sets: a browser's prints, and LaTeX."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pikepdf
from hidden_cases import FOLDER, PEOPLE, Case, entries, expect, phrase
from hidden_html import html_page
from hidden_scans import run

PRINTED = [
    Case("hide-print-white", "between", '<li class="n">WORDS</li>', ".n{color:#fff}"),
    Case("hide-print-opacity", "end", '<p style="opacity:.01">WORDS</p>'),
    Case("hide-print-tiny", "bullet", '<span style="font-size:1px">WORDS</span>'),
    Case(
        "hide-print-covered",
        "end",
        '<div class="s"><p>WORDS</p><div></div></div>',
        ".s{position:relative} .s div{position:absolute;inset:-1em;background:#fff}",
    ),
    Case("fair-print-white-on-dark", "end", '<p class="n">WORDS</p>', ".n{color:#fff;background:#223344}"),
    Case(
        "fair-print-white-on-gradient",
        "end",
        '<p class="n">WORDS</p>',
        ".n{color:#fff;background:linear-gradient(90deg,#1f3a5f,#0b6e6e)}",
    ),
    Case("fair-print-opacity", "between", '<li style="opacity:.6">WORDS</li>'),
    Case("fair-print-shadow", "end", '<p style="text-shadow:1px 1px 2px #999">WORDS</p>'),
    Case("fair-print-mark", "bullet", "<mark>WORDS</mark>"),
]

TYPESET = [
    Case("hide-latex-white", "end", r"\textcolor{white}{WORDS}\par"),
    Case("hide-latex-mode3", "bullet", r"\pdfliteral direct{3 Tr}WORDS\pdfliteral direct{0 Tr}"),
    Case("hide-latex-tiny", "between", r"{\fontsize{1}{1}\selectfont WORDS\par}"),
    Case("fair-latex-white-on-box", "end", r"\smallskip\colorbox{black!80}{\textcolor{white}{WORDS}}\par"),
    Case("fair-latex-grey", "bullet", r"\textcolor{gray}{WORDS}"),
    Case("fair-latex-framed", "end", r"\smallskip\fbox{WORDS}\par"),
]

_PREAMBLE = r"""\documentclass[10pt]{article}
\usepackage[T1]{fontenc}
\usepackage[margin=25mm]{geometry}
\usepackage{times,xcolor}
\pagestyle{empty}
\setlength{\parindent}{0pt}
\begin{document}
"""


def cleaned(source: Path, name: str) -> None:
    """The engine's PDF without the hour of its making."""
    with pikepdf.open(source) as pdf:
        for key in ("/CreationDate", "/ModDate", "/PTEX.Fullbanner"):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        for key in ("/StructTreeRoot", "/Outlines", "/Metadata"):
            if key in pdf.Root:
                del pdf.Root[key]
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        pdf.save(FOLDER / f"{name}.pdf", deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def print_page(case: Case, person: list[str], words: str) -> None:
    """The page as Chromium prints it."""
    exact = replace(case, extra=f"{case.extra} *{{print-color-adjust:exact}} body{{font-family:Arial;font-size:13px}}")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html_page(exact, person, words), "utf-8")
        target = page.with_suffix(".pdf")
        quiet = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
        )
        run("chromium", *quiet, f"--print-to-pdf={target}", page.as_uri())
        cleaned(target, case.name)


def _tex(text: str) -> str:
    for sign in "&%#":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\t", r"\hfill ").replace("·", r"\textperiodcentered{}")


def typeset_page(case: Case, person: list[str], words: str) -> None:
    """The page as pdfLaTeX sets it."""
    sizes = {"name": r"\LARGE", "#": r"\medskip\large\bfseries", "@": r"\bfseries", "-": r"\textbullet\ "}
    lines = []
    for kind, text, here in entries(person, case.place):
        extra = case.markup.replace("WORDS", _tex(words)) if here else ""
        inside = f" {extra}" if case.place == "bullet" else ""
        lines.append(f"{{{sizes.get(kind, '')} {_tex(text)}{inside}\\par}}")
        if not inside:
            lines.append(extra)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.tex"
        source.write_text(_PREAMBLE + "\n".join(line for line in lines if line) + "\n\\end{document}\n", "utf-8")
        run("pdflatex", "-interaction=batchmode", f"-output-directory={folder}", source)
        cleaned(source.with_suffix(".pdf"), case.name)


def make_prints() -> None:
    for cases, write in ((PRINTED, print_page), (TYPESET, typeset_page)):
        for number, case in enumerate(cases):
            person = PEOPLE[(number + 3) % len(PEOPLE)]
            words = phrase(attack=case.attack, short=case.place == "bullet")
            write(case, person, words)
            expect(case, person, words)
