"""Names of skills that mean something else in other trades: their lines name none of the four areas, and technical lines still do."""

from pathlib import Path

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.evaluation.evidence import case_of_block
from skillgap.evaluation.marked_blocks import read_blocks
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.self_test import mentions_in, skills_in
from skillgap.resume.parsing import ResumeGrammar, parse_resume

CORE = frozenset({"operating-systems", "networking", "concurrency", "integration"})

OTHER_TRADES = [
    "Checked each ASN against the despatch note and the invoice before the pallets were put away.",
    "ASN base for pupils with autism: timetables, visual aids and home visits.",
    "Weekly OMP plan of nine factories: demand, MRP exceptions and S&OP.",
    "Customer NPS up from 22 to 40 after we answered complaints within a day.",
    "Candidate NPS of 68 and time to hire of 31 days.",
    "Modelled the outpatient clinic in Arena, with stochastic arrivals.",
    "Two sets of A Level Pure and Mechanics.",
    "Housing, schools and relocation for sponsored engineers, visas included.",
    "IGCSE results: 51 % A* to B, grades up by a third, nobody below C.",
    "Two container loads a week: customs, demurrage and hauliers.",
    "Hanging baskets and container planting for four hotels.",
    "Two million cycles endurance run of a capping head, then seals and bearings measured.",
    "Soak test of the sprinkler mains before the handover.",
    "Stress runs of hoists and slings with the insurer's engineer.",
    "Kept the interface register of piling and drainage, with 140 open points.",
    "Interface engineer between rail civils and the station fit-out.",
    "Grid infrastructure: two substations and eleven kilometres of cable.",
    "Upstream development: appraisal wells and a gas field.",
    "Board support for a charity: agendas, papers and trustees' inductions.",
    "Reported tickets and refunds to the IATA BSP each week.",
    "Planned post copy and captions for a museum's social media.",
    "Direct air capture: tested three sorbents in a pilot plant.",
    "Moved an electric fence daily for 60 cattle on strip grazing.",
    "Dealer at card tables, mostly blackjack.",
    "GC analysis of residual solvents and HPLC of tablets.",
    "Planted stream buffers and riparian woodland with six farms.",
    "Fitted sampling ports for emissions tests on two kilns.",
    "Catalogued the museum's object store, 9,000 ceramics and textiles.",
    "Block allocation of rooms with coach firms and tour operators.",
    "Line cards of nine manufacturers shown to wholesalers.",
    "Streaming analytics, playlists and saves for a folk label.",
    "Release manager of an independent record label: 30 albums a year for 12 artists.",
    "Release management for prisoners: hostels, probation and benefits.",
    "Fleet management of 80 vans: tyres, fuel cards and mileage.",
    "Lift and shift of two presses with cranes and skates, 60 tonnes each.",
    "Blue-green glazes on stoneware.",
    "Deployment strategy for constables at matches and marches.",
    "Built a pool of workers for the seasonal packing hall.",
    "Package building for cruises and excursions.",
    "Dependency management of six workstreams and their milestones for the PMO.",
    "Configuration management of fuselage drawings, effectivity and part numbers.",
    "In-house CA: VAT, payroll and year end for a family firm.",
    "EDI coordinator at a university: equality, diversity and inclusion.",
    "Local IPC lead: hand hygiene audits on six wards.",
    "Congestion control around the stadium with the council and the police.",
    "Nurse in a small cell lung cancer clinic.",
    "Zero touch invoices: two thirds posted without a clerk.",
    "Propagated shrubs; without root rot 90 % of cuttings took.",
    "Dynamic allocation between equities and bonds for a pension fund.",
    "Sandbox policy for fintech licences at a regulator.",
    "Confidential guest requests at the concierge desk of a five-star hotel.",
    "Partition alignment, drywall and ceilings on three floors of a clinic.",
    "Power management of a ferry: generators, switchboard and shore supply.",
    "Unit tests on fractions and homework for year 7.",
    "FAT and SAT of filling lines and conveyors at the customer's dairy.",
    "Verification and validation of carbon footprints to ISO 14064.",
    "Deadlock clauses in agreements between shareholders.",
    "Followers up by 40 % through SNS and influencers.",
    "ADR tanker work, tachograph and customs papers.",
    "STCW crowd management, lifeboat and SSO courses.",
    "RAID log, milestones and steering committee of a hospital move.",
    "WALT of five years over 20 shop leases.",
    "LPM and saturation charted hourly for patients on oxygen.",
    "Dentist (DDS): crowns, implants and orthodontics.",
]

