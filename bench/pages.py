#!/usr/bin/env python3
"""How fast a served ledger answers: first byte and size of each page, and many readers at once.

usage: python3 bench/pages.py ADDRESS [--process ID] [--readers 50] [--seconds 10] PATH...
Start the program first: demarche serve --ledger FOLDER. Standard library only. What Chromium makes of a page: bench/drawing.py.

Times are of this machine with all that runs beside it, so its load is printed with them. With the program's process id the processor time that one
answer takes is printed too: that hardly changes with what else the machine does (Linux only; it counts in steps of 10 ms, spread over 20 answers).
"""
import argparse
import http.client
import os
import statistics
import threading
import time
import urllib.parse

REPEATS = 20  # the bars are medians of 20


def get(connection, path):
    """Seconds to the first byte, seconds to the last, bytes on the wire, status."""
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html", "Accept-Encoding": "gzip, deflate, br"})
    response = connection.getresponse()
    first = time.perf_counter() - start
    body = response.read()
    return first, time.perf_counter() - start, len(body), response.status


def spent(process):
    """Processor seconds of a process so far, all its threads."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("address")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--process", type=int)
    parser.add_argument("--readers", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=10)
    options = parser.parse_args()
    host = urllib.parse.urlsplit(options.address).netloc
    for path in options.paths:
        connection = http.client.HTTPConnection(host, timeout=60)
        cold = get(connection, path)
        before = spent(options.process) if options.process else 0
        runs = [get(connection, path) for _ in range(REPEATS)]
        work = f", {1000 * (spent(options.process) - before) / REPEATS:.1f} ms of processor time each" if options.process else ""
        print(f"{path}: status {cold[3]}, first byte {1000 * statistics.median(run[0] for run in runs):.0f} ms median of {REPEATS}, "
              f"{1000 * cold[0]:.0f} ms the first time{work}, {runs[0][2] / 1000:.0f} kB packed; load {os.getloadavg()[0]:.1f}")
    if options.readers:
        load(host, options)


def load(host, options):
    times, failures, end = [], [], time.monotonic() + options.seconds

    def read(number):
        connection = http.client.HTTPConnection(host, timeout=60)
        turn = number
        while time.monotonic() < end:
            try:
                _, whole, _, status = get(connection, options.paths[turn % len(options.paths)])
                times.append(whole)
                if status != 200:
                    failures.append(status)
            except OSError as error:
                failures.append(error)
                connection.close()
            turn += 1

    threads = [threading.Thread(target=read, args=(number,)) for number in range(options.readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    print(f"{options.readers} readers: {len(times)} pages, {len(failures)} failures, "
          f"median {1000 * times[len(times) // 2]:.0f} ms, p95 {1000 * times[int(len(times) * 0.95)]:.0f} ms")


main()
