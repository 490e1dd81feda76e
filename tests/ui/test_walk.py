# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window by Tab and F6: nothing is left out, nothing is a trap, all has a name, Escape leads back.

usage: test_walk.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from changed import make_changed
from drive import Atspi, Checks, Program
from ear import CLASS_NAME, Ear, describe
from folder_maker import make_folder
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('walk')
# More stops than any window has: who has not come round by then does not come round.
MANY = 120
# Where keys are shown is no other thing to be at.
UNNAMED = ('push button', 'button', 'toggle button', ',')


class Walk:
    """Goes from stop to stop with a key, and knows each by what is said of it and where it is."""

    def __init__(self, program, ear):
        self.program = program
        self.ear = ear

    def stop(self, key):
        """Presses a key; what has the keyboard then: (what is said, the middle of its upper edge)."""
        self.ear.do(key, key)
        self.ear.hear('focus: ')
        node = self.ear.focused
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return describe(node), (box.x + box.width // 2, box.y)

    def round(self, key='Tab'):
        """Every stop until the first comes again. Fails when it does not."""
        stops, first = [self.stop(key)], self.ear.focused
        while len(stops) < MANY:
            there = self.stop(key)
            if self.ear.focused == first:
                return stops
            stops.append(there)
        raise AssertionError('no way round:\n' + '\n'.join(said for said, _ in stops[-8:]))


def check_round(name, walk):
    """One way round and the other, and what is said of each stop."""
    try:
        stops = walk.round('Tab')
    except AssertionError as error:
        checks.check(f'{name}-round', False, error)
        return []
    checks.check(f'{name}-round', True)
    said = [words for words, _ in stops]
    checks.equal(f'{name}-names', [words for words in said if words.startswith(UNNAMED) or CLASS_NAME.search(words)], [])
    return stops


def columns_by(article):
    """Tells the column of a place: what is left of the article is the list, what is right of it the inspector.

    Where GTK says that things are differs between its versions by the borders of the window and of the bars, a
    dozen pixels; so columns are not told by numbers, but by the article, which fills its own.
    """
    box = Atspi.Component.get_extents(article, Atspi.CoordType.WINDOW)
    return lambda x: 'list' if x < box.x else 'page' if x < box.x + box.width else 'inspector'


def columns_of(stops, column_of):
    """The columns in the order in which they are gone through."""
    order = []
    for _, (x, _) in stops:
        if order[-1:] != [column_of(x)]:
            order.append(column_of(x))
    return order


def check_escape(name, program, ear):
    ear.do('Escape', 'Escape')
    try:
        ear.hear('focus: Article')
        checks.check(f'{name}-escape', True)
    except AssertionError as error:
        checks.check(f'{name}-escape', False, error)


def test_window(program, story, ear, walk):
    column_of = columns_by(program.find('text', 'Article'))
    stops = check_round('window', walk)
    # From the article down to the labels, on to the inspector, and over the list back to the head of the page.
    checks.equal('columns', columns_of(stops, column_of), ['page', 'inspector', 'list', 'page'])
    for column in ('list', 'inspector'):
        places = [y for _, (x, y) in stops if column_of(x) == column]
        checks.check(f'{column}-downwards', all(after > y - 16 for y, after in zip(places, places[1:])), places)
    back = walk.round('shift+Tab')
    checks.equal('backwards', [said for said, _ in back], [said for said, _ in reversed(stops)])
    rows = [said for said, (x, _) in stops if ', list item' in said and column_of(x) == 'list']
    checks.check('a-list-is-one-stop', len(rows) == 1, rows)


def test_panes(program, story, ear, walk):
    focus_article(program)
    seen = [walk.stop('F6')[0].split(',')[0] for _ in range(4)]
    checks.equal('panes', seen, ['Tag as Person', 'Mention: 1 annotation', 'Filter annotations', 'Article'])
    seen = [walk.stop('shift+F6')[0].split(',')[0] for _ in range(4)]
    checks.equal('panes-back', seen, ['Filter annotations', 'Mention: 1 annotation', 'Tag as Person', 'Article'])
    for name, n_times in (('labels', 1), ('inspector', 2), ('list', 3)):
        for _ in range(n_times):
            walk.stop('F6')
        check_escape(name, program, ear)
    walk.stop('shift+Tab')
    check_escape('head', program, ear)


def test_speakers(program, story, ear, walk):
    while not walk.stop('shift+Tab')[0].startswith('she, 17 words'):
        pass
    program.key('Return')
    state = program.wait_state(lambda s: s['selected'], 'the speaker to be gone to')
    checks.check('speaker-activated', state['message'].startswith('Mention: she'), state['message'])
    ear.do('Escape', 'Escape')
    focus_article(program)


def test_dialogs(program, story, ear, walk):
    for name, action in (('labels', 'win.edit-labels'), ('preferences', 'app.preferences'),
                         ('about', 'win.about-article'), ('statistics', 'win.statistics'),
                         ('export', 'win.choose-export')):
        ear.do(name, act=lambda: program.act(action))
        ear.hear('window: ', 'focus: ')
        check_round(f'{name}-dialog', walk)
        check_escape(f'{name}-dialog', program, ear)


def test_layers(program, story, ear, walk):
    ear.do('layers', 'l')
    ear.hear('focus: ')
    check_round('layers', walk)
    ear.do('Escape', 'Escape')
    ear.hear('focus: ')
    focus_article(program)


def run_story(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('We promised')
        program.act('win.capture-quote')
        program.act('win.link-speaker', '')
        focus_article(program)
        ear = Ear(program)
        walk = Walk(program, ear)
        for test in (test_window, test_panes, test_speakers, test_dialogs, test_layers, test_identity):
            test(program, story, ear, walk)
        ear.close()
        checks.equal('quits', program.quit(), 0)


def walk_to(walk, words, key='Tab'):
    """Goes on until what is said begins with the words. What was said on the way."""
    said = []
    while len(said) < MANY:
        said.append(walk.stop(key)[0])
        if said[-1].startswith(words):
            return said
    raise AssertionError(f'{words} is not reached:\n' + '\n'.join(said))


def test_review_list(program, walk, ear, ids):
    """From the article into the list, over its rows to what decides, and back."""
    ear.do('Review', act=lambda: program.act('win.review'))
    ear.hear('focus: ')
    first = describe(ear.focused)
    checks.check('review-first', ': ' in first and 'list item' in first, first)
    rows = [first] + [walk.stop('Down')[0] for _ in range(len(ids) - 1)]
    for words in ids:
        checks.check(f'review-tells-{words}', any(words in row for row in rows), '\n'.join(rows))
    stops = check_round('review', walk)
    said = '\n'.join(words for words, _ in stops)
    for name in ('Drop', 'Put at the Selected Text', 'Accept All That Moved'):
        checks.check(f'review-reaches-{name}', any(words.startswith(name) for words, _ in stops), said)
    check_escape('review', program, ear)
    said = walk.stop('shift+F6')[0]
    # What is announced while a row has the keyboard is told with it, behind its name.
    names = {row.split(', list item')[0] for row in rows}
    checks.check('review-by-pane', said.split(', list item')[0] in names, said)
    check_escape('review-by-pane', program, ear)


def run_review(folder):
    path, ids = make_changed(PROGRAM, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        focus_article(program)
        ear = Ear(program)
        walk = Walk(program, ear)
        test_review_list(program, walk, ear, ids)
        ear.close()
        checks.equal('review-quits', program.quit(), 0)


def test_identity(program, story, ear, walk):
    """A name gets an identity by keys, then one of its identifiers."""
    story.caret('Ingrid Sørbø')
    program.act('win.tag', 'person')
    n_undo = program.state()['undo']
    ear.do('Edit', 'e')
    ear.hear('focus: ')
    walk_to(walk, 'New Identity')
    program.key('Return')
    program.wait_state(lambda s: s['undo'] == n_undo + 1, 'the new identity')
    focus_article(program)
    program.act('win.edit')
    stops = check_round('identity', walk)
    told = '\n'.join(words for words, _ in stops)
    for name in ('Name', 'Same as', 'Known Elsewhere'):
        checks.check(f'identity-reaches-{name}', any(words.startswith(name) for words, _ in stops), told)
    walk_to(walk, 'Known Elsewhere')
    program.key('Return')
    walk_to(walk, 'Wikidata')
    program.type_text('Q42')
    program.key('Return')
    program.wait_state(lambda s: s['undo'] == n_undo + 2, 'the identifier to be kept')
    entity = next(e for e in story.sidecar()['entities'] if e.get('name') == 'Ingrid Sørbø')
    checks.equal('identity-kept', entity['ids'].get('wikidata'), 'Q42')
    check_escape('identity', program, ear)


def run_folder(folder):
    make_folder(folder)
    with Program([PROGRAM, folder]) as program:
        program.wait_ready()
        ear = Ear(program)
        walk = Walk(program, ear)
        focus_article(program)
        ear.do('To the list', 'shift+F6')
        ear.hear('focus: Filter articles')
        check_escape('filter', program, ear)
        ear.do('To the list', 'shift+F6')
        ear.hear('focus: Filter articles')
        while 'list item' not in walk.stop('Tab')[0]:
            pass
        opened = program.state()['article']
        # Tab comes to the article that is open; the next one is below it.
        walk.stop('Down')
        program.key('Return')
        state = program.wait_state(lambda s: s['article'] != opened and not s['busy'], 'another article to be opened')
        checks.check('article-by-keys', state['article'])
        ear.close()
        checks.equal('folder-quits', program.quit(), 0)


def main():
    for test in (run_story, run_folder, run_review):
        with tempfile.TemporaryDirectory(prefix='quo-walk-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
