# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string that is shown, in a language that nobody speaks (pseudo.py): what has no brackets is not translated.

usage: test_pseudo.py PROGRAM SAMPLES
"""

import os
import re
import sys
import tempfile

import pseudo
from drive import Atspi, Checks, Program, children, text_of, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('pseudo')

# What GTK and libadwaita say themselves, which have no such language.
OF_GTK = {'Close', 'Minimize', 'Maximize', 'Restore', 'Back', 'Search', 'Clear', 'Increase', 'Decrease', 'Previous',
          'Next', 'Window', 'Menu', 'Details', 'Credits', 'Legal', 'License Type', 'Version', 'Website',
          'About', 'Apply', 'Edit', 'Select', 'Cancel', 'Search Shortcuts', 'Search Results', 'Home', 'Other', 'Shortcuts',
          # of GTK 4.18 and libadwaita 1.7
          'Close the window', 'Minimize the window', 'Maximize the window', 'Dismiss', 'What’s New'}
# Keys are written as the desktop writes them.
KEY = re.compile(r'^((Ctrl|Shift|Alt|Super)\+?)*([A-Za-z0-9]|F\d+|Return|Enter|Delete|Backspace|BackSpace|Escape|Tab|Left|'
                 r'Left Tab|Menu|Right|Up|Down|Page ?Up|Page ?Down|Home|End|Space|Plus|KP.*|[+\-−=/,.?…⌫⏎↵←→↑↓]|…)?$')
LETTERS = re.compile(r'[A-Za-z]{2}')
# What GTK 4.18 has in the tree of rows as well: letters that stand for a name, and how the article is encoded.
NO_WORDS = re.compile(r'^([A-Z]{2}|UTF-8)$')


def is_key(words):
    """Ctrl+Z, or as the list of keys is read on GTK 4.18: Shift + Ctrl + Z / Ctrl + Y, Alt+A … Alt+Z."""
    return all(KEY.match(key.replace(' + ', '+')) for key in re.split(' / | … ', words))


def is_of(content, words):
    """Whether the words are an excerpt of the article, which may leave something out."""
    return all(part.rstrip('…') in content for part in words.split(' … '))


def strings_of(program):
    """What a reader of the screen finds in the window in front: (role, string)."""
    for node in program.nodes():
        states = node.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING):
            continue
        role = node.get_role_name()
        for said in (node.get_name(), node.get_description()):
            if said:
                yield role, said


def untranslated(program, story=None):
    """The strings without brackets that are neither keys, nor of the article, nor of GTK."""
    content = story.text if story is not None else ''
    name = os.path.basename(story.path) if story is not None else ''
    found = set()
    for role, said in strings_of(program):
        words = said.strip()
        if '[' in words or not LETTERS.search(words) or is_key(words) or words in OF_GTK or NO_WORDS.match(words):
            continue
        if is_of(content, words) or (name and name in words):
            continue
        found.add(f'{role}: {words}')
    return sorted(found)


def press_and_wait(program, node, name):
    program.press(node)
    return program.find(None, name)


def menu_strings(program, button):
    """Opens the menu of a button, goes into every submenu, and gives what is not translated."""
    found = set()
    program.click(button)
    wait_until(lambda: any(n.get_role_name() == 'menu item' and n.get_state_set().contains(Atspi.StateType.SHOWING)
                           for n in program.nodes()), 'the menu')
    found.update(untranslated(program))
    program.key('Escape')
    return found


def test_windows(folder):
    environment = pseudo.make(folder)
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM], environment) as program:
        program.wait_ready()
        checks.equal('empty', untranslated(program), [])
        program.quit()
    with Program([PROGRAM, path], environment) as program:
        program.wait_ready(path)
        story = Story(program, path)
        program.act('win.suggest')
        program.wait_state(lambda s: s['suggested'] > 3 and not s['suggesting'], 'suggestions')
        checks.equal('suggested', untranslated(program, story), [])
        for _ in range(3):
            program.act('win.accept')
            program.wait_state(lambda s: not s['suggesting'], 'the suggestions to be made anew')
        checks.check('message', '[' in program.state()['message'], program.state()['message'])
        program.act('win.select', *story.place('Ingrid Sørbø'))
        program.act('win.tag', 'person')
        checks.equal('article', untranslated(program, story), [])
        story.caret('Arne')
        program.act('win.tag', 'place')
        checks.check('label-in-message', '[' in program.state()['message'].split(':')[0], program.state()['message'])
        story.caret('We promised')
        program.act('win.capture-quote')
        checks.equal('prompt', untranslated(program, story), [])
        program.act('win.find', 'the')
        checks.equal('find', untranslated(program, story), [])
        program.act('win.escape')
        for name, action, arguments in (
                ('palette', 'win.palette', ()), ('export', 'win.choose-export', ()),
                ('labels', 'win.edit-labels', ()), ('name', 'win.ask-annotator', ()),
                ('about-article', 'win.about-article', ()), ('preferences', 'app.preferences', ()),
                ('shortcuts', 'app.shortcuts', ()), ('about', 'app.about', ())):
            before = program._xdotool('getactivewindow')
            program.act(action, *arguments)
            if name != 'palette':
                wait_until(lambda: program._xdotool('getactivewindow') != before, f'the window of {name}')
            checks.equal(name, untranslated(program, story), [])
            program.key('Escape')
            wait_until(lambda: program._xdotool('getactivewindow') == before, f'the window of {name} to close')
        checks.equal('quits', program.quit(), 0)


def main():
    with tempfile.TemporaryDirectory(prefix='quo-pseudo-') as folder:
        test_windows(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
