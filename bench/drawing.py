#!/usr/bin/env python3
"""How long Chromium takes until a page is drawn, and what its main thread does meanwhile.

usage: python3 bench/drawing.py ADDRESS [--chromium PATH] PATH...
Start the program first: demarche serve --ledger FOLDER. Standard library only: the browser is spoken to through a pipe.

Each page is loaded 20 times in a window of 1440 x 900, from the server each time but for its script, style and icon. Two figures of each:
  drawn  from asking for the page to the second frame after its load event: what a reader waits, on this machine with all that runs beside it;
  work   processor time of the page's main thread for the same, by kind: hardly changed by what else the machine does.
The machine's load is printed with them, so that a figure can be judged.
"""
import argparse
import collections
import json
import os
import statistics
import subprocess
import tempfile
import time

REPEATS = 20  # the bars are medians of 20
PATIENCE_S = 120
WINDOW = (1440, 900)
KINDS = {
    "ParseHTML": "parse", "ParseAuthorStyleSheet": "style", "UpdateLayoutTree": "style", "Layout": "layout", "PrePaint": "paint", "Paint": "paint",
    "Layerize": "paint", "Commit": "paint", "EvaluateScript": "script", "FunctionCall": "script", "v8.compile": "script",
}
# Two frames after the load event: what was laid out for the first is on the screen with the second.
DRAWN = """new Promise(done => {
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelectorAll('*').length)));
  document.readyState === 'complete' ? frames() : addEventListener('load', frames);
})"""


class Browser:
    """Chromium without a screen, driven by its own protocol over file descriptors 3 and 4."""

    def __init__(self, path):
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self._commands = os.pipe()
        self._answers, from_browser = os.pipe()
        self._process = subprocess.Popen(
            ["sh", "-c", f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}', path, "--headless=new", "--remote-debugging-pipe", "--no-sandbox",
             "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
             f"--user-data-dir={self._folder.name}", f"--window-size={WINDOW[0]},{WINDOW[1]}", "about:blank"],
            pass_fds=(to_browser, from_browser), stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._rest, self._number, self._events = b"", 0, collections.deque()
        target = next(one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page")["targetId"]
        self._session = None
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def ask(self, method, **parameters):
        """Sends a command and gives its answer; what else arrives meanwhile is kept."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if getattr(self, "_session", None):
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._events.append(answer)

    def events_until(self, method):
        """What arrived and arrives, up to the event named."""
        while True:
            event = self._events.popleft() if self._events else self._read()
            yield event
            if event.get("method") == method:
                return

    def close(self):
        self._session = None
        self.ask("Browser.close")
        self._process.wait(PATIENCE_S)
        self._folder.cleanup()

    def _read(self):
        while b"\0" not in self._rest:
            piece = os.read(self._answers, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has ended")
            self._rest += piece
        one, self._rest = self._rest.split(b"\0", 1)
        return json.loads(one)


def draw(browser, address):
    """Seconds until the page is drawn, processor milliseconds of its main thread by kind, number of its elements."""
    browser.ask("Page.navigate", url="about:blank")
    browser.ask("Tracing.start", traceConfig={"includedCategories": ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel", "v8"]})
    start = time.perf_counter()
    found = browser.ask("Page.navigate", url=address)
    if "errorText" in found:
        raise SystemExit(f"{address}: {found['errorText']}. Is the program serving there?")
    elements = browser.ask("Runtime.evaluate", expression=DRAWN, awaitPromise=True, returnByValue=True)["result"]["value"]
    drawn = time.perf_counter() - start
    browser.ask("Tracing.end")
    events = [one for event in browser.events_until("Tracing.tracingComplete") if event["method"] == "Tracing.dataCollected" for one in event["params"]["value"]]
    return drawn, work_of(events), elements


def work_of(events):
    """Own processor time (without what is nested in it) of every kind, on the main threads of pages, in milliseconds."""
    threads = {(one["pid"], one["tid"]) for one in events if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"}
    work = collections.Counter()
    for thread in threads:
        spans = sorted((one for one in events if one["ph"] == "X" and (one["pid"], one["tid"]) == thread and "tdur" in one),
                       key=lambda one: (one["ts"], -one["dur"]))
        open_spans = []
        for span in spans:
            while open_spans and span["ts"] >= open_spans[-1][0]:
                open_spans.pop()
            kind = KINDS.get(span["name"]) or (open_spans[-1][1] if open_spans else "other")
            work[kind] += span["tdur"] / 1000
            if open_spans:
                work[open_spans[-1][1]] -= span["tdur"] / 1000
            open_spans.append((span["ts"] + span["dur"], kind))
    return work


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("address")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    browser = Browser(options.chromium)
    try:
        for path in options.paths:
            draw(browser, options.address.rstrip("/") + path)
            runs = [draw(browser, options.address.rstrip("/") + path) for _ in range(REPEATS)]
            kinds = sorted({kind for run in runs for kind in run[1]})
            work = {kind: statistics.median(run[1][kind] for run in runs) for kind in kinds}
            print(f"{path}: drawn in {1000 * statistics.median(run[0] for run in runs):.0f} ms median of {REPEATS} "
                  f"({1000 * min(run[0] for run in runs):.0f} least), load {os.getloadavg()[0]:.1f}; main thread "
                  f"{statistics.median(sum(run[1].values()) for run in runs):.0f} ms of processor time "
                  f"({', '.join(f'{kind} {work[kind]:.0f}' for kind in kinds)}); {runs[-1][2]} elements")
    finally:
        browser.close()


main()
