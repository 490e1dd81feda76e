# SPDX-License-Identifier: GPL-3.0-or-later
"""Strings that break programs, as article, label, note, entity name and file name: they come back byte for byte,
and what the window says around them stays as it is.

usage: test_naughty.py PROGRAM SAMPLES [QUO [NEIGHBOUR [FILE]]]     FILE: further strings, a line each
"""

import hashlib
import json
import os
import sys
import tempfile

from drive import Checks, Program

PROGRAM = sys.argv[1]
FILE = sys.argv[5] if len(sys.argv) > 5 else None
checks = Checks('naughty')

OWN = [
    # nothing, blanks, and what looks like nothing
    ' ', '\t', '\u00a0', '\u200b', '\u2060', '\ufeff', '\u00ad', '\u3164', '\u2800', 'a\u200cb\u200dc',
    # what other languages take for values
    'null', 'NULL', 'None', 'undefined', 'true', 'NaN', '-0', '1e309', '0x10', '012', '1/0', '9' * 40, '१२३',
    # markup, paths, formats, commands
    '<b>bold</b>', '<b>open', '&amp;&lt;', '&', '<script>alert(1)</script>', ']]>', '<!--', '%s%n%d', '%1$s',
    '{0}', '${HOME}', '$(reboot)', '`ls`', "'; drop table x; --", '"', "'", '\\', '\\n', '\\u0000', '../../x',
    '-rf', '--help', '~', '*', '?', '|', 'file:x', '#', 'a=b;c', '=1+1', '@sum(1)', '\x7f',
    # control characters
    '\x01\x02\x1f', 'bell\x07', 'back\x08\x08', 'esc\x1b[31mred', 'nel\x85', 'line\u2028sep', 'par\u2029sep', 'ff\x0c',
    # direction
    'abc\u202etxt.exe', '\u202eיבגא', 'שלום', 'مرحبا 123', '\u2066open', 'close\u2069', '\u200fabc', '(מ)', '\u202b',
    # marks upon marks, surrogate pairs, far planes, joiners, variation
    'Z' + '\u0351\u0357\u0313\u0302' * 12 + 'algo', 'e\u0301', 'é', 'ﬃ', 'İıſ', 'ẞß', '🚋', '👩‍👩‍👧‍👦', '🏳️‍🌈', '\U0010fffd',
    '𝕳𝖊𝖑𝖑𝖔', 'A\u030a', '각', '\u1112\u1161\u11ab', 'ไม้', 'क्षि', '\ufffd', '\ufffc', '\ue000', 'ﷺ', '𒐫', '\u0e33',
    # long ones
    'x' * 200, 'word ' * 60, '“' * 70, '—',
]


def read_further():
    if FILE is None or not os.path.exists(FILE):
        return []
    with open(FILE, encoding='utf-8', newline='\n') as file:
        return [line.rstrip('\n') for line in file if line.rstrip('\n') and not line.startswith('#')]


def make_article(strings):
    """(text, places): each string in a paragraph of its own."""
    text, places = 'Begin\n\n', []
    for string in strings:
        places.append((len(text), len(text) + len(string)))
        text += string + '\n\n'
    return text, places


def make_name(string):
    """As a label or the name of an attribute, which have no control characters and are not empty."""
    return ''.join(c for c in string if ord(c) >= 32 and not 127 <= ord(c) < 160) or 'x'


def make_sidecar(path, text, places, strings):
    entities = [{'id': f'E{i}', 'type': 'person', 'name': string, 'note': string} for i, string in enumerate(strings)]
    annotations = [{'id': f'a{i}', 'layer': 'L1', 'type': make_name(string), 'at': [list(place)], 'quote': [string],
                    'entity': f'E{i}', 'attrs': {make_name(string): string}, 'note': string}
                   for i, (place, string) in enumerate(zip(places, strings))]
    data = text.encode()
    return {
        'format': 'quotidian-annotations', 'version': '1.0',
        'document': {'file': os.path.basename(path), 'sha256': hashlib.sha256(data).hexdigest(), 'length': len(text),
                     'bytes': len(data), 'newline': 'lf', 'title': strings[0]},
        'agents': [{'id': 'p1', 'type': 'person', 'name': strings[-1]}],
        'layers': [{'id': 'L1', 'by': 'p1', 'title': strings[0], 'state': 'open'}],
        'entities': entities, 'annotations': annotations,
        'notes': [{'id': f'N{i}', 'layer': 'L1', 'text': string} for i, string in enumerate(strings)],
        'x-naughty': strings,
    }


