# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions with the keyboard: another label, other borders, and back to a name that was missed.

usage: test_suggest.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('suggest')


def skip_to(story, words):
    """N until the suggestion of these words is shown."""
    state = story.program.state()
    for _ in range(40):
        if f': {words} (' in state['message']:
            return state
        before = state['selected']
        state = story.key('n', lambda s, old=before: s['selected'] != old, 'the next suggestion')
    raise AssertionError(f'{words!r} is not suggested')


def settled(program):
    return program.wait_state(lambda s: not s['suggesting'], 'the suggestions to be made anew')


def forget(story, words):
    """Accepts the suggestion of these words and deletes it, so that it is suggested no more."""
    name = skip_to(story, words)['selected']
    story.key('a', lambda s: s['selected'] != name, 'the suggestion to be accepted')
    settled(story.program)
    story.program.act('win.select-annotation', name)
    story.key('Delete', lambda s: s['selected'] is None, 'the annotation to be deleted')
    settled(story.program)


def test_totals(story):
    """Where the whole of the totals had no room a lone "0" stood there while 35 were suggested."""
    program, n = story.program, story.program.state()['suggested']
    names = wait_until(lambda: [name for name in (node.get_name() or '' for node in program.nodes())
                                if name.endswith(f'{n} suggestions')], 'the suggestions to be counted')
    checks.check('totals-tell-suggestions', not any(node.get_name() == '0' for node in program.nodes()), names)


def test_missed_name(story):
    forget(story, 'Arne')
    left = skip_to(story, 'Ingrid Sørbø')['selected']
    there = story.place('Arne')[0]
    story.key('shift+u', lambda s: s['caret'] == there, 'the caret to be in the missed name')
    state = story.key('2', lambda s: s['selected'] == left, 'the suggestion that was left')
    checks.check('missed-name', state['counts'].get('place') == 1, state['counts'])
    settled(story.program)


def test_other_label(story):
    before = skip_to(story, 'National Rail Agency')
    state = story.key('2', lambda s: s['selected'] not in (None, before['selected']), 'the next suggestion')
    checks.check('other-label', state['message'].startswith('Suggested'), state['message'])
    settled(story.program)
    annotation = story.annotation(before['selected'])
    checks.equal('other-label-accepted', (annotation['type'], annotation.get('status')), ('place', None))


def test_other_borders(story):
    mayor = skip_to(story, 'Ingrid Sørbø')['selected']
    story.key('b', lambda s: 'Mayor Ingrid Sørbø' in s['message'], 'the longer name')
    settled(story.program)
    checks.equal('other-borders', story.annotation(mayor)['at'], [list(story.place('Mayor Ingrid Sørbø'))])
    story.key('ctrl+z', lambda s: s['redo'] > 0, 'the borders to be undone')
    checks.equal('other-borders-undone', story.annotation(mayor)['quote'], ['Ingrid Sørbø'])


def test_accept_other_borders(story):
    """Shift+B takes the borders that B would come to first, and goes on."""
    mayor = skip_to(story, 'Ingrid Sørbø')['selected']
    story.key('shift+b', lambda s: s['selected'] not in (None, mayor), 'the next suggestion')
    settled(story.program)
    checks.equal('borders-taken', story.annotation(mayor)['quote'], ['Mayor Ingrid Sørbø'])
    story.key('ctrl+z', lambda s: s['redo'] > 0, 'the borders to be undone')
    settled(story.program)


def test_jump(story):
    """F and two letters: to the word, with the keys having no other meaning meanwhile."""
    before = story.program.state()['counts']
    story.caret('rust in three')
    story.program.key('f', 'p', 'i')
    there = story.place('piers')[0]
    state = story.program.wait_state(lambda s: s['caret'] == there, 'the caret to be at the word')
    checks.equal('jump', state['counts'], before)
    story.key('f', lambda s: 'two letters' in s['message'], 'F to wait for letters')
    story.key('Escape', lambda s: True, 'F to be given up')
    state = story.key('n', lambda s: s['selected'] is not None, 'a suggestion')
    checks.check('jump-escape', state['message'].startswith('Suggested'), state['message'])


def test_sift(story):
    """Y, the letter of one that is wrong, Enter: the others are accepted, in one step."""
    before = settled(story.program)
    story.program.act('win.select', 0, 0)
    story.key('y', lambda s: 'letters' in s['message'], 'letters on what is suggested')
    state = story.key('a', lambda s: s['message'].startswith('Left out'), 'the first to be left out')
    wrong = state['selected']
    checks.check('sift-button', story.program.find('button', 'Accept the Others') is not None, 'a button that takes them')
    story.key('Escape', lambda s: s['message'] == 'Nothing more is taken', 'the letters to go')
    checks.equal('sift-escape', story.program.state()['undo'], before['undo'])
    story.program.act('win.select', 0, 0)
    story.key('y', lambda s: 'letters' in s['message'], 'the letters again')
    story.key('a', lambda s: s['selected'] == wrong, 'the same to be left out')
    state = story.key('Return', lambda s: s['undo'] == before['undo'] + 1, 'the others to be accepted')
    settled(story.program)
    checks.equal('sift-rejected', story.annotation(wrong)['status'], 'rejected')
    checks.check('sift-accepted', sum(state['counts'].values()) > sum(before['counts'].values()) + 1, state['counts'])
    story.key('Escape', lambda s: s['message'] == 'Nothing more is taken', 'the rest to be left')
    story.key('ctrl+z', lambda s: s['undo'] == before['undo'], 'all of it to be undone')
    settled(story.program)


def test_sift_capital(story):
    """While suggestions have letters, Shift and a letter takes a name with other borders; Shift alone keeps its keys."""
    before = settled(story.program)
    start = story.place('Ingrid Sørbø')[0]
    story.program.act('win.select', start, start)
    story.key('y', lambda s: 'letter' in s['message'], 'letters from the name on')
    state = story.key('shift+a', lambda s: s['selected'] is not None, 'other borders to be taken')
    settled(story.program)
    checks.equal('sift-capital', story.annotation(state['selected'])['quote'], ['Mayor Ingrid Sørbø'])
    checks.equal('sift-capital-goes-on', story.program.state()['undo'], before['undo'] + 1)
    story.key('alt+a', lambda s: 'label' in s['message'], 'no other label')
    story.key('Escape', lambda s: s['message'] == 'Nothing more is taken', 'the letters to go')
    story.key('ctrl+z', lambda s: s['undo'] == before['undo'], 'the borders to be undone')
    settled(story.program)


def test_mentions(story):
    types = {a['type'] for a in story.sidecar()['annotations'] if a['quote'] == ['she']}
    checks.equal('mentions', types, {'mention'})


def main():
    with tempfile.TemporaryDirectory(prefix='quo-suggest-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            story = Story(program, path)
            focus_article(program)
            story.key('g', lambda s: s['suggested'] > 3 and not s['suggesting'], 'suggestions')
            test_totals(story)
            test_missed_name(story)
            test_other_label(story)
            test_other_borders(story)
            test_accept_other_borders(story)
            test_jump(story)
            test_sift(story)
            test_sift_capital(story)
            test_mentions(story)
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
