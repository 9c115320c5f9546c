#!/usr/bin/env python3
"""Lists the words that mostly head a cue: the easy part of the task, on which evaluations give a figure of its own.

usage: speech_cues.py POLNEAR OUT
  POLNEAR  a folder with train.conllu.gz and train/attributions/*.ann (brat)
  OUT      src/Demarche.Core/Evaluation/speech-cues.txt

A word form is listed when it was seen at least 3 times and more than 65 of 100 times headed a cue: the uppermost step of the
habits the attribution model learns. Only words are written. Same input, same bytes.
"""
import collections, os, sys

import learn

LEAST_SEEN, LEAST_SHARE = 3, 0.65


def heads(sentence, cue):
    """Index of the cue's head in the sentence: its first token that hangs on a word outside it."""
    inside = [i for i, token in enumerate(sentence) if any(token[4] < end and token[5] > start for start, end in cue)]
    return [i for i in inside if sentence[i][3] not in inside][:1]


def main():
    polnear, out = sys.argv[1], sys.argv[2]
    seen, headed = collections.Counter(), collections.Counter()
    for name, sentences in learn.documents(os.path.join(polnear, "train.conllu.gz")):
        cues = [roles["Cue"] for roles in learn.annotations(os.path.join(polnear, "train"), name) if roles.get("Cue")]
        for sentence in sentences:
            marked = {i for cue in cues for i in heads(sentence, cue)}
            for i, token in enumerate(sentence):
                seen[token[0].lower()] += 1
                headed[token[0].lower()] += i in marked
    words = sorted(w for w in seen if seen[w] >= LEAST_SEEN and headed[w] > LEAST_SHARE * seen[w] and any(c.isalpha() for c in w))
    with open(out, "w", encoding="utf-8", newline="\n") as f:
        f.write("# Words more than 65 of 100 of whose occurrences in the training part of PolNeAR head a cue.\n")
        f.write("# Made by eval/lexicon/speech_cues.py; do not edit.\n")
        f.writelines(w + "\n" for w in words)


if __name__ == "__main__":
    main()
