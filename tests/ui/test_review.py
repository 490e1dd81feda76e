# SPDX-License-Identifier: GPL-3.0-or-later
"""The article changed: what moved, what may be in several places and what is lost is listed, and decided.

usage: test_review.py PROGRAM
"""

import os
import sys
import tempfile

from changed import make_changed
from drive import Checks, Program, wait_until
from story import Story

PROGRAM = sys.argv[1]
checks = Checks('review')

def rows(program):
    return [n.get_name() for n in program.nodes() if ' · ' in (n.get_name() or '')]


def look_at(program, annotation_id):
    """Chooses the row of an annotation, and returns its state."""
    for position in range(program.state()['review']['items']):
        program.act('win.review-choose', position)
        if program.state()['review'].get('id') == annotation_id:
            return program.state()
    raise AssertionError(f'{annotation_id} is not listed')


def test_list(program, ids):
    state = program.state()
    checks.equal('all-are-listed', (state['review']['items'], state['review']['open']), (4, 4))
    program.press(program.find('button', 'Review'))
    program.wait_state(lambda s: 'current' in s['review'], 'a row to be chosen')
    wait_until(lambda: len(rows(program)) >= 4, 'the rows')
    told = '\n'.join(rows(program))
    checks.check('moved-is-told', 'Person · moved: Ana Berg' in told, told)
    checks.check('places-are-told', '2 possible places' in told, told)
    checks.check('lost-is-told-with-its-old-context',
                 'not found: Omar Haddad. It stood after “' in told and 'of the port office' in told, told)
    state = look_at(program, ids['Mira Lind'])
    checks.equal('places', state['review']['places'], 2)
    return state


def test_choose(program, path, ids):
    """The second of two places."""
    story = Story(program, path)
    second = story.text.rindex('Mira Lind')
    state = look_at(program, ids['Mira Lind'])
    shown = state['selection']
    program.act('win.review-place', 1)
    other = program.state()['selection']
    checks.check('another-place-is-shown', shown != other and {shown[0], other[0]} ==
                 {story.text.index('Mira Lind'), second}, (shown, other))
    if other[0] != second:
        program.act('win.review-place', 1)
    program.act('win.review-accept')
    found = story.annotation(ids['Mira Lind'])
    checks.equal('accepted', (found['at'], found.get('orphan')), ([[second, second + 9]], None))
    checks.equal('one-less-is-open', program.state()['review']['open'], 3)
    program.act('win.undo')
    checks.equal('undo-opens-it', program.state()['review']['open'], 4)
    program.act('win.redo')
    checks.equal('redo-closes-it', program.state()['review']['open'], 3)


def test_put_and_drop(program, path, ids):
    story = Story(program, path)
    look_at(program, ids['Omar Haddad'])
    program.act('win.review-accept')
    checks.check('lost-cannot-be-accepted', 'select its words' in program.state()['message'], program.state())
    story.select('a man')
    program.key('ctrl+alt+p')
    program.wait_state(lambda s: s['review']['open'] == 2, 'it to be put there')
    found = story.annotation(ids['Omar Haddad'])
    checks.equal('put-at-the-selection', (found['at'], found['quote']), ([list(story.place('a man'))], ['a man']))
    program.act('win.undo')
    look_at(program, ids['Omar Haddad'])
    program.key('ctrl+shift+F8')
    program.wait_state(lambda s: s['review']['open'] == 2, 'it to be dropped')
    checks.equal('dropped', program.state()['counts'], {'person': 3})
    program.act('win.undo')
    checks.equal('dropped-comes-back', (program.state()['counts'], program.state()['review']['open']),
                 ({'person': 4}, 3))


def test_moved(program, ids):
    look_at(program, ids['Ana Berg'])
    program.key('ctrl+F8')
    program.wait_state(lambda s: s['review']['open'] == 2, 'the moved one to be accepted')
    look_at(program, ids['Ana Berg'])
    program.act('win.review-accept')
    checks.equal('accepting-is-taken-back', program.state()['review']['open'], 3)
    program.act('win.review-accept-moved')
    checks.equal('all-moved-are-accepted', program.state()['review']['open'], 1)
    program.key('F8')
    program.wait_state(lambda s: s['review']['id'] == ids['Omar Haddad'], 'the last one to be looked at')
    checks.check('the-last-one', True)


def has_list(program):
    """Whether the list is within the window, and has not slid out of it."""
    # A newer GTK has a list that is away in no tree, an older one has it left of the window.
    button = next((n for n in program.nodes() if n.get_name() == 'Accept'), None)
    return button is not None and program.place_of(button)[0] >= 0


def test_narrow(program, ids):
    """The list that covers a narrow page stays until all is decided, or Escape."""
    program.resize(420, 700)
    wait_until(lambda: program.place_of(program.find('text', 'Article'))[2] < 421, 'the window to be narrow')
    program.act('win.review')
    wait_until(lambda: has_list(program), 'the list over the page')
    look_at(program, ids['Mira Lind'])
    program.wait_idle()
    checks.check('narrow-list-stays', wait_until(lambda: has_list(program), 'the list to be there still'))
    program.act('win.review-accept')
    program.wait_state(lambda s: s['review']['open'] == 3, 'it to be accepted')
    program.wait_idle()
    # The button of the next one may be laid out a little later.
    checks.check('narrow-list-stays-for-the-next', wait_until(lambda: has_list(program), 'the list to be there still'))
    program.act('win.undo')
    program.act('win.escape')
    wait_until(lambda: not has_list(program), 'the list to go away')
    program.resize(1100, 700)
    wait_until(lambda: program.place_of(program.find('text', 'Article'))[2] > 421, 'the window to be wide')


def main():
    with tempfile.TemporaryDirectory(prefix='quo-review-') as folder:
        path, ids = make_changed(PROGRAM, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            test_list(program, ids)
            test_narrow(program, ids)
            test_choose(program, path, ids)
            test_put_and_drop(program, path, ids)
            test_moved(program, ids)
            program.act('win.save')
            program.wait_state(lambda s: s['saved'], 'the decisions to be saved')
            checks.equal('quits', program.quit(), 0)
        with Program([PROGRAM, path]) as program:
            # What was left open is listed again, with the article as it was last time.
            state = program.wait_ready(path)
            checks.equal('left-open-is-listed-again', (state['review']['items'], state['review']['open']), (1, 1))
            program.act('win.review-step', 1)
            program.act('win.review-drop')
            checks.equal('nothing-is-left', program.state()['review']['open'], 0)
            checks.equal('again-quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
