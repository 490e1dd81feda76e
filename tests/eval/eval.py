#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How good the suggestions are: proposals of `quo suggest` beside what people have marked.

usage: eval.py QUO [FOLDER] [--half a|b] [--only CORPUS] [--weights FILE]

FOLDER (or the variable QUO_EVAL) holds a folder for each corpus; in it NAME.gold.json stands beside the text that its
member text_file names. Gold: {"text_file", "quotes": [{"start", "end", "kind", "speaker", "cue" ...}], "entities":
[{"start", "end", "label"}], "meta": {"lang"}}, spans as half-open intervals of code points. The samples of the project
are always looked at. The documents of a corpus are split into two halves, a and b, by turns. The weights that come with
the program are learnt from both halves of the English corpora; to see what to expect of texts that nobody has seen, make
weights of one half (train.py --half a -o FILE) and look at the other with --weights FILE. The German corpus may only
judge: nothing is learnt from it, and nothing from the articles in held-out, looked-at and only-scored. Errors of the
last are never read, so that they tell what to expect of an article nobody has seen.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import score
import sidecar

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = pathlib.Path(__file__).resolve().parent
NEWS = HERE / 'news'
HELD_OUT = HERE / 'held-out'
LOOKED_AT, ONLY_SCORED = HERE / 'looked-at', HERE / 'only-scored'
NAMES, NAMES_LATER, NAMES_SCORED = HERE / 'names', HERE / 'names-later', HERE / 'names-scored'
BY_LANGUAGE = (HELD_OUT, LOOKED_AT, ONLY_SCORED, NAMES, NAMES_LATER, NAMES_SCORED)
SAMPLES = HERE / 'samples'


class Document:
    def __init__(self, path):
        self.gold = json.loads(path.read_text('utf-8'))
        self.path = path.parent / self.gold['text_file']
        with open(self.path, encoding='utf-8', newline='') as file:
            self.text = file.read()
        self.pred = {}

    @property
    def language(self):
        return (self.gold.get('meta') or {}).get('lang')


def read_corpus(folder, half):
    documents = [Document(path) for path in sorted(folder.glob('*.gold.json'))]
    if half:
        documents = documents[0 if half == 'a' else 1::2]
    return documents


def read_parts(folder, half):
    """What stands in a row each: the halves of a corpus, or the languages of the articles that nothing is learnt from."""
    if folder in BY_LANGUAGE:
        parts = {}
        for document in read_corpus(folder, half):
            parts.setdefault(document.language, []).append(document)
        return parts
    return {part: read_corpus(folder, part) for part in ([half] if half else ['a', 'b'])}


def suggest(quo, documents, options=()):
    """Runs the program once for all documents of a language and reads what it has written."""
    languages = {}
    for document in documents:
        languages.setdefault(document.language, []).append(document)
    for language, group in languages.items():
        with tempfile.TemporaryDirectory() as out:
            call = [quo, 'suggest', *options, '-o', out + '/']
            if language:
                call += ['--language', language]
            subprocess.run(call + [str(document.path) for document in group], check=True)
            for document in group:
                written = pathlib.Path(out) / (document.path.name + '.quo.json')
                document.pred = sidecar.Sidecar(json.loads(written.read_text('utf-8'))).document()


def sum_up(documents, kinds=None):
    quotes = score.Quotes(kinds)
    for document in documents:
        quotes.add(document.text, document.gold, document.pred)
    return quotes


def number(value):
    return '    –' if value is None else f'{value:5.1f}'


def print_quotes(title, quotes):
    if not quotes.count['overlap', 'wanted']:
        return
    exact, overlap, both = (quotes.f1(name) for name in ('exact', 'overlap', 'both'))
    kinds = '  '.join(f'{kind} {share:.0f} % of {n}' for kind, (share, n) in quotes.recall_by_kind().items())
    print(f'{title:28} {number(exact[2])}  {number(overlap[0])} {number(overlap[1])} {number(overlap[2])}  '
          f'{number(quotes.share("speaker"))}  {number(quotes.share("cue"))}  {number(both[2])}  {kinds}')


def print_names(title, documents):
    names = score.Names()
    for document in documents:
        names.add(document.gold, document.pred)
    if names.wanted():
        labels = '  '.join(f'{label} {names.f1(label)[2]:.1f} of {names.wanted(label)}' for label in names.labels)
        print(f'{title:28} {" ".join(number(rate) for rate in names.f1())}  {labels}')


def run_table(quo, corpora, half, options):
    read = {}
    for folder in corpora:
        for part, documents in read_parts(folder, half).items():
            if documents:
                read[folder.name, part] = documents
                suggest(quo, documents, options)
    print('QUOTES, in per cent          exact  -----overlap-----  right  right   both')
    print('                                F1     P     R    F1  spkr.    cue     F1  found by kind')
    for (name, part), documents in read.items():
        print_quotes(f'{name} {part}', sum_up(documents))
        kinds = {quote.get('kind') for document in documents for quote in document.gold.get('quotes', [])}
        if kinds - {'direct', 'mixed'}:
            print_quotes(f'{name} {part}, direct+mixed', sum_up(documents, {'direct', 'mixed'}))
    print()
    print('NAMES, exact span and label      P     R    F1')
    for (name, part), documents in read.items():
        print_names(f'{name} {part}', documents)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('quo')
    parser.add_argument('folder', nargs='?', default=os.environ.get('QUO_EVAL'))
    parser.add_argument('--half', choices=['a', 'b'])
    parser.add_argument('--only', action='append')
    parser.add_argument('--weights')
    arguments = parser.parse_args()
    corpora = [SAMPLES, NEWS, *BY_LANGUAGE]
    if arguments.folder:
        corpora += sorted(path for path in pathlib.Path(arguments.folder).iterdir() if path.is_dir())
    else:
        print('eval: no folder of corpora is named (./dev eval FOLDER, or QUO_EVAL): only the samples of the project',
              file=sys.stderr)
    if arguments.only:
        corpora = [folder for folder in corpora if folder.name in arguments.only]
    options = ['--weights', arguments.weights] if arguments.weights else []
    run_table(arguments.quo, corpora, arguments.half, options)


if __name__ == '__main__':
    main()
