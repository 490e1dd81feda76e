# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports into an article, and whole folders in and out.

usage: test_transfer.py PROGRAM SAMPLES
"""

import json
import os
import shutil
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('transfer')
NAMES = ('Paweł Zieliński', 'Yusuf Demir')


def write_brat(story, path):
    """What another program says of the article: two persons."""
    lines = []
    for i, words in enumerate(NAMES):
        start, end = story.place(words)
        lines.append(f'T{i + 1}\tperson {start} {end}\t{words}\n')
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(lines)


def test_import(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        other = os.path.join(folder, 'theirs.ann')
        write_brat(story, other)
        state = program.act_settled('win.import', other)
        checks.check('says-from-where', 'theirs.ann' in state['message'], state['message'])
        checks.equal('one-act', state['undo'], 1)
        found = story.sidecar()
        checks.equal('both-are-there', sorted(q for a in found['annotations'] for q in a['quote']), sorted(NAMES))
        checks.check('in-a-layer-of-their-own', 'theirs.ann' in [l.get('title') for l in found['layers']], found['layers'])
        state = program.act_settled('win.import', other)
        checks.check('again-adds-nothing', 'already' in state['message'] and state['undo'] == 1, state)
        program.act('win.undo')
        checks.equal('taken-back', story.sidecar()['annotations'], [])
        program.act('win.redo')
        checks.equal('and-again', len(story.sidecar()['annotations']), 2)
        state = program.act_settled('win.import', path)
        checks.check('refuses-prose', 'no format of annotations' in state['message'], state['message'])
        checks.equal('nothing-changed', len(story.sidecar()['annotations']), 2)
        checks.equal('quits', program.quit(), 0)


def test_folder(folder):
    """Out into another folder, and from there into sidecars of their own."""
    articles = os.path.join(folder, 'news')
    os.makedirs(os.path.join(articles, 'may'))
    path = copy_sample(SAMPLES, os.path.join(articles, 'may'))
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Paweł Zieliński')
        program.act('win.tag', 'person')
        first = story.sidecar()['annotations']
        out = os.path.join(folder, 'out')
        state = program.act_settled('win.export-folder', 'brat', articles, out)
        checks.check('tells-how-many', '1 file' in state['message'], state['message'])
        checks.check('same-place-below', os.path.exists(os.path.join(out, 'may', 'bridge.ann')), os.listdir(folder))
        state = program.act_settled('win.import-folder', out)
        checks.check('tells-how-many-in', '1 file' in state['message'], state['message'])
        with open(os.path.join(out, 'may', 'bridge.txt.quo.json'), encoding='utf-8') as file:
            back = json.load(file)['annotations']
        checks.equal('the-same-came-back', [(a['type'], a['at']) for a in back], [(a['type'], a['at']) for a in first])
        shutil.copy(os.path.join(out, 'may', 'bridge.ann'), os.path.join(articles, 'may'))
        state = program.act_settled('win.import-folder', articles)
        checks.check('not-under-an-open-article', '1 failed' in state['message'], state['message'])
        state = program.act_settled('win.export-folder', 'brat', folder + '/none', out)
        checks.check('no-folder', 'no sidecar' in state['message'], state['message'])
        checks.equal('quits', program.quit(), 0)


def test_dialogs(folder):
    """Each dialog opens with its key and says what it is for."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        for keys, title in (('ctrl+i', 'Import Into This Article'), ('ctrl+shift+e', 'Export a Folder'),
                            ('ctrl+alt+i', 'Import a Folder')):
            program.key(keys)
            wait_until(lambda: [n for n in program.nodes() if (n.get_name() or '') == title], f'“{title}”')
            checks.check('opens-' + keys, True)
            program.key('Escape')
            wait_until(lambda: not [n for n in program.nodes() if (n.get_name() or '') == title],
                       f'“{title}” to be closed')
        checks.equal('quits', program.quit(), 0)


def main():
    for test in (test_import, test_folder, test_dialogs):
        with tempfile.TemporaryDirectory(prefix='quo-transfer-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
