#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-sidecar.py FILE: how fast Python reads and writes the sidecar that bench-sidecar left in FILE."""

import json
import sys
import time

ROUNDS = 5


def measure(run, n_bytes):
    best = float('inf')
    for _ in range(ROUNDS):
        began = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - began)
    return n_bytes / best / 1e6


def main():
    with open(sys.argv[1], 'rb') as file:
        data = file.read()
    tree = json.loads(data)
    print(f'python3.load_mb_s {measure(lambda: json.loads(data), len(data)):.0f}')
    print(f'python3.save_mb_s {measure(lambda: json.dumps(tree, ensure_ascii=False), len(data)):.0f}')


main()
