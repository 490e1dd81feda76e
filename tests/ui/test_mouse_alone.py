# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole article with the mouse and nothing else, from the first window to the export.

usage: test_mouse_alone.py PROGRAM SAMPLES

No key is pressed, no action called; only what an eye sees is asked for: where a word or a button stands.
"""

import os
import sys
import tempfile

from drive import Checks, Program, children, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
# The same window, with actions that say where things stand.
MEASURED = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'measured')
checks = Checks('mouse-alone')


AGENCY = """Port reopens after storm, says harbour chief

LINDHAVN, March 3. /NORDAP/. The port of Lindhavn will open again on Friday, harbour chief Marta Keller told reporters.

"We have repaired the second crane and two of the gates," said Keller. The Harbour Office had closed the port on Monday.

Pavel Horn, who speaks for the dockers, was not so sure. "Nobody has asked us," Horn said.
"""


class Hand:
    """A hand with a mouse, and the eye that leads it."""

    def __init__(self, program):
        self.program = program

    def _see(self, action, *what):
        """(x, y, width, height) on the screen, once it has come to rest."""
        places = []

        def look():
            self.program.act(action, *what)
            places.append(self.program.describe(action)[2][0])
            return places[-1] and len(places) >= 3 and len(set(places[-3:])) == 1
        wait_until(look, f'{what} to be in sight')
        window = self.program._xdotool('getwindowgeometry', '--shell', self.program.front_window())
        corner = dict(line.split('=', 1) for line in window.splitlines())
        x, y, width, height = map(int, places[-1].split())
        return int(corner['X']) + x, int(corner['Y']) + y, width, height

    def click_at(self, place, button=1):
        """As a hand does: it goes there, and clicks when the program has seen it come."""
        x, y, width, height = place
        self.program.move_to(x + width // 2, y + height // 2)
        for _ in range(3):
            self.program.state()
        self.program._xdotool('click', button)

    def click(self, words, button=1):
        """On what shows these words, or has them for its tooltip: a button, an item of a menu, a row."""
        self.click_at(self._see('app.place-of', words), button)

    def words(self, span):
        return self._see('app.place-of-words', *span)

    def click_words(self, span, button=1):
        self.click_at(self.words(span), button)

    def select(self, span):
        x, y, width, height = self.words(span)
        self.program.drag((x + 1, y + height // 2), (x + width // 2, y + height // 2), (x + width, y + height // 2))
        self.program.wait_state(lambda s: s['selection'] == list(span), 'the text to be selected')


def wait_counts(program, **wanted):
    """Until so many annotations of these labels are there. The state."""
    return program.wait_state(lambda s: all(s['counts'].get(label, 0) == n for label, n in wanted.items()), wanted)


def mark_names(program, hand, story):
    hand.select(story.place('Ingrid Sørbø'))
    hand.click('Tag as Person (1)')
    state = wait_counts(program, person=1)
    checks.equal('selected-and-labelled', state['message'], 'Person: Ingrid Sørbø')
    hand.click_words(story.place('Arne'), button=3)
    hand.click('Place')
    wait_counts(program, person=1, place=1)
    checks.check('by-context-menu', True)
    hand.click_words(story.place('Arne'))
    hand.click('Tag as Organization (3)')
    wait_counts(program, place=0, organization=1)
    checks.check('relabelled', True)
    hand.click('Undo (Ctrl+Z)')
    wait_counts(program, place=1, organization=0)
    checks.check('undone', True)


def mark_quotes(program, hand, story):
    """One by the bar and a speaker's pill, one by the context menu."""
    hand.click_words(story.place('promised'))
    hand.click('Tag as Quote (Q)')
    program.wait_state(lambda s: s['prompt'] == 'speaker', 'the speaker to be asked for')
    hand.click('Speaker: Ingrid Sørbø (1 or Enter)')
    state = program.wait_state(lambda s: s['relations'] == 1 and s['prompt'] is None, 'the quote to be linked')
    checks.equal('quote-by-pills', (state['counts']['quote'], state['message'].split(':')[0]), (1, 'Speaker'))
    hand.click_words(story.place('foreman'), button=3)
    hand.click('Quote')
    program.wait_state(lambda s: s['counts']['quote'] == 2, 'the quote of the context menu')
    checks.check('quote-by-context-menu', True)
    hand.click_words(story.place('foreman'), button=3)
    hand.click('Delete the annotation')
    wait_counts(program, quote=1)
    checks.check('deleted', True)


def judge(program, hand):
    hand.click('Main menu')
    hand.click('Suggestions')
    hand.click('Suggest Now')
    state = program.wait_state(lambda s: s['suggested'] > 3 and not s['suggesting'], 'suggestions')
    for word in ('Accept', 'Skip', 'Reject'):
        before = state
        hand.click(word)
        state = program.wait_state(lambda s: s['selected'] != before['selected'] and not s['suggesting'],
                                   f'{word} to go on')
        checks.equal(word.lower(), state['undo'] - before['undo'], word != 'Skip')


def rows_of(program):
    """The rows of the list of annotations, by what is read of them."""
    return {node.get_name(): node for node in children(program.find('list', 'Annotations'))
            if node.get_role_name() == 'list item'}


