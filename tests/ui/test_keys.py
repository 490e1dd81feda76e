# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys changed in the preferences: a free one, one that is taken, and back to those of the program.

usage: test_keys.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('keys')


def key_button(program, title):
    """The button of an action in the preferences: its name is "Next annotation: J"."""
    return wait_until(lambda: next((n for n in program.nodes() if (n.get_name() or '').startswith(title + ': ')
                                    and 'button' in n.get_role_name()), None), f'the keys of {title!r}')


def wait_name(program, title, keys):
    return wait_until(lambda: key_button(program, title).get_name() == f'{title}: {keys}',
                      f'{title!r} to have {keys!r}')


def rebind(program, title, *keys):
    program.press(key_button(program, title))
    program.key(*keys)


def main():
    with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            story = Story(program, path)
            story.caret('Ingrid Sørbø')
            program.act('win.tag', 'person')
            program.act('win.select', 0, 0)
            focus_article(program)
            program.act('app.preferences')
            program.press(program.find('page tab', 'Keys'))
            rebind(program, 'Next annotation', 'h')
            checks.check('free-key', wait_name(program, 'Next annotation', 'H'))
            rebind(program, 'Previous annotation', 'h')
            told = wait_until(lambda: next((n for n in program.nodes() if 'press it again' in (n.get_name() or '')),
                                           None), 'the conflict to be told')
            checks.equal('conflict-told', told.get_name(), 'H does “Next annotation”; press it again to take it')
            program.key('h')
            checks.check('key-taken', wait_name(program, 'Previous annotation', 'H'))
            checks.check('key-given', wait_name(program, 'Next annotation', 'no key'))
            rebind(program, 'Next annotation', 'y')
            wait_name(program, 'Next annotation', 'Y')
            program.key('Escape')
            focus_article(program)
            program.key('j', 'y')
            state = program.wait_state(lambda s: s['selected'], 'the new key to select')
            checks.equal('new-key-acts', state['message'], 'Person: Ingrid Sørbø')
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
