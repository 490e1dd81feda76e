# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks how much: the window of statistics by keys and by what a screen reader finds in it.

usage: test_statistics.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

import demo
from drive import Checks, Program, wait_until
from ear import Ear, describe
from folder_maker import make_folder
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('statistics')


def open_statistics(program):
    before = program._xdotool('getactivewindow')
    program.key('ctrl+shift+s')
    wait_until(lambda: program._xdotool('getactivewindow') != before, 'the window of statistics')
    return before


def names_in(program, words):
    return [name for name in (node.get_name() or '' for node in program.nodes()) if words in name]


def test_nothing(program):
    """An article without a quote: figures, no list, and nothing to complain of."""
    before = open_statistics(program)
    program.find(None, '0 quotes · 0 with a speaker')
    checks.equal('nothing-has-no-list', names_in(program, 'of what is quoted'), [])
    program.key('Escape')
    wait_until(lambda: program._xdotool('getactivewindow') == before, 'the window to close')


def test_figures(program, state):
    n_quotes, n_linked = state['counts']['quote'], state['relations']
    program.find(None, f'{n_quotes} quotes · {n_linked} with a speaker')
    rows = [row for row in names_in(program, 'of what is quoted') if ': ' in row]
    told = '\n'.join(rows)
    checks.check('speaker', any(row.startswith('Paweł Zieliński: ') for row in rows), told)
    program.find(None, 'Direct 100 %')
    program.find(None, 'Person 100 %')
    shares = [int(row.rsplit(' · ', 1)[1].split()[0]) for row in rows]
    checks.check('shares', shares == sorted(shares, reverse=True) and 99 <= sum(shares) <= 101, told)


def test_keys(program, story, before):
    """Down to a speaker, Return leads to the mention; Ctrl+C copies."""
    ear = Ear(program)
    program.key('ctrl+c')
    program.wait_state(lambda s: s['message'] == 'The statistics are copied', 'the statistics to be copied')
    checks.check('copied', True)
    said = []
    for _ in range(12):
        ear.do('On', 'Tab')
        ear.hear('focus: ')
        said.append(describe(ear.focused))
        if 'of what is quoted' in said[-1]:
            break
    checks.check('speakers-by-keys', 'of what is quoted' in said[-1], '\n'.join(said))
    name = said[-1].split(':')[0]
    ear.close()
    program.key('Return')
    wait_until(lambda: program._xdotool('getactivewindow') == before, 'the window to close')
    state = program.wait_state(lambda s: s['selected'], 'a mention to be selected')
    checks.check('leads-to-the-mention', name in state['message'], (name, state['message']))


def test_folder(program, folder):
    """The whole folder: what is in the article that is open counts though it is not saved elsewhere."""
    begun = make_folder(folder, 6, 2, 1)
    program.act_settled('win.open-folder', folder)
    program.act_settled('win.open', begun[0])
    program.wait_ready(begun[0])
    before = open_statistics(program)
    program.find(None, '1 quote · 0 with a speaker')
    program.press(program.find('button', 'Folder · 6'))
    program.find(None, '3 quotes · in 6 articles, 1 done')
    program.find(None, 'Speaker not named 100 %')
    checks.check('folder', True)
    program.key('ctrl+c')
    program.wait_state(lambda s: s['message'] == 'The statistics are copied', 'the statistics to be copied')
    program.key('Escape')
    wait_until(lambda: program._xdotool('getactivewindow') == before, 'the window to close')


def main():
    with tempfile.TemporaryDirectory(prefix='quo-statistics-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            program.act('win.set-annotator', 'Ana')
            story = Story(program, path)
            focus_article(program)
            test_nothing(program)
            demo.annotate(program, story.text)
            state = program.state()
            before = open_statistics(program)
            test_figures(program, state)
            test_keys(program, story, before)
            test_folder(program, os.path.join(os.path.realpath(folder), 'courier'))
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
