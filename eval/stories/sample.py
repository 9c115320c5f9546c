#!/usr/bin/env python3
"""Draws utterances to be read by eye: did one person say what they join? Prints each rendering in its surroundings.

usage: sample.py COMPARISON.json ARTICLES.jsonl [--count 100] [--seed 11] [--around 120]
  COMPARISON.json  what `demarche compare --json --from ARTICLES.jsonl` wrote
  ARTICLES.jsonl   the articles it read

The same seed draws the same utterances of the same comparison. The list says for every rendering the outlet, the speaker the program
resolved, and the text with as many characters on either side as --around.
"""
import argparse, json, random


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("comparison")
    options.add_argument("articles")
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--around", type=int, default=120)
    chosen = options.parse_args()
    with open(chosen.articles, encoding="utf-8") as f:
        # Offsets count UTF-16 code units.
        texts = {article["id"]: article["text"].encode("utf-16-le") for article in map(json.loads, f)}
    with open(chosen.comparison, encoding="utf-8") as f:
        utterances = sorted(json.load(f)["utterances"], key=lambda utterance: utterance["id"])
    drawn = random.Random(chosen.seed).sample(utterances, min(chosen.count, len(utterances)))
    for number, utterance in enumerate(drawn, 1):
        print(f"\n{number}. {utterance['id']} {utterance['speaker']}")
        for rendering in utterance["renderings"]:
            text = texts[rendering["article"]]
            piece = lambda start, end: text[2 * max(0, start):2 * end].decode("utf-16-le").replace("\n", " / ")
            before = piece(rendering["start"] - chosen.around, rendering["start"])
            after = piece(rendering["end"], rendering["end"] + chosen.around)
            print(f"   {rendering['outlet']} ({rendering['speaker']}, {rendering['relation']}): {before}[[{piece(rendering['start'], rendering['end'])}]]{after}")


if __name__ == "__main__":
    main()
