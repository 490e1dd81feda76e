# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks in every window for text that is cut off, wide and narrow; for test_large_text.py and test_long_words.py.

QUO_SHOTS=FOLDER leaves pictures of what was looked at.
"""

import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
# The same window, with an action that says what cannot be read.
MEASURED = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'measured')
SHOTS = os.environ.get('QUO_SHOTS')  # a folder for pictures, to be looked at
WIDE, NARROW = 1280, 360
# GTK draws a border of its own where the window manager has no shadows.
FRAME = 10
# These dialogs are wider than 360 px with text of twice the size: nothing in them is cut off, but where the screen
# is no wider they go past its edge.
ROOM = {'large-360-export': 372, 'large-360-preferences': 544}
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
    found = faults(program, max(width, ROOM.get(name, 0)) + FRAME)
    checks.equal(name, found, [])


def walk_windows(kind, environment, folder, width):
    path = copy_sample(SAMPLES, folder)
    # What slides in is past the edge until it is there.
    with Program([MEASURED, path], {**environment, 'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        program.act('win.set-annotator', 'Ana')  # nobody is to be asked for a name
        program.resize(width, 800)
        story = Story(program, path)
        story.caret('We promised')
        program.act('win.capture-quote')
        check_readable(f'{kind}-{width}-prompt', program, width)
        program.act('win.link-speaker', '')
        check_readable(f'{kind}-{width}-quote', program, width)
        if width < 860:
            program.act('win.toggle-inspector')
            check_readable(f'{kind}-{width}-inspector', program, width)
            program.act('win.toggle-inspector')
            program.act('win.toggle-list')
            check_readable(f'{kind}-{width}-list', program, width)
            program.act('win.toggle-list')
        for name, action in (('palette', 'win.palette'), ('export', 'win.choose-export'),
                             ('labels', 'win.edit-labels'), ('about-article', 'win.about-article'),
                             ('preferences', 'app.preferences')):
            before = program._xdotool('getactivewindow')
            program.act(action)
            wait_until(lambda: program._xdotool('getactivewindow') != before, f'the window of {name}')
            if width < 500:
                # libadwaita 1.7 lets a window be smaller than what is in it.
                room = max(width, ROOM.get(f'{kind}-{width}-{name}', 0))
                program._xdotool('windowsize', '--sync', program.front_window(), room, 640)
            check_readable(f'{kind}-{width}-{name}', program, width)
            if name == 'labels':
                program.key('Tab', 'Return')
                check_readable(f'{kind}-{width}-label', program, width)
                program.key('Escape')  # to all labels
                faults(program, width)
            program.key('Escape')
            wait_until(lambda: program._xdotool('getactivewindow') == before, f'the window of {name} to close')
        checks.equal(f'{kind}-{width}-quits', program.quit(), 0)


def look_everywhere(kind, make_environment):
    """Both widths; make_environment(folder) gives the environment of the program. Returns the exit status."""
    for width in (WIDE, NARROW):
        with tempfile.TemporaryDirectory(prefix='quo-sight-') as folder:
            folder = os.path.realpath(folder)
            walk_windows(kind, make_environment(folder), folder, width)
    return checks.finish()
