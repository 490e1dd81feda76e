# SPDX-License-Identifier: GPL-3.0-or-later
"""Tabs: each keeps its article, caret, undo and place; what was open is open again at the next start.

usage: test_tabs.py PROGRAM SAMPLES
"""

import json
import os
import pathlib
import sys
import tempfile

from drive import Checks, Program, children, text_of, wait_until
from folder_maker import BODY, make_folder, write_article
from story import Story, focus_article

PROGRAM = sys.argv[1]
# The same window, with actions that say where words stand.
MEASURED = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'measured')
checks = Checks('tabs')


def tabs(program):
    return json.loads(program.describe('win.tabs-state')[2][0])


def test_switching(program, paths):
    first, second, third = paths[:3]
    program.wait_ready(first)
    story = Story(program, first)
    story.caret('Omar Haddad')
    program.act('win.tag', 'organization')
    selected = program.state()['selected']
    program.act('win.open-tab', second)
    program.wait_ready(second)
    program.act('win.select', 7, 12)
    program.act('win.open-tab', third)
    program.wait_ready(third)
    checks.equal('three-tabs', tabs(program), {'tabs': [first, second, third], 'current': 2})
    focus_article(program)
    program.key('ctrl+shift+Tab')
    state = program.wait_ready(second)
    checks.equal('selection-is-kept', state['selection'], [7, 12])
    program.key('ctrl+Page_Up')
    state = program.wait_ready(first)
    checks.equal('selected-is-kept', (state['selected'], state['undo']), (selected, 1))
    checks.equal('says-which', state['message'], story.text.split('\n')[0])
    program.act('win.undo')
    checks.equal('undo-is-kept', program.state()['undo'], 0)
    program.act('win.redo')
    program.act('win.open', third)
    program.wait_ready(third)
    checks.equal('open-chooses-its-tab', tabs(program)['current'], 2)
    sidecar = pathlib.Path(first + '.quo.json')
    checks.check('parked-saves-itself', wait_until(
        lambda: sidecar.exists() and 'organization' in sidecar.read_text(encoding='utf-8'),
        'the first article to be saved'))


def test_palette_and_preferences(program, paths):
    program.act('win.palette')
    commands = program.find('list', 'Commands')
    program.wait_window('What to Do')
    checks.check('palette-begins-with-all', wait_until(lambda: len(children(commands)) > 20, 'all there is to do'))
    program.type_text('prev tb')
    wait_until(lambda: [c.get_name().split(',')[0] for c in children(commands)][:1] == ['Previous tab'],
               'the palette to find it')
    program.key('Return')
    checks.equal('palette-does-it', program.wait_ready(paths[1])['article'], paths[1])
    program.act('win.open', paths[2])
    program.wait_ready(paths[2])
    program.act('app.preferences')
    checks.check('preferences', program.find(None, 'Speakers in the margin'))
    program.wait_window('Preferences')
    program.key('Escape')
    wait_until(lambda: not program._xdotool('search', '--onlyvisible', '--name', 'Preferences'), 'it to close')


def test_closing(program, paths):
    first, second, third = paths[:3]
    program.act('win.close-tab')
    state = program.wait_state(lambda s: s['article'] in (first, second) and not s['busy'], 'another tab')
    checks.equal('closed', tabs(program)['tabs'], [first, second])
    missing = os.path.join(os.path.dirname(first), 'none.txt')
    program.act('win.open-tab', missing)
    back = program.wait_state(lambda s: 'none.txt' in s['message'] and not s['busy'], 'it to be refused')
    checks.equal('refused-comes-back', (back['article'], tabs(program)['tabs']), (state['article'], [first, second]))
    program.act('win.close-tab')
    program.act('win.close-tab')
    program.wait_state(lambda s: s['article'] is None, 'the last tab to be closed')
    sample = program.find('button', 'Try the Sample Article')
    # It is in the tree all the time, but has a place only while it is shown.
    checks.check('first-page-again', wait_until(lambda: program.place_of(sample)[2] > 0, 'the first page'))


