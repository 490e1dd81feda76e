# SPDX-License-Identifier: GPL-3.0-or-later
"""A key changed in the preferences: the new one acts, the old one does not, and whatever tells it tells the new one.

usage: test_keys.py PROGRAM SAMPLES
"""

import itertools
import os
import re
import subprocess
import sys
import tempfile

from drive import Atspi, Checks, Program, TooLong, children, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
# The same window, with actions that say where things stand.
MEASURED = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'measured')
PO = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'po')
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


def open_keys(program, folder):
    program.act('app.preferences')
    wait_until(lambda: program.front_window() != program.x_window(), 'the preferences to have the keyboard')
    program.press(program.find('page tab', 'Keys'))
    # A picture is taken when nothing moves any more: before, a row that slides in has no keyboard.
    program.screenshot(os.path.join(folder, 'keys.png'))


def close_keys(program):
    program.key('Escape')
    wait_until(lambda: program.front_window() == program.x_window(), 'the window to have the keyboard')


def test_acts(folder, path):
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        program.act('win.select', 0, 0)
        focus_article(program)
        open_keys(program, folder)
        following, previous = Row(program, 'Next annotation'), Row(program, 'Previous annotation')
        _, _, width, height = program.wait_still(Row(program, 'Undo').button)
        checks.check('key-on-one-line', width > height, (width, height))
        following.press('h')
        checks.check('free-key', following.wait_keys('H'))
        previous.press('h')
        checks.check('taken-key', previous.wait_told('H does “Next annotation”; press it again to take it'))
        program.key('Escape')
        checks.check('escape-leaves-it', previous.wait_keys('K, Alt+Up'))
        close_keys(program)
        focus_article(program)
        program.key('j', 'h')
        state = program.wait_state(lambda s: s['selected'], 'the new key to select')
        checks.equal('new-key-acts', state['message'], 'Person: Ingrid Sørbø')
        checks.equal('quits', program.quit(), 0)


def is_told(program, words):
    """Whether a button that can be seen has these words for its tooltip."""
    program.act('app.place-of', words)
    return program.describe('app.place-of')[2][0] != ''


