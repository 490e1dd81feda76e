# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor of tagsets: labels made, changed, deleted and taken back; where they are kept; keys that are taken.

usage: test_labels.py PROGRAM SAMPLES
"""

import json
import os
import sys
import tempfile

from drive import Checks, Program, text_of, wait_until
from folder_maker import make_folder
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('labels')


def read_labels(path):
    """The labels of a tagset file by id; none while it is not there."""
    try:
        with open(path, encoding='utf-8') as file:
            return {label['id']: label for label in json.load(file)['labels']}
    except (OSError, ValueError):
        return {}


def wait_labels(path, is_so, what):
    def look():
        labels = read_labels(path)
        return labels if labels and is_so(labels) else None
    return wait_until(look, what)


def write(program, title, text):
    """Clicks a field, writes into it, and confirms. The X server keeps the order, so nothing is waited for."""
    program.click(program.find('text', title))
    program.key('ctrl+a')
    program.type_text(text)
    program.key('Return')


def open_label(program, name):
    program.find('button', 'Add a label')
    program.click(program.find('list item', name))
    wait_until(lambda: text_of(program.find('text', 'Name')) == name, f'the page of {name}')


def test_edit(folder):
    path = copy_sample(SAMPLES, folder)
    user = os.path.join(os.environ['XDG_CONFIG_HOME'], 'quotidian', 'quotidian.tagset.json')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        program.act('win.edit-labels')
        program.press(program.find('button', 'Add a label'))
        write(program, 'Name', 'Claim')
        wait_labels(user, lambda ls: any(x['name'] == 'Claim' for x in ls.values()), 'the label to be saved')
        write(program, 'Key that tags with it', 'j')
        told = wait_until(lambda: next((n for n in program.nodes() if 'is taken' in (n.get_name() or '')), None),
                          'the conflict to be told')
        checks.equal('key-of-an-act', told.get_name(), 'J is taken: Next annotation')
        write(program, 'Key that tags with it', '1')
        wait_until(lambda: any('is the key of “Person”' in (n.get_name() or '') for n in program.nodes()),
                   'the other label to be told')
        checks.check('key-of-a-label', read_labels(user)['new-label'].get('key') is None)
        write(program, 'Key that tags with it', '7')
        labels = wait_labels(user, lambda ls: ls['new-label'].get('key') == '7', 'the key to be saved')
        checks.equal('renamed', labels['new-label']['name'], 'Claim')
        program.click(program.find(None, 'Teal'))
        labels = wait_labels(user, lambda ls: ls['new-label']['color'] == '#2f6f8f', 'the colour to be saved')
        checks.equal('dark-mate', labels['new-label']['dark'], '#8cc7e3')
        program.click(program.find('label', 'Line'))
        program.key('End', 'Return')
        labels = wait_labels(user, lambda ls: ls['new-label'].get('line') == 'double-dots', 'the line to be saved')
        checks.check('line-pattern', True)
        program.press(program.find('button', 'Add an attribute'))
        labels = wait_labels(user, lambda ls: ls['new-label'].get('attrs'), 'the attribute to be saved')
        checks.equal('attribute', labels['new-label']['attrs'], [{'name': 'attribute1', 'type': 'text'}])
        program.key('Escape')
        open_label(program, 'Person')
        program.press(program.find('button', 'Delete the Label (1 Annotation Has It)'))
        wait_labels(user, lambda ls: 'person' not in ls, 'the label to be deleted')
        checks.equal('annotation-stays', program.state()['counts'], {'person': 1})
        program.key('ctrl+z')
        wait_labels(user, lambda ls: 'person' in ls, 'the label to be back')
        program.key('Escape')
        story.caret('Seamen')
        program.act('win.tag', 'new-label')
        checks.equal('tagged', program.state()['message'].split(':')[0], 'Claim')
        checks.equal('quits', program.quit(), 0)
    os.remove(user)


def test_left_name(folder):
    """A name that was written counts when the page of the label is left without Enter."""
    path = copy_sample(SAMPLES, folder)
    user = os.path.join(os.environ['XDG_CONFIG_HOME'], 'quotidian', 'quotidian.tagset.json')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.edit-labels')
        open_label(program, 'Event')
        program.click(program.find('text', 'Name'))
        program.key('ctrl+a')
        program.type_text('Happening')
        program.click(program.find('text', 'Short name'))
        wait_labels(user, lambda ls: ls.get('event', {}).get('name') == 'Happening', 'the name to be kept')
        checks.check('left-name-is-kept', True)
        checks.equal('left-name-quits', program.quit(), 0)
    os.remove(user)


def test_folder(folder):
    path = copy_sample(SAMPLES, folder)
    beside = os.path.join(folder, 'quotidian.tagset.json')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.edit-labels')
        program.find('combo box', 'For')
        program.key('shift+Tab', 'space')  # the last of the window, which may stand below its edge
        program.key('Down', 'Return')
        labels = wait_labels(beside, lambda ls: True, 'the file of the folder')
        checks.equal('folder-file', sorted(labels)[:2], ['cue', 'date'])
        checks.equal('folder-quits', program.quit(), 0)
    with open(beside, encoding='utf-8') as file:
        text = file.read().replace('"name":"Person"', '"name":"Human"')
    with open(beside, 'w', encoding='utf-8') as file:
        file.write(text)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        checks.equal('folder-read', program.state()['message'], 'Human: Ingrid Sørbø')
        checks.equal('folder-read-quits', program.quit(), 0)


def test_hostile(folder):
    """Names in a tagset file are words, whatever they look like: none is taken for markup."""
    path = copy_sample(SAMPLES, folder)
    label, attr, value, relation, role = '<b>A & B', '<i>&', '<x>', '<u>R & R', '&role'
    content = {
        'format': 'quotidian-tagset', 'version': '1.0', 'name': '<s>',
        'labels': [{'id': 'a', 'name': label, 'kind': 'entity', 'attrs': [
                       {'name': attr, 'type': 'choice', 'values': [value, '&y']}]},
                   {'id': 'quote', 'name': 'Quote', 'kind': 'quote'}],
        'relations': [{'id': 'r', 'name': relation, 'roles': [{'name': role, 'kinds': ['quote']}]}]}
    with open(os.path.join(folder, 'quotidian.tagset.json'), 'w', encoding='utf-8') as file:
        json.dump(content, file)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.edit-labels')

        def are_shown(*words):
            names = [n.get_name() or '' for n in program.nodes()]
            return all(any(word in name for name in names) for word in words)
        # What is closed or under another page is in the tree of GTK 4.8 only.
        wait_until(lambda: are_shown(label, relation), 'the label and the relation to be shown as they are')
        program.wait_window('Labels')
        program.click(program.find('label', relation))
        checks.check('role-is-no-markup', wait_until(lambda: are_shown(role), 'the role to be shown as it is'))
        open_label(program, label)
        checks.check('names-are-no-markup', wait_until(lambda: are_shown(label, attr, value),
                                                       'the names to be shown as they are'))
        checks.equal('hostile-quits', program.quit(), 0)


def test_uses(folder):
    """Who deletes a label is told how many annotations of the folder have it, not only of the open article."""
    paths = make_folder(os.path.join(folder, 'city'))
    user = os.path.join(os.environ['XDG_CONFIG_HOME'], 'quotidian', 'quotidian.tagset.json')
    with Program([PROGRAM, os.path.dirname(paths[0])]) as program:
        program.wait_ready(paths[0])
        program.act('win.edit-labels')
        wait_until(lambda: any('2 in this article, 11 in the folder' in (n.get_name() or '')
                               or text_if_label(n) == '2 in this article, 11 in the folder'
                               for n in program.nodes()), 'the folder to be counted')
        checks.check('uses-in-folder', True)
        open_label(program, 'Person')
        program.press(program.find('button', 'Delete the Label (2 Here, 11 in the Folder)'))
        wait_labels(user, lambda ls: 'person' not in ls, 'the label to be deleted')
        program.key('ctrl+z')
        wait_labels(user, lambda ls: 'person' in ls, 'the label to be back')
        checks.equal('uses-quits', program.quit(), 0)
    os.remove(user)


def test_unread_uses(folder):
    """A file of annotations that cannot be read may hold more uses: the words say so."""
    paths = make_folder(os.path.join(folder, 'city'))
    with open(paths[2] + '.quo.json', 'w', encoding='utf-8') as file:
        file.write('{ broken')
    with Program([PROGRAM, os.path.dirname(paths[0])]) as program:
        program.wait_ready(paths[0])
        program.act('win.edit-labels')
        wait_until(lambda: any(text_if_label(n) == 'The annotations of 1 article of the folder cannot be read, and '
                               'are not counted' for n in program.nodes()), 'it to be said what is not counted')
        checks.check('unread-uses-are-told', True)
        open_label(program, 'Person')
        program.find('button', 'Delete the Label (2 Here, at Least 11 in the Folder)')
        checks.check('delete-says-at-least', True)
        checks.equal('unread-uses-quits', program.quit(), 0)


def text_if_label(node):
    return text_of(node) if node.get_role_name() == 'label' else ''


def roles_of(path):
    with open(path, encoding='utf-8') as file:
        return [role['name'] for role in json.load(file)['relations'][0]['roles']]


def test_roles(folder):
    """A role of one's own is added to a relation and deleted; those the program needs cannot be."""
    path = copy_sample(SAMPLES, folder)
    beside = os.path.join(folder, 'quotidian.tagset.json')
    roles = [{'name': 'quote', 'kinds': ['quote']}, {'name': 'source', 'kinds': ['entity'], 'many': True}]
    with open(beside, 'w', encoding='utf-8') as file:
        json.dump({'format': 'quotidian-tagset', 'version': '1.0', 'name': 'mine', 'labels': [
            {'id': 'person', 'name': 'Person', 'kind': 'entity'}, {'id': 'quote', 'name': 'Quote', 'kind': 'quote'}],
            'relations': [{'id': 'quotation', 'name': 'Quotation', 'roles': roles}]}, file)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.edit-labels')
        program.wait_window('Labels')
        program.click(program.find('label', 'Quotation'))
        write(program, 'New role', 'topic')
        wait_until(lambda: roles_of(beside) == ['quote', 'source', 'topic'], 'the role to be saved')
        checks.check('role-added', True)
        deletes = [n for n in program.nodes() if n.get_name() == 'Delete the role']
        checks.equal('own-role-alone-is-deleted', len(deletes), 1)
        program.click(deletes[0])
        wait_until(lambda: roles_of(beside) == ['quote', 'source'], 'the role to be deleted')
        program.key('ctrl+z')
        wait_until(lambda: roles_of(beside) == ['quote', 'source', 'topic'], 'the role to be back')
        checks.check('role-back', True)
        checks.equal('roles-quit', program.quit(), 0)


