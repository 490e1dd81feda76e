# SPDX-License-Identifier: GPL-3.0-or-later
"""Where Tab, Shift+Tab and F6 go, in the window and in each dialog: round, through everything, and out again.

The order is written beside the build of the tests (tests/ui/focus.txt), to be read.

usage: test_focus.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile
from collections import Counter

from drive import Atspi, Checks, Program, TooLong, wait_until
from ear import CLASS_NAME, Ear
from folder_maker import make_folder
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
ORDER = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'focus.txt')
# More than any part of the window has; whoever has to press Tab so often takes it for a trap.
MOST_STOPS = 45
# Rows of keys are between these.
LEAST_ROWS, MOST_ROWS = 60, 200
# What is so named says nothing but its role.
NAMELESS = ('push button', 'button', 'toggle button', 'check box', 'switch', 'spin button', 'list item', 'scroll pane', 'text',
            'entry', 'combo box', 'page tab')
checks = Checks('focus')


class Walker:
    """Goes from stop to stop by a key."""

    def __init__(self, program):
        self.program = program
        self.ear = Ear(program)
        self.ear.attend()

    def step(self, key):
        """The stop that the key leads to, in words, once the keyboard stays there."""
        self.ear.do('On', key)
        self.ear.hear('focus: ')
        self.settle()
        return [line for line in self.ear.step() if line.startswith('focus: ')][-1].removeprefix('focus: ')

    def settle(self):
        """What was to come after the first word of it has come: where the keyboard is sent on by the program, and the
        same told twice. The program answers this only when it has done that."""
        self.program.state()
        self.ear.focused.get_state_set()
        self.ear.listen()

    def round(self, key):
        """The stops from the next one on, until that comes again. (Where one is may not: a list may be entered at
        another of its rows.)"""
        first, stops = None, []
        while len(stops) < MOST_STOPS:
            said = self.step(key)
            if self.ear.focused == first:
                return stops
            stops.append(said)
            first = first or self.ear.focused
        raise TooLong(f'{key} does not come round:\n' + '\n'.join(stops))


class Book:
    """What was met, for the checks and to be read."""

    def __init__(self):
        self.lines = []

    def note(self, title, stops):
        self.lines += ['', title, *(f'{number:3} {stop}' for number, stop in enumerate(stops, 1))]

    def write(self):
        with open(ORDER, 'w', encoding='utf-8') as file:
            file.write('\n'.join(self.lines).strip() + '\n')


def single_out(stops):
    """The names of the stops: what is said behind them changes with what was done."""
    return Counter('list item' if stop.endswith('list item') else stop.split(', ')[0] for stop in stops)


def check_round(name, walker, book, *wanted):
    """Both ways round: the same stops, each with a name, the wanted ones among them. A list is one stop, though it is
    entered at its last row by Shift+Tab."""
    try:
        forwards = walker.round('Tab')
        book.note(f'{name}, Tab', forwards)
        backwards = walker.round('shift+Tab')
    except TooLong as error:
        checks.check(f'{name}-round', False, error)
        return []
    there, back = single_out(forwards), single_out(backwards)
    checks.check(f'{name}-round', there == back, f'only forwards: {there - back}\nonly backwards: {back - there}')
    checks.equal(f'{name}-named', [stop for stop in forwards if CLASS_NAME.search(stop) or stop.split(', ')[0] in NAMELESS], [])
    missing = [words for words in wanted if not any(words in stop for stop in forwards)]
    checks.check(f'{name}-all', not missing, f'{missing} not in\n' + '\n'.join(forwards))
    return forwards


def check_panes(name, walker, book, n_panes):
    """F6 goes through the parts of the window and back to the article, Shift+F6 the other way."""
    there, back = walker.round('F6'), walker.round('shift+F6')
    book.note(f'{name}, F6', there)
    checks.check(f'{name}-panes', len(there) == n_panes and there[-1].startswith('Article, '), there)
    turned = back.index(there[0])
    checks.equal(f'{name}-panes-back', back[turned:] + back[:turned], there[:1] + there[:0:-1])


def walk_window(program, walker, book, path):
    focus_article(program)
    walker.settle()
    check_round('window', walker, book, 'Article', 'Tag as Person', 'Main menu', 'Filter annotations', 'Export', 'Done', 'Inspector')
    check_panes('window', walker, book, 4)
    story = Story(program, path)
    story.caret('We promised')
    program.act('win.capture-quote')
    program.act('win.link-speaker', '')
    program.act('win.next')
    program.wait_state(lambda s: s['message'].startswith('Mention'), 'the speaker to be selected')
    walker.settle()
    check_round('selected', walker, book, 'Article', 'Same as', 'New Identity', 'Note', 'Quote', 'list item')


def walk_folder(program, walker, book, path):
    folder = os.path.join(os.path.dirname(path), 'The Coast Courier')
    paths = make_folder(folder)
    program.act_settled('win.open-folder', folder)
    program.act_settled('win.open', paths[2])
    focus_article(program)
    walker.settle()
    stops = check_round('folder', walker, book, 'Filter articles', 'Articles, ', 'Annotations, ', 'Find in all articles')
    rows = [stop for stop in stops if stop.endswith('list item')]
    checks.check('folder-article', len(rows) == 1 and ', open, ' in rows[0], rows)
    check_panes('folder', walker, book, 4)
    walker.ear.do('Find in the folder', 'ctrl+shift+f')
    walker.ear.hear('focus: Find in all articles')
    walker.ear.do('Type', act=lambda: program.type_text('bridge'))
    walker.ear.hear('said: ', 'places')
    check_round('find-in-folder', walker, book, 'Find in all articles', 'places, list item')


def turn_to(program, page):
    """Another page of the preferences, once the first one has gone: later than libadwaita 1.2 it fades."""
    program.press(program.find('page tab', page))
    wait_until(lambda: not any(node.get_name() == 'Typeface' and node.get_state_set().contains(Atspi.StateType.SHOWING)
                               for node in program.nodes()), 'the first page to have gone')


def walk_dialog(program, walker, book, name, action, wanted, page=None):
    program.act(action)
    wait_until(lambda: program.front_window() != program.x_window(), f'{name} to have the keyboard')
    if page is not None:
        turn_to(program, page)
    walker.ear.do('Into the dialog', 'Tab')
    walker.ear.hear('focus: ')
    walker.settle()
    check_round(name, walker, book, *wanted)
    close(program, name)
    focus_article(program)
    walker.settle()


def walk_label(program, walker, book):
    """The page of one label: its fields, its colours and what else it has, each with a name."""
    program.act('win.edit-labels')
    wait_until(lambda: program.front_window() != program.x_window(), 'the labels to have the keyboard')
    for _ in range(MOST_STOPS):
        if walker.step('Tab').startswith('Person, '):
            break
    walker.ear.do('Open it', 'Return')
    walker.ear.hear('focus: Name')
    walker.settle()
    check_round('label', walker, book, 'Name', 'Key that tags with it', 'Blue', 'Another colour', 'One place later',
                'Delete the Label', 'Back to all labels')
    walker.ear.do('To all labels', 'Escape')
    walker.ear.hear('focus: ')
    close(program, 'label')
    focus_article(program)
    walker.settle()


def close(program, name):
    """Escape leads out of it; from an entry that has words the first one may only clear them."""
    try:
        program.key('Escape')
        wait_until(lambda: program.front_window() == program.x_window(), f'{name} to be closed')
        checks.check(f'{name}-closed', True)
    except TooLong as error:
        checks.check(f'{name}-closed', False, error)
        raise


def check_arrows(program, walker):
    """The Keys page of the preferences: a stop a group, and the arrows go through all of its rows."""
    program.act('app.preferences')
    wait_until(lambda: program.front_window() != program.x_window(), 'the preferences to have the keyboard')
    turn_to(program, 'Keys')
    for _ in range(MOST_STOPS):
        if walker.step('Tab').startswith('Open articles: Ctrl+O'):
            break
    checks.check('keys-second-row', walker.step('Down').startswith('Close the tab: Ctrl+W'), walker.ear.step())
    rows = set()
    while len(rows) < MOST_ROWS and 'About Quotidian' not in ''.join(rows):
        rows.add(walker.step('Down'))
    checks.check('keys-by-arrows', LEAST_ROWS < len(rows) < MOST_ROWS, rows)
    above = walker.step('Up')
    checks.check('keys-up', above in rows, above)
    close(program, 'keys-arrows')


def main():
    book = Book()
    with tempfile.TemporaryDirectory(prefix='quo-focus-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            program.act('win.set-annotator', '')  # nobody is to be asked for a name
            focus_article(program)
            walker = Walker(program)
            walk_window(program, walker, book, path)
            for name, action, wanted, page in (
                    ('preferences', 'app.preferences', ['Typeface', 'Text size', 'Your name'], None),
                    ('keys', 'app.preferences', ['Open articles: Ctrl+O', 'All Keys of the Program Again'], 'Keys'),
                    ('labels', 'win.edit-labels', ['Person', 'Add a label', 'For'], None),
                    ('export', 'win.choose-export', ['Format', 'Cancel', 'Export'], None),
                    ('about', 'win.about-article', ['Title', 'By'], None),
                    ('statistics', 'win.statistics', ['Copy or print'], None),
                    ('shortcuts', 'app.shortcuts', ['Tag the selection'], None),
                    ('palette', 'win.palette', ['What do you want to do?'], None)):
                walk_dialog(program, walker, book, name, action, wanted, page)
            walk_label(program, walker, book)
            check_arrows(program, walker)
            walk_folder(program, walker, book, path)
            walker.ear.close()
            book.write()
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
