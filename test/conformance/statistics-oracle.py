"""Random samples and what SciPy makes of them, as JSON lines: `python3 statistics-oracle.py COUNT SEED`.

Mann and Whitney's test is exact: SciPy's own where there are no ties, all arrangements counted where there are (SciPy's exact method ignores
them). Of the test in rounds all splits of all rounds are counted. The signed-rank test is SciPy's where it is exact, all signs counted where there are ties. Holm's procedure is written out after his
paper, by adjusted p-values.
"""

import itertools
import json
import math
import sys

import numpy as np
from scipy import stats

LARGEST_TO_COUNT = 3000


def draw(random, size):
    """A sample from one of three worlds: without ties, with some, with hardly anything else."""
    kind = random.integers(3)
    values = random.normal(10, 3, size)
    return [float(v) for v in (np.round(values, 4) if kind == 0 else np.round(values * (1 if kind == 1 else 0.3)))]


def mann_whitney(random):
    base = draw(random, random.integers(1, 9))
    head = draw(random, random.integers(1, 9))
    both = np.array(head + base)
    if len(set(both)) == len(both):
        # Sizes that only the classical recursion can do.
        if random.integers(4) == 0:
            base, head = [np.round(random.normal(mean, 3, size), 6).tolist() for mean, size in ((10, 20), (11, 15))]
        greater, less = (
            stats.mannwhitneyu(head, base, alternative=side, method="exact").pvalue for side in ("greater", "less")
        )
    else:
        if math.comb(len(both), len(head)) > LARGEST_TO_COUNT:
            return None
        ranks = np.round(2 * stats.rankdata(both)).astype(int)
        observed = ranks[: len(head)].sum()
        sums = np.fromiter(map(sum, itertools.combinations(ranks.tolist(), len(head))), dtype=int)
        greater, less = (sums >= observed).mean(), (sums <= observed).mean()
    return {"test": "mann-whitney", "base": base, "head": head, "greater": float(greater), "less": float(less)}


def rounds(random):
    """Rounds of two runs a side, all ranked together, over every way to split each of them: what the schedule draws."""
    count = int(random.integers(1, 6))
    values = np.array(draw(random, 4 * count)).reshape(count, 4)
    values += np.round(random.normal(0, 3, (count, 1)) * random.integers(0, 2), 4)
    ranks = np.round(2 * stats.rankdata(values)).astype(int).reshape(count, 4)
    splits = list(itertools.combinations(range(4), 2))
    sums = np.zeros(1, dtype=int)
    for of_round in ranks:
        sums = (sums[:, None] + np.array([of_round[list(split)].sum() for split in splits])).ravel()
    observed = ranks[:, 2:].sum()
    return {
        "test": "rounds",
        "rounds": [{"base": of_round[:2], "head": of_round[2:]} for of_round in values.tolist()],
        "greater": float((sums >= observed).mean()),
        "less": float((sums <= observed).mean()),
    }


def signed_rank(random):
    differences = [round(v - 9, 4) for v in draw(random, random.integers(1, 12))]
    kept = np.array([v for v in differences if v != 0])
    sizes = np.abs(kept)
    if len(kept) > 0 and len(set(sizes)) == len(sizes):
        greater, less = (
            stats.wilcoxon(kept, alternative=side, method="exact").pvalue for side in ("greater", "less")
        )
    else:
        ranks = np.round(2 * stats.rankdata(sizes)).astype(int)
        observed = ranks[kept > 0].sum()
        signs = np.array(list(itertools.product([0, 1], repeat=len(kept))), dtype=int).reshape(2 ** len(kept), -1)
        sums = signs @ ranks
        greater, less = (sums >= observed).mean(), (sums <= observed).mean()
    return {"test": "signed-rank", "differences": differences, "greater": float(greater), "less": float(less)}


def holm(random):
    p = np.round(random.beta(0.4, 8, random.integers(1, 30)), 6)
    order = np.argsort(p, kind="stable")
    adjusted = np.empty(len(p))
    adjusted[order] = np.maximum.accumulate((len(p) - np.arange(len(p))) * p[order])
    return {"test": "holm", "p": p.tolist(), "rejected": (adjusted <= 0.05).tolist()}


def median_interval(random):
    """The narrowest orders about the middle that hold the confidence, counted by the binomial distribution."""
    size = int(random.integers(1, 31))
    confidence = float(random.choice([0.5, 0.9, 0.95, 0.99]))
    until = np.concatenate(([0], stats.binom.cdf(np.arange(size + 1), size, 0.5)))
    width = next(w for w in range(1, size + 2) if (until[w:] - until[:-w]).max() >= confidence - 1e-12)
    return {"test": "median-interval", "size": size, "confidence": confidence, "width": width}


def main(count, seed):
    random = np.random.default_rng(seed)
    makers = [mann_whitney, rounds, signed_rank, holm, median_interval]
    made = 0
    while made < count:
        vector = makers[made % len(makers)](random)
        if vector is None:
            continue
        made += 1
        print(json.dumps(vector, separators=(",", ":")))


main(int(sys.argv[1]), int(sys.argv[2]))
