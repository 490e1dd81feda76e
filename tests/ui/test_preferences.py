# SPDX-License-Identifier: GPL-3.0-or-later
"""Each preference does what it says, at once, in the article that is open, and is held when the program starts again.

usage: test_preferences.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Atspi, Checks, Program, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
# The same window, with actions that say where words stand.
MEASURED = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'measured')
checks = Checks('preferences')


def see(program, span):
    """(x, y, width, height) of words of the article, once they stand still; nothing while a dialog is in front."""
    places = []

    def look():
        program.act('app.place-of-words', *span)
        places.append(program.describe('app.place-of-words')[2][0])
        return places[-1] and len(places) >= 3 and len(set(places[-3:])) == 1
    wait_until(look, f'{span} to be in sight')
    return tuple(map(int, places[-1].split()))


class Page:
    """What is seen of the article."""

    def __init__(self, program, story):
        self.program = program
        self.title, self.name, self.below = story.place('Old rail'), story.place('Arne'), story.place('told')

    def look(self):
        title, name, below = (see(self.program, words) for words in (self.title, self.name, self.below))
        return {'left': title[0], 'height': name[3], 'width': name[2], 'pitch': below[1] - name[1]}


def open_preferences(program):
    program.act('app.preferences')
    program.wait_window('Preferences')
    # So that no row is below its edge.
    program.resize(660, 800, program.front_window())


def close_preferences(program):
    """A key that comes before a window is painted is lost: it is pressed until one is seen to have been heard."""
    def is_closed():
        if program.front_window() == program.x_window():
            return True
        program.key('Escape')
        return False
    wait_until(is_closed, 'the window to have the keyboard')


def set_number(program, title, value):
    open_preferences(program)
    spin = program.find('spin button', title)
    Atspi.Value.set_current_value(spin, value)
    checks.equal(f'{title}-{value}', Atspi.Value.get_current_value(spin), value)
    close_preferences(program)


def switch(program, title):
    open_preferences(program)
    program.press(wait_until(lambda: next((node for node in program.nodes() if node.get_name() == title
                                           and node.get_role_name() in ('switch', 'toggle button', 'check box')), None),
                             f'the switch {title}'))
    close_preferences(program)


def test_page(program, page):
    usual = page.look()
    for title, value, default, what, is_so in (
            ('Text size', 24, 17, 'height', lambda now: now > usual['height']),
            ('Line width', 46, 66, 'left', lambda now: now > usual['left']),
            ('Line spacing', 140, 100, 'pitch', lambda now: now > usual['pitch'])):
        set_number(program, title, value)
        checks.check(title, wait_until(lambda: is_so(page.look()[what]), f'{title} to act'))
        set_number(program, title, default)
        checks.check(f'{title}-back', wait_until(lambda: page.look() == usual, f'{title} to go back'))


def choose(program, action, value):
    """By the action that the row of the preferences is bound to."""
    program.act(action, value)
    wait_until(lambda: program.describe(action)[2] == [value], f'{action} to be {value}')


def test_choices(program, page):
    """Typeface and marks change the page at once."""
    usual = page.look()
    choose(program, 'win.typeface', 'sans')
    checks.check('typeface', wait_until(lambda: page.look()['width'] != usual['width'], 'other letters'))
    choose(program, 'win.typeface', 'serif')
    choose(program, 'win.density', 'lines')
    checks.check('density', wait_until(lambda: page.look()['pitch'] < usual['pitch'], 'denser lines'))
    choose(program, 'win.density', 'labels')
    checks.check('choices-back', wait_until(lambda: page.look() == usual, 'the page as it was'))


def test_margin(program, story):
    """The name goes, the initials stay."""
    x, y, _, height = see(program, story.place('We promised'))
    corner = dict(line.split('=', 1) for line in program._xdotool(
        'getwindowgeometry', '--shell', program.x_window()).splitlines())
    # The names end 60 px before the text.
    names = int(corner['X']) + x - 150, int(corner['Y']) + y, 90, height
    program.act('win.select', 0, 0)

    def looks():
        return len(set(program.look_of(*names)))
    checks.check('name-in-the-margin', wait_until(lambda: looks() > 2, 'a name beside the quote'))
    switch(program, 'Speakers in the margin')
    checks.check('no-name-in-the-margin', wait_until(lambda: looks() == 1, 'the name to go'))
    switch(program, 'Speakers in the margin')
    checks.check('name-again', wait_until(lambda: looks() > 2, 'the name to come back'))


def test_zoom(program, page):
    """The same size as in the preferences, by the keys that everybody knows."""
    usual = page.look()
    program.key('ctrl+plus')
    checks.check('zoom-in', wait_until(lambda: page.look()['height'] > usual['height'], 'larger letters'))
    open_preferences(program)
    checks.equal('zoom-is-the-preference', Atspi.Value.get_current_value(program.find('spin button', 'Text size')), 18)
    close_preferences(program)
    program.key('ctrl+minus', 'ctrl+minus')
    checks.check('zoom-out', wait_until(lambda: page.look()['height'] < usual['height'], 'smaller letters'))
    program.key('ctrl+0')
    checks.check('zoom-back', wait_until(lambda: page.look() == usual, 'the usual size'))


def test_annotating(program, story):
    switch(program, 'Go on by itself')
    program.wait_state(lambda s: program.describe('win.auto-advance')[2] == [True], 'it to go on by itself')
    story.caret('Paweł Zieliński')
    program.act('win.tag', 'person')
    state = program.wait_state(lambda s: s['counts'].get('person'), 'the name to be tagged')
    checks.check('goes-on', state['caret'] > story.place('Paweł Zieliński')[1], state)
    open_preferences(program)
    program.click(program.find('text', 'Your name'))
    program.type_text('Anna')
    close_preferences(program)
    checks.check('name', wait_until(lambda: [a.get('name') for a in story.sidecar()['agents']] == ['Anna'],
                                    'the name to be written'))


def click_on(program, words):
    """With the mouse, on what shows these words. Whether it was in sight."""
    program.act('app.place-of', words)
    place = program.describe('app.place-of')[2][0]
    if not place:
        return False
    shell = program._xdotool('getwindowgeometry', '--shell', program.front_window()).splitlines()
    corner = dict(line.split('=', 1) for line in shell)
    x, y, width, height = map(int, place.split())
    program.press_at(int(corner['X']) + x + width // 2, int(corner['Y']) + y + height // 2)
    return True


def choose_in_row(program, title, choice, action, value):
    """As a hand does: a click on the row, one on the choice, and both again where a click came too early."""
    def is_chosen():
        if program.describe(action)[2] == [value]:
            return True
        if not click_on(program, choice):
            click_on(program, title)
        return False
    wait_until(is_chosen, f'{title} to be {choice}')


def test_rows(folder, path):
    """Typeface and marks are chosen in their rows, and hold when the program starts again."""
    # What is stored in memory would be gone.
    environment = {'QUO_ANIMATIONS': '0', 'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': os.path.join(folder, 'config')}
    looks = []
    for nth in range(2):
        with Program([MEASURED, path], environment) as program:
            program.wait_ready(path)
            program.x_window()
            page = Page(program, Story(program, path))
            if nth == 0:
                usual = page.look()
                open_preferences(program)
                choose_in_row(program, 'Typeface', 'Sans', 'win.typeface', 'sans')
                choose_in_row(program, 'Marks', 'Lines', 'win.density', 'lines')
                close_preferences(program)
                wait_until(lambda: page.look()['width'] != usual['width'] and page.look()['pitch'] < usual['pitch'],
                           'other letters and denser lines')
                checks.check('rows', True)
            looks.append(page.look())
            checks.equal(f'states-{nth}', program.describe('win.typeface')[2] + program.describe('win.density')[2],
                         ['sans', 'lines'])
            checks.equal(f'quits-{nth}', program.quit(), 0)
    checks.equal('held', looks[1], looks[0])


def main():
    with tempfile.TemporaryDirectory(prefix='quo-preferences-') as folder:
        test_rows(folder, copy_sample(SAMPLES, os.path.realpath(folder)))
    with tempfile.TemporaryDirectory(prefix='quo-preferences-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([MEASURED, path], {'QUO_ANIMATIONS': '0'}) as program:
            program.wait_ready(path)
            program.x_window()
            story = Story(program, path)
            story.caret('We promised')
            program.act('win.capture-quote')
            program.act('win.link-speaker', '')
            program.act('win.select', 0, 0)
            test_page(program, Page(program, story))
            test_zoom(program, Page(program, story))
            test_choices(program, Page(program, story))
            test_margin(program, story)
            test_annotating(program, story)
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
