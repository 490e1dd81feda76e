# SPDX-License-Identifier: GPL-3.0-or-later
"""The window by mouse alone: what a person does who knows no keys; a file dropped, a text pasted.

usage: test_mouse.py PROGRAM SAMPLES QUO NEIGHBOUR

Where a mark stands on the screen is read from its colour, as an eye does.
"""

import contextlib
import os
import subprocess
import sys
import tempfile

from drive import Atspi, Checks, Program, TooLong, text_of, wait_until
from marks import PERSON, PLACE, QUOTE_SELECTED, SPEECH, name_over, page_of, wait_for_colour, wait_for_line
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES, _, NEIGHBOUR = sys.argv[1:5]
checks = Checks('mouse')


class Scene:
    """The sample with one name, and one quote that is selected and has no speaker."""

    def __init__(self, program, path):
        self.program = program
        self.story = Story(program, path)
        self.story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        self.person = program.state()['selected']
        program.act('win.select', 0, 0)
        self.name = name_over(wait_for_line(program, PERSON, 'the line of the name'))
        self.story.caret('We promised')
        program.act('win.capture-quote')
        self.quote = program.state()['selected']
        program.key('Escape')
        self.words = wait_for_colour(program, QUOTE_SELECTED, 'the block of the quote')
        page = page_of(program)
        self.margin = page[0], page[1], self.words[0] - page[0] - 4, page[3]
        self.empty = page[0] + page[2] - 12, self.words[1]

    def avatar(self):
        box = wait_until(lambda: self.program.find_colour(SPEECH, self.margin, run=1), 'the sign in the margin')
        # The dashed ring of "?" and the bar are one box; the ring is the half away from the text.
        return box[0] + 13, box[1] + 13

    def in_words(self):
        return self.words[0] + 60, self.words[1] + 14

    def source(self):
        relations = self.story.sidecar().get('relations', [])
        return next((r['roles'].get('source') for r in relations if self.quote in r['roles']['quote']), None)

    def undo(self):
        self.program.act('win.undo')
        self.program.act('win.select-annotation', self.quote)
        wait_for_colour(self.program, QUOTE_SELECTED, 'the quote to be selected again')


def test_links(scene):
    program = scene.program
    program.drag(scene.avatar(), scene.name)
    state = program.wait_state(lambda s: s['message'].startswith('Speaker:'), 'the drag from the margin to link')
    checks.equal('margin-to-name', scene.source(), [scene.person])
    checks.equal('link-selects-the-quote', state['selected'], scene.quote)
    checks.equal('link-is-one-edit', state['undo'], 3)
    scene.undo()
    checks.equal('undo-takes-it-back', scene.source(), None)
    program.drag(scene.in_words(), scene.name)
    state = program.wait_state(lambda s: s['message'].startswith('Speaker:'), 'the drag from the words to link')
    checks.equal('words-to-name', scene.source(), [scene.person])
    checks.equal('no-text-stays-selected', state['selection'][0], state['selection'][1])
    scene.undo()
    pill = wait_until(lambda: program.find_colour(SPEECH, (scene.words[0] - 6, scene.words[1] - 24, 60, 24)),
                      'the pill of the quote')
    program.drag((pill[0] + 8, pill[1] + 4), scene.name)
    program.wait_state(lambda s: s['message'].startswith('Speaker:'), 'the drag from the pill to link')
    checks.equal('pill-to-name', scene.source(), [scene.person])
    scene.undo()


def test_plain_words(scene):
    """A name that nobody tagged: it becomes a person and the speaker in one edit."""
    program = scene.program
    scene.story.caret('Arne')
    program.act('win.tag', 'place')
    program.act('win.select', 0, 0)
    arne = name_over(wait_for_line(program, PLACE, 'the line of the place'))
    scene.undo()
    undo = program.state()['undo']
    program.drag(scene.avatar(), arne)
    state = program.wait_state(lambda s: s['message'] == 'Speaker: Arne', 'the drag to plain words to link')
    checks.equal('plain-words-are-tagged', scene.story.annotation(scene.source()[0])['quote'], ['Arne'])
    checks.equal('plain-words-one-edit', state['undo'], undo + 1)
    scene.undo()


def test_no_links(scene):
    """What is not a link stays what it was."""
    program = scene.program
    before = program.state()
    program.drag(scene.avatar(), scene.empty)
    program.press_at(*scene.in_words())
    state = program.wait_state(lambda s: s['selected'] == scene.quote, 'the click to select the quote')
    checks.equal('nowhere-is-no-link', (state['undo'], scene.source()), (before['undo'], None))
    x, y = scene.in_words()
    program.drag((x + 30, y), (x + 120, y))
    state = program.wait_state(lambda s: s['selection'][0] < s['selection'][1], 'the drag in the quote to select text')
    checks.equal('text-in-a-quote-is-selected', state['undo'], before['undo'])
    program.press_at(*scene.empty)
    program.wait_state(lambda s: s['selection'][0] == s['selection'][1], 'a click to end the selection')


