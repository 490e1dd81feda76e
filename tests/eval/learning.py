#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How suggestions get better as one works: F1 after some annotated articles, on articles that nobody has annotated.

usage: learning.py QUO [FOLDER] [--only CORPUS]

The corpora are those of eval.py. Of each the half a is annotated, from its first article on, and the half b is judged.
The weights begin with those learnt from the news beside this file alone, so that no article of the corpora was seen.
"""

import argparse
import os
import pathlib
import subprocess
import tempfile

import eval as evaluation
import train

STEPS = (0, 5, 10, 20, 50)


def learn(quo, documents, start, out, options=()):
    """Writes the weights that `quo learn` makes of the documents."""
    with tempfile.TemporaryDirectory() as folder:
        train.write_sidecars(documents, pathlib.Path(folder) / 'articles', 1)
        call = [quo, 'learn', *options, '--start', start, '--force', '-o', out, folder]
        subprocess.run(call, check=True, stderr=subprocess.DEVNULL)


def has_quotes(document):
    return bool(document.gold.get('quotes'))


def steps_of(n):
    return [step for step in STEPS if step <= n] + ([n] if n < STEPS[-1] and n not in STEPS else [])


def print_corpus(quo, folder, base, scratch):
    marked = [document for document in evaluation.read_corpus(folder, 'a') if has_quotes(document)]
    judged = [document for document in evaluation.read_corpus(folder, 'b') if has_quotes(document)]
    if not marked or not judged:
        return
    kinds = {quote.get('kind') for document in judged for quote in document.gold['quotes']} & {'direct', 'mixed'}
    for step in steps_of(len(marked)):
        weights = scratch / 'weights.ini'
        learn(quo, marked[:step], base, weights) if step else weights.write_bytes(base.read_bytes())
        evaluation.suggest(quo, judged, ['--weights', str(weights)])
        every, direct = evaluation.sum_up(judged), evaluation.sum_up(judged, kinds)
        print(f'{folder.name:16} {step:8}   {every.f1("overlap")[2]:5.1f}  {every.f1("both")[2]:5.1f}   '
              f'{direct.f1("overlap")[2]:5.1f}  {direct.f1("both")[2]:5.1f}', flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('quo')
    parser.add_argument('folder', nargs='?', default=os.environ.get('QUO_EVAL'))
    parser.add_argument('--only', action='append')
    arguments = parser.parse_args()
    if not arguments.folder:
        parser.error('name a folder of corpora, or set QUO_EVAL')
    print('LEARNING, F1 in per cent       all kinds     direct+mixed')
    print('corpus           articles    found   both   found   both')
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        base = scratch / 'base.ini'
        learn(arguments.quo, evaluation.read_corpus(evaluation.NEWS, None), evaluation.HERE / 'prior.ini', base,
              ['--pull', '1'])
        for folder in sorted(path for path in pathlib.Path(arguments.folder).iterdir() if path.is_dir()):
            if not arguments.only or folder.name in arguments.only:
                print_corpus(arguments.quo, folder, base, scratch)


if __name__ == '__main__':
    main()
