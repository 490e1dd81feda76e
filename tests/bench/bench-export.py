#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-export.py FOLDER: how long Python takes for what bench-export left in FOLDER as brat and CoNLL.

Straightforward: a loop over the annotations, or tokens, that slices the text. That it writes the same bytes is
checked.
"""

import json
import pathlib
import re
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


def cut_tokens(annotations, text):
    """Words and signs, cut at the borders of annotations."""
    borders = sorted({border for annotation in annotations for span in annotation['at'] for border in span})
    tokens, at = [], 0
    for match in re.finditer(r"\w+(?:['’.]\w+)*|[^\w\s]", text):
        start, end = match.span()
        while at < len(borders) and borders[at] <= start:
            at += 1
        while at < len(borders) and borders[at] < end:
            tokens.append((start, borders[at]))
            start = borders[at]
            at += 1
        tokens.append((start, end))
    return tokens


def lay_out(annotations, length):
    """The span of each character: longest first, none over another."""
    owners = [None] * length
    spans = [(*annotation['at'][0], annotation['type']) for annotation in annotations
             if len(annotation['at']) == 1 and annotation['type'] not in ('quote', 'cue')]
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        start, end, _ = span
        if owners[start] is None and owners[end - 1] is None:
            owners[start:end] = [span] * (end - start)
    return owners


def write_conll(annotations, text):
    owners = lay_out(annotations, len(text))
    rows, last, before = ['-DOCSTART- -X- -X- O\n\n'], 0, None
    for start, end in cut_tokens(annotations, text):
        is_first = last > 0 and '\n' in text[last:start]
        owner = owners[start]
        if is_first:
            rows.append('\n')
        tag = 'O' if owner is None else ('I-' if owner is before and not is_first else 'B-') + owner[2]
        rows.append(f'{text[start:end]} -X- _ {tag}\n')
        last, before = end, owner
    rows.append('\n')
    return ''.join(rows).encode()


def measure(write, annotations, text, expected):
    best = float('inf')
    for _ in range(ROUNDS):
        began = time.process_time()
        written = write(annotations, text)
        best = min(best, time.process_time() - began)
        assert written == expected
    return best * 1000


def main():
    folder = pathlib.Path(sys.argv[1])
    annotations = json.loads((folder / 'export.json').read_bytes())['annotations']
    text = (folder / 'export.txt').read_bytes().decode()
    for name, write, file in (('brat', write_brat, 'export.ann'), ('conll', write_conll, 'export.conll')):
        print(f'python3.{name}_ms {measure(write, annotations, text, (folder / file).read_bytes()):.1f}')


main()
