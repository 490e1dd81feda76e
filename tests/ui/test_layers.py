# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and who works in it: the name that is offered to be told once, layers and their switcher.

usage: test_layers.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('layers')


def is_there(program, name):
    return any((node.get_name() or '').startswith(name) for node in program.nodes())


def find_toast_button(program, words):
    """libadwaita 1.2 names the button of a toast twice over: "Undo Undo"."""
    return wait_until(lambda: next((n for n in program.nodes() if n.get_role_name() in ('push button', 'button')
                                    and (n.get_name() or '').startswith(words)), None), f'the button {words}')


def agents(story):
    return [agent.get('name') for agent in story.sidecar()['agents']]


def test_name(folder):
    """The first edit offers it; nothing waits for the answer; it may be left empty."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        checks.check('no-question-before-an-edit', not is_there(program, 'Add Your Name…'))
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        button = find_toast_button(program, 'Add Your Name…')
        story.caret('Paweł Zieliński')
        program.act('win.tag', 'person')
        checks.equal('question-does-not-block', program.state()['counts'], {'person': 2})
        checks.equal('empty-by-itself', agents(story), [None])
        program.press(button)
        program.find(None, 'Your name')
        program.type_text('Anna')
        program.key('Return')
        wait_until(lambda: agents(story) == ['Anna'], 'the name to be told')
        checks.equal('name-told-later-is-hers', len(story.sidecar()['layers']), 1)
        story.caret('Yusuf Demir')
        program.act('win.tag', 'person')
        program.wait_state(lambda s: s['counts'] == {'person': 3}, 'the next edit')
        checks.equal('name-quits', program.quit(), 0)


def test_name_told_elsewhere(folder):
    """Whoever tells it in the preferences is not asked any longer."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        Story(program, path).caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        find_toast_button(program, 'Add Your Name…')
        program.act('win.set-annotator', 'Anna')
        wait_until(lambda: not any((n.get_name() or '').startswith('Add Your Name…') for n in program.nodes()),
                   'the question to go', 10)  # by itself it goes after 20 seconds
        checks.equal('told-elsewhere-quits', program.quit(), 0)


def test_switcher(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.set-annotator', 'Anna')
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        person, first = program.state()['selected'], program.state()['layer']
        checks.check('name-told-is-not-asked', not is_there(program, 'Add Your Name…'))
        program.act('win.show-layers')
        program.find(None, 'Name of a new layer')
        program.act('win.new-layer', 'Second pass')
        state = program.wait_state(lambda s: s['message'] == 'Layer: Second pass', 'a layer to be begun')
        second = state['layer']
        checks.check('new-layer-is-active', second not in (None, first), state)
        checks.check('button-names-it', is_there(program, 'Layer: Second pass'))
        program.press(program.find('button', 'Hide Anna'))
        state = program.wait_state(lambda s: s['message'] == 'Hidden: Anna', 'the layer to be hidden')
        program.act('win.next')
        checks.equal('hidden-is-not-gone-to', program.state()['selected'], None)
        checks.equal('hidden-is-kept', len(story.sidecar()['annotations']), 1)
        program.press(program.find('button', 'Show Anna'))
        program.wait_state(lambda s: s['message'] == 'Shown: Anna', 'the layer to be shown')
        program.press(program.find('button', 'Mark Anna as done'))
        program.find('button', 'Unlock Anna')
        program.key('Escape')
        checks.equal('done-in-sidecar', story.sidecar()['layers'][0]['state'], 'done')
        program.act('win.select-annotation', person)
        undo = program.state()['undo']
        program.act('win.relabel', 'place')
        checks.equal('locked-is-refused', program.state()['undo'], undo)
        program.press(find_toast_button(program, 'Unlock'))
        state = program.wait_state(lambda s: s['message'] == 'Unlocked: Anna', 'one click to unlock')
        checks.equal('unlock-is-one-edit', state['undo'], undo + 1)
        program.act('win.select-annotation', person)
        program.act('win.relabel', 'place')
        checks.equal('unlocked-can-be-changed', program.state()['counts'], {'place': 1})
        program.act('win.undo')
        program.act('win.undo')
        checks.equal('unlock-is-undone', story.sidecar()['layers'][0]['state'], 'done')
        program.act('win.rename-layer', second, 'Check')
        checks.equal('renamed', [x.get('title') for x in story.sidecar()['layers']], [None, 'Check'])
        checks.equal('switcher-quits', program.quit(), 0)


def main():
    for test in (test_name, test_name_told_elsewhere, test_switcher):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