def wait_pill(program, looks_right):
    """The pixels of the pill over the suggestion that is asked about, once they look right."""
    caret = program.state()['caret']

    def look():
        program.act('app.place-of-words', caret, caret + 4)
        place = program.describe('app.place-of-words')[2][0]
        if not place:
            return None
        shell = program._xdotool('getwindowgeometry', '--shell', program.x_window()).splitlines()
        corner = dict(line.split('=', 1) for line in shell)
        x, y, _, height = map(int, place.split())
        pixels = program.look_of(int(corner['X']) + x, int(corner['Y']) + y - height // 2, 120, height // 2)
        return pixels if looks_right(pixels) else None
    return wait_until(look, 'the pill over the suggestion')


def test_told(folder, path):
    """The bar, the page and the inspector tell the keys as they are."""
    with Program([MEASURED, path], {'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        program.act('win.suggest')
        program.wait_state(lambda s: s['suggested'] > 0 and not s['busy'] and s['selected'], 'suggestions')
        focus_article(program)
        program.act('win.skip')
        wait_until(lambda: is_told(program, 'Accept the suggestion (A)'), 'the pill with its key')
        before = wait_pill(program, lambda pixels: len(set(pixels)) > 4)
        open_keys(program, folder)
        accept, same, undo = (Row(program, title) for title in ('Accept the suggestion',
                                                                'Same person, place … as another', 'Undo'))
        accept.press('h')
        accept.wait_keys('H')
        same.press('w')
        same.wait_keys('W')
        undo.press('ctrl+F11')
        undo.wait_keys('Ctrl+F11')
        close_keys(program)
        for words in ('Accept the suggestion (H)', 'Undo (Ctrl+F11)',
                      'The same person, place or organization as … (W)'):
            checks.check(words, wait_until(lambda: is_told(program, words), words))
        checks.check('pill', wait_pill(program, lambda pixels: pixels != before))
        n_undo = program.state()['undo']
        program.key('h')
        program.wait_state(lambda s: s['undo'] > n_undo, 'the suggestion to be accepted')
        program.key('k', 'Delete')
        state = program.wait_state(lambda s: 'takes it back' in s['message'], 'the annotation to be deleted')
        checks.check('message', state['message'].endswith(' Ctrl+F11 takes it back'), state['message'])
        checks.equal('quits-too', program.quit(), 0)


# Told by the window, but no keys of its acts: those of labels and speakers, which the tagset and their order give.
# Nor are the reason of a suggestion and the hint at those digits.
# Letters of suggestions cannot be changed either.
NO_ACTS = re.compile(r'^(.?|(\d+ suggestions?\. )?Suggested: .*|Change the label .*|Tag as .* \(.\)|Speaker: .* \(\d\)|'
                     r'1 … 9|(Shift\+|Alt\+)?A … (Shift\+|Alt\+)?Z)$')


# Of the dialogs themselves, in which they are fixed.
DIALOG_KEYS = {'Back to all labels (Esc)', 'Add a label (Ctrl+N)', 'Show more of the map (−)', 'Show all places (0)',
               'Show the map closer (+)'}


def test_all_told(folder, path):
    """All keys are changed at once: no tooltip and no cap of a key tells an old one."""
    with Program([MEASURED, path], {'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('We promised')
        program.act('win.capture-quote')
        program.act('app.change-keys')
        program.wait_idle()
        for name, actions in (('prompt', ()), ('linked', (('win.link-speaker', ''),)), ('find', (('win.find', 'bridge'),)),
                              ('suggested', (('win.escape',), ('win.suggest',)))):
            for action in actions:
                program.act(*action)
            program.wait_state(lambda s: not s['busy'] and not s['suggesting'], 'the window to be idle')

            def stale():
                program.act('app.stale-keys')
                n_told, *told = program.describe('app.stale-keys')[2][0].splitlines()
                return int(n_told), [words for words in told if not NO_ACTS.match(words)]
            n_told, told = stale()
            checks.equal(f'stale-{name}', told, [])
            checks.check(f'told-{name}', n_told > 20, n_told)
        # In windows of their own: the list of keys, and the rows by which they are changed.
        for name, action in (('shortcuts', 'app.shortcuts'), ('preferences', 'app.preferences'),
                             ('labels', 'win.edit-labels'), ('export', 'win.choose-export'),
                             ('statistics', 'win.statistics'), ('about', 'win.about-article')):
            front = program.front_window()
            program.act(action)
            wait_until(lambda: program.front_window() != front, f'the window of {name}')
            told = stale()[1]
            checks.equal(f'stale-{name}', [words for words in told if words not in DIALOG_KEYS], [])
            program.key('Escape')
            wait_until(lambda: program.front_window() == front, f'the window of {name} to close')
        checks.equal('quits-changed', program.quit(), 0)


# What a person can do: the act by which, and what the palette calls it. None: scripts do it, people by pointing, or it
# only tells.
INVENTORY = {
    'app.quit': ('app.quit', 'Save and quit'), 'win.open': ('win.choose-articles', 'Open articles'),
    'win.open-folder': ('win.choose-folder', 'Open a folder of articles'), 'win.select': None,
    'win.tag': ('win.tag', 'Tag as Person'), 'win.relabel': ('win.tag', 'Tag as Place'),
    'win.capture-quote': ('win.capture-quote', 'Mark the quote round the caret'),
    'win.link-speaker': ('win.link-speaker', 'Link the quote to the first speaker'),
    'win.add-part': ('win.add-part', 'Add the selected text as one more part'),
    'win.resize': ('win.resize', 'Grow by a letter'), 'win.same-as': ('win.choose-same', 'Same person, place'),
    'win.delete': ('win.delete', 'Delete the annotation'), 'win.next': ('win.next', 'Next annotation'),
    'win.previous': ('win.previous', 'Previous annotation'),
    'win.next-name': ('win.next-name', 'Next name that is not tagged'),
    'win.next-quote': ('win.next-quote', 'Next quote that is not marked or linked'),
    'win.auto-advance': ('win.auto-advance', 'Go on by itself'), 'win.accept': ('win.accept', 'Accept the suggestion'),
    'win.reject': ('win.reject', 'Reject the suggestion'), 'win.skip': ('win.skip', 'Skip the suggestion'),
    'win.accept-name': ('win.accept-name', 'Accept every suggestion of this name'),
    'win.tag-all': ('win.tag-all', 'Tag every occurrence'), 'win.undo': ('win.undo', 'Undo'),
    'win.redo': ('win.redo', 'Redo'), 'win.save': ('win.save', 'Save at once'), 'win.done': ('win.done', 'Article done'),
    'win.find': ('win.find', 'Find in the article'), 'win.layer': ('win.show-layers', 'Layers: choose'),
    'win.export': ('win.choose-export', 'Export'), 'win.state': None}


def is_offered(program, title):
    return any(node.get_role_name() in ('list item', 'list box row') and (node.get_name() or '').startswith(title)
               for node in program.nodes())


def find_missing(program):
    """What is not found by typing."""
    missing = []
    focus_article(program)
    program.key('ctrl+k')
    program.wait_window('What to Do')
    for _, title in filter(None, INVENTORY.values()):
        program.key('ctrl+a')
        program.type_text(title)
        try:
            wait_until(lambda: is_offered(program, title), title, 5)
        except TooLong:
            missing.append(title)
    program.key('Escape')
    return missing


def open_menus(program):
    """One after the other: a menu is made when it is opened for the first time."""
    for nth in itertools.count():
        program.act('app.open-menu', nth, 0)
        if not program.describe('app.open-menu')[2][0]:
            break
    program.act('app.open-menu', -1, 0)


def test_inventory(_, path):
    """Each act is there, has a key or stands in a menu or on a button, and is found by typing; what has a key is in
    the list of keys, with all of them."""
    with Program([MEASURED, path]) as program:
        program.wait_ready(path)
        there = {f'win.{name}' for name in program.actions()} | {'app.quit'}
        checks.equal('acts', sorted(set(INVENTORY) - there), [])
        checks.equal('palette', find_missing(program), [])
        open_menus(program)
        program.act('app.told-acts')
        rows = [line.split('\t') for line in program.describe('app.told-acts')[2][0].splitlines()]
        reached = {action for action, _, keys, place in rows if keys or place}
        checks.equal('reached', sorted({by for by, _ in filter(None, INVENTORY.values())} - reached), [])
        with_keys = [(title, keys.split()) for _, title, keys, _ in rows if keys]
        checks.check('many-have-keys', len(with_keys) > 60, len(with_keys))
        program.act('app.shortcuts')
        program.wait_window('Keyboard Shortcuts')
        program.find('list item', 'Undo: Ctrl+Z')
        listed = dict(name.rsplit(': ', 1) for name in (node.get_name() or '' for node in program.nodes()
                                                       if node.get_role_name() == 'list item') if ': ' in name)
        lacking = [title for title, keys in with_keys
                   if len(listed.get(title, '').split(', ')) != len([k for k in keys if 'KP_' not in k])]
        checks.equal('listed-keys', lacking, [])
        checks.equal('key-as-on-keyboards', listed['Delete the annotation'], 'Delete, Backspace')
        checks.equal('quits-inventory', program.quit(), 0)


def chinese(folder):
    """The environment of somebody in China, where brackets are as wide as characters."""
    place = os.path.join(folder, 'zh_CN', 'LC_MESSAGES')
    os.makedirs(place)
    subprocess.run(['localedef', '-i', 'zh_CN', '-f', 'UTF-8', os.path.join(folder, 'zh_CN.UTF-8')], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(['msgfmt', '-o', os.path.join(place, 'quotidian.mo'), os.path.join(PO, 'zh_CN.po')], check=True)
    return {'LOCPATH': folder, 'LC_ALL': 'zh_CN.UTF-8', 'QUO_LOCALE_DIR': folder}


def test_wide_brackets(folder, path):
    """A key in brackets of Chinese is found as well: it is told once, not behind itself."""
    with Program([MEASURED, path], chinese(folder)) as program:
        program.wait_ready(path)
        checks.check('wide-brackets', wait_until(lambda: is_told(program, '在文章中查找（Ctrl+F）'), 'the key, once'))
        checks.check('wide-brackets-once', not is_told(program, '在文章中查找（Ctrl+F） (Ctrl+F)'))
        checks.equal('quits-wide', program.quit(), 0)


def main():
    for test in (test_acts, test_told, test_all_told, test_wide_brackets, test_inventory):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            folder = os.path.realpath(folder)
            test(folder, copy_sample(SAMPLES, folder))
    return checks.finish()


sys.exit(main())
