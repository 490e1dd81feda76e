#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""anchors.py QUO FOLDER... : how well annotations are found again in articles that were edited.

Takes every article of the folders that has a sidecar beside it, edits it by a rule, lets `quo anchor --json` find the
annotations again, and compares with what the edits did: an annotation stands if its letters are all there, in a row.

    stand     annotations whose text still stands
    found     of those: placed rightly, or the right place is among those proposed
    placed    annotations that were placed without asking
    right     of those: at the place where their text went
"""

import argparse
import hashlib
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

MARKS = str.maketrans('“”„«»‘’‚–—', '"""""' + "'''" + '--')


def tokens(text):
    return re.findall(r'\w+|\W+', text)


def change_words(share):
    def edit(text, chance):
        """Pairs (old offset or None, piece): what the new text is made of."""
        words = [w for w in tokens(text) if w[0].isalnum()]
        at, pieces = 0, []
        for token in tokens(text):
            if token[0].isalnum() and chance.random() < share:
                kind = chance.randrange(3)
                if kind == 0:
                    pieces.append((None, chance.choice(words)))
                elif kind == 2:
                    pieces.append((None, chance.choice(words) + ' '))
                    pieces.append((at, token))
            else:
                pieces.append((at, token))
            at += len(token)
        return pieces
    return edit


def plain_marks(text, chance):
    """Quotation marks and dashes made plain: every letter is where it was."""
    return [(at, c) for at, c in enumerate(text.translate(MARKS))]


def paragraphs(text):
    at = 0
    for piece in re.split(r'(?<=\n)', text):
        if piece:
            yield at, piece
            at += len(piece)


def move_paragraphs(text, chance):
    pieces = list(paragraphs(text))
    for _ in range(max(1, len(pieces) // 8)):
        pieces.insert(chance.randrange(len(pieces)), pieces.pop(chance.randrange(len(pieces))))
    return pieces


def repeat_paragraphs(text, chance):
    pieces = []
    for at, piece in paragraphs(text):
        pieces.append((at, piece))
        if chance.random() < 0.15:
            pieces.append((None, piece))
    return pieces


def halve(text, chance):
    pieces = list(paragraphs(text))
    start = chance.randrange(max(1, len(pieces) // 2))
    return pieces[start:start + max(1, len(pieces) // 2)]


EDITS = {'2 % of words': change_words(0.02), '5 % of words': change_words(0.05), '10 % of words': change_words(0.1),
         '20 % of words': change_words(0.2), 'plain marks': plain_marks, 'paragraphs moved': move_paragraphs,
         'paragraphs repeated': repeat_paragraphs, 'half is gone': halve}


def lay_out(pieces):
    """The new text, and where each old offset went."""
    where, new = {}, []
    at = 0
    for old, piece in pieces:
        new.append(piece)
        if old is not None:
            for i in range(len(piece)):
                where[old + i] = at + i
        at += len(piece)
    return ''.join(new), where


def truth(annotation, where, old, new, is_marks):
    """Where the ranges went, or None when a letter of them is gone or others came between."""
    ranges = []
    for start, end in annotation['at']:
        first = where.get(start)
        if first is None or any(where.get(start + i) != first + i for i in range(end - start)):
            return None
        if not is_marks and new[first:first + end - start] != old[start:end]:
            return None
        ranges.append([first, first + end - start])
    return ranges


class Tally:
    def __init__(self):
        self.n = dict.fromkeys(('all', 'stand', 'found', 'rightly', 'placed', 'right', 'asked'), 0)
        self.wrong = []

    def add(self, annotation, wanted, told):
        fate = told['fate'] if told else 'same'
        placed = fate in ('same', 'moved')
        at = told['at'] if told else annotation['at']
        proposals = told.get('places', []) if told else []
        self.n['all'] += 1
        self.n['stand'] += wanted is not None
        is_right = placed and wanted is not None and at == wanted
        self.n['rightly'] += is_right
        self.n['found'] += is_right or (wanted is not None and wanted in proposals)
        self.n['placed'] += placed
        self.n['right'] += is_right
        self.n['asked'] += fate == 'ambiguous'
        if placed and not is_right:
            self.wrong.append((annotation['quote'], wanted, at))

    def row(self, name):
        n = self.n
        def share(a, b):
            return f'{100 * n[a] / max(1, n[b]):6.2f}'
        return (f"{name:22}{n['all']:7}{n['stand']:7} {share('found', 'stand')} {share('rightly', 'stand')}"
                f"{n['placed']:7} {share('right', 'placed')}{n['asked']:6}{n['placed'] - n['right']:6}")


def measure(quo, articles, edit, seed, folder, tally, is_marks):
    for number, path in enumerate(articles):
        old = path.read_bytes().decode('utf-8')
        sidecar = json.loads((path.parent / (path.name + '.quo.json')).read_text(encoding='utf-8'))
        new, where = lay_out(edit(old, random.Random(seed * 100003 + number)))
        article = folder / path.name
        article.write_bytes(new.encode('utf-8'))
        shutil.copy(f'{path}.quo.json', f'{article}.quo.json')
        if hashlib.sha256(new.encode()).hexdigest() == sidecar['document']['sha256']:
            continue
        run = subprocess.run([quo, 'anchor', '--json', str(article)], stdout=subprocess.PIPE, text=True, check=False)
        told = {move['id']: move for move in json.loads(run.stdout)}
        for annotation in sidecar['annotations']:
            tally.add(annotation, truth(annotation, where, old, new, is_marks), told.get(annotation['id']))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('quo')
    parser.add_argument('folders', nargs='+', type=pathlib.Path)
    parser.add_argument('--seeds', type=int, default=1)
    parser.add_argument('--edit', action='append')
    parser.add_argument('--wrong', action='store_true', help='list what was placed wrongly')
    options = parser.parse_args()
    articles = sorted(p for folder in options.folders for p in folder.rglob('*.txt')
                      if pathlib.Path(f'{p}.quo.json').exists())
    print('                          all  stand  found% placed% placed  right% asked wrong')
    for name, edit in EDITS.items():
        if options.edit and name not in options.edit:
            continue
        tally = Tally()
        for seed in range(options.seeds):
            with tempfile.TemporaryDirectory() as folder:
                measure(options.quo, articles, edit, seed, pathlib.Path(folder), tally, edit is plain_marks)
        print(tally.row(name), flush=True)
        if options.wrong:
            for wrong in tally.wrong[:40]:
                print('   ', wrong)


main()
