#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many keys it takes to annotate: gold annotations done again with the verbs of the window.

usage: keys.py EVAL_KEYS [--suggest] [--one-by-one] [--learn] [--histogram] [--check] [--verbose] [FOLDER]

FOLDER is laid out as for eval.py, or is one of its corpora. Names are people, places and organizations; quotes are
those in marks with a speaker. --suggest: suggestions are asked for first and sifted a screen at a time with Y: a key for
each screen, one for each letter that has to be typed (Shift and a letter: other borders), more for what is mended; Shift+U goes back to names they missed, and
what is left is done by hand. With --one-by-one they are judged one after the other in the order of the text with A, X and
their like instead. Only labels that the gold has are asked for, reading costs nothing, and indirect speech with a speaker
counts as well. --learn: the articles of a corpus lie in one folder and are saved there, so that each learns
from those before it, as the window does; without it each is the first. --verbose tells what cost which keys. --histogram: how many quotes took how many
keys by hand, and which part of the work took them. --check looks at the project's own sample only and holds the aims,
as a test (TAP).
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
AIMS = {'entity': 1.8, 'quote': 3.2, 'suggest': 0.8}
COLUMNS = ('entities', 'move', 'tag', 'mend', 'quotes', 'quote_move', 'mark', 'quote_mend', 'link', 'judge')


def list_entities(gold):
    """From the first to the last; of two that overlap only the longer one."""
    last_end = 0
    for entity in sorted(gold['entities'], key=lambda e: (e['start'], -e['end'])):
        if entity['label'] in LABELS and entity['start'] >= last_end:
            last_end = entity['end']
            yield entity


def list_quotes(gold, text, is_any):
    """The first part of each quote in marks (or of any) whose speaker is known."""
    groups = set()
    for quote in sorted(gold['quotes'], key=lambda q: q['start']):
        start, group = quote['start'], quote.get('group', (quote['start'], 'alone'))
        before = text[max(0, start - 1):start + 1]
        is_marked = quote.get('kind') in ('direct', 'mixed') and any(c in MARKS for c in before)
        if group in groups or not quote.get('speaker') or quote.get('nested') or quote.get('optional') \
                or not (is_any or is_marked):
            continue
        groups.add(group)
        yield quote


def write_quote(word, quote):
    speaker = quote.get('speaker') or {'start': 0, 'end': 0}
    return f"{word}\t{quote['start']}\t{quote['end']}\t{speaker['start']}\t{speaker['end']}"


def write_job(path, gold, text, is_any):
    lines = [(e['start'], f"E\t{e['start']}\t{e['end']}\t{LABELS[e['label']]}") for e in list_entities(gold)]
    counted = list(list_quotes(gold, text, is_any))
    lines += [(q['start'], write_quote('Q', q)) for q in counted]
    lines += [(q['start'], write_quote('X', q)) for q in gold['quotes'] if q not in counted]
    return '\n'.join([f'A\t{path}'] + [line for _, line in sorted(lines)]) + '\n'


def count(program, folder, options=()):
    """The sums over all articles of a corpus, by column, and under 'each' the keys of each quote with --each."""
    sums = dict.fromkeys(COLUMNS, 0)
    sums['each'] = []
    with tempfile.TemporaryDirectory() as out:  # nothing is left beside the corpus
        jobs = []
        for path in sorted(folder.glob('*.gold.json')):
            gold = json.loads(path.read_text('utf-8'))
            # In a folder of its own nothing is learnt from the others.
            folder_of = 'all' if '--learn' in options else str(len(jobs))
            article = pathlib.Path(out) / folder_of / pathlib.Path(gold['text_file']).name
            article.parent.mkdir(exist_ok=True)
            shutil.copyfile(path.parent / gold['text_file'], article)
            with open(article, encoding='utf-8', newline='') as file:
                jobs.append(write_job(article, gold, file.read(), '--suggest' in options))
        told = subprocess.run([program, *options], input=''.join(jobs), text=True, check=True, stdout=subprocess.PIPE).stdout
    for line in told.splitlines():
        if line.startswith('q '):
            sums['each'].append([int(word) for word in line.split(' ', 5)[1:5]])
            continue
        for column, value in zip(COLUMNS, line.split()):
            sums[column] += int(value)
    return sums


