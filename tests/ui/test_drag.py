# SPDX-License-Identifier: GPL-3.0-or-later
"""What is dragged besides links: the ends of an annotation, and names onto the roles of a quote.

usage: test_drag.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from marks import PERSON, name_over, page_of, wait_for_line
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('drag')


def ends_of(story, annotation_id):
    return [range_ for range_ in story.annotation(annotation_id)['at']]


def words_of(story, annotation_id):
    return story.annotation(annotation_id)['quote']


def find_knob(program, line, is_end):
    """The middle of the handle at an end of the line under the selected name: a disc of its colour."""
    x = line[0] + line[2] if is_end else line[0]
    box = wait_until(lambda: program.find_colour(PERSON, (x - 12, line[1] - 2, 24, 18), run=6), 'the handle')
    return box[0] + box[2] // 2, box[1] + box[3] // 2


def test_ends(program, story):
    story.caret('Ingrid Sørbø')
    program.act('win.tag', 'person')
    person = program.state()['selected']
    program.act('win.select', 0, 0)
    line = wait_for_line(program, PERSON, 'the line of the name')
    focus_article(program)
    program.act('win.select-annotation', person)
    start, end = story.place('Ingrid Sørbø')
    knob = find_knob(program, line, True)
    undo = program.state()['undo']
    # To the middle of the first of the two words: its end is nearer than its start.
    program.drag(knob, (line[0] + line[2] // 3, knob[1]))
    program.wait_state(lambda s: s['undo'] == undo + 1, 'the handle to move the end')
    checks.equal('end-goes-to-a-word', words_of(story, person), ['Ingrid'])
    program.act('win.undo')
    checks.equal('one-undo', (words_of(story, person), program.state()['undo']), (['Ingrid Sørbø'], undo))
    knob = find_knob(program, line, False)
    program.drag(knob, (knob[0] - 60, knob[1]))
    program.wait_state(lambda s: s['undo'] == undo + 1, 'the handle to move the start')
    moved = words_of(story, person)[0]
    checks.check('start-takes-in-words', moved.endswith('Ingrid Sørbø') and len(moved) > len('Ingrid Sørbø')
                 and story.text[story.text.index(moved) - 1] == ' ', moved)
    program.act('win.undo')
    knob = find_knob(program, line, True)
    program.press_at(*knob)
    state = program.wait_state(lambda s: s['caret'] == end, 'a click on a handle to be one on the text')
    checks.equal('click-edits-nothing', (state['undo'], state['selected']), (undo, person))
    return person, name_over(line)


def relation(story):
    relations = story.sidecar().get('relations', [])
    return relations[0]['roles'] if relations else {}


def drop_on_role(program, start, role):
    program.drop(start, program.find('list item', role))


def test_roles(program, story, person, name):
    story.caret('We promised')
    program.act('win.capture-quote')
    quote = program.state()['selected']
    focus_article(program)  # leaves the prompt, which lists other speakers
    program.act('win.select-annotation', quote)
    undo = program.state()['undo']
    drop_on_role(program, name, 'Source')
    state = program.wait_state(lambda s: s['undo'] == undo + 1, 'the name to be dropped on the source')
    checks.equal('name-onto-source', (relation(story).get('source'), state['selected']), ([person], quote))
    program.act('win.undo')
    program.act('win.select-annotation', quote)
    drop_on_role(program, name, 'Addressee')
    program.wait_state(lambda s: s['undo'] == undo + 1, 'the name to be dropped on the addressee')
    checks.equal('name-onto-addressee', relation(story).get('addressee'), [person])
    program.act('win.undo')
    program.act('win.select-annotation', quote)
    drop_on_role(program, name, 'Cue')
    state = program.wait_state(lambda s: 'Cue' in s['message'], 'the cue to refuse a name')
    checks.equal('cue-takes-no-name', state['undo'], undo)

    program.press_at(*name)
    state = program.wait_state(lambda s: s['selected'] == person, 'a click on a name to select it')
    checks.check('click-moves-the-caret', story.place('Ingrid Sørbø')[0] <= state['caret'] <= story.place('Ingrid Sørbø')[1])

    program.act('win.select-annotation', quote)
    program.act('win.link-speaker', person)
    story.caret('“We promised')
    program.act('win.select-annotation', quote)
    row = wait_until(lambda: next((node for node in program.nodes() if node.get_role_name() == 'list item'
                                   and (node.get_name() or '').startswith('Ingrid Sørbø, ')), None),
                     'the row of the speaker')
    undo = program.state()['undo']
    x, y, width, height = program.wait_still(row)
    drop_on_role(program, (x + width // 2, y + height // 2), 'Addressee')
    program.wait_state(lambda s: s['undo'] == undo + 1, 'the speaker to be dropped on the addressee')
    checks.check('speaker-onto-addressee', relation(story).get('addressee'), relation(story))


def main():
    with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            program.find('text', 'Article')
            page_of(program)
            story = Story(program, path)
            person, name = test_ends(program, story)
            test_roles(program, story, person, name)
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