def filter_list(program, hand):
    hand.click('What is shown, and in what order')
    hand.click('Place')
    # The list is filtered before the menu has gone, and a click beside a menu only closes it.
    wait_until(lambda: not any('menu item' in node.get_role_name() for node in program.nodes()), 'the menu to close')

    def only_places():
        rows = rows_of(program)
        return rows if rows and all('Place' in row for row in rows) else None
    rows = wait_until(only_places, 'only places to be listed')
    arne = [row for row in rows if 'Arne' in row]
    checks.equal('filtered', len(arne), 1)
    hand.click_at(program.wait_still(rows[arne[0]]))
    program.wait_state(lambda s: 'Arne' in s['message'], 'the row to lead to its place')
    checks.check('row-selects', True)


def finish(program, hand, folder):
    before = set(os.listdir(folder))
    hand.click('Export the annotations (Ctrl+E)')
    program.wait_window('Export')
    hand.click('Export')
    wait_until(lambda: set(os.listdir(folder)) - before, 'the export')
    checks.check('exported', True)
    hand.click('Done')
    program.wait_state(lambda s: 'done' in s['message'], 'the article to be done')
    checks.check('done', True)


def test_article(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([MEASURED, path], {'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        program.x_window()
        hand, story = Hand(program), Story(program, path)
        mark_names(program, hand, story)
        mark_quotes(program, hand, story)
        judge(program, hand)
        filter_list(program, hand)
        finish(program, hand, folder)
        checks.equal('quits', program.quit(), 0)


def suggest(program, hand):
    hand.click('Main menu')
    hand.click('Suggestions')
    hand.click('Suggest Now')
    return program.wait_state(lambda s: s['suggested'] > 3 and not s['suggesting'], 'suggestions')


def judge_one_by_one(program, hand, story):
    """What is pointed at is what is judged: not in the order of the text."""
    state = suggest(program, hand)
    for words, button, n_more in (('Marta Keller', 'Accept', 1), ('Harbour Office', 'Reject', 0)):
        hand.click_words(story.place(words))
        program.wait_state(lambda s: words in s['message'], f'{words} to be asked about')
        n_before = sum(state['counts'].values())
        hand.click(button)
        state = program.wait_state(lambda s: s['suggested'] < state['suggested'] and not s['suggesting'], button)
        checks.equal(f'{button}-{words}'.replace(' ', '-'), sum(state['counts'].values()), n_before + n_more)


def choose_other_speaker(program, hand, story):
    """A suggested quote is accepted with its speaker; then a pill makes it another's."""
    hand.click_words(story.place('second crane'))
    program.wait_state(lambda s: s['message'].startswith('Quote'), 'the quote to be asked about')
    hand.click('Accept')
    # What is suggested anew makes the pills anew: a click must not fall between.
    program.wait_state(lambda s: s['counts'].get('quote') == 1 and s['relations'] >= 1 and not s['suggesting'],
                       'the quote to be accepted')
    hand.click_words(story.place('repaired'))  # at the same words it might be a double click
    hand.click('Tag as Quote (Q)')
    asked = program.wait_state(lambda s: s['prompt'] == 'speaker', 'the speaker to be asked for')
    second = next(record for kind in ('annotations', 'entities') for record in story.sidecar()[kind]
                  if record['id'] == asked['candidates'][1])
    name = second.get('name') or second['quote'][0]
    hand.click(f'Speaker: {name} (2)')
    state = program.wait_state(lambda s: s['undo'] == asked['undo'] + 1, 'the pill to link')
    checks.equal('other-speaker', state['message'], f'Speaker: {name}')


def undo_by_toast(program, hand):
    before = program.state()
    hand.click('Main menu')
    hand.click('Suggestions')
    hand.click('Accept All')
    program.wait_state(lambda s: s['suggested'] == 0, 'all to be accepted')
    hand.click('Undo')
    state = program.wait_state(lambda s: s['undo'] == before['undo'] and not s['suggesting'], 'the toast to take it back')
    checks.equal('toast-undoes', state['counts'], before['counts'])


def drag_to_role(program, hand, story):
    hand.click_words(story.place('second crane'))
    program.wait_state(lambda s: s['message'].startswith('Quote'), 'the quote to be selected')
    n_undo = program.state()['undo']
    x, y, width, height = hand.words(story.place('Marta Keller'))
    program.drop((x + width // 4, y + height // 2), program.find('list item', 'Addressee'))
    program.wait_state(lambda s: s['undo'] == n_undo + 1, 'the name to become whom it is said to')
    relation = next(r for r in story.sidecar()['relations'] if 'addressee' in r['roles']
                    and 'second crane' in story.annotation(r['roles']['quote'][0])['quote'][0])
    checks.equal('name-onto-role', story.annotation(relation['roles']['addressee'][0])['quote'], ['Marta Keller'])


def test_agency(folder):
    """Suggestions judged in any order, another speaker, all accepted and taken back, a name dragged to its role."""
    path = os.path.join(folder, 'agency.txt')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(AGENCY)
    with Program([MEASURED, path], {'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        program.x_window()
        hand, story = Hand(program), Story(program, path)
        judge_one_by_one(program, hand, story)
        choose_other_speaker(program, hand, story)
        undo_by_toast(program, hand)
        drag_to_role(program, hand, story)
        checks.equal('agency-quits', program.quit(), 0)


def main():
    for test in (test_article, test_agency):
        with tempfile.TemporaryDirectory(prefix='quo-hand-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