def test_changed_article(folder):
    """Another program changes the article: that is told, and reading it again finds the annotations."""
    path = write_article(folder, 'changed.txt', 'A story')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Omar Haddad')
        program.act('win.tag', 'person')
        program.wait_state(lambda s: s['saved'], 'it to be saved')
        write_article(folder, 'changed.txt', 'Another, longer headline')
        program.press(program.find('button', 'Read Again'))
        state = program.wait_state(lambda s: s['length'] > len(story.text) and not s['busy'], 'the new text')
        checks.equal('read-again-finds-it', state['counts'], {'person': 1})
        checks.equal('changed-quits', program.quit(), 0)


def state_file():
    return os.path.join(os.environ['XDG_STATE_HOME'], 'quotidian', 'window.json')


def written_down():
    """What was written down of the window."""
    with open(state_file(), encoding='utf-8') as file:
        return json.load(file)


def remembered():
    """What was written down of the last tab."""
    return written_down()['tabs'][-1]


def see_words(program, place):
    """(x, y) of a word in the window, once it stands still."""
    places = []

    def look():
        program.act('app.place-of-words', place, place + 4)
        places.append(program.describe('app.place-of-words')[2][0])
        return places[-1] and len(places) >= 3 and len(set(places[-3:])) == 1
    wait_until(look, 'the word to be in sight')
    return tuple(map(int, places[-1].split()[:2]))


def test_restore(folder):
    """Articles, caret, scroll and filter are there again at the next start."""
    long = write_article(folder, 'long.txt', 'A long story', '\n\n'.join([BODY] * 40))
    paths = make_folder(os.path.join(folder, 'city'))
    with Program([MEASURED, os.path.join(folder, 'city'), paths[0], long]) as program:
        program.wait_ready(paths[0])
        program.act('win.open', long)
        program.wait_ready(long)
        with open(long, encoding='utf-8') as file:
            place = file.read().index('Omar', 6000)
        program.act('win.select', place, place)
        focus_article(program)
        entry = program.find('entry', 'Filter articles')
        program.click(entry)
        program.type_text('port')
        wait_until(lambda: json.loads(program.describe('win.folder-state')[2][0])['shown'] == 2, 'the filter')
        before = see_words(program, place)
        checks.equal('quits', program.quit(), 0)
    checks.equal('place-is-written', remembered()['caret'], place)
    os.remove(paths[0])
    with Program([MEASURED]) as program:
        state = program.wait_ready(long)
        checks.equal('caret-is-restored', state['caret'], place)
        checks.equal('missing-is-left-out', tabs(program)['tabs'], [long])
        state = wait_until(lambda: (lambda s: s if s['shown'] == 2 else None)(
            json.loads(program.describe('win.folder-state')[2][0])), 'the filter to be restored')
        checks.equal('folder-is-restored', state['folder'], os.path.join(folder, 'city'))
        after = see_words(program, place)
        # What is remembered is the paragraph at the top.
        checks.check('scroll-is-restored', after[0] == before[0] and abs(after[1] - before[1]) < 80, (before, after))
        checks.equal('restored-quits', program.quit(), 0)


