"""Résumés of people who are strong or weak for the role, under any name."""

from hashlib import sha256

from skillgap.batch.working import Job

STRONG = """{name}
{mail} | +44 20 7946 0018 | Leeds, UK
Born 4 May 1987, British, married

Experience
Systems Engineer, Example Works, 2016-01 to 2024-12
- Wrote network drivers for Linux in C and debugged them with gdb and perf.
- Built the test bench in Python and ran it in continuous integration with Git.
She also led the move of two services to Kubernetes.

Education
BSc Computer Science, University of Arouca, 2010 to 2013
"""
WEAK = """{name}
{mail} | +44 20 7946 0019 | York, UK

Experience
Shop Assistant, Example Stores, 2018-01 to 2024-12
- Served customers and wrote the rota.

Skills
Excel, Git
"""


def page(kind: str, given: str, surname: str) -> str:
    return kind.format(name=f"{given} {surname}", mail=f"{given}.{surname}@example.com".casefold())


def job_of(content: bytes, name: str) -> Job:
    return Job(name, sha256(content).hexdigest(), content=content)
