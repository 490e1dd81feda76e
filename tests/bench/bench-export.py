#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-export.py FOLDER: how long Python takes for the brat lines that bench-export left in FOLDER.

Straightforward: a loop over the annotations that slices the text. That it writes the same bytes is checked.
"""

import json
import pathlib
import sys
import time

ROUNDS = 3


def write_brat(annotations, text):
    lines = []
    for number, annotation in enumerate(annotations, 1):
        ranges = annotation['at']
        offsets = ';'.join(f'{start} {end}' for start, end in ranges)
        surface = ' '.join(text[start:end] for start, end in ranges)
        lines.append(f"T{number}\t{annotation['type']} {offsets}\t{surface}\n")
    return ''.join(lines).encode()


def main():
    folder = pathlib.Path(sys.argv[1])
    annotations = json.loads((folder / 'export.json').read_bytes())['annotations']
    text = (folder / 'export.txt').read_bytes().decode()
    expected = (folder / 'export.ann').read_bytes()
    best = float('inf')
    for _ in range(ROUNDS):
        began = time.perf_counter()
        written = write_brat(annotations, text)
        best = min(best, time.perf_counter() - began)
        assert written == expected
    print(f'python3.brat_ms {best * 1000:.1f}')


main()
