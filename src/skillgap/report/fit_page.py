"""The fit check on its own page: what somebody's answers say about a role, beside what their résumé shows, where there is one."""

from msgspec import Struct

from skillgap.gap.types import Fit
from skillgap.taxonomy.types import RoleId


class FitPage(Struct, frozen=True, kw_only=True):
    role: RoleId
    label: str
    fit: Fit
