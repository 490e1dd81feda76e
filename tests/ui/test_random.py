# SPDX-License-Identifier: GPL-3.0-or-later
"""Anything in any order: random actions on the whole window, with what must always hold looked at after each.

usage: test_random.py PROGRAM SAMPLES [QUO [NEIGHBOUR [ACTS [SEED]]]]

After each act: the window answers, caret and selection lie in the text, what is selected is there, and the program
itself compares its index, its tables and its sidecar with a slow look at all records (QUO_SELF_CHECK). From time to
time the sidecar on disk is checked by `quo check`, and the article is opened anew. At the end all is taken back,
which must be the start, and done again, which must be the end.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

from drive import APP_ID, ACTIONS, Checks, GLib, Gio, Program
from story import copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
QUO = sys.argv[3] if len(sys.argv) > 3 else None
ACTS = int(sys.argv[5]) if len(sys.argv) > 5 else 250
SEED = int(sys.argv[6]) if len(sys.argv) > 6 else random.randrange(1 << 30)
LABELS = ('person', 'place', 'organization', 'event', 'date', 'quote', 'cue', 'nothing')
checks = Checks('random')


class Chance(random.Random):
    def span(self, length):
        start = self.randrange(length)
        return start, min(length, start + self.choice((0, 1, 3, 8, 30, 300)))


def acts(chance, state, ids):
    """(weight, action, arguments), made anew for each act."""
    length = state['length']
    some_id = chance.choice(ids) if ids else 'none'
    return (
        (30, 'select', lambda: (chance.span(length),)),
        (25, 'tag', lambda: (chance.choice(LABELS),)),
        (5, 'relabel', lambda: (chance.choice(LABELS),)),
        (8, 'capture-quote', tuple), (4, 'capture-from-here', tuple),
        (8, 'link-speaker', lambda: (chance.choice(['', some_id] + state['candidates']),)),
        (3, 'link-candidate', lambda: (chance.randrange(4),)),
        (2, 'link-name', lambda: (chance.choice(('Ana', 'Ёж', '<b>x</b>', '\u202eesrever', '')),)),
        (4, 'same-as', lambda: (some_id,)),
        (4, 'new-identity', tuple), (3, 'clear-identity', tuple), (3, 'tag-all', tuple),
        (5, 'add-part', tuple), (6, 'resize', lambda: ((chance.randrange(-5, 6), chance.randrange(-5, 6)),)),
        (6, 'resize-word', lambda: ((chance.random() < .5, chance.choice((-1, 1))),)),
        (6, 'delete', tuple), (14, 'undo', tuple), (9, 'redo', tuple),
        (4, 'next', tuple), (4, 'previous', tuple), (3, 'next-name', tuple), (4, 'next-quote', tuple),
        (6, 'select-annotation', lambda: (some_id,)), (3, 'escape', tuple),
        (1, 'suggest', tuple), (3, 'accept', tuple), (2, 'reject', tuple), (2, 'skip', tuple),
        (1, 'accept-name', tuple), (1, 'accept-whole-paragraph', tuple),
        (1, 'accept-other-borders', tuple), (2, 'sift', lambda: (chance.choice(('', 'a', 'bc', 'A', 'Dd', '\n', 'a\n')),)),
        (1, 'done', tuple), (1, 'new-layer', lambda: (chance.choice(('', 'x')),)),
        (1, 'layer', lambda: (state['layer'] or 'none',)), (1, 'set-annotator', lambda: (chance.choice('AB'),)),
        (2, 'save', tuple), (1, 'zoom', lambda: (chance.choice((-1, 0, 1)),)),
        (1, 'toggle-list', tuple), (1, 'toggle-inspector', tuple), (1, 'find-step', lambda: (1,)),
        (1, 'review-step', lambda: (1,)), (1, 'review-accept', tuple), (1, 'select-text', tuple),
        (1, 'merge', tuple), (1, 'copy-citation', tuple),
    )


class Driver:
    """Acts without asking each time what an action takes."""

    def __init__(self, program):
        self.program = program
        self.types = {}

    def act(self, name, arguments):
        program, path = self.program, self.program.window_path
        if name not in self.types:
            self.types[name] = program.describe('win.' + name)[1]
        values = [GLib.Variant(self.types[name], arguments[0])] if self.types[name] else []
        program.bus.call_sync(APP_ID, path, ACTIONS, 'Activate', GLib.Variant('(sava{sv})', (name, values, {})),
                              None, Gio.DBusCallFlags.NO_AUTO_START, 60000, None)


def wrong_in(state):
    """What cannot be, or nothing."""
    length, (start, end) = state['length'], state['selection']
    if not (0 <= start <= end <= length and 0 <= state['caret'] <= length):
        return 'caret or selection outside of the text'
    if any(n < 0 for n in state['counts'].values()) or state['undo'] < 0 or state['redo'] < 0:
        return 'a total below none'
    if not 0 <= state['review']['open'] <= state['review']['items']:
        return 'more to review than there is'
    return None


def read_sidecar(path):
    try:
        with open(path + '.quo.json', encoding='utf-8') as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def records(sidecar):
    """What people made: all lists but who and where."""
    return {name: sidecar.get(name, []) for name in ('agents', 'layers', 'entities', 'annotations', 'relations',
                                                     'notes')}


def save(program):
    # Suggestions are made anew after an act, beside it: what is there counts once they are.
    program.wait_state(lambda s: not s['suggesting'], 'the suggestions to be made anew')
    program.act('win.save')
    return program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')


def check_file(path, told):
    if QUO and os.path.exists(path + '.quo.json'):
        run = subprocess.run([QUO, 'check', path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             check=False)
        if run.returncode != 0:
            told.append(f'quo check: {run.stdout[:600]}')


def go(program, path, chance, told):
    driver, ids, state, n_done = Driver(program), [], program.state(), {}
    for number in range(ACTS):
        table = acts(chance, state, ids)
        weights = [row[0] for row in table]
        _, name, arguments = chance.choices(table, weights)[0]
        arguments = arguments()
        try:
            driver.act(name, arguments)
            state = program.state()
            while state['busy']:
                state = program.wait_idle()
        except (GLib.Error, AssertionError) as error:
            told.append(f'act {number}, {name} {arguments}: {error}; exit {program.process.poll()}')
            return n_done
        n_done[name] = n_done.get(name, 0) + 1
        wrong = wrong_in(state)
        if wrong:
            told.append(f'act {number}, {name} {arguments}: {wrong}: {state}')
        if number % 100 == 99:
            save(program)
            check_file(path, told)
            ids = [a['id'] for a in read_sidecar(path).get('annotations', [])]
            ids += [e['id'] for e in read_sidecar(path).get('entities', [])]
    return n_done


def take_back(program, told):
    """Undo of all, redo of all: (what is there at the start, at the end, at the end again)."""
    for word, least in (('undo', 'redo'), ('redo', 'undo')):
        before = program.state()
        for _ in range(before[word]):
            program.act('win.' + word)
        after = program.state()
        if after[word] != 0 or after[least] < before[word]:
            told.append(f'{word} of all leaves {after[word]}')
        yield save(program)


def main():
    chance, told = Chance(SEED), []
    print(f'# seed {SEED}, {ACTS} acts')
    with tempfile.TemporaryDirectory(prefix='quo-random-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with open(path, 'rb') as file:
            article = file.read()
        with Program([PROGRAM, path], {'QUO_SELF_CHECK': '1'}) as program:
            program.wait_ready(path)
            n_done = go(program, path, chance, told)
            print(f"# {', '.join(f'{name} {n}' for name, n in sorted(n_done.items()))}")
            if not checks.equal('what-must-hold-holds', told, []):
                return checks.finish()
            # What was last taken back is done again first: the end is where no redo is left.
            for _ in range(program.state()['redo']):
                program.act('win.redo')
            save(program)
            at_end = records(read_sidecar(path))
            print(f"# {len(at_end['annotations'])} annotations, {program.state()['undo']} edits at the end")
            back = take_back(program, told)
            next(back)
            checks.equal('undo-of-all-is-the-start',
                         {name: found for name, found in records(read_sidecar(path)).items() if found}, {})
            next(back)
            checks.equal('redo-of-all-is-the-end', records(read_sidecar(path)), at_end)
            checks.equal('nothing-went-wrong', told, [])
            checks.equal('quits', program.quit(), 0)
        with open(path, 'rb') as file:
            checks.check('the-article-is-as-it-was', file.read() == article)
    return checks.finish()


sys.exit(main())
