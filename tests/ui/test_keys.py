# SPDX-License-Identifier: GPL-3.0-or-later
"""A key changed in the preferences: the new one acts, the old one does not.

usage: test_keys.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Atspi, Checks, Program, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('keys')


def key_button(program, title):
    """The button of an action in the preferences: its name is "Next annotation: J"."""
    return wait_until(lambda: next((n for n in program.nodes() if (n.get_name() or '').startswith(title + ': ')
                                    and 'button' in n.get_role_name()), None), f'the keys of {title!r}')


def wait_name(program, title, keys):
    return wait_until(lambda: key_button(program, title).get_name().startswith(f'{title}: {keys}'),
                      f'{title!r} to have {keys!r}')


def wait_waiting(program, title):
    """Waits until the row waits for a key and would get it."""
    def look():
        button = key_button(program, title)
        return button.get_name() == f'{title}: Press a key…' and \
            button.get_state_set().contains(Atspi.StateType.FOCUSED) and program.front_window() != program.x_window()
    wait_until(look, f'{title!r} to wait for its key')


def rebind(program, title, key):
    program.press(key_button(program, title))
    wait_waiting(program, title)
    program.key(key)


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
            wait_until(lambda: program.front_window() != program.x_window(), 'the preferences to have the keyboard')
            program.press(program.find('page tab', 'Keys'))
            # A picture is taken when nothing moves any more: before, a row that slides in has no keyboard.
            program.screenshot(os.path.join(folder, 'keys.png'))
            rebind(program, 'Next annotation', 'h')
            checks.check('free-key', wait_name(program, 'Next annotation', 'H'))
            rebind(program, 'Previous annotation', 'h')
            told = wait_until(lambda: next((n for n in program.nodes() if 'press it again to take it' in
                                            (n.get_name() or '')), None), 'the conflict to be told')
            checks.equal('taken-key', told.get_name(), 'H does “Next annotation”; press it again to take it')
            program.key('Escape')
            checks.check('escape-leaves-it', wait_name(program, 'Previous annotation', 'K'))
            program.key('Escape')
            wait_until(lambda: program.front_window() == program.x_window(), 'the window to have the keyboard')
            focus_article(program)
            program.key('j', 'h')
            state = program.wait_state(lambda s: s['selected'], 'the new key to select')
            checks.equal('new-key-acts', state['message'], 'Person: Ingrid Sørbø')
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
