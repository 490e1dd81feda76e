#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes up an article of any size with a sidecar of any number of annotations, the same in each run.

    article_maker.py [--bytes N] [--annotations N] [--one-line] [--plain SHARE] ARTICLE.txt

The text is news without sense: reports, statements, quotes that are interrupted, names that are not ASCII.
What is annotated is what stands there: quotes with cue and speaker, linked by a relation, then names with
their entity; when more is asked for than there is, single words. The sidecar is written canonically, as the
program itself would write it, so that a load and a save of it change no byte. It names more than news does, 30
things in 1,000 characters; with plain sentences between the others it is as news is: see NEWS_PLAIN.
"""

import argparse
import hashlib
import json
import os
import random

SEED = 20260
NEWS_PLAIN = 0.8  # so many plain sentences for each other one: 19 names, quotes and cues in 1,000 characters
CONTEXT = 24  # code points of an annotation's surroundings that a sidecar keeps
QUOTE_SHARE = 0.3  # of the annotations that are asked for, at most, belong to a quote
ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
MOMENT = '2026-03-03T09:14:02Z'

PEOPLE = ('Ingrid Sørbø', 'Paweł Zieliński', 'Amina Diallo', 'Tomás Ferreira', 'Nguyễn Thị Hạnh',
          'Marta Quiroga', 'Yusuf Demir', 'Olivier N’Diaye', 'Zofia Łuczak', 'Peter Maddox',
          'Chiara Bellandi', 'Kwame Asante', 'Anneke de Wit', 'Rashid al-Karim', 'Jean Fowler')
PLACES = ('Halden Ferry', 'Kraków', 'Lisbon', 'Gdynia', 'Port Ellis', 'São Martinho', 'Malmö',
          'the Arne valley', 'Dakar', 'Izmir')
ORGANIZATIONS = ('Rail Agency', 'Baltic Water', 'Halden City Council', 'Nordbank', 'Harbour Union',
                 'Médecins Unis', 'Audit Office', 'Ferrum Works')
DAYS = ('on Monday', 'on Tuesday', 'last week', 'in March', 'on 14 June', 'this morning', 'a year ago')
VERBS = ('said', 'told reporters', 'added', 'warned', 'insisted', 'recalled', 'answered', 'conceded')
DEEDS = ('approved', 'put off', 'looked into', 'paid for', 'closed', 'reopened', 'criticised', 'promised')
THINGS = ('bridge', 'budget', 'ferry', 'harbour', 'school', 'tram line', 'hospital', 'contract', 'strike',
          'inquiry', 'flood wall', 'election', 'report', 'wage deal', 'power station', 'vote')
QUALITIES = ('new', 'old', 'costly', 'disputed', 'long awaited', 'unfinished', 'public', 'small', 'secret')
JOINTS = ('because', 'although', 'while', 'after', 'before', 'so that')
SMALL = ('nobody', 'everybody', 'the neighbours', 'our children', 'two engineers', 'most of us', 'they')
ACTS = ('wanted to pay for', 'had asked about', 'walked across', 'will vote on', 'waited for',
        'cannot live without', 'have not seen', 'never heard of')


class Text:
    """A text in the making: pieces, and the code point where the next one begins."""

    def __init__(self):
        self.pieces = []
        self.length = 0
        self.n_bytes = 0
        self.names = []  # (start, end, type, index of the entity or None)
        self.quotes = []  # (segments, cue, speaker), each (start, end); the speaker with its entity

    def add(self, piece):
        start = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        self.n_bytes += len(piece.encode())
        return start, self.length


class Writer:
    """Writes sentence after sentence into a Text; plain: how likely one that names nothing follows."""

    def __init__(self, plain=0):
        self.plain = plain
        self.random = random.Random(SEED)
        self.text = Text()
        self.entities = [('person', name) for name in PEOPLE] + [('place', name) for name in PLACES] + [
            ('organization', name) for name in ORGANIZATIONS]
        self.number = {name: i for i, (_, name) in enumerate(self.entities)}

    def add_name(self, names, kind):
        name = self.random.choice(names)
        start, end = self.text.add(name)
        self.text.names.append((start, end, kind, self.number.get(name)))
        return start, end, self.number.get(name)

    def make_thing(self):
        pick = self.random.choice
        return f'the {pick(QUALITIES)} {pick(THINGS)}' if self.random.random() < 0.6 else f'the {pick(THINGS)}'

    def make_clause(self):
        pick = self.random.choice
        clause = f'{pick(SMALL)} {pick(ACTS)} {self.make_thing()}'
        if self.random.random() < 0.5:
            clause += f' {pick(JOINTS)} {pick(SMALL)} {pick(ACTS)} {self.make_thing()}'
        return clause

    def write_report(self):
        add = self.text.add
        self.add_name(ORGANIZATIONS, 'organization')
        add(f' {self.random.choice(DEEDS)} {self.make_thing()} in ')
        self.add_name(PLACES, 'place')
        add(' ')
        self.add_name(DAYS, 'date')
        add('. ')

    def write_quote(self):
        add = self.text.add
        opening = self.make_clause()
        segments = [add(f'“{opening[0].upper()}{opening[1:]},”')]
        add(' ')
        speaker = self.add_name(PEOPLE, 'person')
        add(' ')
        cue = add(self.random.choice(VERBS))
        if self.random.random() < 0.4:
            add(', ')
            segments.append(add(f'“and {self.make_clause()}.”'))
            add(' ')
        else:
            add('. ')
        self.text.quotes.append((segments, cue, speaker))

    def write_statement(self):
        add = self.text.add
        speaker = self.add_name(PEOPLE, 'person')
        add(' ')
        cue = add('said')
        add(' that ')
        segment = add(self.make_clause())
        add('. ')
        self.text.quotes.append(([segment], cue, speaker))

    def write_paragraph(self, end):
        sentences = (self.write_report, self.write_quote, self.write_statement)
        for _ in range(self.random.randint(2, 6)):
            self.random.choices(sentences, (5, 3, 2))[0]()
            if self.plain > 0 and self.random.random() < self.plain:
                clause = self.make_clause()
                self.text.add(f'{clause[0].upper()}{clause[1:]}. ')
        self.text.add(end)

    def write(self, n_bytes, is_one_line):
        while self.text.n_bytes < n_bytes:
            self.write_paragraph(' ' if is_one_line else '\n\n')
        return ''.join(self.text.pieces)


def spread(items, n):
    """n of the items, evenly over all of them."""
    n = min(n, len(items))
    return [items[i * len(items) // n] for i in range(n)]


class Sidecar:
    """The records of a sidecar, and their canonical bytes."""

    def __init__(self, text, story, entities):
        self.random = random.Random(SEED + 1)
        self.text = text
        self.story = story
        self.entities = entities
        self.annotations = []  # (start, end, type, [id, segments, entity])
        self.relations = []
        self.used = {'L1'}

    def make_id(self):
        while True:
            name = 'k' + ''.join(self.random.choices(ID_LETTERS, k=7))
            if name not in self.used:
                self.used.add(name)
                return name

    def annotate(self, kind, segments, entity=None):
        name = self.make_id()
        self.annotations.append((segments[0][0], segments[-1][1], kind, name, segments, entity))
        return name

    def add_quotes(self, n):
        taken = set()
        for segments, cue, speaker in spread(self.story.quotes, int(n * QUOTE_SHARE) // 3):
            roles = {'cue': [self.annotate('cue', [cue])],
                     'quote': [self.annotate('quote', segments)],
                     'source': [self.annotate('person', [speaker[:2]], speaker[2])]}
            taken.add(speaker[0])
            self.relations.append({'id': self.make_id(), 'layer': 'L1', 'type': 'quotation',
                                   'roles': roles, 'created': MOMENT})
        return taken

    def add_words(self, n):
        """Words and short runs of them, anywhere: they overlap with what is annotated already."""
        kinds = ('person', 'place', 'organization', 'date', 'event')
        last = len(self.text) - 100
        while n > 0:
            start = self.text.find(' ', self.random.randrange(last)) + 1
            end = self.text.find(' ', start + self.random.choice((3, 3, 6, 20)))
            if 0 < start < end and '\n' not in self.text[start:end]:
                self.annotate(self.random.choice(kinds), [(start, end)])
                n -= 1

    def fill(self, n):
        taken = self.add_quotes(n)
        free = [name for name in self.story.names if name[0] not in taken]
        for start, end, kind, entity in spread(free, n - len(self.annotations)):
            self.annotate(kind, [(start, end)], entity)
        self.add_words(n - len(self.annotations))

    def make_annotation(self, start, end, kind, name, segments, entity):
        record = {'id': name, 'layer': 'L1', 'type': kind, 'at': segments,
                  'quote': [self.text[a:b] for a, b in segments],
                  'pre': self.text[max(0, start - CONTEXT):start], 'suf': self.text[end:end + CONTEXT]}
        if not record['pre']:
            del record['pre']
        if entity is not None:
            record['entity'] = f'E{entity}'
        record['created'] = MOMENT
        return record

    def write(self, path, name, data, is_one_line):
        document = {'file': name, 'sha256': hashlib.sha256(data).hexdigest(), 'length': len(self.text),
                    'bytes': len(data), 'newline': 'none' if is_one_line else 'lf', 'lang': 'en'}
        self.annotations.sort(key=lambda a: (a[0], -a[1], a[2], a[3]))
        lists = {
            'agents': [{'id': 'maker', 'type': 'software', 'name': 'article maker'}],
            'layers': [{'id': 'L1', 'title': 'All', 'by': 'maker', 'state': 'open'}],
            'entities': [{'id': f'E{i}', 'type': kind, 'name': name}
                         for i, (kind, name) in enumerate(self.entities)],
            'annotations': (self.make_annotation(*a) for a in self.annotations),
            'relations': self.relations,
        }
        with open(path, 'w', encoding='utf-8', newline='\n') as out:
            out.write('{\n"format": "quotidian-annotations",\n"version": "1.0",\n"generator": "quotidian 0.1.0",\n')
            out.write(f'"document": {encode(document)},\n"tagset": {encode({"name": "news"})}')
            for member, records in lists.items():
                write_list(out, member, records)
            out.write('\n}\n')


def encode(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'))


def write_list(out, member, records):
    before = f',\n"{member}": [\n'
    for record in records:
        out.write(before + encode(record))
        before = ',\n'
    if before == ',\n':
        out.write('\n]')


def make_article(path, n_bytes, n_annotations, is_one_line=False, plain=0):
    """Writes the article and, for more than no annotations, its sidecar. Returns the article's path."""
    writer = Writer(plain)
    text = writer.write(n_bytes, is_one_line)
    data = text.encode()
    with open(path, 'wb') as out:
        out.write(data)
    if n_annotations > 0:
        sidecar = Sidecar(text, writer.text, writer.entities)
        sidecar.fill(n_annotations)
        sidecar.write(f'{path}.quo.json', os.path.basename(path), data, is_one_line)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('--bytes', type=int, default=1_000_000, metavar='N')
    parser.add_argument('--annotations', type=int, default=10_000, metavar='N')
    parser.add_argument('--one-line', action='store_true')
    parser.add_argument('--plain', type=float, default=0, metavar='SHARE', help=f'as in news: {NEWS_PLAIN}')
    parser.add_argument('article')
    options = parser.parse_args()
    make_article(options.article, options.bytes, options.annotations, options.one_line, options.plain)


if __name__ == '__main__':
    main()
