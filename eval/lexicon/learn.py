#!/usr/bin/env python3
"""Learns the two word tables of the attribution extractor from the training part of PolNeAR.

usage: learn.py POLNEAR OUT
  POLNEAR  a folder with train.conllu.gz (tokens, Penn tags, dependencies; text offsets in MISC) and train/attributions/*.ann (brat)
  OUT      where words.txt and cues.txt are written: src/Demarche.Core/Attributions/Lexicon

words.txt  word<TAB>class: closed classes written by hand (below), open classes by majority tag where the ending does not tell.
cues.txt   weights of a logistic regression: is this token the head of a cue? Rows: form, form with right frame, form with
           auxiliary, frames alone; then links and ends (see habits). Only words and numbers are written, never a sentence. Same input, same bytes.

The frames of a token (class of what stands left and right of it) are computed here and in CueFrames.cs alike.
"""
import collections, glob, gzip, math, os, random, re, sys

CLOSED = {
    "That": "that",
    "To": "to",
    "Wh": "what how why whether if when where because while although though unless until since once after before",
    "Relative": "who whom which whose",
    "Preposition": "of in on for at by with from about against into over under between through during among toward towards upon "
                   "without within behind despite amid across around near per via than like beyond",
    "As": "as",
    "Determiner": "the a an this these those any some no every each all both another such many several few most other",
    "Possessive": "my your his her its our their",
    "Pronoun": "i you he she it we they there",
    "Objective": "me him us them himself herself itself themselves",
    "Be": "is are was were be been being am 're 'm ’re ’m remain remains remained",
    "Clitic": "'s ’s",
    "Have": "has have had having 've ’ve",
    "Do": "do does did",
    "Modal": "will would can could may might shall should must 'd ’d 'll ’ll ca wo cannot",
    "Not": "not n't n’t never",
    "Conjunction": "and or but nor",
    "Adverb": "also again already just now still then even only once twice so too here ever often always repeatedly however "
              "instead yet out up down off later earlier soon ago perhaps meanwhile rather further furthermore moreover back well far long almost",
    "Time": "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow",
}
CLOSED_OF = {w: c for c, ws in CLOSED.items() for w in ws.split()}
OPEN = [("NN", "Noun"), ("JJ", "Adjective"), ("RB", "Adverb"), ("VBD", "Past"), ("VBN", "Past"), ("VBG", "Ing"), ("VB", "Verb"), ("CD", "Number")]

# Lemmas that ascribe a state of mind, not a speech act (gold guidelines, section 8); written by us.
ATTITUDES = set("""want seek believe think hope support oppose prefer favor favour intend plan expect fear know feel love like hate dislike
consider doubt agree disagree respect decide vote willing ready prepared committed open sure confident determined optimistic convinced eager
reluctant unwilling keen decision desire belief hope fear view wish need trust mean understand aim back endorse try refuse choose opposition support
interest determined aware concerned worried afraid happy intention willingness commitment focus see regard interested hopeful skeptical
wary opinion ambition aspiration readiness expectation want favour favourite anticipate suspect worry care tolerate despise admire""".split())

# Lemmas that tell where somebody stands; they are worth a line of their own inside another's words; written by us.
STANCES = set("""want seek support oppose favor favour refuse agree decide plan intend willing ready prepared committed open opposed reject demand
insist accept condemn urge pledge decision desire call demand proposal refusal commitment position willingness readiness offer propose
welcome denounce unwilling reluctant determined condition threat promise vow consider believe""".split())

# Adjectives that tell a stance after "be" and before "to" ("is ready to"); campaign news has too few to learn; written by us.
READINESS = set("willing ready prepared committed open opposed unwilling".split())

# Verbs that only say how the act of the next verb goes on ("continues to blame"); written by us.
ASPECTS = set("continue begin start seem appear tend keep".split())

