# SPDX-License-Identifier: GPL-3.0-or-later
"""A key changed in the preferences: the new one acts, the old one does not.

usage: test_keys.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Atspi, Checks, Program, children, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('keys')


class Row:
    """The keys of an action in the preferences. The window has a thousand nodes, so they are looked through once."""

    def __init__(self, program, title):
        self.program = program
        self.title = title
        self.button = wait_until(lambda: next((n for n in program.nodes() if 'button' in n.get_role_name() and
                                               (n.get_name() or '').startswith(title + ': ')), None),
                                 f'the keys of {title!r}')

    def wait_keys(self, keys):
        return wait_until(lambda: self.button.get_name() == f'{self.title}: {keys}', f'{self.title!r} to have {keys!r}')

    def press(self, key):
        """Presses the button, as a screen reader does, and the key once the row would get it."""
        self.program.press(self.button)
        self.wait_keys('Press a key…')
        wait_until(lambda: self.button.get_state_set().contains(Atspi.StateType.FOCUSED) and
                   self.program.front_window() != self.program.x_window(), f'{self.title!r} to have the keyboard')
        self.program.key(key)

    def wait_told(self, words):
        """What stands in the row, once it has these words."""
        row = self.button
        while row.get_role_name() not in ('list item', 'list box row'):
            row = row.get_parent()

        def look():
            waiting = [row]
            while waiting:
                node = waiting.pop()
                if words in (node.get_name() or ''):
                    return node.get_name()
                waiting.extend(children(node))
            return None
        return wait_until(look, f'{words!r} in the row of {self.title!r}')


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
            following, previous = Row(program, 'Next annotation'), Row(program, 'Previous annotation')
            following.press('h')
            checks.check('free-key', following.wait_keys('H'))
            previous.press('h')
            checks.check('taken-key', previous.wait_told('H does “Next annotation”; press it again to take it'))
            program.key('Escape')
            checks.check('escape-leaves-it', previous.wait_keys('K'))
            program.key('Escape')
            wait_until(lambda: program.front_window() == program.x_window(), 'the window to have the keyboard')
            focus_article(program)
            program.key('j', 'h')
            state = program.wait_state(lambda s: s['selected'], 'the new key to select')
            checks.equal('new-key-acts', state['message'], 'Person: Ingrid Sørbø')
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
