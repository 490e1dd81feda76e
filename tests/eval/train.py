#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the weights that come with the program: data/languages/weights.ini.

usage: train.py QUO FOLDER [--half a|b] [-o OUT]

FOLDER holds the corpora as eval.py takes them; the news in many languages beside this file are our own. Only those named in CORPORA are learnt from: their licences allow it,
and the result names them. Marked texts become sidecars whose layer is gold, `quo learn` does the rest, beginning with
prior.ini; the same input gives the same file.
"""

import argparse
import hashlib
import json
import pathlib
import shutil
import subprocess
import tempfile

import eval as evaluation

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent.parent / 'data' / 'languages' / 'weights.ini'

# Folder, how often each text counts, credit.
CORPORA = [
    ('news', 4, 'articles in ten languages, written for this project (tests/eval/news): GPL-3.0-or-later'),
    ('en_gum_news', 4, 'GUM, news: text CC BY 2.5 (English Wikinews), annotation CC BY 4.0 '
                       '(Zeldes 2017 and the GUM annotators)'),
    ('en_litbank', 1, 'LitBank: CC BY 4.0 (Bamman et al. 2019; quotations: Sims & Bamman 2020), '
                      'novels in the public domain'),
]

TYPES = {'PER': 'person', 'LOC': 'place', 'ORG': 'organization'}


class Writer:
    """Makes a sidecar of a marked text."""

    def __init__(self, document):
        self.document = document
        self.annotations, self.entities, self.relations = [], {}, []
        self.places = {}

    def annotate(self, kind, ranges, **more):
        at = sorted([int(a), int(b)] for a, b in ranges)
        key = (kind, json.dumps(at))
        if key not in self.places:
            record = {'id': f'a{len(self.annotations)}', 'layer': 'L', 'type': kind, 'at': at,
                      'quote': [self.document.text[a:b] for a, b in at], **more}
            self.annotations.append(record)
            self.places[key] = record
        return self.places[key]

    def add_speaker(self, quote):
        speaker = quote.get('speaker')
        entity = None
        if quote.get('speaker_name'):
            name = quote['speaker_name']
            entity = self.entities.setdefault(name, {'id': f'e{len(self.entities)}', 'type': 'person', 'name': name})
            for start, end in quote.get('speaker_mentions', []):
                self.annotate('person', [(start, end)], entity=entity['id'])
        if speaker and speaker.get('start') is not None:
            record = self.annotate('person', [(speaker['start'], speaker['end'])])
            if entity:
                record['entity'] = entity['id']
            return record['id']
        return entity['id'] if entity else None

    def add_quotes(self, quotes):
        """Those of one group are one annotation; what need not be found is left open."""
        ranges = []
        for quote in sorted(quotes, key=lambda quote: quote['start']):
            if not ranges or quote['start'] >= ranges[-1][1]:
                ranges.append((quote['start'], quote['end']))
        first = quotes[0]
        is_open = all(quote.get('optional') or quote.get('nested') for quote in quotes)
        record = self.annotate('quote', ranges, **({'status': 'suggested'} if is_open else {}))
        source = self.add_speaker(first)
        if source:
            self.relations.append({'id': f'r{len(self.relations)}', 'layer': 'L', 'type': 'quotation',
                                   'roles': {'quote': [record['id']], 'source': [source]}})

    def sidecar(self):
        groups = {}
        for number, quote in enumerate(self.document.gold.get('quotes', [])):
            groups.setdefault(quote.get('group', f'single {number}'), []).append(quote)
        for quotes in groups.values():
            self.add_quotes(quotes)
        data = self.document.path.read_bytes()
        return {'format': 'quotidian-annotations', 'version': '1.0',
                'document': {'file': self.document.path.name, 'sha256': hashlib.sha256(data).hexdigest(),
                             'length': len(self.document.text), 'lang': self.document.language or 'en'},
                'agents': [{'id': 'corpus', 'type': 'import'}],
                'layers': [{'id': 'L', 'by': 'corpus', 'state': 'gold'}],
                'entities': list(self.entities.values()), 'annotations': self.annotations,
                'relations': self.relations}


def write_sidecars(documents, folder, times):
    folder.mkdir(parents=True)
    for document in documents:
        for n in range(times):
            path = folder / f'{n}-{document.path.name}'
            shutil.copyfile(document.path, path)
            sidecar = Writer(document).sidecar()
            sidecar['document']['file'] = path.name
            path.with_name(path.name + '.quo.json').write_text(json.dumps(sidecar, ensure_ascii=False), 'utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('quo')
    parser.add_argument('folder')
    parser.add_argument('--half', choices=['a', 'b'])
    parser.add_argument('-o', '--output', default=OUT, type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, times, _ in CORPORA:
            parent = HERE if name == 'news' else pathlib.Path(arguments.folder)
            documents = evaluation.read_corpus(parent / name, arguments.half)
            write_sidecars(documents, folder / name, times)
        weights = subprocess.run([arguments.quo, 'learn', '--pull', '1', '--start', HERE / 'prior.ini', folder],
                                 check=True, stdout=subprocess.PIPE, encoding='utf-8').stdout
    half = f', half {arguments.half} of each' if arguments.half else ''
    credits = '\n'.join(f'# {credit}.' for _, _, credit in CORPORA)
    arguments.output.write_text(
        '# SPDX-License-Identifier: GPL-3.0-or-later\n'
        f'# Made by tests/eval/train.py{half}. Numbers only, no text, learnt from:\n{credits}\n\n{weights}', 'utf-8')


if __name__ == '__main__':
    main()