# Verbs and nouns of diplomacy too rare in US campaign news to be learned; written by us, each as if seen 4 times, 3 times a cue.
DIPLOMACY = """reiterate reaffirm condemn deplore denounce demand insist maintain underscore underline stress emphasize emphasise welcome hail laud
plead appeal pledge vow warn threaten caution urge propose reject dismiss refute rebuff deny affirm assert allege contend claim announce declare
proclaim promise guarantee assure criticize criticise blame accuse praise applaud lament protest object recommend suggest request
concede acknowledge admit signal stipulate specify clarify recall remark observe""".split()

def documents(path):
    """Name and sentences of each document; a token is (form, lemma, tag, head index or -1, start, end)."""
    name, sentences, current = None, [], []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if name: yield name, sentences
            name, sentences = line.split("= ")[1], []
        elif not line:
            if current: sentences.append(current)
            current = []
        elif not line.startswith("#"):
            f = line.split("\t")
            m = dict(x.split("=", 1) for x in f[9].split("|") if "=" in x)
            current.append((f[1], f[2], f[4], int(f[6]) - 1, int(m["CharStart"]), int(m["CharEnd"])))
    if name: yield name, sentences

def annotations(folder, name):
    """Per attribution the character spans of its Source, Cue, Content; of the alphabetically first annotator."""
    paths = sorted(glob.glob(os.path.join(folder, "attributions", glob.escape(name) + "_*.ann")))
    spans, found = {}, []
    for line in open(paths[0], encoding="utf-8") if paths else []:
        f = line.rstrip("\n").split("\t")
        if f[0].startswith("T") and len(f) > 1:
            spans[f[0]] = [tuple(map(int, p.split())) for p in f[1].split(" ", 1)[1].split(";")]
        elif f[0].startswith("E") and len(f) > 1:
            roles = collections.defaultdict(list)
            for role, t in (x.split(":") for x in f[1].split()):
                roles[re.sub(r"\d+$", "", role)] += spans.get(t, [])
            found.append(roles)
    return found

def guess(word):
    if word.endswith("ly"): return "Adverb"
    if word.endswith("ing"): return "Ing"
    if word.endswith("ed"): return "Past"
    return "Noun"

def learn_words(corpus):
    tags = collections.defaultdict(collections.Counter)
    for _, sentences in corpus:
        for s in sentences:
            for form, _, tag, *_ in s:
                if form[:1].islower():
                    tags[form.lower()][next((c for t, c in OPEN if tag.startswith(t)), None)] += 1
    words = dict(CLOSED_OF)
    for word, counts in tags.items():
        counts.pop(None, None)
        n = sum(counts.values())
        if n < 4 or word in words or not word.isalpha(): continue
        best, k = min(counts.items(), key=lambda x: (-x[1], x[0]))
        if best in ("Noun", "Verb") and min(counts["Noun"], counts["Verb"]) > n / 6: best = "NounOrVerb"
        if best != guess(word): words[word] = best
    return words


def classes(sentence, words, quoted):
    """Class of each token and whether it stands in quotation marks; quoted = state at the start of the sentence."""
    out, inside = [], []
    for i, token in enumerate(sentence):
        form = token[0]; low = form.lower(); c = form[0]
        if form in ('"', "''", "``", "“", "”", "„", "«", "»"):
            if form in ("“", "``", "„", "«"): opening = True
            elif form in ("”", "»"): opening = False
            else: opening = not quoted
            quoted = opening
            out.append("QuoteOpen" if opening else "QuoteClose")
        elif low in CLOSED_OF and not (c.isupper() and i > 0 and (form.isupper() or low in ("may", "will", "us")) and len(form) > 1): out.append(CLOSED_OF[low])
        elif form == ",": out.append("Comma")
        elif form == ":": out.append("Colon")
        elif form == ";": out.append("Semicolon")
        elif form in ("-", "--", "–", "—"): out.append("Dash")
        elif form in (".", "?", "!", "..."): out.append("Stop")
        elif c.isdigit(): out.append("Number")
        elif not c.isalpha(): out.append("Other")
        elif c.isupper() and (i > 0 or low not in words): out.append("Name")
        else: out.append(words.get(low) or guess(low))
        inside.append(quoted)
    return out, inside, quoted

