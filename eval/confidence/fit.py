#!/usr/bin/env python3
"""Fits the weights behind a position's confidence and says what they keep on disputes not fitted on.

usage: fit.py WEIGHTS SIGNALS=GOLD SIGNALS=GOLD ...
  WEIGHTS  weights.txt to write (src/Demarche.Core/Positions/Confidence/weights.txt)
  SIGNALS  output of `Demarche.Benchmarks signals CODEBOOK ARTICLES`, one file a dispute
  GOLD     its folder with articles.jsonl and gold.jsonl

A reading is right when party, issue and stance are those of a gold line and the evidence overlaps it; readings that match only
doubtful lines are left out. Ridge penalty 8, twelve steps of Newton's method. Prints the reliability table and the
folds of docs/decisions/0006-position-confidence.md, then writes the weights fitted on all.
"""
import collections, json, math, os, sys


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def offsets(text):
    """UTF-16 offset of every character, and of the end."""
    out, at = [], 0
    for c in text:
        out.append(at)
        at += 2 if ord(c) > 0xFFFF else 1
    return out + [at]


def places(text, units, piece):
    at = text.find(piece)
    while at >= 0:
        yield units[at], units[at + len(piece)]
        at = text.find(piece, at + 1)


def load(signals, folder):
    """The readings as (key of its line, (signal, value) of those not 0, right, gold lines), and the number of gold lines."""
    texts = {a["id"]: a["text"] for a in lines(os.path.join(folder, "articles.jsonl"))}
    gold = collections.defaultdict(list)
    for number, g in enumerate(lines(os.path.join(folder, "gold.jsonl"))):
        text = texts[g["article"]]
        units = offsets(text)
        g["places"] = [p for piece in [g["evidence"], *(g.get("also") or [])] for p in places(text, units, piece)]
        g["number"] = number
        gold[g["article"]].append(g)
    readings = []
    for r in lines(signals):
        right = [g for g in gold[r["article"]]
                 if (g["party"], g["issue"], g["stance"]) == (r["party"], r["issue"], r["stance"])
                 and any(a < r["end"] and r["start"] < b for a, b in g["places"])]
        firm = [g["number"] for g in right if not g.get("doubtful")]
        if firm or not right:
            key = (r["article"], r["holder"], r["party"], r["issue"])
            readings.append((key, [(j, v) for j, v in enumerate(r["signals"].values()) if v], bool(firm), firm))
    return readings, sum(not g.get("doubtful") for a in gold.values() for g in a)


def probability(weights, values):
    return 1 / (1 + math.exp(-max(-30, min(30, sum(weights[j] * v for j, v in values)))))


def fit(readings, size, ridge=8.0, steps=12):
    weights = [0.0] * size
    for _ in range(steps):
        slope = [-ridge * w if j else 0.0 for j, w in enumerate(weights)]
        curve = [[0.0] * size for _ in range(size)]
        for j in range(size):
            curve[j][j] = ridge if j else 1e-6
        for _, values, right, _ in readings:
            p = probability(weights, values)
            for j, v in values:
                slope[j] += (right - p) * v
                row, part = curve[j], p * (1 - p) * v
                for k, other in values:
                    row[k] += part * other
        weights = [w + step for w, step in zip(weights, solved(curve, slope))]
    return weights


def solved(matrix, right):
    """Gauss elimination; the matrix is positive definite."""
    size = len(right)
    for i in range(size):
        for k in range(i + 1, size):
            factor = matrix[k][i] / matrix[i][i]
            if factor:
                for j in range(i, size):
                    matrix[k][j] -= factor * matrix[i][j]
                right[k] -= factor * right[i]
    for i in reversed(range(size)):
        right[i] = (right[i] - sum(matrix[i][j] * right[j] for j in range(i + 1, size))) / matrix[i][i]
    return right


def written(readings, weights, threshold):
    """The surest reading of each holder and issue, as the program keeps it."""
    best = {}
    for key, values, right, firm in readings:
        p = probability(weights, values)
        if p >= threshold and (key not in best or p > best[key][0]):
            best[key] = (p, right, firm)
    return list(best.values())


def score(kept, gold):
    found = {firm[0] for _, right, firm in kept if right}
    wrong = sum(not right for _, right, _ in kept)
    p, r = len(found) / max(1, len(found) + wrong), len(found) / gold
    return 100 * p, 100 * (2 * p * r / (p + r) if p + r else 0)


def main():
    sets = [load(*pair.split("=", 1)) for pair in sys.argv[2:]]
    names = list(lines(sys.argv[2].split("=", 1)[0])[0]["signals"])
    folds = [fit([r for other, _ in sets if other is not own for r in other], len(names)) for own, _ in sets]
    pool = [(p, right) for (own, _), w in zip(sets, folds) for p, right, _ in written(own, w, 0)]
    print("| said | readings | mean said | right |\n| --- | --- | --- | --- |")
    for tenth in range(10):
        part = [(p, right) for p, right in pool if tenth <= 10 * p < tenth + 1]
        if part:
            print(f"| {tenth / 10:.1f}-{(tenth + 1) / 10:.1f} | {len(part)} | {sum(p for p, _ in part) / len(part):.2f} "
                  f"| {sum(right for _, right in part) / len(part):.2f} |")
    print("\n| threshold | " + " | ".join(f"fold {i + 1}" for i in range(len(sets))) + " |\n" + "| --- " * (len(sets) + 1) + "|")
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        cells = [score(written(own, w, threshold), gold) for (own, gold), w in zip(sets, folds)]
        print(f"| {threshold} | " + " | ".join(f"{f:.1f} (P {p:.1f})" for p, f in cells) + " |")
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write("# Weights of the signals in the logistic curve, made by eval/confidence/fit.py: docs/decisions/0006-position-confidence.md.\n")
        for name, weight in zip(names, fit([r for own, _ in sets for r in own], len(names))):
            f.write(f"{name} : {weight:.2f}\n")


if __name__ == "__main__":
    main()
