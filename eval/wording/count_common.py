#!/usr/bin/env python3
"""Rebuilds src/Demarche.Core/Positions/Wording/common.txt: how common words are in English news.

usage: count_common.py CORPORA > common.txt
  CORPORA  folder with polnear/train/text/*.txt and stories/ecbplus.jsonl.gz

A word's figure is the share of articles that hold it, in lower case, in whole percent; words under 2 % and the stop words beside the
list are left out. ECB+ counts with its articles of more than 300 characters: many of the others are little more than a title.
"""
import collections, glob, gzip, json, os, re, sys

WORD = re.compile(r"(?<!['\u2019])\b[a-z]{2,}\b(?!['\u2019])")  # as written: a word that is always capitalized is a name
LEAST_CHARACTERS = 301
LEAST_PERCENT = 2
HERE = os.path.dirname(os.path.abspath(__file__))
STOP_WORDS = os.path.join(HERE, "../../src/Demarche.Core/Positions/Wording/stopwords.txt")


def texts(corpora):
    for path in sorted(glob.glob(os.path.join(corpora, "polnear", "train", "text", "*.txt"))):
        with open(path, encoding="utf-8") as f:
            yield f.read()
    with gzip.open(os.path.join(corpora, "stories", "ecbplus.jsonl.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            text = json.loads(line)["text"] or ""
            if len(text) >= LEAST_CHARACTERS:
                yield text


def main():
    with open(STOP_WORDS, encoding="utf-8") as f:
        stop = {word for line in f if not line.startswith("#") for word in line.split()}
    counts, articles = collections.Counter(), 0
    for text in texts(sys.argv[1]):
        articles += 1
        counts.update(set(WORD.findall(text)) - stop)
    by_percent = collections.defaultdict(list)
    for word, count in counts.items():
        percent = 100 * count // articles
        if percent >= LEAST_PERCENT:
            by_percent[percent].append(word)
    print(f"# How common a word is in English news: PERCENT of articles that hold it : words. Document frequencies in {articles} articles")
    print("# of PolNeAR (training part) and ECB+; rebuilt by eval/wording/count_common.py.")
    for percent in sorted(by_percent, reverse=True):
        print(f"{percent} : {' '.join(sorted(by_percent[percent]))}")


if __name__ == "__main__":
    main()