AUXILIARY = {"Be", "Have", "Do", "Modal", "To", "Clitic"}
SKIPPED = {"Adverb", "Not", "Time"}

def frames(c, i):
    """Auxiliary before the token, class of what stands before the verb group, class after the token (adverbs and days skipped)."""
    aux, l = "None", i - 1
    while l >= 0 and i - l <= 8 and (c[l] in AUXILIARY or c[l] in ("Adverb", "Not")):
        if aux == "None" and c[l] in AUXILIARY: aux = c[l]
        l -= 1
    r = i + 1
    while r < len(c) and r - i <= 3 and c[r] in SKIPPED: r += 1
    return aux, c[l] if l >= 0 else "Start", c[r] if r < len(c) else "End", r

def features(c, sentence, i, inside):
    form = sentence[i][0].lower()
    aux, left, right, r = frames(c, i)
    where = sentence[r][0].lower() if right == "Preposition" else right
    shape = "Capital" if sentence[i][0][:1].isupper() else "lower"
    ending = "ing" if form.endswith("ing") else "ed" if form.endswith("ed") else "s" if form.endswith("s") else "none"
    out = [f"form {form}", f"after {form} {where}", f"before {form} {aux}", f"left {left}", f"right {right}",
           f"aux {aux} {left}", f"frame {left} {right}", f"shape {shape} {c[i]}", f"ending {ending} {left}", f"endaux {ending} {aux}", f"endright {ending} {right}"]
    if inside[i]: out.append("quoted")
    near = range(max(0, i - 8), i)
    if any(c[k] == "QuoteClose" for k in near): out.append("quotebefore")
    if any(c[k] == "QuoteOpen" for k in range(i + 1, min(len(c), i + 8))): out.append("quoteafter")
    return out

def instances(corpus, folder, words):
    """(features, form, lemma, is a cue head) of every token outside content; other tokens of a cue are left out."""
    for name, sentences in corpus:
        roles = {}
        heads = set()
        for a in annotations(folder, name):
            for role in ("Source", "Content", "Cue"):
                for b, e in a[role]:
                    for si, s in enumerate(sentences):
                        if s[0][4] >= e or s[-1][5] <= b: continue
                        ids = [i for i, t in enumerate(s) if t[4] < e and t[5] > b]
                        for i in ids: roles[si, i] = role
                        top = [i for i in ids if s[i][3] not in ids]
                        if role == "Cue" and top: heads.add((si, top[0]))
        quoted = False
        end = 0
        for si, s in enumerate(sentences):
            c, inside, quoted = classes(s, words, quoted)
            if s[-1][0] in ('"', "''", "”"): quoted = False
            for i, t in enumerate(s):
                role = roles.get((si, i))
                if not t[0][0].isalpha() or role == "Content" or (role == "Cue" and (si, i) not in heads): continue
                if t[0].lower() in CLOSED_OF: continue
                yield features(c, s, i, inside), t[0].lower(), t[1].lower(), (si, i) in heads