TECHNICAL = [
    ("Announced our own ASN over BGP at two exchanges.", "routing-protocols"),
    ("OMP and MPI hybrid code in Fortran.", "openmp"),
    ("RADIUS on NPS with 802.1X for all switches.", "aaa-access-control"),
    ("Arena allocator for the parser: no malloc on the hot path.", "memory-allocators"),
    ("Replaced two Pure arrays; LUNs and snapshots moved without downtime.", "storage-systems"),
    ("Wrote the relocation pass of an ELF linker.", "linkers-loaders"),
    ("Firmware in C for an RTOS.", "c"),
    ("Each service ships as a container built in CI and run on Kubernetes.", "containers"),
    ("Soak test of the queue for 72 hours under load.", "stress-testing"),
    ("Burn-in testing of servers before they go into the cluster.", "stress-testing"),
    ("Interface register of the avionics: signals, ICDs and protocols.", "interface-documentation"),
    ("Oracle Grid Infrastructure and RAC on four nodes.", "clustering-ha"),
    ("Upstream development in the Linux kernel: 40 patches in mainline.", "upstream-contribution"),
    ("Board support for three i.MX boards: U-Boot, kernel and device tree.", "bsp"),
    ("Post-copy migration of virtual machines in QEMU and libvirt.", "virtualization"),
    ("Found the overrun with Electric Fence and gdb.", "memory-leak-detection"),
    ("GC analysis of the JVM: pauses from 400 to 30 ms.", "garbage-collection"),
    ("FreeRTOS stream buffers between the ISR and the task.", "ipc-message-queues"),
    ("Sampling ports and queuing ports of ARINC 653 partitions.", "ipc"),
    ("Object store compatible with S3, on Ceph.", "object-storage"),
    ("Rewrote block allocation in ext4 with larger extents.", "file-systems"),
    ("Line cards and supervisor cards in a Cisco chassis.", "network-hardware"),
    ("Streaming analytics on Kafka and Flink.", "stream-processing"),
    ("Release manager for the firmware: branches, tags and builds.", "release-management"),
    ("Lift and shift of 200 workloads from the data center to AWS.", "cloud-platforms"),
    ("Blue-green deployments on Kubernetes with rollback.", "progressive-delivery"),
    ("Deployment strategy for 40 services: rolling upgrades by Jenkins.", "deployment-automation"),
    ("A pool of workers takes tasks from a lock-free queue in C++.", "thread-pools"),
    ("Dependency management with Maven and npm lockfiles.", "dependency-management"),
    ("Configuration management of 900 servers with Ansible.", "configuration-management"),
    ("Offline root and own CA with OpenSSL for device certificates.", "tls"),
    ("EDI messages (EDIFACT, X12) over AS2 with 40 partners.", "application-protocols"),
    ("Congestion control of a QUIC stack: BBR and CUBIC.", "congestion-control"),
    ("Zero touch bring-up of 300 switches over DHCP and TFTP.", "network-automation"),
    ("The daemon runs without root, with two capabilities.", "os-permissions"),
    ("Sandbox policy for the renderer processes, with seccomp.", "sandboxing"),
    ("Partition alignment on SSD and LVM volumes.", "raid-volume-management"),
    ("Linux power management: runtime suspend of four drivers.", "power-management"),
    ("Unit tests in pytest with 90 % coverage.", "unit-testing"),
    ("FAT and SAT of a SCADA system with 12 PLCs.", "integration-testing"),
    ("Verification and validation of flight software to DO-178C.", "verification-validation"),
    ("Deadlock prevention by lock order; found two with lockdep.", "deadlock-avoidance"),
    ("AWS Step Functions and Lambda for nightly imports.", "serverless-platforms"),
    ("SSO with SAML and OIDC for 30 applications.", "identity-federation"),
    ("DRP tested twice a year: failover to the second data centre, RTO of 2 h.", "disaster-recovery"),
    ("WordPress plugin development in PHP.", "php"),
    ("ChatGPT API behind a support bot.", "llm-applications"),
]

MERE_USE = [
    "Keeps the parish website in WordPress and the newsletter in Mailchimp.",
    "ChatGPT, Canva and Zapier for drafts and reminders.",
    "Excel with pivot tables and Power Query, Sage and Xero.",
]


@pytest.mark.parametrize("line", OTHER_TRADES)
def test_lines_of_other_trades_name_nothing_of_the_four_areas(line: str, collector: EvidenceCollector) -> None:
    area_of = collector.taxonomy.area_of
    assert [each for each in skills_in(line, collector) if area_of[each] in CORE] == []


@pytest.mark.parametrize(("line", "skill"), TECHNICAL)
def test_the_same_names_count_in_technical_lines(line: str, skill: str, collector: EvidenceCollector) -> None:
    assert skill in skills_in(line, collector)


@pytest.mark.parametrize("line", MERE_USE)
def test_who_only_uses_a_product_does_not_program_it(line: str, collector: EvidenceCollector) -> None:
    assert mentions_in(line, collector) == []