def test_killed(folder):
    """Where one was is there again too after the program was ended from outside."""
    long = write_article(folder, 'ended.txt', 'A long story', '\n\n'.join([BODY] * 40))
    city = os.path.join(folder, 'ended')
    make_folder(city)
    with Program([MEASURED, city, long]) as program:
        program.wait_ready(long)
        wait_until(lambda: 'ended.txt' in remembered()['path'] and written_down()['folder'] == city, 'the tab to be written')
        with open(long, encoding='utf-8') as file:
            place = file.read().index('Omar', 6000)
        program.act('win.select', place, place)
        before = see_words(program, place)
        wait_until(lambda: remembered()['caret'] == place and remembered()['top'] > 0, 'the caret to be written')
        focus_article(program)
        program.click(program.find('entry', 'Filter articles'))
        program.type_text('port')
        wait_until(lambda: written_down()['filter'] == 'port', 'the filter to be written')
        program.process.kill()
        program.process.wait()
    with Program([MEASURED]) as program:
        checks.equal('caret-after-kill', program.wait_ready(long)['caret'], place)
        wait_until(lambda: json.loads(program.describe('win.folder-state')[2][0])['shown'] == 2, 'the filter after a kill')
        after = see_words(program, place)
        checks.check('scroll-after-kill', after[0] == before[0] and abs(after[1] - before[1]) < 80, (before, after))
        checks.equal('killed-quits', program.quit(), 0)


def test_list_is_restored(folder):
    """What the annotations are filtered and sorted by is there again; what a file says amiss is passed over."""
    path = write_article(folder, 'listed.txt', 'A story', BODY)
    with Program([MEASURED, path]) as program:
        program.wait_ready(path)
        program.click(program.find('entry', 'Filter annotations'))
        program.type_text('omar')
        wait_until(lambda: written_down()['annotations']['words'] == 'omar', 'the words to be written')
        checks.equal('list-quits', program.quit(), 0)
    state = written_down()
    checks.equal('look', state['annotations'], {'words': 'omar', 'label': '', 'state': '', 'sort': ''})
    with open(state_file(), 'w', encoding='utf-8') as file:
        json.dump(dict(state, annotations={'words': 'omar', 'sort': 'time', 'state': 7, 'other': 'x'}), file)
    with Program([MEASURED]) as program:
        program.wait_ready(path)
        entry = program.find('entry', 'Filter annotations')
        checks.equal('words-are-restored', text_of(entry), 'omar')
        checks.equal('list-restored-quits', program.quit(), 0)
    checks.equal('look-is-kept', written_down()['annotations'], {'words': 'omar', 'label': '', 'state': '', 'sort': 'time'})


def test_many(folder):
    """Fifty articles open at once, each with its caret."""
    paths = make_folder(os.path.join(folder, 'many'), count=50, begun=0, done=0)
    with Program([PROGRAM, *paths]) as program:
        program.wait_ready(paths[0])
        checks.equal('fifty-tabs', tabs(program), {'tabs': paths, 'current': 0})
        for nth in range(0, 50, 7):
            program.act('win.open', paths[nth])
            program.wait_ready(paths[nth])
            program.act('win.select', nth + 1, nth + 1)
        for nth in range(0, 50, 7):
            program.act('win.open', paths[nth])
            if program.wait_ready(paths[nth])['caret'] != nth + 1:
                checks.check(f'caret-of-{nth}', False, program.state())
        checks.equal('fifty-tabs-stay', len(tabs(program)['tabs']), 50)
        checks.equal('fifty-quit', program.quit(), 0)
    with Program([PROGRAM]) as program:
        program.wait_ready(paths[49])
        checks.equal('fifty-again', (len(tabs(program)['tabs']), program.state()['caret']), (50, 50))
        for _ in range(50):
            program.act('win.close-tab')
            program.wait_idle()
        checks.equal('fifty-closed', tabs(program)['tabs'], [])
        checks.equal('fifty-quit-again', program.quit(), 0)


def main():
    with tempfile.TemporaryDirectory() as home:
        folder = os.path.realpath(home)
        paths = make_folder(os.path.join(folder, 'three'), count=3, begun=0, done=0)
        with Program([PROGRAM, paths[0]]) as program:
            test_switching(program, paths)
            test_palette_and_preferences(program, paths)
            test_closing(program, paths)
            checks.equal('empty-quits', program.quit(), 0)
        test_changed_article(folder)
        test_restore(folder)
        test_killed(folder)
        test_list_is_restored(folder)
        test_many(folder)
    return checks.finish()


sys.exit(main())