def by_id(records):
    return {record['id']: record for record in records}


def is_harmless(words):
    """Nothing in it can turn round or break what stands beside it."""
    level = 0
    for c in words:
        level += (c == '\u2068') - (c == '\u2069')
        if c in '\u202a\u202b\u202c\u202d\u202e\u2066\u2067' or (ord(c) < 32 and c != '\n') or level not in (0, 1):
            return False
    return level == 0


def test_records(folder, strings):
    path = os.path.join(folder, 'story.txt')
    text, places = make_article(strings)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    sidecar = make_sidecar(path, text, places, strings)
    with open(path + '.quo.json', 'w', encoding='utf-8') as file:
        json.dump(sidecar, file, ensure_ascii=False)
    with Program([PROGRAM, path], {'QUO_SELF_CHECK': '1'}) as program:
        program.wait_ready(path)
        said = []
        for i in range(len(strings)):
            program.act('win.select-annotation', f'a{i}')
            said.append(program.state()['message'])
        program.act('win.select', 0, 5)
        program.act('win.tag', 'person')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')
        checks.equal('records-quits', program.quit(), 0)
    with open(path + '.quo.json', encoding='utf-8', newline='') as file:
        found = json.load(file)
    for name in ('entities', 'annotations', 'notes'):
        was, now = by_id(sidecar[name]), by_id(found[name])
        bad = [record for key, record in was.items()
               if any(now.get(key, {}).get(member) != value for member, value in record.items())]
        checks.equal(f'{len(strings)}-{name}-come-back', bad, [])
    checks.equal('unknown-member-comes-back', found['x-naughty'], strings)
    checks.equal('every-one-is-told', [w for w in said if not is_harmless(w)], [])
    with open(path, encoding='utf-8', newline='') as file:
        checks.check('article-is-as-it-was', file.read() == text)


def is_file_name(string):
    return '/' not in string and string not in ('.', '..') and len((string + '.txt.quo.json').encode()) < 200


def test_file_names(folder, strings):
    names = [string for string in strings if is_file_name(string)]
    if FILE is None:  # in a test, the worst of them
        names = names[::4] + [name for name in names if not name.isprintable()]
    wrong = []
    with Program([PROGRAM], {'QUO_SELF_CHECK': '1'}) as program:
        program.wait_ready()
        for name in names:
            path = os.path.join(folder, name + '.txt')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('Ana met Bo.\n')
            program.act('win.open', path)
            message = program.wait_ready(path)['message']
            if not is_harmless(message):
                wrong.append((name, message))
            program.act('win.select', 0, 3)
            program.act('win.tag', 'person')
            program.act('win.save')
            program.wait_state(lambda s: s['saved'], f'{name!r} to be saved')
            with open(path + '.quo.json', encoding='utf-8') as file:
                found = json.load(file)
            if found['document']['file'] != name + '.txt':
                wrong.append((name, found['document']['file']))
        checks.equal(f'{len(names)}-file-names', wrong, [])
        told = [n.get_name() for n in program.nodes() if n.get_role_name() in ('label', 'frame', 'page tab')]
        checks.equal('titles-are-harmless', [w for w in told if w and not is_harmless(w)], [])
        checks.equal('file-names-quit', program.quit(), 0)


def main():
    strings = OWN + read_further()
    print(f'# {len(strings)} strings')
    for test in (test_records, test_file_names):
        with tempfile.TemporaryDirectory(prefix='quo-naughty-') as folder:
            test(os.path.realpath(folder), strings)
    return checks.finish()


sys.exit(main())
