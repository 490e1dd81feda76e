#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many keys it takes to annotate by hand: gold annotations done again with the verbs of the window.

usage: keys.py EVAL_KEYS [--check] [--verbose] [FOLDER]

FOLDER is laid out as for eval.py, or is one of its corpora. Names are people, places and organizations; quotes are
those in marks with a speaker. --check looks at the project's own sample only and holds the aims, as a test (TAP).
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLES = pathlib.Path(__file__).resolve().parent / 'samples'
LABELS = {'PER': 'person', 'LOC': 'place', 'ORG': 'organization', 'DATE': 'date'}
MARKS = '"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u2039\u203a\'\u300c'
AIMS = {'entity': 1.8, 'quote': 3.2}
COLUMNS = ('entities', 'move', 'tag', 'mend', 'quotes', 'quote_move', 'mark', 'quote_mend', 'link')


def list_entities(gold):
    """From the first to the last; of two that overlap only the longer one."""
    last_end = 0
    for entity in sorted(gold['entities'], key=lambda e: (e['start'], -e['end'])):
        if entity['label'] in LABELS and entity['start'] >= last_end:
            last_end = entity['end']
            yield entity


def list_quotes(gold, text):
    """The first part of each quote in marks whose speaker is known."""
    groups = set()
    for quote in sorted(gold['quotes'], key=lambda q: q['start']):
        start, group = quote['start'], quote.get('group', (quote['start'], 'alone'))
        before = text[max(0, start - 1):start + 1]
        if group in groups or not quote.get('speaker') or quote.get('nested') or quote.get('optional') \
                or quote.get('kind') not in ('direct', 'mixed') or not any(c in MARKS for c in before):
            continue
        groups.add(group)
        yield quote


def write_job(path, gold, text):
    lines = [(e['start'], f"E\t{e['start']}\t{e['end']}\t{LABELS[e['label']]}") for e in list_entities(gold)]
    lines += [(q['start'], f"Q\t{q['start']}\t{q['end']}\t{q['speaker']['start']}\t{q['speaker']['end']}")
              for q in list_quotes(gold, text)]
    return '\n'.join([f'A\t{path}'] + [line for _, line in sorted(lines)]) + '\n'


def count(program, folder, options=()):
    """The sums over all articles of a corpus, by column."""
    sums = dict.fromkeys(COLUMNS, 0)
    with tempfile.TemporaryDirectory() as out:  # nothing is left beside the corpus
        jobs = []
        for path in sorted(folder.glob('*.gold.json')):
            gold = json.loads(path.read_text('utf-8'))
            article = pathlib.Path(out) / pathlib.Path(gold['text_file']).name
            shutil.copyfile(path.parent / gold['text_file'], article)
            with open(article, encoding='utf-8', newline='') as file:
                jobs.append(write_job(article, gold, file.read()))
        told = subprocess.run([program, *options], input=''.join(jobs), text=True, check=True, stdout=subprocess.PIPE).stdout
    for line in told.splitlines():
        for column, value in zip(COLUMNS, line.split()):
            sums[column] += int(value)
    return sums


def rates(sums):
    """Keys for an entity and for a linked quote; None where there are none."""
    entity = sums['move'] + sums['tag'] + sums['mend']
    quote = sums['quote_move'] + sums['mark'] + sums['quote_mend'] + sums['link']
    return (entity / sums['entities'] if sums['entities'] else None,
            quote / sums['quotes'] if sums['quotes'] else None)


def show(name, sums):
    def share(column, of):
        return f'{sums[column] / sums[of]:6.2f}' if sums[of] else '     –'
    entity, quote = (f'{rate:6.2f}' if rate is not None else '     –' for rate in rates(sums))
    print(f"{name:24}{sums['entities']:7}{entity}{share('move', 'entities')}{share('mend', 'entities')}"
          f"{sums['quotes']:9}{quote}{share('quote_move', 'quotes')}{share('quote_mend', 'quotes')}"
          f"{share('link', 'quotes')}", flush=True)


def check(program):
    sums = count(program, SAMPLES)
    for number, (name, rate) in enumerate(zip(AIMS, rates(sums)), 1):
        is_good = rate is not None and rate <= AIMS[name]
        print(f"{'ok' if is_good else 'not ok'} {number} eval-keys/{name}")
        print(f'# {rate:.2f} keys, the aim is {AIMS[name]}; {sums}')
    print('1..2')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('folder', nargs='?', default=os.environ.get('QUO_EVAL'))
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_intermixed_args()
    verbose = ['--verbose'] if options.verbose else []
    if options.check:
        check(options.program)
        return 0
    print(f"{'':24}{'names':>7}{'keys':>6}{'move':>6}{'mend':>6}{'quotes':>9}{'keys':>6}{'move':>6}{'mend':>6}{'link':>6}")
    folders = [SAMPLES]
    if options.folder:
        folder = pathlib.Path(options.folder)
        folders += [folder] if list(folder.glob('*.gold.json')) else sorted(p for p in folder.iterdir() if p.is_dir())
    for folder in folders:
        show(folder.name, count(options.program, folder, verbose))
    print(f"aims on English news: {AIMS['entity']} keys a name, {AIMS['quote']} a linked quote")
    return 0


sys.exit(main())
