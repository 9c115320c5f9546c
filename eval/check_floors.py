#!/usr/bin/env python3
"""Runs the program over the development sets, scores what it wrote and holds every figure against eval/floors.json.

usage: check_floors.py PROGRAM SHARED [--keep FOLDER]
  PROGRAM  the built program, or its .dll
  SHARED   the folder with corpora/, gold/ and score/
  --keep   leaves the records there, to look at with the scorers' --errors

Prints one line a figure: ok or BELOW, the set, the figure, its floor. Last line "N passed, N failed"; exit code 1 when one failed.
A figure that the scorer does not print, or a set that is missing, fails: a floor that is not measured is not held.
"""
import json, os, re, subprocess, sys, tempfile


def run(command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, **options).stdout


def demarche(program, *arguments, stdin):
    command = ["dotnet", program] if program.endswith(".dll") else [program]
    # Exit code 1 means that some articles failed; the scorer then counts them as empty, and the figure shows it.
    return subprocess.run([*command, *arguments], input=stdin, stdout=subprocess.PIPE).stdout


def records(program, shared, kind, path, folder):
    """Extracts one set to a file, or compares its outlets, and returns its name."""
    if kind == "stories":
        return comparison(program, shared, path, folder)
    if kind in PAGES:
        return pages(program, shared, kind, path, folder)
    is_gold = path.startswith("gold/")
    home = os.path.join(shared, os.path.dirname(path) if path.endswith(".jsonl") else path)
    articles = run([sys.executable, os.path.join(shared, "score", "prepare.py"), "gold" if is_gold else "polnear", home])
    codebook = ["--codebook", os.path.join(home, "codebook.yaml")] if is_gold else []
    name = os.path.join(folder, f"{kind}-{path.strip('/').replace('/', '-')}.jsonl")
    with open(name, "wb") as out:
        out.write(demarche(program, "extract", *codebook, "-", stdin=articles))
    return name


OWN = ("changes", "quotes")

# The two sets of pages: what prepare.py calls them, and the file the scorer compares with.
PAGES = {"extraction": ("extraction", "ground-truth.json"), "dates": ("htmldate", "pages.jsonl")}


def pages(program, shared, kind, path, folder):
    """Reads a set of web pages."""
    home = os.path.join(shared, path)
    articles = run([sys.executable, os.path.join(shared, "score", "prepare.py"), PAGES[kind][0], home])
    name = os.path.join(folder, f"{kind}-{path.replace('/', '-')}.jsonl")
    with open(name, "wb") as out:
        out.write(demarche(program, "read", "-", stdin=articles))
    return name


def own_scores(program, subject, home):
    """Changes and quotes have no scorer beside the corpora for all their figures: the program's own, which its tests hold against small cases counted by hand."""
    report = json.loads(demarche(program, "evaluate", home, "--of", subject, "--json", stdin=b""))
    return {name: figure["value"] for name, figure in report["figures"].items()}


def page_scores(printed):
    """The scorers of pages print lines for people: a name and its share; here in percent."""
    named = re.findall(r"(F1|P|R|exact|precision|accuracy) ([0-9.]+)", printed.strip().splitlines()[-1] if "article body" in printed else printed)
    scores = {}
    for name, share in named:
        scores.setdefault("title" if name == "accuracy" and "accuracy" in scores else name, 100 * float(share))
    return scores


def comparison(program, shared, path, folder):
    kind = "gold" if path.startswith("gold/") else "stories"
    home = os.path.join(shared, os.path.dirname(path) if kind == "gold" else path)
    articles = run([sys.executable, os.path.join(shared, "score", "prepare.py"), kind, home])
    name = os.path.join(folder, f"stories-{path.replace('/', '-')}.json")
    with open(name, "wb") as out:
        # Who said what plays no part in the stories of the public sets, which have no quotations to score.
        options = ["--codebook", os.path.join(home, "codebook.yaml")] if kind == "gold" else ["--fast"]
        out.write(demarche(program, "compare", "--json", *options, "--from", "-", stdin=articles))
    return name


def story_scores(printed):
    """The scorer of stories prints lines for people; its F1 figures by the first word of their line."""
    return {line.split()[0]: float(line.split("F1")[1].split()[0]) for line in printed.splitlines() if "F1" in line}


def main():
    program, shared = sys.argv[1], sys.argv[2]
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "floors.json"), encoding="utf-8") as f:
        floors = json.load(f)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = sys.argv[sys.argv.index("--keep") + 1] if "--keep" in sys.argv else scratch
        os.makedirs(folder, exist_ok=True)
        for kind, sets in floors.items():
            for path, figures in sets.items():
                scorer = os.path.join(shared, "score", f"{kind}.py")
                name = records(program, shared, kind, path, folder) if kind not in OWN else None
                if kind in OWN:
                    scores = own_scores(program, kind, os.path.join(shared, path))
                elif kind == "stories":
                    quotes = [os.path.join(shared, os.path.dirname(path), "quotes.jsonl")] if "renderings" in figures else []
                    scores = story_scores(run([sys.executable, scorer, name, os.path.join(shared, path), *quotes], text=True))
                elif kind in PAGES:
                    truth = os.path.join(shared, path, PAGES[kind][1])
                    scores = page_scores(run([sys.executable, scorer, name, truth], text=True))
                    if "author" in figures:
                        named = run([sys.executable, os.path.join(here, "page_metadata.py"), name, truth], text=True)
                        scores["author"] = 100 * float(re.search(r"author exact ([0-9.]+)", named)[1])
                else:
                    printed = run([sys.executable, scorer, name, os.path.join(shared, path), "--json"], text=True)
                    scores = json.loads(printed.strip().splitlines()[-1])
                for figure, floor in figures.items():
                    got = scores.get(figure, -1.0)
                    good = got >= floor
                    passed, failed = passed + good, failed + (not good)
                    print(f"{'ok   ' if good else 'BELOW'} {kind:12s} {path:42s} {figure:16s} {got:6.1f}  floor {floor:.1f}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
