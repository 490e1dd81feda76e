#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight faults of files, for every format that is read: wrong offsets, dangling ids, duplicate ids, cut in half,
wrong encoding, huge, nested, wrong type.

usage: faults.py QUO FOLDER        (FOLDER/brat/in.ann ...: what is damaged)        Prints TAP.

Each damaged file is refused, or what is wrong in it is told, with the file, the line and what was expected; with
--partial what can be read of it is; nothing that exists is changed, nothing else is written, and the program is
never ended by a signal.
"""
import glob, hashlib, json, os, re, shutil, subprocess, sys, tempfile

FAULTS = ('offsets', 'dangling', 'duplicate', 'cut', 'encoding', 'huge', 'nested', 'type')
REFUSED, TOLD = 3, 1        # how the program ends: nothing came of it; it was read, and something is wrong
TOO_LARGE = 1024 ** 3 + 1
DEEP = 100000
NO_IDS = 'the format has no ids'
NO_OFFSETS = 'the format has no offsets'
FLAT = 'nothing can be nested in the format'


class Edit:
    """What to put for what, and what must come of it: the line, words of the message, annotations of --partial."""
    def __init__(self, old, new, line, says, partial=None, code=REFUSED):
        self.old, self.new, self.line, self.says, self.partial, self.code = old, new, line, says, partial, code


class Cut:
    """The file up to the half, or up to (and without) some words of it."""
    def __init__(self, says, line=None, partial=None, before=None, code=REFUSED):
        self.says, self.line, self.partial, self.before, self.code = says, line, partial, before, code


JSON_CUT = r'ends too early|is expected|is not finished'
JSON_DEEP = r'nest|deep|levels'
NUMBERS = r'number'
NO_PLACE = r'no place in the text'

# Format: the file, its article (or None: the text comes with it), and its faults; a string says why there is none.
TABLE = {
    'quo': ('in.quo.json', None, {
        'offsets': Edit('"at":[[16,25]]', '"at":[[16,9925]]', 22, r'9925 are 9909 characters'),
        'dangling': Edit('"entity":"EB"', '"entity":"E0"', None, r'annotations\[1\].entity: “E0” is not in the file', 21, TOLD),
        'duplicate': Edit('"id":"EB"', '"id":"EA"', 15, r'EA'),
        'cut': Cut(JSON_CUT, partial=4, before='{"id":"q1"'),
        'nested': Edit('"n":4', '"n":' + '[' * DEEP, 22, r'string, a number|' + JSON_DEEP),
        'type': Edit('"layers": [', '"layers": {', 9, r'list')}),
    'brat': ('in.ann', None, {
        'offsets': Edit('T7\tperson 81 90', 'T7\tperson 81 990', 7, NO_PLACE, 6, TOLD),
        'dangling': Edit('Arg2:T1', 'Arg2:T99', 9, r'T99', 6),
        'duplicate': Edit('T7\tperson', 'T6\tperson', 7, r'T6 stands twice, first in line 6', 5),
        'cut': Cut(r'a label, offsets and text', 5, 4, before='\ttold\nT6'),
        'nested': FLAT,
        'type': Edit('T6\tperson 125 129', 'T6\tperson a b', 6, r'offsets are two numbers', 5)}),
    'webannotation': ('in.jsonld', 'article.txt', {
        'offsets': Edit('"start": 16,\n       "end": 21', '"start": 16,\n       "end": 2100', None, r'found by its words', 3, 0),
        'dangling': Edit('"source": "urn:quo:p1"', '"source": "urn:quo:p9"', 108, r'p9', 3),
        'duplicate': Edit('"id": "x3"', '"id": "urn:quo:p1"', None, r'p1 stands twice', 2),
        'cut': Cut(JSON_CUT, partial=1),
        'nested': Edit('"body": [\n    {', '"body": [' + '[' * DEEP + '\n    {', 8, JSON_DEEP),
        'type': Edit('"selector": [\n      {\n       "type": "TextPositionSelector",\n       "start": 16,\n       "end": 21\n      },',
                     '"selector": [\n      7,', None, '', None, 0)}),
    'csv-annotations': ('in.csv', 'article.txt', {
        'offsets': Edit('0-8', '0-888', 2, NO_PLACE, 2, TOLD),
        'dangling': 'entities and layers are made of the rows that name them',
        'duplicate': Edit('k2,', 'k1,', 4, r'k1 stands twice', 1),
        'cut': Cut(r'quotation mark', 4, 1, before=' … “and'),
        'nested': FLAT,
        'type': Edit('0-8,', 'a-b,', 2, r'whole numbers', 1)}),
    'csv-quotes': ('in.csv', 'article.txt', {
        'offsets': Edit('47,55', '47,955', 3, NO_PLACE, 3, TOLD),
        'dangling': 'speakers are made of the rows that name them',
        'duplicate': 'rows with one id are one relation',
        'cut': Cut(r'quotation mark', 2, 0, before=' … “and'),
        'nested': FLAT,
        'type': Edit('47,55', '47,many', 3, r'whole numbers', 2)}),
    'csv-relations': ('in.relations.csv', 'article.txt', {
        'offsets': NO_OFFSETS,
        'dangling': Edit('source,p1', 'source,p99', None, r'p99', 0),
        'duplicate': 'rows with one id are one relation',
        'cut': Cut(r'a row has an id, a role and a member', 6, 0, before=',a,p2'),
        'nested': FLAT,
        'type': Edit('source,p1', ',p1', 4, r'a row has an id, a role and a member', 0)}),
    'csv-entities': ('in.entities.csv', 'article.txt', {
        'offsets': NO_OFFSETS,
        'dangling': 'nothing in the table names anything else',
        'duplicate': Edit('E2,place', 'E1,place', 4, r'E1 stands twice', 0),
        'cut': Cut(r'quotation mark', 2, 0, before='\nlines'),
        'nested': FLAT,
        'type': Edit('52.5', 'north', 4, r'degrees', 0)}),
    'conll': ('in.conll', None, {
        'offsets': NO_OFFSETS, 'dangling': NO_IDS, 'duplicate': NO_IDS,
        'cut': Cut(r'it has 2 columns', 5, 1, before=' I-NP I-person'),
        'nested': FLAT,
        'type': Edit('I-person', 'person', 5, r'“person” is no tag', 3)}),
    'conllu': ('in.conllu', None, {
        'offsets': NO_OFFSETS,
        'dangling': Edit('Entity=1)', 'Entity=7)', 7, r'7 ends here', 2),
        'duplicate': 'mentions of one id are mentions of one entity',
        'cut': Cut(r'ten columns', 17, 2, before='\tVERB\t_\t_\t2'),
        'nested': Edit('Entity=(2-event', 'Entity=' + '(2-event' * 5000, 17, r'does not end', 3),
        'type': Edit('2\tLind', 'two\tLind', 7, r'“two” is no number', 2)}),
    'doccano': ('in.jsonl', None, {
        'offsets': Edit('"end_offset": 46', '"end_offset": 4600', 1, NO_PLACE, 3),
        'dangling': Edit('"from_id": 4, "to_id": 6', '"from_id": 4, "to_id": 66', 1, r'66', 4),
        'duplicate': Edit('"id": 6, "start', '"id": 3, "start', 1, r'3 stands twice', 3),
        'cut': Cut(JSON_CUT, 2, 3, before=', "ORG"'),
        'nested': Edit('[[0, 6, "ORG"]]', '[' * DEEP, 2, JSON_DEEP, 3),
        'type': Edit('[0, 6, "ORG"]', '["0", 6, "ORG"]', 2, r'a span is \[start, end, label\]', 3)}),
    'prodigy': ('in.jsonl', None, {
        'offsets': Edit('"start": 7, "end": 11', '"start": 7, "end": 1100', None, r'the words of its 1 annotation do not stand', 3),
        'dangling': Edit('"child_span": {"start": 0, "end": 8', '"child_span": {"start": 0, "end": 9', 1, r'0-9-person', 3),
        'duplicate': 'spans have no ids; the same one may stand twice',
        'cut': Cut(JSON_CUT, 3, 2, before=', "end": 11'),
        'nested': Edit('{"a": 1}', '[' * DEEP, 1, JSON_DEEP, 1),
        'type': Edit('"start": 7, "end": 11', '"start": "7", "end": 11', 3, r'a span has start, end and label', 2)}),
    'spacy': ('in.jsonl', None, {
        'offsets': Edit('[7, 11, "CUE"]', '[7, 1100, "CUE"]', 2, NO_PLACE, 2),
        'dangling': NO_IDS, 'duplicate': NO_IDS,
        'cut': Cut(JSON_CUT, 2, 2, before=', 11'),
        'nested': Edit('[[7, 11, "CUE"]]', '[' * DEEP, 2, JSON_DEEP, 2),
        'type': Edit('[7, 11, "CUE"]', '[7, true, "CUE"]', 2, r'a span is \[start, end, label\]', 2)}),
    'labelstudio': ('in.json', None, {
        'offsets': Edit('"start": 11,\n              "end": 15', '"start": 11,\n              "end": 1500', None, r'“said”', 7, TOLD),
        'dangling': Edit('"to_id": "p1"', '"to_id": "p7"', 15, r'p7'),
        'duplicate': 'results with one id are about one region',
        'cut': Cut(JSON_CUT, partial=3),
        'nested': Edit('"end": 15', '"end": ' + '[' * DEEP, None, JSON_DEEP),
        'type': Edit('"text": "Ada Lind 🚢 said', '"text": 7, "other": "Ada Lind 🚢 said', None, '', None, 0)}),
    'tei': ('in.tei.xml', None, {
        'offsets': 'marks stand where their elements stand',
        'dangling': Edit('from="#x1.b"', 'from="#x9.b"', 7, r'x9\.b'),
        'duplicate': Edit('xml:id="n1"', 'xml:id="p1"', 11, r'p1'),
        'cut': Cut(r'not well-formed', None, 4, before='</ab>'),
        'nested': Edit('🚢', '<seg>' * 300 + '</seg>' * 300, 11, r'nested too deep'),
        'type': Edit('<text><body>', '<words><body>', None, r'not well-formed|no <text>')}),
    'cas': ('in.cas.json', None, {
        'offsets': Edit('"begin":0,"end":7', '"begin":0,"end":7000', 7, NO_PLACE, 1),
        'dangling': Edit('"@target":3', '"@target":33', 7, r'33', 2),
        'duplicate': Edit('"%ID":6,', '"%ID":3,', 12, r'3 stands twice'),
        'cut': Cut(JSON_CUT, partial=2, before='{"%ID":4'),
        'nested': Edit('"%ELEMENTS":[6]', '"%ELEMENTS":' + '[' * DEEP, 13, JSON_DEEP),
        'type': Edit('"%ID":4,', '"%ID":"four",', 11, r'a number %ID', 2)}),
    'webanno': ('in.tsv', None, {
        'offsets': Edit('2-1\t27-30', '2-1\t7-10', 22, r'does not begin after'),
        'dangling': Edit('1-1[1_0]', '9-9[1_0]', 17, r'9-9', 6),
        'duplicate': 'rows with one id are one annotation',
        'cut': Cut(r'it has \d+ columns', None, None, before='\t_\tof'),
        'nested': FLAT,
        'type': Edit('1-2\t4-8', '1-2\tfour', 11, r'two offsets')}),
    'pdnc': ('in.pdnc', None, {
        'offsets': Edit('[33, 37]', '[33, 3700]', 3, r'“No”', 3, TOLD),
        'dangling': 'characters are made of the rows that name them',
        'duplicate': Edit('Q1,', 'Q0,', 3, r'Q0 stands twice', 2),
        'cut': Cut(r'quotation mark', 2, 0, before=', [26, 32]'),
        'nested': Edit('[[33, 37]]', '[' * DEEP, 3, r'quoteByteSpans is not a list', 2),
        'type': Edit('"[[33, 37]]"', 'thirty-three', 3, r'quoteByteSpans is not a list', 2)}),
    'booknlp': ('in.quotes', None, {
        'offsets': Edit('8\t10', '8\t1000', 3, r'there are no tokens 8–1000; the last one is 10', 2),
        'dangling': Edit('5\t6', '5\t66', 2, r'there are no tokens 5–66', 3),
        'duplicate': NO_IDS,
        'cut': Cut(r'marks|numbers of tokens', 3, 2, before='\t10\tNone'),
        'nested': FLAT,
        'type': Edit('8\t10', 'eight\t10', 3, r'quote_start and quote_end are numbers', 2)}),
    'corenlp': ('in.json', None, {
        'offsets': Edit('"beginIndex":0,"endIndex":7', '"beginIndex":0,"endIndex":7000', 9, r'“Go 🚢”', None, TOLD),
        'dangling': 'the mention of a speaker that is no token is none',
        'duplicate': NO_IDS,
        'cut': Cut(JSON_CUT, partial=None, before=',"beginToken"'),
        'nested': Edit('"index":7', '"index":' + '[' * DEEP, 8, JSON_DEEP),
        'type': Edit('"beginIndex":0', '"beginIndex":"0"', 9, r'a quote has beginIndex and endIndex', 1)}),
    'recogito': ('in.recogito.csv', None, {
        'offsets': Edit('char-offset:10', 'char-offset:9910', 3, r'“Old Town” should stand at 9910', 2, TOLD),
        'dangling': 'nothing in the table names anything else',
        'duplicate': Edit('6f1d,', '6f1c,', 3, r'6f1c stands twice', 1),
        'cut': Cut(r'quotation mark', 2, 0, before=' ""hello""'),
        'nested': FLAT,
        'type': Edit('char-offset:10', 'char-offset:ten', 3, r'char-offset: and a number', 1)}),
    'catma': ('in.catma.xml', None, {
        'offsets': Edit('#char=15,18', '#char=15,1800', None, NO_PLACE, 1),
        'dangling': Edit('ana="#CATMA_I2"', 'ana="#CATMA_I9"', 12, r'CATMA_I9', 2),
        'duplicate': 'pointers with one id are one annotation',
        'cut': Cut(r'not well-formed', None, 1, before='<fs xml:id="CATMA_I2"'),
        'nested': Edit('<seg ana="#CATMA_I2">', '<seg ana="#CATMA_I2">' + '<hi>' * 300 + '</hi>' * 300, 12, r'nested too deep'),
        'type': Edit('#char=15,18', '#char=fifteen,18', 12, r'#char= and two numbers', 2)}),
    'bdocjs': ('in-own.bdocjs', None, {
        'offsets': Edit('"start":0,"end":3', '"start":0,"end":3000', 1, NO_PLACE, 0),
        'dangling': Edit('"quo_part_of":0', '"quo_part_of":9', 1, r'#9', 1),
        'duplicate': Edit('"id":1,"features":{"quo_part_of":0}', '"id":0,"features":{}', 1, r'0 stands twice', 1),
        'cut': Cut(JSON_CUT, partial=1, before=',"end":16'),
        'nested': Edit('"x":1', '"x":' + '[' * DEEP, 1, JSON_DEEP),
        'type': Edit('"start":0', '"start":"0"', 1, r'an annotation has type, start, end and id', None)}),
}


def load(path):
    with open(path, 'rb') as file:
        return file.read()


def snapshot(folder):
    """What stands in a folder: names and hashes of the content."""
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if os.path.getsize(path) < TOO_LARGE:
                found[os.path.relpath(path, folder)] = hashlib.sha256(load(path)).hexdigest()
    return found


def damage(whole, fault, what):
    """The damaged bytes, the line that must be named, the words, how it must end, and what is read all the same."""
    text = whole.decode('utf-8')
    if fault == 'encoding':
        at = len(text) // 2
        before = text[:at].encode('utf-8')
        return before + b'\xe9' + text[at:].encode('utf-8'), before.count(b'\n') + 1, r'UTF-8|[Ee]ncod|is expected', REFUSED, None
    if isinstance(what, Cut):
        at = text.index(what.before) if what.before else len(text) // 2
        return text[:at].encode('utf-8'), what.line, what.says, what.code, what.partial
    assert what.old in text, f'{what.old!r} is not in the file'
    return text.replace(what.old, what.new, 1).encode('utf-8'), what.line, what.says, what.code, what.partial


class Case:
    def __init__(self, quo, folder, format, fault, home):
        base, article, faults = TABLE[format]
        self.quo, self.format, self.fault = quo, format, fault
        self.what = faults.get(fault)
        self.folder = os.path.join(home, 'in')
        os.makedirs(self.folder)
        source = os.path.join(folder, format)
        stem = base.split('.')[0]
        for path in glob.glob(os.path.join(source, stem + '.*')) + glob.glob(os.path.join(source, 'article.*')):
            shutil.copy(path, self.folder)
        self.path = os.path.join(self.folder, base)
        self.article = os.path.join(self.folder, article) if article else None
        self.out = os.path.join(home, 'out')

    def run(self, *options):
        shutil.rmtree(self.out, ignore_errors=True)
        command = [self.quo, 'convert', '--from', self.format, '-o', self.out + '/', self.path, *options]
        if self.article:
            command += ['--article', self.article, '--merge']
        return subprocess.run(command, capture_output=True, text=True, errors='replace', timeout=120, check=False)

    def count_read(self):
        n = 0
        for path in glob.glob(os.path.join(self.out, '*.quo.json')):
            n += len(json.loads(load(path))['annotations'])
        return n

    def check_end(self, done, code, line, says):
        message = done.stderr
        if done.returncode < 0:
            return f'ended by signal {-done.returncode}'
        if done.returncode != code:
            return f'ended with {done.returncode} and not {code}: {message[:300]}'
        if code == 0 and not says:
            return ''
        if code == REFUSED and os.path.basename(self.path) not in message:
            return f'does not name the file: {message[:300]}'
        if line and not re.search(rf'line {line}\b', message):
            return f'does not name line {line}: {message[:300]}'
        if not re.search(says, message):
            return f'does not say {says}: {message[:300]}'
        return ''

    def check_huge(self):
        os.truncate(self.path, TOO_LARGE)
        done = self.run()
        wrong = self.check_end(done, REFUSED, None, r'above 1024 MB such a file is not read')
        return wrong or ('something was written' if snapshot(self.out) else '')

    def check_partial(self, n):
        done = self.run('--partial')
        if done.returncode < 0:
            return f'--partial ended by signal {-done.returncode}'
        if n is None:
            return ''
        if done.returncode not in (0, TOLD):
            return f'--partial read nothing: {done.stderr[:300]}'
        return '' if self.count_read() == n else f'--partial read {self.count_read()} annotations and not {n}'

    def check(self):
        if self.fault == 'huge':
            return self.check_huge()
        data, line, says, code, partial = damage(load(self.path), self.fault, self.what)
        with open(self.path, 'wb') as file:
            file.write(data)
        before = snapshot(self.folder)
        wrong = self.check_end(self.run(), code, line, says)
        if not wrong and code == REFUSED and snapshot(self.out):
            wrong = f'it was refused and {sorted(snapshot(self.out))} written'
        wrong = wrong or self.check_partial(partial)
        return wrong or ('' if snapshot(self.folder) == before else 'a file that was there was changed')


def check_table():
    missing = [f'{f} {fault}' for f in TABLE for fault in FAULTS
               if fault not in ('encoding', 'huge') and fault not in TABLE[f][2]]
    return f'not in the table: {", ".join(missing)}' if missing else ''


def list_others(quo):
    """Formats that are read and have no row: they have their bad-WHAT files."""
    formats = json.loads(subprocess.run([quo, 'formats', '--json'], capture_output=True, check=True).stdout)
    return [f['id'] for f in formats if 'in' in f['ways'] and f['id'] not in TABLE]


def main():
    quo, folder = sys.argv[1:3]
    names = sys.argv[3:]
    number = n_failed = 0
    rows = [('table', None)] + [(format, fault) for format in TABLE for fault in FAULTS]
    for format, fault in rows:
        if names and format not in names:
            continue
        number += 1
        reason = TABLE[format][2].get(fault) if fault else None
        if isinstance(reason, str):
            print(f'ok {number} /faults/{format}/{fault} # SKIP {reason}')
            continue
        if fault is None:
            wrong = check_table()
        else:
            with tempfile.TemporaryDirectory() as home:
                wrong = Case(quo, folder, format, fault, home).check()
        print(f'{"not ok" if wrong else "ok"} {number} /faults/{format}/{fault or "whole"}')
        if wrong:
            print('# ' + wrong.replace('\n', ' | '))
        n_failed += bool(wrong)
    for format in list_others(quo) if not names else []:
        number += 1
        print(f'ok {number} /faults/{format} # SKIP it has no row here')
    print(f'1..{number}')
    return 1 if n_failed else 0


if __name__ == '__main__':
    sys.exit(main())