def has_focus_in(node):
    """Whether a node or one in it has the keyboard."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return True
        waiting += [node.get_child_at_index(i) for i in range(node.get_child_count())]
    return False


def double_click(program, place, is_so, what):
    """Again when a busy machine made two clicks of it. Returns the state that was waited for."""
    def look():
        state = program.state()
        return state if is_so(state) else None

    for _ in range(5):
        program.press_at(*place, times=2)
        try:
            return wait_until(look, what, 6)
        except TooLong:
            continue
    raise TooLong(f'clicked twice in vain for {what}')


def test_double_click(scene):
    program = scene.program
    program.press_at(*scene.name, times=2)
    state = program.wait_state(lambda s: s['selected'] == scene.person, 'the double click to select the name')
    field = program.find('list item', 'Same as…')
    wait_until(lambda: has_focus_in(field), 'the inspector to have the keyboard')
    state = program.state()
    checks.equal('double-click-selects-no-text', state['selection'][0], state['selection'][1])
    focus_article(program)
    program.act('win.select', 0, 0)
    state = double_click(program, scene.in_words(), lambda s: s['selection'][0] < s['selection'][1],
                         'the word to be selected')
    start, end = state['selection']
    checks.check('double-click-takes-a-word', scene.story.text[start:end] in ('promised', 'We', 'this'),
                 scene.story.text[start:end])
    checks.equal('double-click-selects-the-quote', state['selected'], scene.quote)
    program.act('win.select-annotation', scene.quote)
    wait_for_colour(program, QUOTE_SELECTED, 'the quote to be selected')
    program.press_at(*scene.avatar(), times=2)
    field = program.find('list item', 'Source')
    checks.check('double-click-on-the-sign-edits', wait_until(lambda: has_focus_in(field), 'the source to have the keyboard'))
    focus_article(program)
    program.resize(700, 700)
    wait_until(lambda: program.place_of(program.find('text', 'Article'))[2] < 700, 'the window to be narrow')
    program.act('win.select-annotation', scene.person)
    program.act('win.edit')
    field = program.find('list item', 'Same as…')
    checks.check('edit-unfolds-the-inspector', wait_until(lambda: has_focus_in(field), 'the folded inspector to come'))
    program.key('Escape')
    program.act('win.select', 0, 0)
    program.act('win.edit')
    checks.equal('edit-needs-an-annotation', program.state()['message'], 'No annotation is selected')


def test_marking(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.find('text', 'Article')
        scene = Scene(program, path)
        test_links(scene)
        test_plain_words(scene)
        test_no_links(scene)
        test_double_click(scene)
        checks.equal('marking-quits', program.quit(), 0)


@contextlib.contextmanager
def neighbour(file, text):
    """Another program with a file to drag and a text on the clipboard; gives the place of its window."""
    process = subprocess.Popen([NEIGHBOUR, file, text])
    try:
        number = wait_until(lambda: subprocess.run(['xdotool', 'search', '--name', '^Neighbour$'], text=True,
                                                   stdout=subprocess.PIPE, check=False).stdout.split(),
                            'the neighbour to be on the screen')[-1]
        yield number
    finally:
        process.terminate()
        process.wait()


def move_window(number, x, y):
    subprocess.run(['xdotool', 'windowmove', '--sync', number, str(x), str(y)], check=False)
    subprocess.run(['xdotool', 'windowraise', number], check=False)


def test_drop_and_paste(folder):
    path = copy_sample(SAMPLES, folder)
    text = 'Ferry to stay, says council\n\n“It stays,” said Ida Holm.'
    with Program([PROGRAM]) as program, neighbour(path, text) as number:
        program.wait_ready()
        program.resize(900, 700)
        move_window(program.x_window(), 0, 0)
        move_window(number, 1000, 300)
        program.drag((1080, 345), (600, 345), (450, 350))
        state = program.wait_ready(path)
        checks.equal('dropped-file-is-opened', state['article'], path)
        other = copy_sample(SAMPLES, folder, 'hafen.txt')
        program.act('win.open', other)
        program.wait_ready(other)
        program.drag((1080, 345), (600, 345), (450, 350))
        checks.equal('dropped-on-an-article', program.wait_ready(path)['article'], path)
        target = os.path.join(folder, 'pasted.txt')
        program.press_at(450, 350)  # the neighbour has the keyboard
        focus_article(program)
        program.key('ctrl+shift+v')
        program.find(None, 'Save the New Article')
        program.key('ctrl+a')
        program.type_text(target)
        program.key('Return')
        state = program.wait_ready(target)
        checks.equal('pasted-text-is-the-article', text_of(program.find('text', 'Article')), text + '\n')
        with open(target, encoding='utf-8') as file:
            checks.equal('pasted-file', file.read(), text + '\n')
        checks.check('pasted-quits', program.quit() is not None)


def main():
    for test in (test_marking, test_drop_and_paste):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