def habits(corpus, folder, words):
    """What gold attributions show of each form that heads a cue, and where content right of a cue ends.

    Per form: prepositions that lead to the content ("called for"), i = the source stands right of the cue (said X), r = a hearer
    stands between cue and content ("told X that"), c = the content is a clause without "that".
    Per kind of content and boundary (a comma and what follows it, a dash, a semicolon): how often the content ends there.
    """
    heads, preps, inverted, hearer, clause, right_of = (collections.Counter() for _ in range(6))
    ends = collections.defaultdict(lambda: [0, 0])
    pending = []
    for name, sentences in corpus:
        found = annotations(folder, name)
        quoted = False
        for s in sentences:
            c, inside, quoted = classes(s, words, quoted)
            if s[-1][0] in ('"', "''", "”"): quoted = False
            at = lambda spans: [i for i, t in enumerate(s) if any(t[4] < e and t[5] > b for b, e in spans)]
            for a in found:
                if not a["Cue"] or not s[0][4] <= a["Cue"][0][0] < s[-1][5]: continue
                cue, content, source = at(a["Cue"]), at(a["Content"]), at(a["Source"])
                if not cue: continue
                head = next((i for i in cue if s[i][3] not in cue), cue[0])
                form = s[head][0].lower()
                heads[form] += 1
                if source and source[0] > cue[-1] and c[source[0] - 1] != "Preposition": inverted[form] += 1
                if not content or content[0] <= cue[-1]: continue
                right_of[form] += 1
                first = content[0]
                if c[first - 1] == "Preposition" and first - head <= 3: preps[form, s[first - 1][0].lower()] += 1
                gap = c[cue[-1] + 1:first]
                if 1 <= len(gap) <= 6 and gap[0] in ("Name", "Noun", "Objective", "Determiner", "Possessive", "Pronoun", "Adjective"): hearer[form] += 1
                if c[first] in ("Pronoun",) or (c[first] in ("Determiner", "Name", "Noun", "Possessive") and any(c[i] in ("Be", "Modal", "Have", "Do") for i in content[:8])): clause[form] += 1
                if first - cue[-1] <= 3 and content[-1] - first + 1 == len(content): pending.append((form, s, c, inside, first, content[-1]))
    clausal = {f for f in clause if clause[f] >= 3 and clause[f] >= right_of[f] / 5}
    for form, s, c, inside, first, last in pending:
        kind = content_kind(c[first], form in clausal)
        for i in range(first, min(last + 2, len(s))):
            if inside[i] or c[i] not in ("Comma", "Dash", "Semicolon"): continue
            following = ("End" if i + 1 >= len(s) else c[i + 1]) if c[i] == "Comma" else c[i]
            if following in ("Conjunction", "Wh"): following = s[i + 1][0].lower()
            ends[kind, following][i > last] += 1
    flags = {}
    for f in heads:
        flags[f] = ("i" if inverted[f] >= 3 and inverted[f] >= heads[f] / 20 else "") + ("r" if hearer[f] >= 3 and hearer[f] >= right_of[f] / 4 else "") + ("c" if f in clausal else "")
    links = {(f, p): n / right_of[f] for (f, p), n in preps.items() if n >= 2}
    return flags, links, {k: v[1] / sum(v) for k, v in ends.items() if sum(v) >= 8}

def content_kind(first_class, clausal):
    if first_class in ("That", "To", "Wh"): return first_class
    return "Clause" if clausal else "Phrase"