def rates(sums):
    """Keys for an entity and for a linked quote; None where there are none."""
    entity = sums['move'] + sums['tag'] + sums['mend']
    quote = sums['quote_move'] + sums['mark'] + sums['quote_mend'] + sums['link']
    return (entity / sums['entities'] if sums['entities'] else None,
            quote / sums['quotes'] if sums['quotes'] else None)


def rate_suggested(sums):
    """Keys for an annotation with suggestions, all of them; None where there are no annotations."""
    n = sums['entities'] + sums['quotes']
    return sum(sums[column] for column in COLUMNS if column not in ('entities', 'quotes')) / n if n else None


def show_suggested(name, sums):
    n = sums['entities'] + sums['quotes']
    if not n:
        return
    hand_names = sums['move'] + sums['tag'] + sums['mend']
    hand_quotes = sums['quote_move'] + sums['mark'] + sums['quote_mend'] + sums['link']
    print(f"{name:24}{sums['entities']:7}{sums['quotes']:7}{rate_suggested(sums):7.2f}{sums['judge'] / n:7.2f}"
          f"{hand_names / n:7.2f}{hand_quotes / n:7.2f}", flush=True)


def show_histogram(name, sums):
    """A bar for each number of keys, and what they went into: moving, marking, mending, linking."""
    by_keys = {}
    for parts in sums['each']:
        by_keys.setdefault(min(sum(parts), 15), []).append(parts)
    for keys, quotes in sorted(by_keys.items()):
        move, mark, mend, link = (sum(part) / len(quotes) for part in zip(*quotes))
        print(f"{name:24}{keys:3}{'+' if keys == 15 else ' '} {len(quotes):5} "
              f"move {move:5.2f} mark {mark:5.2f} mend {mend:5.2f} link {link:5.2f} "
              f"{'#' * max(1, 40 * len(quotes) // len(sums['each']))}")


def show(name, sums):
    def share(column, of):
        return f'{sums[column] / sums[of]:6.2f}' if sums[of] else '     –'
    entity, quote = (f'{rate:6.2f}' if rate is not None else '     –' for rate in rates(sums))
    print(f"{name:24}{sums['entities']:7}{entity}{share('move', 'entities')}{share('mend', 'entities')}"
          f"{sums['quotes']:9}{quote}{share('quote_move', 'quotes')}{share('quote_mend', 'quotes')}"
          f"{share('link', 'quotes')}", flush=True)


def check(program):
    sums = count(program, SAMPLES)
    for number, (name, rate) in enumerate(zip(('entity', 'quote'), rates(sums)), 1):
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
    parser.add_argument('--suggest', action='store_true')
    parser.add_argument('--one-by-one', action='store_true')
    parser.add_argument('--learn', action='store_true')
    parser.add_argument('--histogram', action='store_true')
    options = parser.parse_intermixed_args()
    words = [f'--{word}' for word in ('verbose', 'suggest', 'one-by-one', 'learn') if getattr(options, word.replace('-', '_'))]
    words += ['--each'] if options.histogram else []
    if options.check:
        check(options.program)
        return 0
    if options.suggest:
        print(f"{'':24}{'names':>7}{'quotes':>7}{'keys':>7}{'judge':>7}{'names':>7}{'quotes':>7}")
    else:
        print(f"{'':24}{'names':>7}{'keys':>6}{'move':>6}{'mend':>6}{'quotes':>9}{'keys':>6}{'move':>6}{'mend':>6}{'link':>6}")
    folders = [SAMPLES]
    if options.folder:
        folder = pathlib.Path(options.folder)
        folders += [folder] if list(folder.glob('*.gold.json')) else sorted(p for p in folder.iterdir() if p.is_dir())
    for folder in folders:
        sums = count(options.program, folder, words)
        (show_suggested if options.suggest else show)(folder.name, sums)
        if options.histogram:
            show_histogram(folder.name, sums)
    if options.suggest:
        print(f"aim on English news: {AIMS['suggest']} keys an annotation (judging, names and quotes by hand)")
    else:
        print(f"aims on English news: {AIMS['entity']} keys a name, {AIMS['quote']} a linked quote")
    return 0


sys.exit(main())
