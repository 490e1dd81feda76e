# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of articles: its list and progress, going through it, finding in it, and its being watched.

usage: test_folder.py PROGRAM SAMPLES
"""

import json
import os
import sys
import tempfile

from drive import Atspi, Checks, Program, children, text_of, wait_until
from folder_maker import TITLES, make_folder, write_article, write_sidecar
from story import focus_article

PROGRAM = sys.argv[1]
checks = Checks('folder')


def folder_state(program):
    return json.loads(program.describe('win.folder-state')[2][0])


def wait_folder(program, is_so, what):
    last = {}

    def look():
        last.clear()
        last.update(folder_state(program))
        return is_so(last)
    try:
        wait_until(look, what)
    except AssertionError as error:
        raise AssertionError(f'{error}; the state is {last}') from None
    return last


def rows(program, name='Articles'):
    """What the rows of a list are for a screen reader."""
    found = []
    for item in children(program.find('list', name)):
        waiting = [item]
        while waiting:
            node = waiting.pop(0)
            if node.get_name():
                found.append(node.get_name())
                break
            waiting.extend(children(node))
    return found


def test_list(program, paths):
    state = wait_folder(program, lambda s: s['read'] == len(paths) and not s['reading'], 'all to be read')
    checks.equal('groups', (state['in-progress'], state['next'], state['done']), (2, 3, 4))
    program.wait_ready(paths[0])
    checks.equal('first-is-opened', program.state()['article'], paths[0])
    told = wait_until(lambda: [r for r in rows(program) if 'open' in r.split(', ')] and rows(program), 'the rows')
    checks.equal('rows-are-sentences', told[:4],
                 ['In progress', f'{TITLES[0]}, 3 annotated · 1 quote, in progress, open',
                  f'{TITLES[1]}, 2 annotated · 1 quote, in progress', 'Next'])
    checks.check('words-of-what-is-next', any('words, not begun' in r for r in told), told)
    checks.check('done-is-told', f'{TITLES[8]}, 3 annotated · 1 quote, done' in told, told)


def test_filter(program, paths):
    program.act('win.list-page', 'articles')
    entry = program.find('entry', 'Filter articles')
    program.click(entry)
    program.type_text('port')
    wait_folder(program, lambda s: s['shown'] == 2, 'the filter to leave two')
    checks.equal('filter', [r.split(',')[0] for r in rows(program)],
                 ['Next', TITLES[3], 'Done', TITLES[6]])
    program.key('ctrl+a', 'BackSpace')
    wait_folder(program, lambda s: s['shown'] == len(paths), 'the filter to be empty')


def test_done_and_next(program, paths):
    focus_article(program)
    program.key('ctrl+Return')
    program.wait_ready(paths[1])
    state = wait_folder(program, lambda s: s['done'] == 5, 'the article to be among the done')
    checks.equal('done-counts', (state['in-progress'], state['next']), (1, 3))
    with open(paths[0] + '.quo.json', encoding='utf-8') as file:
        checks.equal('done-is-the-layer', json.load(file)['layers'][0]['state'], 'done')
    program.act('win.open', paths[0])  # as the button of the toast does
    program.wait_ready(paths[0])
    program.act('win.done')
    wait_folder(program, lambda s: s['done'] == 4, 'the article to be open again')
    checks.equal('opened-again-stays', program.state()['article'], paths[0])
    program.act('win.step-article', 1)
    program.wait_ready(paths[1])
    program.act('win.step-article', -1)
    program.wait_ready(paths[0])
    checks.check('step', True)


def test_done_within_filter(program, paths):
    """With a filter on, what is next is among what it shows; when that is done nothing else is opened."""
    program.act_settled('win.open', paths[3])
    program.wait_ready(paths[3])
    program.click(program.find('entry', 'Filter articles'))
    program.type_text('port')
    wait_folder(program, lambda s: s['shown'] == 2, 'the filter to leave one that is done and one that is not')
    focus_article(program)
    program.key('ctrl+Return')
    state = program.wait_state(lambda s: s['message'] == 'Every article that fits the filter is done', 'it to be said')
    checks.equal('done-within-filter-stays', state['article'], paths[3])
    program.act('win.done')
    wait_folder(program, lambda s: s['done'] == 4, 'the article to be open again')
    program.click(program.find('entry', 'Filter articles'))
    program.key('ctrl+a', 'BackSpace')
    wait_folder(program, lambda s: s['shown'] == len(paths), 'the filter to be empty')
    program.act_settled('win.open', paths[0])
    program.wait_ready(paths[0])


def test_done_at_the_last(folder):
    """After the last article of the folder the first that is not done comes; after the last of those, none."""
    paths = make_folder(os.path.join(folder, 'last'), count=3, begun=0, done=1)
    os.remove(paths[2] + '.quo.json')
    with Program([PROGRAM, os.path.dirname(paths[0])]) as program:
        program.wait_ready(paths[0])
        wait_folder(program, lambda s: s['read'] == 3 and not s['reading'], 'all to be read')
        program.act_settled('win.open', paths[2])
        program.wait_ready(paths[2])
        for path in paths[:2]:
            focus_article(program)
            program.key('ctrl+Return')
            program.wait_ready(path)
        focus_article(program)
        program.key('ctrl+Return')
        state = program.wait_state(lambda s: s['message'] == 'Every article of this folder is done', 'it to be said')
        checks.equal('last-stays', state['article'], paths[1])
        checks.equal('last-quits', program.quit(), 0)


def test_find(program, paths):
    focus_article(program)
    program.key('ctrl+shift+f')
    entry = program.find('entry', 'Find in all articles')
    wait_until(lambda: entry.get_state_set().contains(Atspi.StateType.FOCUSED), 'the entry to have the keyboard')
    program.type_text('omar haddad')
    state = wait_folder(program, lambda s: s['hits'] == len(paths) and not s['searching'], 'the search to end')
    checks.equal('found-in-all', state['hit-articles'], len(paths))
    told = rows(program, 'Places found')
    checks.equal('hit-heading', told[0], f'{TITLES[0]}, 1 place')
    checks.check('hit-has-context', told[1].startswith('Person: ') and 'Omar Haddad, who runs a bakery' in told[1],
                 told[1])
    checks.check('hit-not-tagged', any(r.startswith('not tagged') for r in told), told)
    before = program.state()['article']
    program.key('Return')  # into the list
    program.key('Down', 'Down', 'Down', 'Down', 'Down')  # to the place in the third article
    program.key('1')
    state = program.wait_state(lambda s: s['article'] == paths[2] and s['counts'].get('person') == 1,
                               'the hit to be tagged')
    checks.check('hit-is-tagged', before != paths[2], state)
    wait_until(lambda: sum(r.startswith('Person: ') for r in rows(program, 'Places found')) >= 2,
               'the list to say that it is tagged')
    state = program.act_settled('win.go-to', paths[3], 5, 9)
    checks.equal('go-to', (state['article'], state['selection']), (paths[3], [5, 9]))
    state = wait_folder(program, lambda s: s['in-progress'] == 3, 'the tagged article to be in progress')
    program.act('win.find-in-folder', 'no such words')
    wait_folder(program, lambda s: s['hits'] == 0 and not s['searching'], 'the search to find nothing')
    told = wait_until(lambda: next((n for n in program.nodes() if n.get_role_name() in ('status', 'status bar', 'statusbar', 'label')
                                    and (n.get_name() or text_of(n)) == 'Not in this folder'), None), 'it to be said')
    checks.check('find-nothing', told)


def test_watching(program, folder, paths):
    program.act('win.list-page', 'articles')
    new = write_article(folder, '00000.txt', 'A new story')
    wait_folder(program, lambda s: s['articles'] == len(paths) + 1 and s['read'] == s['articles'],
                'a new file to be listed')
    before = folder_state(program)
    write_sidecar(new, True)
    wait_folder(program, lambda s: s['done'] == before['done'] + 1, 'a sidecar from outside to be read')
    os.remove(new)
    os.remove(new + '.quo.json')
    state = wait_folder(program, lambda s: s['articles'] == len(paths), 'a file that is gone to leave')
    checks.equal('watched', state['done'], before['done'])


def test_refusals(program, folder):
    empty = os.path.join(folder, 'empty')
    os.mkdir(empty)
    program.act('win.open-folder', empty)
    program.wait_state(lambda s: 'There is no article in' in s['message'], 'an empty folder to be told')
    program.act('win.open-folder', os.path.join(folder, 'nowhere'))
    program.wait_state(lambda s: 'the folder cannot be read' in s['message'], 'a missing folder to be told')
    checks.equal('missing-folder-closes', folder_state(program)['folder'], None)
    program.act('win.find-in-folder', 'words')
    checks.equal('find-needs-a-folder', program.state()['message'], 'No folder is open')


def main():
    with tempfile.TemporaryDirectory() as home:
        folder = os.path.join(os.path.realpath(home), 'city')
        paths = make_folder(folder)
        with Program([PROGRAM, folder]) as program:
            program.wait_ready()
            test_list(program, paths)
            test_filter(program, paths)
            test_done_and_next(program, paths)
            test_done_within_filter(program, paths)
            test_find(program, paths)
            test_watching(program, folder, paths)
            test_refusals(program, home)
            checks.equal('quits', program.quit(), 0)
        test_done_at_the_last(home)
    return checks.finish()


sys.exit(main())
