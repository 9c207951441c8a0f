"""The figures of an adverse impact analysis: two rates, their ratio, how sure it is, and how likely by chance."""

from math import exp, lgamma, log, sqrt
from statistics import NormalDist
from typing import NamedTuple

CONFIDENCE = 0.95
ROUNDING = 1 + 1e-7
"""Tables as likely as the one observed count as such in spite of rounding."""


class Rate(NamedTuple):
    """Of `total` people `chosen` were; `total` is at least one."""

    chosen: int
    total: int

    @property
    def share(self) -> float:
        return self.chosen / self.total


def impact_ratio(group: Rate, best: Rate) -> float | None:
    """The group's rate over the highest one (29 CFR 1607.4 D; 6 RCNY § 5-300); None where nobody at all was chosen."""
    return group.share / best.share if best.chosen else None


def is_under_four_fifths(group: Rate, best: Rate) -> bool:
    """29 CFR 1607.4 D, in whole numbers: four fifths to the letter are not under four fifths."""
    return 5 * group.chosen * best.total < 4 * best.chosen * group.total


def ratio_interval(group: Rate, best: Rate) -> tuple[float, float]:
    """The 95 % confidence interval of the ratio of two rates, by the logarithm of the ratio.

    Katz, Baptista, Azen, Pike, "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34 (1978), method C.
    Where one of the four cells (chosen, not chosen) is zero, half a person is added to each of them, as in Pagano, Gauvreau,
    "Principles of Biostatistics" (2000).
    """
    half = 0.0 if all((group.chosen, group.total - group.chosen, best.chosen, best.total - best.chosen)) else 0.5
    chosen, total = group.chosen + half, group.total + 2 * half
    best_chosen, best_total = best.chosen + half, best.total + 2 * half
    middle = log(chosen / total) - log(best_chosen / best_total)
    error = sqrt(1 / chosen - 1 / total + 1 / best_chosen - 1 / best_total)
    reach = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * error
    return exp(middle - reach), exp(middle + reach)


def fisher_exact(group: Rate, best: Rate) -> float:
    """How likely a difference at least as unlikely would be by chance: Fisher's exact test, two-sided.

    Fisher, "The Design of Experiments" (1935); two-sided as the sum over all tables of the same margins that are no likelier.
    """
    chosen = group.chosen + best.chosen
    least, most = max(0, chosen - best.total), min(group.total, chosen)
    whole = log_choices(group.total + best.total, chosen)
    likely = [
        exp(log_choices(group.total, number) + log_choices(best.total, chosen - number) - whole)
        for number in range(least, most + 1)
    ]
    observed = likely[group.chosen - least]
    return min(1.0, sum(each for each in likely if each <= observed * ROUNDING))


def log_choices(total: int, chosen: int) -> float:
    """The logarithm of the binomial coefficient."""
    return lgamma(total + 1) - lgamma(chosen + 1) - lgamma(total - chosen + 1)


def turns_on_one(group: Rate, best: Rate) -> bool:
    """Say whether one different choice would give the group the higher rate.

    Such differences are too small to rest anything on: Questions and Answers on the Uniform Guidelines, 44 FR 11996 (1979), no. 21.
    """
    if group.share >= best.share or not best.chosen:
        return False
    return (group.chosen + 1) / group.total > (best.chosen - 1) / best.total