def test_unknown(folder):
    """A type that no label has is shown in grey under its own name, and can be edited and deleted."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'event')
        story.sidecar()
        program.quit()
    with open(path + '.quo.json', encoding='utf-8') as file:
        text = file.read().replace('"event"', '"rumour"')
    with open(path + '.quo.json', 'w', encoding='utf-8') as file:
        file.write(text)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.next')
        checks.equal('unknown-named', program.state()['message'], 'rumour: Ingrid Sørbø')
        program.act('win.select', 0, 0)
        checks.check('unknown-grey', program.find_colour('#4c4b53'), 'no grey line is drawn')
        program.act('win.next')
        program.act('win.relabel', 'person')
        checks.equal('unknown-relabelled', program.state()['counts'], {'person': 1})
        program.act('win.undo')
        checks.equal('unknown-back', program.state()['counts'], {'rumour': 1})
        checks.equal('unknown-quits', program.quit(), 0)


def told(program, words):
    """Waits until the editor says it."""
    return wait_until(lambda: next((n for n in program.nodes() if words in (n.get_name() or '')), None),
                      f'“{words}” to be said')


def test_exchange(folder):
    """Labels go out to every program and come back; what is no file of labels is refused."""
    path = copy_sample(SAMPLES, folder)
    user = os.path.join(os.environ['XDG_CONFIG_HOME'], 'quotidian', 'quotidian.tagset.json')
    mine = os.path.join(folder, 'mine.tagset.json')
    with open(mine, 'w', encoding='utf-8') as file:
        json.dump({'format': 'quotidian-tagset', 'version': '1.0', 'name': 'mine', 'labels': [
            {'id': 'claim', 'name': 'Claim', 'kind': 'entity', 'key': '1', 'color': '#15529f'},
            {'id': 'quote', 'name': 'Quote', 'kind': 'quote', 'key': 'q'}]}, file)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.import-labels', mine)
        told(program, '2 labels from mine.tagset.json')
        # The window has just been opened, and knows how wide it is only now.
        toast = program.find('label', '2 labels from mine.tagset.json')
        checks.check('toast-in-a-line', program.wait_still(toast)[3] < 40, program.place_of(toast))
        labels = wait_labels(user, lambda ls: 'claim' in ls, 'the labels to be saved')
        checks.equal('import-tagset', sorted(labels), ['claim', 'quote'])
        program.key('Escape')
        for name in ('annotation.conf', 'labels.xml', 'labels.qdc', 'out.tagset.json'):
            out = os.path.join(folder, name)
            program.act('win.export-labels', out)
            told(program, f'Labels exported to {name}')
            program.key('Escape')
            os.remove(user)
            program.act('win.import-labels', out)
            told(program, f'from {name}')
            labels = wait_labels(user, lambda ls: True, f'the labels of {name} to be saved')
            checks.check(f'there-and-back-{name}', {x['name'].lower() for x in labels.values()} >= {'claim', 'quote'},
                         labels)
            program.key('Escape')
            program.act('win.import-labels', mine)
            told(program, '2 labels from mine.tagset.json')
            program.key('Escape')
        program.act('win.import-labels', path)
        checks.check('import-refuses', told(program, 'this is no file of labels'))
        program.key('Escape')
        program.act('win.export-labels', os.path.join(folder, 'labels.doc'))
        checks.check('export-refuses', told(program, 'labels.doc: the name of a file of labels ends with'))
        program.key('Escape')
        checks.equal('exchange-quits', program.quit(), 0)
    os.remove(user)


def main():
    for test in (test_edit, test_left_name, test_uses, test_unread_uses, test_folder, test_roles, test_hostile,
                 test_unknown, test_exchange):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
