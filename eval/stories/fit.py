#!/usr/bin/env python3
"""Fits the weights by which two articles are told to be of one event, and says how far they can be trusted on stories not fitted on.

usage: fit.py WEIGHTS PAIRS [PAIRS ...]
  WEIGHTS  pair-weights.txt to write (src/Demarche.Core/Comparisons/Stories/pair-weights.txt)
  PAIRS    output of `Demarche.Benchmarks story-pairs ARTICLES`, one file a set; ARTICLES tell their story in `story` or `event`

Logistic regression by Newton's method, ridge penalty 1. Every set weighs the same whatever its size (a small set of few pairs less);
pairs without a word in common are left out: the program never looks at them. Prints log loss and share of pairs told right, fitted on
one half of the stories and measured on the other, then writes the weights fitted on all.
"""
import hashlib, json, math, os, sys

RIDGE = 1.0
STEPS = 8
SET_WEIGHT = 2000.0   # a set of many pairs weighs as much as 2,000 pairs ...
SMALL_SET = 200.0     # ... and one of fewer than some hundred not that much
OTHER_PAIRS = 4       # of pairs of two stories every fourth is enough to know them by
LEAST_LIKENESS = 0.14 # about two words in common; what is less alike no weights would call one event


def half(story):
    return hashlib.sha256(story.encode()).digest()[0] & 1


def load(path):
    pairs = []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            p = json.loads(line)
            same = p["left"] == p["right"]
            if any(s for n, s in zip(NAMES, p["signals"]) if n in ("Whole", "HeadlineWhole") and s > LEAST_LIKENESS) and (same or number % OTHER_PAIRS == 0):
                pairs.append((p["signals"], same, p["left"], p["right"]))
    return pairs


def weigh(sets, keep):
    rows = []
    for pairs in sets:
        kept = [p for p in pairs if keep(p)]
        weight = SET_WEIGHT / (len(kept) + SMALL_SET)
        rows += [(x, y, weight) for x, y, _, _ in kept]
    return rows


def fit(rows):
    size = len(NAMES)
    w = [0.0] * size
    for _ in range(STEPS):
        g = [-RIDGE * v for v in w]
        h = [[RIDGE if i == j else 0.0 for j in range(size)] for i in range(size)]
        for x, y, weight in rows:
            on = [i for i in range(size) if x[i]]
            p = probability(w, x)
            e, v = weight * (y - p), weight * p * (1 - p)
            for i in on:
                g[i] += e * x[i]
                for j in on:
                    h[i][j] += v * x[i] * x[j]
        w = [a + b for a, b in zip(w, solve(h, g))]
    return w


def solve(a, b):
    a, b, n = [row[:] for row in a], b[:], len(b)
    for q in range(n):
        for r in range(q + 1, n):
            f = a[r][q] / a[q][q]
            for c in range(q, n):
                a[r][c] -= f * a[q][c]
            b[r] -= f * b[q]
    for q in reversed(range(n)):
        b[q] = (b[q] - sum(a[q][c] * b[c] for c in range(q + 1, n))) / a[q][q]
    return b


def probability(w, x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(a * b for a, b in zip(w, x))))))


def main():
    target, paths = sys.argv[1], sys.argv[2:]
    sets = [load(path) for path in paths]
    for fold in (0, 1):
        w = fit(weigh(sets, lambda p: half(p[2]) == fold and half(p[3]) == fold))
        for path, pairs in zip(paths, sets):
            rest = [p for p in pairs if half(p[2]) != fold and half(p[3]) != fold]
            loss = -sum(math.log(probability(w, x) if y else 1 - probability(w, x)) for x, y, _, _ in rest) / len(rest)
            right = sum((probability(w, x) >= 0.5) == y for x, y, _, _ in rest) / len(rest)
            print(f"half {fold}  {os.path.basename(path):28s} {len(rest):6d} pairs  log loss {loss:.3f}  right {100 * right:.1f}%")
    w = fit(weigh(sets, lambda p: True))
    with open(target, "w", encoding="utf-8", newline="\n") as out:
        out.write("# Weights of the signals of a pair of articles; made by eval/stories/fit.py.\n")
        out.writelines(f"{name} : {value:.3f}\n" for name, value in zip(NAMES, w))


NAMES = ["Text", "Whole", "Lead", "Title", "English", "Names", "Words", "Numbers", "Undated",
         "Headline", "HeadlineWhole", "HeadlineEnglish", "HeadlineNumbers"]

if __name__ == "__main__":
    main()
