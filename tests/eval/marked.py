#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether every marked text can be read, and what stands beside it was made of it. Prints TAP.

usage: marked.py
"""

import json
import pathlib
import sys

import mark

HERE = pathlib.Path(__file__).resolve().parent
SIGNS = frozenset('{}[]<>⟦⟧')


def faults(path):
    text, quotes, names, language = mark.read(path.read_text('utf-8'), path.stem.split('-')[0])
    gold = json.loads(path.with_suffix('.gold.json').read_text('utf-8'))
    if SIGNS & set(text):
        yield 'a sign of marking is left in the text'
    if not quotes and not names:
        yield 'nothing is marked'
    if path.with_suffix('.txt').read_text('utf-8') != text:
        yield 'the text beside it is another one'
    if gold['quotes'] != quotes or gold['entities'] != names or gold['meta']['lang'] != language:
        yield 'the gold beside it is another one'


def main():
    paths = sorted(HERE.glob('*/*.marked'))
    print(f'1..{len(paths)}')
    failed = 0
    for number, path in enumerate(paths, 1):
        found = list(faults(path))
        failed += bool(found)
        print(f'{"not ok" if found else "ok"} {number} - {path.parent.name}/{path.stem}', *found, sep=': ' if found else '')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
