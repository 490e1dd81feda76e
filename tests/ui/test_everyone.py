# SPDX-License-Identifier: GPL-3.0-or-later
"""Everyone can use it: from right to left in a mirrored window, and without sight.

usage: test_everyone.py PROGRAM SAMPLES
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from drive import Atspi, Checks, Program, text_of, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
NEWS = pathlib.Path(__file__).resolve().parent.parent / 'eval' / 'news'
checks = Checks('everyone')


def arabic(folder):
    """The environment of somebody in Egypt."""
    subprocess.run(['localedef', '-i', 'ar_EG', '-f', 'UTF-8', os.path.join(folder, 'ar_EG.UTF-8')], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return {'LOCPATH': folder, 'LC_ALL': 'ar_EG.UTF-8'}


def test_right_to_left(folder):
    path = shutil.copy(NEWS / 'ar.txt', folder)
    with Program([PROGRAM, path], arabic(folder)) as program:
        program.wait_ready(path)
        story = Story(program, path)
        article = focus_article(program)
        page = program.wait_still(article)
        listed = program.place_of(program.find('button', 'Show or hide the list'))
        checks.check('rtl-list-button-on-the-right', listed[0] > page[0] + page[2] // 2, (listed, page))
        story.caret('سامي الخطيب')
        state = story.key('1', lambda s: s['counts'].get('person') == 1, '1 to tag an Arabic name')
        person = state['selected']
        checks.equal('rtl-name', story.annotation(person)['quote'], ['سامي'])
        story.key('shift+Left', lambda s: s['message'] != state['message'], 'Shift+Left to grow')
        checks.equal('rtl-left-grows', story.annotation(person)['quote'], ['سامي الخطيب'])
        story.key('shift+Right', lambda s: s['message'] == state['message'], 'Shift+Right to shrink')
        story.key('Escape', lambda s: s['selected'] is None, 'Escape')
        before = program.state()['caret']
        state = story.key('Left', lambda s: s['caret'] != before, 'Left to move')
        checks.equal('rtl-left-goes-on', state['caret'], before + 1)
        story.caret('لن نبني على الرمال')
        state = story.key('q', lambda s: s['prompt'] == 'speaker', 'Q')
        checks.equal('rtl-quote', story.annotation(state['selected'])['quote'], ['"لن نبني على الرمال"'])
        state = story.key('Return', lambda s: s['prompt'] is None and s['relations'] == 1, 'Enter')
        checks.check('rtl-speaker', 'سامي' in state['message'], state['message'])
        checks.equal('rtl-quits', program.quit(), 0)


def status_of(program):
    """What the line that is spoken says."""
    node = next(n for n in program.nodes() if n.get_role_name() in ('statusbar', 'status bar'))
    return node.get_name() or text_of(node)


def test_spoken(folder):
    """The caret says into what it comes and what it leaves."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        focus_article(program)
        start, _ = story.place('“We promised this town')
        program.act('win.select', start + 2, start + 2)
        story.key('q', lambda s: s['prompt'] == 'speaker', 'Q')
        state = story.key('Return', lambda s: s['prompt'] is None and s['relations'] == 1, 'Enter')
        speaker = state['message'].removeprefix('Speaker: ')
        story.key('Escape', lambda s: s['selected'] is None, 'Escape')
        program.act('win.select', start - 3, start - 3)
        for _ in range(2):
            program.key('Right')
        state = program.wait_state(lambda s: s['caret'] == start - 1, 'the caret before the quote')
        outside = state['message']
        state = story.key('Right', lambda s: s['caret'] == start, 'the caret to come into the quote')
        checks.equal('enters-quote', (status_of(program), state['message']), (f'In a quote by {speaker}',) * 2)
        checks.check('outside-was-silent', 'In a quote' not in outside, outside)
        state = story.key('Left', lambda s: s['caret'] == start - 1, 'the caret to leave it')
        checks.equal('leaves-quote', status_of(program), 'No annotation here')
        story.caret('Paweł Zieliński')
        story.key('1', lambda s: s['counts'].get('person', 0) >= 1, '1')
        story.key('Escape', lambda s: s['selected'] is None, 'Escape')
        program.act('win.select', 0, 0)
        place = story.place('Paweł Zieliński')[0]
        program.act('win.select', place - 1, place - 1)
        state = story.key('Right', lambda s: s['caret'] == place, 'the caret to come into the name')
        checks.equal('enters-name', status_of(program), 'In Person: Paweł Zieliński')
        checks.equal('spoken-quits', program.quit(), 0)


def main():
    for test in (test_right_to_left, test_spoken):
        with tempfile.TemporaryDirectory(prefix='quo-everyone-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


if __name__ == '__main__':
    sys.exit(main())
