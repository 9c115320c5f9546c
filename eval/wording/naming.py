#!/usr/bin/env python3
"""How well the names that outlets give to one actor are brought together, on NewsWCL50 (Hamborg, Zhukova, Gipp 2019).

usage: naming.py PROGRAM SHARED [--errors]
  PROGRAM  the built program, or its .dll
  SHARED   the folder with corpora/

The texts are made of the corpus' tokens and compared by `demarche compare --json`; what it calls the names of one actor in a story is a naming group. The
corpus' mentions say who is meant; those that lump persons or groups under one code are left out. B-cubed (Bagga and Baldwin 1998) over the
mentions that both have, the gold one inside the said one, inside each event; how many of the names said that is; how many groups mix two.
"""
import collections, csv, gzip, json, os, re, subprocess, sys

# "USA-I": some person of the country, never the same one.
LUMPED = re.compile(r"-(I|Misc)$")

# People and bodies that can speak; the other codes are properties, objects and events.
KINDS = {"ACTOR", "COUNTRY", "GROUP"}
CLOSE_BEFORE = {".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "n’t", "'", "’", "”", "'re", "'ve", "'ll", "'d", "'m"}
OPEN_AFTER = {"(", "[", "$", "“", "``"}


def text_of(article):
    """The text and, of each sentence, the places of its tokens."""
    text, places, open_mark = "", [], False
    for number, tokens in enumerate(article["sentences"]):
        paragraph = article["paragraph_of_sentence"]
        text += "" if number == 0 else "\n" if paragraph[number] != paragraph[number - 1] else " "
        row, glue = [], True
        for token in tokens:
            plain = token in ('"', "''", "``")
            closes = token in CLOSE_BEFORE or (plain and open_mark)
            if not glue and not closes:
                text += " "
            row.append((len(text), len(text) + len(token)))
            text += token
            glue = token in OPEN_AFTER or (plain and not open_mark)
            open_mark = (not open_mark) if plain else open_mark
        places.append(row)
    return text, places


def b_cubed(pairs):
    """Precision and recall over (event, gold, said) of mentions."""
    gold, said, both = collections.Counter(), collections.Counter(), collections.Counter()
    for event, entity, speaker in pairs:
        gold[event, entity] += 1
        said[event, speaker] += 1
        both[event, entity, speaker] += 1
    precision = sum(both[p] / said[p[0], p[2]] for p in pairs) / len(pairs)
    recall = sum(both[p] / gold[p[0], p[1]] for p in pairs) / len(pairs)
    return precision, recall


def main():
    program, shared = sys.argv[1], sys.argv[2]
    home = os.path.join(shared, "corpora", "newswcl50")
    with gzip.open(os.path.join(home, "articles.jsonl.gz"), "rt", encoding="utf-8") as f:
        articles = {article["id"]: article for article in map(json.loads, f)}
    built = {key: text_of(article) for key, article in articles.items()}
    records = "".join(json.dumps({"id": key, "outlet": articles[key]["outlet"], "text": text}) + "\n" for key, (text, _) in built.items())
    command = ["dotnet", program] if program.endswith(".dll") else [program]
    output = subprocess.run([*command, "compare", "--json", "--from", "-"], input=records.encode(), stdout=subprocess.PIPE).stdout

    gold = collections.defaultdict(list)
    with open(os.path.join(home, "annotations.tsv"), encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            key = f"{row['event']}_{row['outlet']}"
            if row["code_type"] in KINDS and not LUMPED.search(row["code_name"]) and row["sent"] and key in built:
                places = built[key][1]
                start = places[int(row["sent"])][int(row["tok_start"])][0]
                end = places[int(row["sent_end"])][int(row["tok_end"])][1]
                gold[key].append((start, end, row["code_name"].replace("\\", "/")))

    pairs, sources, names = [], 0, collections.defaultdict(collections.Counter)
    for story in json.loads(output)["stories"]:
        for group in story["names"]:
            actor = f"{story['id']} {group['actor']}"
            for use in group["uses"]:
                # Offsets count UTF-16 code units; the corpus has no character beyond the first plane.
                sources += 1
                key, start, end = use["article"], use["start"], use["end"]
                inside = [mention for mention in gold[key] if start <= mention[0] and mention[1] <= end]
                if inside:
                    # Of several the longest names the source, the others stand in its description.
                    entity = max(inside, key=lambda mention: mention[1] - mention[0])[2]
                    event = articles[key]["event"]
                    pairs.append((event, entity, actor))
                    names[event, actor][entity] += 1

    precision, recall = b_cubed(pairs)
    mixed = sum(len(entities) > 1 for entities in names.values())
    print(f"naming groups  B-cubed F1 {200 * precision * recall / (precision + recall):.1f}  P {100 * precision:.1f}  R {100 * recall:.1f}  "
          f"({len(pairs)} mentions of {sources} names said, {len(names)} groups, {mixed} mixed, {len({p[:2] for p in pairs})} entities)")
    if "--errors" in sys.argv:
        for (event, speaker), entities in sorted(names.items()):
            if len(entities) > 1:
                print(f"  mixed   event {event}  {speaker}: {dict(entities)}")
        by_entity = collections.defaultdict(set)
        for event, entity, speaker in pairs:
            by_entity[event, entity].add(speaker)
        for (event, entity), speakers in sorted(by_entity.items()):
            if len(speakers) > 1:
                print(f"  parted  event {event}  {entity}: {sorted(speakers)}")


if __name__ == "__main__":
    main()
