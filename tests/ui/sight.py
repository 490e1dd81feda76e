# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks in every window of a width for text that is cut off; for test_large_text.py and test_long_words.py.

QUO_SHOTS=FOLDER leaves pictures of what was looked at.
"""

import itertools
import os
import sys
import tempfile

from changed import make_changed
from drive import Checks, Program, wait_until
from folder_maker import make_folder
from story import Story, copy_sample

PROGRAM, SAMPLES, WIDTH = *sys.argv[1:3], int(sys.argv[3])
# The same window, with an action that says what cannot be read.
MEASURED = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'measured')
SHOTS = os.environ.get('QUO_SHOTS')  # a folder for pictures, to be looked at
# GTK draws a border of its own where the window manager has no shadows.
FRAME = 10
checks = Checks('sight')


def faults(program, width):
    """What cannot be read, once nothing moves any more."""
    found = []

    def look():
        program.act('app.measure', width)
        found.append(program.describe('app.measure')[2][0])
        return len(found) >= 4 and len(set(found[-4:])) == 1
    wait_until(look, 'the window to come to rest')
    return sorted(set(found[-1].splitlines()))


def check_readable(name, program, width):
    if SHOTS:
        program.screenshot(os.path.join(SHOTS, f'{name}.png'))
    checks.equal(name, faults(program, width + FRAME), [])


def check_menus(name, program, width):
    """Every menu and popover of the window in front, with what leads out of it, and the context menu of the page."""
    found, n_opened = [], 0
    for nth in itertools.count():
        for page in itertools.count():
            program.act('app.open-menu', nth, page)
            told = program.describe('app.open-menu')[2][0]
            if not told:
                break
            n_opened += 1
            if SHOTS:
                program.screenshot(os.path.join(SHOTS, f'{name}-{nth}-{page}.png'))
            found += [f'{told}, page {page}: {fault}' for fault in faults(program, width + FRAME)]
        if page == 0:
            break
    program.act('app.open-menu', -1, 0)
    checks.equal(name, found, [])
    checks.check(f'{name}-opened', n_opened > 0)


def check_context_menu(name, program, width):
    program.act('win.context-menu')
    check_readable(name, program, width)
    program.key('Escape')


def open_window(program, action, width):
    """Opens a window of its own, as narrow as the other. Its title may be in any language. Returns the other."""
    before = program._xdotool('getactivewindow')
    program.act(action)
    wait_until(lambda: program._xdotool('getactivewindow') != before, f'the window of {action}')
    if width < 500:
        # libadwaita 1.7 lets a window be smaller than what is in it.
        program.resize(width, 640, program.front_window())
    return before


def standing(environment):
    """What slides in is past the edge until it is there."""
    return {**environment, 'QUO_ANIMATIONS': '0'}


def walk_folder(kind, environment, folder, width):
    """The list of a folder, and what was found in it."""
    folder = os.path.join(folder, 'articles')
    paths = make_folder(folder)
    with Program([MEASURED, folder], standing(environment)) as program:
        program.wait_ready()
        program.act('win.set-annotator', 'Ana')
        program.resize(width, 800)
        program.act_settled('win.open', paths[0])
        if width < 600:
            program.act('win.toggle-list')
        check_readable(f'{kind}-{width}-folder', program, width)
        program.act('win.find-in-folder', 'bridge')
        check_readable(f'{kind}-{width}-folder-find', program, width)
        check_menus(f'{kind}-{width}-folder-menus', program, width)
        open_window(program, 'win.statistics', width)
        check_readable(f'{kind}-{width}-folder-statistics', program, width)
        program.key('Escape')
        checks.equal(f'{kind}-{width}-folder-quits', program.quit(), 0)


def walk_review(kind, environment, folder, width):
    """The list of what is to be reviewed."""
    path, _ = make_changed(MEASURED, folder)
    with Program([MEASURED, path], standing(environment)) as program:
        program.wait_ready(path)
        program.act('win.set-annotator', 'Ana')
        program.resize(width, 800)
        program.act('win.review')
        state = program.wait_state(lambda s: 'current' in s['review'], 'a row to be chosen')
        for position in range(state['review']['items']):
            program.act('win.review-choose', position)
            check_readable(f'{kind}-{width}-review-{position}', program, width)
        checks.equal(f'{kind}-{width}-review-quits', program.quit(), 0)


def walk_windows(kind, environment, folder, width):
    path = copy_sample(SAMPLES, folder)
    with Program([MEASURED, path], standing(environment)) as program:
        program.wait_ready(path)
        program.act('win.set-annotator', 'Ana')  # nobody is to be asked for a name
        program.resize(width, 800)
        story = Story(program, path)
        story.caret('We promised')
        program.act('win.capture-quote')
        check_readable(f'{kind}-{width}-prompt', program, width)
        program.act('win.link-speaker', '')
        check_readable(f'{kind}-{width}-quote', program, width)
        check_menus(f'{kind}-{width}-menus', program, width)
        check_context_menu(f'{kind}-{width}-context-menu', program, width)
        # A toast, with its button.
        program.act('win.suggest')
        program.wait_state(lambda s: s['suggested'] > 0 and not s['suggesting'], 'suggestions')
        program.act('win.accept-all')
        check_readable(f'{kind}-{width}-toast', program, width)
        program.act('win.undo')
        program.act('win.clear-suggestions')
        if width < 860:
            program.act('win.toggle-inspector')
            check_readable(f'{kind}-{width}-inspector', program, width)
            check_menus(f'{kind}-{width}-inspector-menus', program, width)
            program.act('win.toggle-inspector')
            program.act('win.toggle-list')
            check_readable(f'{kind}-{width}-list', program, width)
            check_menus(f'{kind}-{width}-list-menus', program, width)
            program.act('win.toggle-list')
        # The page of a label that is used has more to tell.
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        for name, action in (('palette', 'win.palette'), ('export', 'win.choose-export'),
                             ('import', 'win.choose-import'), ('export-folder', 'win.choose-export-folder'),
                             ('labels', 'win.edit-labels'), ('about-article', 'win.about-article'),
                             ('statistics', 'win.statistics'),
                             ('preferences', 'app.preferences'), ('shortcuts', 'app.shortcuts')):
            before = open_window(program, action, width)
            check_readable(f'{kind}-{width}-{name}', program, width)
            if name == 'labels':
                row = wait_until(lambda: next((node for node in program.nodes() if node.get_role_name() == 'list item'),
                                              None), 'the rows of labels')
                program.click(row)
                check_readable(f'{kind}-{width}-label', program, width)
                program.key('Escape')  # to all labels
                faults(program, width)
            program.key('Escape')
            wait_until(lambda: program._xdotool('getactivewindow') == before, f'the window of {name} to close')
        checks.equal(f'{kind}-{width}-quits', program.quit(), 0)


def look_everywhere(kind, make_environment):
    """make_environment(folder) gives the environment of the program. Returns the exit status."""
    for walk in (walk_windows, walk_folder, walk_review):
        with tempfile.TemporaryDirectory(prefix='quo-sight-') as folder:
            folder = os.path.realpath(folder)
            walk(kind, make_environment(folder), folder, WIDTH)
    return checks.finish()
