# SPDX-License-Identifier: GPL-3.0-or-later
"""Several annotations at once: chosen in the list, relabelled, linked and deleted by its bar.

usage: test_list.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, children, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
NAMES = ['Ingrid Sørbø', 'Paweł Zieliński', 'Yusuf Demir']
QUOTES = ['We promised', 'I rang the site']
checks = Checks('list')


def rows_of(program):
    return [node for node in children(program.find('list', 'Annotations')) if node.get_role_name() == 'list item']


def wait_rows(program, n):
    """The rows, once there are so many."""
    return wait_until(lambda: len(rows := rows_of(program)) == n and rows, f'{n} rows')


def choose(program, n):
    """Chooses the first rows of the list, by a click and then by keys."""
    program.click(rows_of(program)[0])
    for _ in range(n - 1):
        program.key('shift+Down')
    program.find('label', f'{n} selected')


def show(program, what):
    """Shows only these in the list."""
    program.choose('Filter and sort', what)


def test_relabel(program):
    show(program, 'Person')
    wait_rows(program, 3)
    choose(program, 2)
    undo = program.state()['undo']
    program.choose('Change the label of all selected', 'Organization')
    state = program.wait_state(lambda s: s['counts'].get('organization') == 2, 'both to be relabelled')
    checks.equal('relabelled-at-once', (state['counts'].get('person'), state['undo']), (1, undo + 1))
    program.act('win.undo')
    program.wait_state(lambda s: s['counts'].get('person') == 3, 'both labels to come back')
    checks.check('relabelling-is-one-undo', True)


def test_link(program, story):
    """The names that are offered are those of people, though a place is marked."""
    show(program, 'Quote')
    wait_rows(program, 2)
    choose(program, 2)
    program.press(program.find('button', 'Link all selected quotes to a speaker'))
    program.find('entry', 'Who said it?')
    offered = wait_until(lambda: [node.get_name() for node in program.nodes() if node.get_name() in (*NAMES, 'Arne')
                                  and node.get_role_name() == 'list item'], 'names to be offered')
    checks.equal('link-offers-people', sorted(offered), sorted(NAMES))
    program.type_text('yusuf')
    wait_until(lambda: not any(node.get_name() == NAMES[0] and node.get_role_name() == 'list item'
                               for node in program.nodes()), 'the names that are typed')
    program.key('Return')
    program.wait_state(lambda s: s['relations'] == 2, 'both quotes to be linked')
    document = story.sidecar()
    demir = next(a['id'] for a in document['annotations'] if a['quote'] == ['Yusuf Demir'])
    checks.equal('linked-at-once', [relation['roles']['source'] for relation in document['relations']],
                 [[demir]] * 2)


def speakers_of(program):
    """What the rows of quotes say of who speaks."""
    return [row.get_name().split(':')[0] for row in rows_of(program)]


def test_speaker_renamed_is_shown(program, story):
    """The person who speaks turns out to be somebody else: rows that are on the screen say so."""
    document = story.sidecar()
    ids = {a['quote'][0]: a['id'] for a in document['annotations']}
    start, _ = story.place('Yusuf Demir')
    program.act('win.select', start - 1, start - 1)
    program.act('win.next')
    program.act('win.same-as', ids['Ingrid Sørbø'])
    wait_until(lambda: speakers_of(program) == ['Quote · Ingrid Sørbø'] * 2, 'the rows to say the new name')
    checks.check('renamed-speaker-is-shown', True)
    program.act('win.undo')
    wait_until(lambda: speakers_of(program) == ['Quote · Yusuf Demir'] * 2, 'the rows to say the old name')
    checks.check('old-name-is-shown-after-undo', True)


def test_delete(program):
    show(program, 'Person')
    wait_rows(program, 3)
    choose(program, 3)
    program.press(program.find('button', 'Delete all selected'))
    program.wait_state(lambda s: s['counts'].get('person', 0) == 0, 'all three to be deleted')
    program.find('button', 'Undo')
    program.act('win.undo')
    state = program.wait_state(lambda s: s['counts'].get('person') == 3, 'all three to come back')
    checks.equal('deleting-is-one-undo', state['relations'], 2)


def main():
    with tempfile.TemporaryDirectory(prefix='quo-list-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path], {'QUO_ANIMATIONS': '0'}) as program:
            program.wait_ready(path)
            program.act('win.set-annotator', 'Anna')
            story = Story(program, path)
            for words in NAMES:
                story.select(words)
                program.act('win.tag', 'person')
            story.caret('Arne')
            program.act('win.tag', 'place')
            for words in QUOTES:
                story.caret(words)
                program.act('win.capture-quote')
                program.act('win.escape')
            test_relabel(program)
            test_link(program, story)
            test_speaker_renamed_is_shown(program, story)
            test_delete(program)
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
