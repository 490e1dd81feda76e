# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: who or what a name is, and what the caret is told to be in.

usage: test_inspector.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, text_of, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('inspector')


def entity_of(story, annotation_id):
    document = story.sidecar()
    ids = next(a for a in document['annotations'] if a['id'] == annotation_id).get('entity')
    return next((e for e in document.get('entities', []) if e['id'] == ids), None)


def test_identity(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        first = program.state()['selected']
        program.click(program.find('list item', 'New Identity'))
        program.wait_state(lambda s: s['undo'] == 2, 'the row to make an identity')
        checks.equal('new-identity', entity_of(story, first)['name'], 'Ingrid Sørbø')
        program.find('list item', 'Known Elsewhere')
        story.caret('she told')
        program.act('win.tag', 'person')
        second = program.state()['selected']
        program.act('win.same-as', first)
        checks.equal('same-as', entity_of(story, first), entity_of(story, second))
        program.find('list item', 'Split Off as Somebody Else')
        program.act('win.new-identity')
        checks.check('split-off', entity_of(story, first)['id'] != entity_of(story, second)['id'])
        program.act('win.clear-identity')
        checks.equal('identity-taken-away', entity_of(story, second), None)
        program.act('win.undo')
        checks.check('identity-back', entity_of(story, second))
        story.caret('We promised')
        program.act('win.capture-quote')
        program.act('win.choose-same')
        state = program.wait_state(lambda s: 'only names have an identity' in s['message'], 'S on a quote to be refused')
        checks.check('quote-is-nobody', state['selected'] not in (first, second), state)
        checks.equal('identity-quits', program.quit(), 0)


def write(program, title, text):
    """Clicks a field, writes into it, and confirms."""
    program.click(program.find('text', title))
    program.key('ctrl+a')
    program.type_text(text)
    program.key('Return')


def test_known(folder):
    """Identifiers of registers and coordinates, each one edit; what is no place is refused and says what is wanted."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path], {'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        program.act('win.set-annotator', 'Anna')
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        person = program.state()['selected']
        program.act('win.new-identity')
        program.click(program.find('list item', 'Known Elsewhere'))
        write(program, 'Wikidata', 'Q42')
        state = program.wait_state(lambda s: s['message'] == 'The identifier was changed', 'the identifier to be taken')
        checks.equal('known-id', entity_of(story, person)['ids'], {'wikidata': 'Q42'})
        for title, bad, wanted in (('Wikidata', '42', 'such as Q64'), ('GeoNames', 'Berlin', 'a number is wanted'),
                                   ('VIAF', 'Q42', 'a number is wanted'), ('Web Address', 'here', 'begins with https')):
            write(program, title, bad)
            told = program.wait_state(lambda s: s['message'].startswith(f'“{bad}” is'), f'{bad} to be refused')
            checks.check(f'bad-{title.lower().split()[0]}-is-told', wanted in told['message'], told['message'])
        checks.equal('bad-id-is-not-taken', entity_of(story, person)['ids'], {'wikidata': 'Q42'})
        write(program, 'GeoNames', 'https://viaf.org/viaf/113230702')
        state = program.wait_state(lambda s: s['undo'] == state['undo'] + 1, 'the web address to be taken')
        checks.equal('id-by-its-web-address', entity_of(story, person)['ids'], {'viaf': '113230702', 'wikidata': 'Q42'})
        write(program, 'Latitude, Longitude', 'nowhere')
        told = program.wait_state(lambda s: 'is no place' in s['message'], 'it to be refused')
        checks.check('no-place-is-told', 'degrees north and east' in told['message'], told['message'])
        write(program, 'Latitude, Longitude', '57.7, 11.97')
        program.wait_state(lambda s: s['undo'] == state['undo'] + 1, 'the coordinates to be taken')
        entity = entity_of(story, person)
        checks.equal('known-place', (entity['lat'], entity['lon']), (57.7, 11.97))
        program.act('win.undo')
        checks.check('known-place-undone', 'lat' not in entity_of(story, person))
        checks.equal('known-quits', program.quit(), 0)


def test_left_field(folder):
    """What was written in a field counts when something else is clicked, and not after Escape."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path], {'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        program.act('win.set-annotator', 'Anna')
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        person = program.state()['selected']
        note = program.find('text', 'Note')
        program.click(note)
        program.type_text('her words')
        program.click(program.find('text', 'Title'))
        program.wait_state(lambda s: s['undo'] == 2, 'the note to be taken')
        checks.equal('left-field-is-kept', story.annotation(person)['note'], 'her words')
        program.click(note)
        program.type_text('other words')
        wait_until(lambda: 'other words' in text_of(note), 'other words to be written')
        program.key('Escape')
        wait_until(lambda: text_of(note) == 'her words', 'the kept words to come back')
        focus_article(program)
        checks.equal('escape-takes-back', (program.state()['undo'], story.annotation(person)['note']), (2, 'her words'))
        program.act('win.undo')
        wait_until(lambda: text_of(note) == '', 'the field to follow the undo')
        program.click(note)
        program.type_text('last words')
        wait_until(lambda: text_of(note) == 'last words', 'the last words to be written')
        checks.equal('left-field-quits', program.quit(), 0)
    with open(path + '.quo.json', encoding='utf-8') as file:
        checks.check('field-is-kept-when-the-window-closes', '"last words"' in file.read())


def test_caret(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        focus_article(program)
        start, _ = story.place('Ingrid Sørbø')
        program.act('win.select', start - 2, start - 2)
        story.key('Right', lambda s: s['caret'] == start - 1, 'the caret to move')
        state = story.key('Right', lambda s: s['caret'] == start, 'the caret to come into the name')
        checks.equal('caret-enters', state['message'], 'In Person: Ingrid Sørbø')
        state = story.key('Left', lambda s: s['caret'] == start - 1, 'the caret to leave the name')
        checks.equal('caret-leaves', state['message'], 'No annotation here')
        checks.equal('caret-quits', program.quit(), 0)


def main():
    for test in (test_identity, test_known, test_left_field, test_caret):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
