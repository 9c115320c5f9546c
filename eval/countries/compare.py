#!/usr/bin/env python3
"""Holds our list of states against another one and prints where they differ.

usage: compare.py COUNTRIES.TSV countries.json
  countries.json  of the npm package world-countries (5.1.0 was used; ODbL, so it is compared with, never copied)
Prints one line a difference; a state that we lack starts with MISSING.
"""
import json, sys, unicodedata

def plain(s):
    letters = (c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
    return "".join(letters).lower().replace("\u02bb", "'").replace("\u2019", "'").lstrip("?")

ours = {}
for line in open(sys.argv[1], encoding="utf-8"):
    if not line.startswith("#"):
        fields = [[plain(v) for v in f.split("|")] for f in line.rstrip("\n").split("\t")]
        assert len(fields) == 6, line
        for name in fields[0] + fields[1]:
            ours.setdefault(name, fields)

for country in json.load(open(sys.argv[2], encoding="utf-8")):
    if not (country["unMember"] or country["cca2"] in ("XK", "TW", "PS", "VA")):
        continue
    name = country["name"]["common"]
    fields = ours.get(plain(name))
    if fields is None:
        print("MISSING", name)
        continue
    for capital in country["capital"]:
        if plain(capital) not in fields[4]:
            print("capital", name, capital, fields[4])
    demonym = country["demonyms"]["eng"]["m"]
    if plain(demonym) not in fields[2] + fields[3]:
        print("demonym", name, demonym, fields[2])
