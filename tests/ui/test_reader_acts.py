# SPDX-License-Identifier: GPL-3.0-or-later
"""An article annotated through the accessibility tree alone, as by voice or with a switch: no key, no pointer.

Every act is either a button, or an action that the window itself offers in the tree.

usage: test_reader_acts.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Atspi, Checks, Program, children, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('reader-acts')


def window_of(program):
    return wait_until(lambda: next((node for node in children(program.tree())
                                    if Atspi.Action.get_n_actions(node) > 0), None), 'the window to offer its actions')


def actions_of(node):
    return [Atspi.Action.get_action_name(node, nth) for nth in range(Atspi.Action.get_n_actions(node))]


def do(program, name):
    """An action of the window without a parameter."""
    window = window_of(program)
    Atspi.Action.do_action(window, actions_of(window).index(name))


def press(program, name):
    program.press(program.find('button', name))


def test_annotate(program, story):
    do(program, 'win.next-name')
    state = program.wait_state(lambda s: s['message'].startswith('Not tagged:'), 'the next name')
    name = state['message'].split(': ', 1)[1]
    press(program, 'Tag as Person')
    program.wait_state(lambda s: s['message'] == f'Person: {name}', 'it to be tagged')
    checks.equal('tagged', program.state()['counts'], {'person': 1})
    do(program, 'win.next-quote')
    program.wait_state(lambda s: s['message'].startswith('Not marked:'), 'the next quote')
    press(program, 'Tag as Quote')
    program.wait_state(lambda s: s['prompt'] == 'speaker', 'the prompt for the speaker')
    press(program, 'Speaker: she')
    state = program.wait_state(lambda s: s['message'] == 'Speaker: she', 'the quote to be linked')
    checks.equal('linked', (state['counts']['quote'], state['relations'], state['undo']), (1, 1, 3))
    do(program, 'win.undo')
    program.wait_state(lambda s: s['undo'] == 2, 'the link to be taken back')
    do(program, 'win.redo')
    program.wait_state(lambda s: s['undo'] == 3, 'the link to come back')
    checks.check('undone-and-redone', True)
    program.wait_state(lambda s: s['selected'], 'an annotation to be selected')
    do(program, 'win.delete')
    state = program.wait_state(lambda s: s['undo'] == 4, 'it to be deleted')
    checks.check('deleted', state['message'].startswith('Deleted '), state['message'])


def test_suggestions(program):
    do(program, 'win.suggest')
    before = program.wait_state(lambda s: s['suggested'] > 3 and not s['suggesting'], 'suggestions')
    press(program, 'Accept the suggestion')
    program.wait_state(lambda s: s['undo'] > before['undo'], 'one to be accepted')
    checks.check('accepted', True)


def test_offered(program):
    """Whatever needs no parameter is offered."""
    offered = set(actions_of(window_of(program)))
    bare = {f'win.{name}' for name in program.actions()
            if not program.describe(f'win.{name}')[1] and name not in ('state',)}
    enabled = {name for name in bare if program.describe(name)[0]}
    checks.equal('offered', sorted(enabled - offered), [])


def main():
    with tempfile.TemporaryDirectory(prefix='quo-reader-acts-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            program.act('win.set-annotator', 'Ana')
            story = Story(program, path)
            test_offered(program)
            test_annotate(program, story)
            test_suggestions(program)
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