def main():
    polnear, out = sys.argv[1:3]
    corpus = list(documents(os.path.join(polnear, "train.conllu.gz")))
    words = learn_words(corpus)
    data = list(instances(corpus, os.path.join(polnear, "train"), words))
    form_n, form_k, lemma_n, lemma_k = (collections.Counter() for _ in range(4))
    lemmas = collections.defaultdict(collections.Counter)
    lower = collections.Counter()
    for fs, form, _, _ in data: lower[form] += any(f.startswith("shape lower") for f in fs)
    for _, form, lemma, cue in data:
        form_n[form] += 1; form_k[form] += cue; lemma_n[lemma] += 1; lemma_k[lemma] += cue; lemmas[form][lemma] += 1
    for lemma in DIPLOMACY: lemma_n[lemma] += 4; lemma_k[lemma] += 3
    lemma_of = {f: min(c.items(), key=lambda x: (-x[1], x[0]))[0] for f, c in lemmas.items()}
    base = sum(form_k.values()) / len(data)
    def prior(form):
        lemma = lemma_of[form]
        p = (lemma_k[lemma] + 4 * base) / (lemma_n[lemma] + 4)
        return (form_k[form] + 4 * p) / (form_n[form] + 4)
    kept = {f for f in form_n if lower[f] * 2 >= form_n[f] and (f in READINESS or lemma_k[lemma_of[f]] >= 3 and prior(f) >= 0.04)}
    rows = [(fs, form, cue) for fs, form, _, cue in data if form in kept]
    seen = collections.Counter(f for fs, _, _ in rows for f in fs)
    rows = [([f for f in fs if seen[f] >= 5 and not f.startswith("form ")], form, cue) for fs, form, cue in rows]
    offset = {f: math.log(prior(f) / (1 - prior(f))) for f in kept}
    weights, squares, scale = collections.defaultdict(float), collections.defaultdict(float), [1.0, 0.0]
    bias_g = 0.0
    rng = random.Random(1)
    l2 = 2e-5
    for epoch in range(12):
        rng.shuffle(rows)
        for fs, form, cue in rows:
            z = scale[0] * offset[form] + scale[1] + weights["form " + form] + sum(weights[f] for f in fs)
            g = 1 / (1 + math.exp(-max(-30, min(30, z)))) - cue
            for f in fs + ["form " + form]:
                d = g + l2 * weights[f] * (20 if f.startswith(("form", "after", "before")) else 1)
                squares[f] += d * d
                weights[f] -= 0.1 * d / math.sqrt(squares[f] + 1e-6)
            bias_g += g * g
            scale[1] -= 0.05 * g / math.sqrt(bias_g + 1e-6)
    for f in kept: weights["form " + f] += scale[0] * offset[f] + scale[1]
    for f in kept:
        # A speech verb that campaign news seldom uses as one ("maintains") must not stay below its kind.
        if f in READINESS: weights[f"before {f} Be"] = max(weights[f"before {f} Be"], 2.0 - weights["form " + f])
        if lemma_of[f] in DIPLOMACY and words.get(f, guess(f)) in ("Verb", "Past", "Ing"): weights["form " + f] = max(weights["form " + f], 0.5)
    with open(os.path.join(out, "words.txt"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# Word classes: closed classes written by us, open classes by majority tag in the training part of PolNeAR where the ending\n"
                "# does not tell (-ly adverb, -ing, -ed past, else noun). Made by eval/lexicon/learn.py; do not edit.\n")
        for w, c in sorted(words.items()): f.write(f"{w}\t{c}\n")
    flags, links, ends = habits(corpus, os.path.join(polnear, "train"), words)
    with open(os.path.join(out, "cues.txt"), "w", encoding="utf-8", newline="\n") as f:
        f.write("""\
# Log-odds that a word heads a cue, by its form and by what stands around it: logistic regression on the training part of PolNeAR.
# A form's flags: s statement, a attitude, i source may follow (said X), r a hearer may come before the content (told X that),
#   c content may be a clause without "that", g says only how the act of the next verb goes on (continues to), p participle that is
#   no passive (is committed to), n tells a stance.
# link: share of the form's contents that this preposition leads to.
# end: how often content right of a cue ends before a comma and this class, before a dash or a semicolon.
# Made by eval/lexicon/learn.py; do not edit.
""")
        for k, w in sorted(weights.items()):
            if k.startswith("form "):
                f.write(f"{k}\t{w:.2f}\t{'a' if lemma_of[k[5:]] in ATTITUDES or k[5:] in READINESS else 's'}{flags.get(k[5:], '')}{'g' if lemma_of[k[5:]] in ASPECTS else ''}{'n' if lemma_of[k[5:]] in STANCES or k[5:] in READINESS else ''}{'p' if k.endswith('ed') and k[5:] in ATTITUDES else ''}\n")
            elif abs(w) >= 0.05: f.write(f"{k}\t{w:.2f}\n")
        for (form, p), share in sorted(links.items()):
            if form in kept: f.write(f"link {form} {p}\t{share:.2f}\n")
        for (kind, following), share in sorted(ends.items()): f.write(f"end {kind} {following}\t{share:.2f}\n")
    tp = fp = fn = 0
    for fs, form, cue in rows:
        z = weights["form " + form] + sum(weights[f] for f in fs)
        if z > 0: tp += cue; fp += not cue
        elif cue: fn += 1
    print(f"{len(words)} words, {len(kept)} forms, {len(weights)} weights; heads found in training: P {tp/(tp+fp):.3f} R {tp/(tp+fn):.3f}; of all heads {tp/sum(form_k.values()):.3f}")

if __name__ == "__main__":
    main()
