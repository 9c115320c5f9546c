#!/usr/bin/env python3
"""Scores title, authors and language of the records `demarche read` writes of the htmldate pages.

usage: page_metadata.py RECORDS.jsonl PAGES.jsonl

Exact: the same string but for case and white space. "wrongly named": a byline on a page that is annotated to have no author.
Language is held against the page's own mark, which errs too; pages without a mark do not count.
"""
import collections, gzip, json, os, re, sys


def plain(text):
    return " ".join((", ".join(text) if isinstance(text, list) else text or "").split()).lower()


def mark(page, folder):
    html = gzip.open(os.path.join(folder, "pages", page["file"]), "rb").read(20000).decode("utf-8", "replace")
    found = re.search(r"<html[^>]*?\blang=[\"']?([a-zA-Z]{2})\b", html)
    return found.group(1).lower() if found else None


def main():
    records = {r["id"]: r for r in map(json.loads, open(sys.argv[1], encoding="utf-8"))}
    folder = os.path.dirname(sys.argv[2])
    n = collections.Counter()
    confused = collections.Counter()
    for page in map(json.loads, open(sys.argv[2], encoding="utf-8")):
        record = records.get(page["file"][:-len(".html.gz")], {})
        meta = page.get("meta")
        if meta and meta.get("title"):
            n["title"] += 1
            n["title right"] += plain(record.get("title")) == plain(meta["title"])
        if meta and meta.get("author"):
            n["author"] += 1
            n["author right"] += plain(record.get("byline")) == plain(meta["author"])
        elif meta:
            n["no author"] += 1
            n["wrongly named"] += record.get("byline") is not None
        language = mark(page, folder)
        if language and record.get("language"):
            n["language"] += 1
            n["language right"] += record["language"] == language
            if record["language"] != language:
                confused[f"{language} read as {record['language']}"] += 1
    print(f"title exact {n['title right'] / n['title']:.3f} of {n['title']}")
    print(f"author exact {n['author right'] / n['author']:.3f} of {n['author']}; wrongly named {n['wrongly named']} of {n['no author']} without one")
    print(f"language as marked {n['language right'] / n['language']:.3f} of {n['language']}: {dict(confused.most_common(8))}")


if __name__ == "__main__":
    main()