PLAIN = "- Went to the customer, listened to what they wanted and wrote it down for the others.\n" * 14


def skills_of_page(title: str, line: str, tmp_path: Path, collector: EvidenceCollector) -> set[str]:
    """What a page names in which one line stands among others that name nothing."""
    path = tmp_path / "lines.txt"
    path.write_text(f"@ experience: {title}\n{PLAIN}- {line}\n")
    (block,) = read_blocks(path)
    return {mention.skill for mention in collector.mentions(case_of_block(block, "page").resume)}


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Hairdresser", "Kept a failover chair free on Saturdays for who came late."),
        ("Violinist", "Priority inversion in the second movement: the viola leads and we follow."),
        ("Station Hand", "Watched the herd from two huts, a service mesh of radios and whistles."),
        ("Regional Sales Manager", "Agreed a failover with our second plant in the contract of the dairy."),
        ("Zoo Keeper", "Lock contention between otters: one door, two families, a timetable."),
        ("Postmaster", "Routing tables pinned to the wall: which bag goes on which boat."),
        ("Puppeteer", "Event loops for the foyer: music of nine minutes that repeats without a seam."),
        ("Executive Chef", "Failover menu on paper for the days when the fish does not come."),
    ],
)
def test_plain_words_in_jobs_of_other_trades_are_no_skill_where_the_page_names_none(
    title: str, line: str, tmp_path: Path, collector: EvidenceCollector
) -> None:
    assert skills_of_page(title, line, tmp_path, collector) == set()


@pytest.mark.parametrize(
    ("title", "line", "skill"),
    [
        ("Staff Nurse", "Took part in user acceptance testing of the drug charts, wrote 20 cases.", "software-testing"),
        ("Executive Chef", "Python scripts that add up the orders of six kitchens each night.", "python"),
        ("Head of Infrastructure", "Memory leaks found and mended in the till.", "memory-leak-detection"),
        ("Software Developer", "Memory leaks found and mended in the till.", "memory-leak-detection"),
        ("Kernel Developer, then Station Hand", "Memory leaks found and mended in the till.", "memory-leak-detection"),
    ],
    ids=["what the line speaks for", "what has a name of its own", "maybe of this trade", "of this trade", "of both"],
)
def test_others_skills_stay_there(
    title: str, line: str, skill: str, tmp_path: Path, collector: EvidenceCollector
) -> None:
    assert skill in skills_of_page(title, line, tmp_path, collector)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        (
            "Audits of API (active pharmaceutical ingredient) suppliers; API design of the crystallisation.",
            "api-design",
        ),
        ("Treasurer of the Brass Guild of Perth (BGP), with which BGP funds we bought tubas.", "routing-protocols"),
        ("Wrote for LAN (Latin American Nurses) and spoke at LAN meetings.", "ethernet-l2"),
    ],
)
def test_an_acronym_that_the_page_spells_out_otherwise_is_no_skill(
    line: str, skill: str, collector: EvidenceCollector
) -> None:
    assert skill not in skills_in(line, collector)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Announced our prefixes over BGP (border gateway protocol) at two exchanges.", "routing-protocols"),
        ("Designed an application programming interface (API) and wrote the API guidelines.", "api-design"),
        ("Wrote the transmission control protocol (TCP) of a small stack in C.", "tcp"),
        ("Ran BGP (two years, Frankfurt) and OSPF (area zero only).", "routing-protocols"),
    ],
)
def test_an_acronym_that_is_spelled_out_as_the_skill_stays_it(
    line: str, skill: str, collector: EvidenceCollector
) -> None:
    assert skill in skills_in(line, collector)


def test_the_town_of_a_job_is_no_skill(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    text = (
        "Jane Example\n\nEXPERIENCE\n\nSoftware Engineer\nCorvid Payments, Oban\nMay 2019 – Present\n"
        "- Wrote services in Elixir and PostgreSQL.\n- Moved the nightly jobs to Oban.\n"
    )
    resume = parse_resume(document_of_text(text, name="page"), grammar).resume
    (town,) = (number for number, line in enumerate(resume.lines) if "Corvid" in line.text)
    assert town not in {mention.line_number for mention in collector.mentions(resume)}


@pytest.mark.parametrize(
    ("post", "is_other"),
    [("Career break, 2019 - 2023", False), ("Ward Sister, Some Hospital, 2019 - 2023", True)],
)
def test_a_career_break_is_no_job_of_another_trade(
    post: str, is_other: bool, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    page = f"Jane Example\njane@example.com\n\nEXPERIENCE\n{post}\n- Looked after two people\n"
    resume = parse_resume(document_of_text(page, name="page.txt"), grammar).resume
    assert [entry.is_break for entry in resume.entries] == [not is_other]
    assert collector.posts.is_page_of_other_trade(resume, collector.cues) is is_other
