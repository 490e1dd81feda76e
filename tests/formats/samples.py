#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of other programs, which are not part of this project: each is imported with every surface
agreeing, or refused for the reason that stands beside it here.

usage: QUO_SAMPLES=FOLDER samples.py QUO        (FOLDER/brat, FOLDER/conll ...)

Prints TAP.  Where the file tells it simply, what was imported is also counted, or compared, by other
code than the program's.  Without QUO_SAMPLES, and where there is no such folder, it skips.
"""
import fnmatch, json, os, re, subprocess, sys, tempfile
import xml.etree.ElementTree as xml

# Folder, pattern, format, then: options, article (a file of the folder, or WORDS: made of the words of
# the file), reason of the refusal, counter.  The first row that fits a file decides.
WORDS = object()
IMPORTS = None


def row(pattern, format, reason=IMPORTS, options=(), article=None, count=None):
    return dict(pattern=pattern, format=format, reason=reason, options=options, article=article, count=count)


def count_brat(path):
    return sum(line.startswith('T') for line in open(path, encoding='utf-8-sig'))


def count_begins(path):
    return sum(len(re.findall(r'[ \t]B-', line)) for line in open(path, encoding='utf-8') if not line.startswith('#'))


def count_prodigy(path):
    records = [json.loads(line) for line in open(path, encoding='utf-8') if line.strip()]
    return sum(len(r.get('spans', [])) for r in records if r.get('answer', 'accept') == 'accept')


def count_doccano(path):
    return sum(len(json.loads(line)['label']) for line in open(path, encoding='utf-8') if line.strip())


def count_bdocjs(path):
    sets = json.load(open(path, encoding='utf-8'))['annotation_sets'].values()
    return sum(a['start'] < a['end'] for s in sets for a in s['annotations'])


def spans_of_xmi(path):
    """Where its own layers have annotations, in code points: what a WebAnno TSV must say."""
    root = xml.parse(path).getroot()
    text = next(e.get('sofaString') for e in root.iter() if e.tag.endswith('}Sofa'))
    units = text.encode('utf-16-le')
    at = lambda n: len(units[:2 * n].decode('utf-16-le'))
    skip = ('}Token', '}Sentence', '}DocumentMetaData', '}DocumentAnnotation', '}TagsetDescription',
            '}Lemma', '}Stem', '}POS', '}MorphologicalFeatures')    # these are about words, and told as left out
    spans = {(at(int(e.get('begin'))), at(int(e.get('end')))) for e in root
             if e.get('begin') is not None and not e.tag.endswith(skip) and e.get('Dependent') is None}
    trimmed = ((b + len(text[b:e]) - len(text[b:e].lstrip()), b + len(text[b:e].rstrip())) for b, e in spans)
    return {(b, e) for b, e in trimmed if b < e}    # the TSV has no blanks between tokens


NO_TEXT = r'marks (no )?words of a text'
OTHER_COLUMNS = r'is no tag|a token and its tag are expected'
TABLE = {
    'brat': [
        row('*document1-ref*.ann', 'brat', article='brat__document1.txt', count=count_brat),
        row('*event-ref.ann', 'brat', article='brat__event.txt', count=count_brat),
        row('*.ann', 'brat', count=count_brat)],
    'conll': [
        row('2012__*', 'conll', OTHER_COLUMNS),                     # CoNLL-2012: another layout
        row('corenlp__*', 'conll', OTHER_COLUMNS),                  # the columns of CoreNLP
        row('emerging.dev.conll', 'conll', r'the tag may not stand there'),   # 3 bad I- of WNUT-17
        row('ner-sent-per-line.iob', 'conll', OTHER_COLUMNS),       # a sentence a line
        row('u_v2__conllu-words_and_tokens.conllu', 'conllu', r'# text says'),   # is not the surface
        row('*.conllu', 'conllu'),
        row('*.json', 'spacy'),
        row('GermEval*', 'conll'),
        row('u_v2__README.txt', 'conll', OTHER_COLUMNS),            # prose
        row('*', 'conll', count=count_begins)],
    'doccano': [
        row('*invalid.conll', 'conll', r'has 2 columns; the lines before it have 3'),
        row('*.conll', 'conll', count=count_begins),
        row('*data_import*', 'doccano', r'the member “text”'),      # one line without text
        row('*.jsonl', 'doccano', count=count_doccano)],
    'prodigy': [row('*.jsonl', 'prodigy', count=count_prodigy)],
    'spacy': [row('*.json', 'spacy')],
    'label-studio': [
        row('*rich_text_plain*.json', 'labelstudio', r'do not stand in the text'),   # value.text disagrees
        row('*csv_test2.json', 'labelstudio', r'text of the task'),      # pictures
        row('*json_min*', 'labelstudio', r'text of the task'),           # pictures
        row('*.json', 'labelstudio')],
    'tei': [
        row('persName.xml', 'tei', r'no text'), row('said.xml', 'tei', r'no text'),   # definitions of elements
        row('*.xml', 'tei')],
    'web-annotation': [
        row('incorrect__anno1[349].json', 'webannotation', r'name of a member is expected'),
        row('incorrect__anno2[14].json', 'webannotation', r'name of a member is expected'),
        row('*recogito-annotations*', 'webannotation', article=WORDS),
        # The page is not there, and these words stand in what surrounds another annotation, too.
        row('text-annotator*', 'webannotation', r'“t as years went by, the” should stand at', article=WORDS),
        row('correct__anno32.json', 'webannotation', article=WORDS),
        row('definitions__*', 'webannotation', NO_TEXT, article=WORDS),                 # JSON schemas
        row('*.json', 'webannotation', NO_TEXT, article=WORDS)],                        # pictures, pages, XPath
    'hypothesis': [row('*.json', 'webannotation', r'line \d+: “Regression testing” should stand at',
                       ('--whole-page',), 'wikipedia-regression-testing.html')],   # the fifth of five
    'cas-json': [
        row('*SofaDataURI*', 'cas', r'no text'),                         # the text is elsewhere
        row('*child_type_before_parent*', 'cas', r'no text'),            # types only
        row('*.json', 'cas')],
    'webanno-tsv': [row('*.tsv', 'webanno', count='xmi')],
    'bdocjs': [row('*.bdocjs', 'bdocjs', count=count_bdocjs)],
    'booknlp': [row('*.quotes', 'booknlp', r'\.tokens')],                # the tokens are not there
}
# What stands in these folders is of no format that is read, or lies beside files that are.
PASSED_OVER = ('SOURCES.md', '*.txt', '*.html', '*.py', '*.js', '*.md', '*.adoc', '*.xmi', '*.yaml', '*.entities',
               'examples__*.xml')


def find_exact(node):
    """All words with their context that a file of Web Annotations tells."""
    if isinstance(node, list):
        return [found for child in node for found in find_exact(child)]
    if not isinstance(node, dict):
        return []
    if 'exact' in node:
        return [node.get('prefix', '') + node['exact'] + node.get('suffix', '')]
    return [found for child in node.values() for found in find_exact(child)]


def make_article(path, folder):
    article = os.path.join(folder, 'article.txt')
    with open(article, 'w', encoding='utf-8') as file:
        file.write('\n'.join(find_exact(json.load(open(path, encoding='utf-8')))) + '\nText.\n')
    return article


def convert(quo, sample, entry, out):
    article = entry['article']
    if article is WORDS:
        article = make_article(sample, out)
    elif article:
        article = os.path.join(os.path.dirname(sample), article)
    folder = os.path.join(out, 'imported')
    command = [quo, 'convert', '--from', entry['format'], '-o', folder + '/', sample, *entry['options']]
    if article:
        command += ['--article', article]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    sidecars = []
    if os.path.isdir(folder):
        for name in sorted(os.listdir(folder)):
            if name.endswith('.quo.json'):
                sidecars.append(json.load(open(os.path.join(folder, name), encoding='utf-8')))
    return done, [a for s in sidecars for a in s['annotations']]


def compare(sample, entry, annotations):
    count = entry['count']
    if any(a.get('orphan') for a in annotations):
        return 'an orphan came of it'
    if count == 'xmi':
        twin = sample.replace('.tsv', '.xmi')
        if os.path.exists(twin):
            have = {tuple(at) for a in annotations for at in a['at']}
            want = spans_of_xmi(twin)
            return '' if want == have else f'the XMI has {sorted(want - have)}, the import {sorted(have - want)}'
        return ''
    if count and count(sample) != len(annotations):
        return f'{count(sample)} annotations are in the file, {len(annotations)} were imported'
    return ''


def check(quo, sample, entry):
    """What is wrong, or ''; and whether it was refused."""
    with tempfile.TemporaryDirectory() as out:
        done, annotations = convert(quo, sample, entry, out)
    if done.returncode < 0:
        return f'ended by signal {-done.returncode}', True
    if entry['reason'] is not IMPORTS:
        if done.returncode == 0 or not re.search(entry['reason'], done.stderr):
            return f'should be refused ({entry["reason"]}): {done.returncode} {done.stderr}', True
        return '', True
    if done.returncode != 0:
        return done.stderr or f'ended with {done.returncode}', False
    return compare(sample, entry, annotations), False


def find_entry(folder, name):
    for entry in TABLE[folder]:
        if fnmatch.fnmatch(name, entry['pattern']):
            return entry
    return None


def main():
    root = os.environ.get('QUO_SAMPLES', '')
    if not os.path.isdir(root):
        print('1..1\nok 1 /samples # SKIP QUO_SAMPLES names no folder of files of other programs')
        return 0
    number, failed = 0, 0
    for folder in TABLE:
        counts = [0, 0]
        for name in sorted(os.listdir(os.path.join(root, folder))) if os.path.isdir(os.path.join(root, folder)) else []:
            explicit = any(e['pattern'] == name for e in TABLE[folder])
            if not explicit and any(fnmatch.fnmatch(name, p) for p in PASSED_OVER):
                continue
            entry = find_entry(folder, name)
            number += 1
            if entry is None:
                print(f'not ok {number} /samples/{folder}/{name}\n# nothing says what it is')
                failed += 1
                continue
            wrong, is_refused = check(sys.argv[1], os.path.join(root, folder, name), entry)
            counts[is_refused] += not wrong
            print(f'{"not ok" if wrong else "ok"} {number} /samples/{folder}/{name}')
            for line in wrong.splitlines():
                print(f'# {line}')
            failed += bool(wrong)
        print(f'# {folder}: {counts[0]} imported, {counts[1]} refused with their reason')
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
