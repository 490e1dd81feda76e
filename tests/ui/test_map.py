# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a place lies: the map of the inspector, and the choice between places of one name.

usage: test_map.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story

PROGRAM = sys.argv[1]
checks = Checks('map')
TEXT = """A baker in Springfield

Omar Haddad, who runs a bakery in Springfield, took the train to Quixtlanmoor.
"""


def names(program, start):
    return [name for name in (node.get_name() or '' for node in program.nodes()) if name.startswith(start)]


def wait_map(program, start):
    """Waits until the map says so, and until it says nothing else."""
    wait_until(lambda: [name.startswith(start) for name in names(program, 'Map: ')] == [True], f'“{start}”')
    return names(program, 'Map: ')[0]


def entity_of(story, annotation_id):
    document = story.sidecar()
    ids = next(a for a in document['annotations'] if a['id'] == annotation_id).get('entity')
    return next((e for e in document.get('entities', []) if e['id'] == ids), None)


def tag(program, story, words):
    story.caret(words)
    program.act('win.tag', 'place')
    return program.state()['selected']


def test_choice(program, story):
    """By a digit; it is one edit, and taken back by one."""
    place = tag(program, story, 'Springfield')
    undo = program.state()['undo']
    program.find('list item', 'Massachusetts, US')
    checks.check('choice-shows-all', names(program, 'Map: Springfield, Missouri, US, 37.2 degrees north, 93.3 degrees west; '))
    program.act('win.edit')
    program.key('2')
    program.wait_state(lambda s: s['undo'] == undo + 1, 'the place to be chosen')
    entity = entity_of(story, place)
    checks.equal('choice-has-name', entity['name'], 'Springfield')
    checks.equal('choice-has-id', sorted(entity['ids']), ['geonames'])
    wait_map(program, 'Map: Springfield, Massachusetts, US, 42.1 degrees north, 72.6 degrees west')
    checks.check('choice-is-over', not names(program, 'Massachusetts, US'))
    program.act('win.undo')
    program.wait_state(lambda s: s['undo'] == undo, 'it to be taken back')
    checks.equal('undone', entity_of(story, place), None)
    program.find('list item', 'Oregon, US')


def test_row(program, story):
    """By the pointer, and another one after that."""
    undo = program.state()['undo']
    place = program.state()['selected']
    program.click(program.find('list item', 'Massachusetts, US'))
    program.wait_state(lambda s: s['undo'] == undo + 1, 'the place to be chosen')
    first = entity_of(story, place)['ids']
    program.press(program.find('button', 'Choose another place of this name'))
    program.click(program.find('list item', 'Missouri, US'))
    state = program.wait_state(lambda s: s['undo'] == undo + 2, 'another one to be chosen')
    checks.equal('another-says', state['message'], 'Place: Springfield, Missouri, US')
    entity = entity_of(story, place)
    checks.check('another-id', entity['ids'] != first and list(entity['ids']) == ['geonames'], (first, entity))


def test_nowhere(program, story):
    """Of a place that nobody knows there is no empty box."""
    tag(program, story, 'Quixtlanmoor')
    program.find('list item', 'New Identity')
    wait_until(lambda: not names(program, 'Map'), 'the map to go')
    checks.check('no-empty-map', True)
    story.caret('Omar Haddad')
    program.act('win.tag', 'person')
    program.find('list item', 'New Identity')
    checks.equal('no-map-of-a-person', names(program, 'Map'), [])


def main():
    with tempfile.TemporaryDirectory(prefix='quo-map-') as folder:
        path = os.path.join(os.path.realpath(folder), 'baker.txt')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(TEXT)
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            story = Story(program, path)
            test_choice(program, story)
            test_row(program, story)
            test_nowhere(program, story)
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
