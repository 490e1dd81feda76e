# SPDX-License-Identifier: GPL-3.0-or-later
"""Two writers of one sidecar: told, merged, kept elsewhere.

usage: test_merge.py PROGRAM SAMPLES
"""

import json
import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('merge')


def read(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def write(path, content):
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(content, file, ensure_ascii=False)


def notice(program, words):
    """What it says. A notice can give way to the next one while it is being read: then it is looked for again."""
    return wait_until(lambda: [name for name in (n.get_name() or '' for n in program.nodes()) if words in name],
                      f'a notice with “{words}”')[0]


def wait_no_notice(program, words):
    wait_until(lambda: not any(words in (n.get_name() or '') for n in program.nodes()),
               f'the notice with “{words}” to go')


def test_merge(folder):
    """What another program changed and what is changed here are both there afterwards."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        for words in ('Paweł Zieliński', 'Yusuf Demir'):
            story.caret(words)
            program.act('win.tag', 'person')
        theirs = story.sidecar()
        first, second = theirs['annotations'][:2]
        first['note'] = 'theirs'
        second['note'] = 'theirs'
        theirs['annotations'].append({**first, 'id': 'other1', 'type': 'place', 'note': 'added'})
        write(path + '.quo.json', theirs)
        # Here: the label of the first and the note of the second, which the other side changed too.
        program.act('win.select-annotation', first['id'])
        program.act('win.tag', 'organization')
        program.act('win.select-annotation', second['id'])
        program.act('win.tag', 'event')
        program.press(program.find('button', 'Merge'))
        program.wait_state(lambda s: s['saved'], 'the merge to be saved')
        merged = {a['id']: a for a in read(path + '.quo.json')['annotations']}
        checks.equal('both-changes', [(merged[first['id']]['type'], merged[first['id']].get('note')),
                                      (merged[second['id']]['type'], merged[second['id']].get('note'))],
                     [('organization', 'theirs'), ('event', 'theirs')])
        checks.equal('what-they-added', merged['other1']['note'], 'added')
        checks.equal('the-other-is-kept', read(path + '.quo.json.bak'), theirs)
        before = program.state()['undo']
        program.act('win.undo')
        checks.equal('one-act-takes-it-back', program.state()['undo'], before - 1)
        program.act('win.redo')
        checks.equal('quits', program.quit(), 0)


def test_conflict(folder):
    """The same member changed by both: ours stays, and the conflict is told."""
    path = copy_sample(SAMPLES, folder, 'hafen.txt')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.select', 0, 5)
        program.act('win.tag', 'person')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the first save')
        theirs = read(path + '.quo.json')
        theirs['annotations'][0]['type'] = 'place'
        write(path + '.quo.json', theirs)
        program.act('win.select-annotation', theirs['annotations'][0]['id'])
        program.act('win.tag', 'event')
        program.press(program.find('button', 'Merge'))
        program.wait_state(lambda s: s['saved'], 'the merge to be saved')
        checks.equal('ours-stays', read(path + '.quo.json')['annotations'][0]['type'], 'event')
        checks.check('conflict-is-told', '1 change' in notice(program, 'in conflict'))
        row = notice(program, 'yours “')
        checks.check('conflict-is-listed', 'event' in row and 'place' in row, row)
        program.press(program.find('button', 'Choose One by One'))
        program.wait_state(lambda s: s['review'].get('kind') == 'conflict', 'the conflict to be looked at')
        program.press(program.find('button', 'Take the Other'))
        program.wait_state(lambda s: s['review']['open'] == 0, 'the conflict to be decided')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the choice to be saved')
        checks.equal('the-other-was-taken', read(path + '.quo.json')['annotations'][0]['type'], 'place')
        program.act('win.undo')
        checks.equal('undo-opens-it-again', (program.state()['review']['open'], program.state()['counts']),
                     (1, {'event': 1}))
        program.act('win.review-choose', 0)
        program.act('win.review-accept')
        checks.equal('ours-was-kept', (program.state()['review']['open'], program.state()['counts']),
                     (0, {'event': 1}))
        checks.equal('conflict-quits', program.quit(), 0)


def test_about(folder):
    """What is said of the article is merged like the records, and what nobody here knows is kept."""
    path = copy_sample(SAMPLES, folder, 'hafen.txt')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.select', 0, 5)
        program.act('win.tag', 'person')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the first save')
        theirs = read(path + '.quo.json')
        theirs['document'].update(title='Theirs', url='https://example.org/theirs')
        theirs['x-desk'] = 'city'
        write(path + '.quo.json', theirs)
        program.act('win.set-about', 'title', 'Ours')
        program.press(program.find('button', 'Merge'))
        program.wait_state(lambda s: s['saved'], 'the merge to be saved')
        merged = read(path + '.quo.json')
        checks.equal('what-they-say-of-the-article',
                     (merged['document']['title'], merged['document']['url'], merged['x-desk']),
                     ('Ours', 'https://example.org/theirs', 'city'))
        row = notice(program, 'yours “Ours”')
        checks.check('two-titles-are-listed', 'Theirs' in row, row)
        program.act('win.review-step', 1)
        program.act('win.review-take')
        checks.equal('their-title-is-taken', (program.state()['title'], program.state()['review']['open']),
                     ('Theirs', 0))
        program.act('win.undo')
        checks.equal('our-title-comes-back', (program.state()['title'], program.state()['review']['open']),
                     ('Ours', 1))
        checks.equal('about-quits', program.quit(), 0)


def test_removed(folder):
    """One side removed what the other changed: it stays, until one side is chosen."""
    path = copy_sample(SAMPLES, folder, 'hafen.txt')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.select', 0, 5)
        program.act('win.tag', 'person')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the first save')
        theirs = read(path + '.quo.json')
        annotation = theirs['annotations'].pop()
        write(path + '.quo.json', theirs)
        program.act('win.select-annotation', annotation['id'])
        program.act('win.tag', 'event')
        program.press(program.find('button', 'Merge'))
        program.wait_state(lambda s: s['review']['open'] == 1, 'the conflict')
        checks.equal('removed-stays', program.state()['counts'], {'event': 1})
        program.act('win.review-step', 1)
        program.act('win.review-take')
        checks.equal('removed-is-taken', program.state()['counts'], {})
        program.act('win.undo')
        checks.equal('removed-comes-back', program.state()['counts'], {'event': 1})
        checks.equal('removed-quits', program.quit(), 0)


def test_conflict_copy(folder):
    """What a tool that keeps folders in step left beside the sidecar is told, merged, and put aside."""
    path = copy_sample(SAMPLES, folder, 'hafen.txt')
    copy = os.path.join(folder, 'hafen (conflicted copy).txt.quo.json')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.select', 0, 5)
        program.act('win.tag', 'person')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the first save')
        checks.equal('before-the-copy-quits', program.quit(), 0)
    theirs = read(path + '.quo.json')
    theirs['annotations'].append({**theirs['annotations'][0], 'id': 'other1', 'type': 'place'})
    theirs['annotations'][0]['note'] = 'seen by the other'
    write(copy, theirs)
    other = {**theirs, 'document': {**theirs['document'], 'sha256': '0' * 64}}
    write(os.path.join(folder, 'hafen (conflicted copy of another).txt.quo.json'), other)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        checks.check('copy-is-told', '(conflicted copy).txt.quo.json' in notice(program, 'keeps folders in step'))
        program.press(program.find('button', 'Merge'))
        wait_until(lambda: not os.path.exists(copy), 'the copy to be put aside')
        merged = {a['id']: a for a in read(path + '.quo.json')['annotations']}
        checks.equal('copy-is-merged', (len(merged), merged['other1']['type']), (2, 'place'))
        checks.equal('copy-is-kept', read(copy + '.bak'), theirs)
        program.act('win.merge-copy', path + '.quo.json')
        notice(program, 'is no conflict copy')
        # What is told of the copies in the folder comes and goes with them; what went wrong stays to be read.
        write(copy, theirs)
        notice(program, 'keeps folders in step')
        os.unlink(copy)
        wait_no_notice(program, 'keeps folders in step')
        notice(program, 'is no conflict copy')
        checks.equal('after-the-copy-quits', program.quit(), 0)


def test_copy_comes(folder):
    """A conflict copy that comes while the article is open is told; other files that come are not."""
    path = copy_sample(SAMPLES, folder, 'hafen.txt')
    copy = os.path.join(folder, 'hafen.txt.quo.sync-conflict-20260303-091402-ABCDEFG.json')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.select', 0, 5)
        program.act('win.tag', 'person')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the first save')
        theirs = read(path + '.quo.json')
        theirs['annotations'].append({**theirs['annotations'][0], 'id': 'other1', 'type': 'place'})
        write(os.path.join(folder, 'another.txt.quo.json'), theirs)
        write(copy, theirs)
        checks.check('coming-copy-is-told', 'sync-conflict' in notice(program, 'keeps folders in step'))
        program.press(program.find('button', 'Merge'))
        wait_until(lambda: not os.path.exists(copy), 'the copy to be put aside')
        checks.equal('coming-copy-is-merged', len(read(path + '.quo.json')['annotations']), 2)
        write(copy, theirs)
        notice(program, 'keeps folders in step')
        os.unlink(copy)
        wait_no_notice(program, 'keeps folders in step')
        checks.equal('coming-copy-quits', program.quit(), 0)


def test_copy(folder):
    """Where the sidecar cannot be saved a copy can be, and nothing is called saved that is not."""
    path = copy_sample(SAMPLES, folder)
    copy = os.path.join(folder, 'elsewhere.quo.json')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        os.mkdir(path + '.quo.json')
        program.act('win.select', 0, 5)
        program.act('win.tag', 'person')
        program.find('button', 'Save a Copy Elsewhere')
        program.act('win.save-copy', copy)
        checks.equal('copy-holds-it', len(read(copy)['annotations']), 1)
        checks.check('copy-is-no-save', not program.state()['saved'])
        program.act('win.save-copy', path)
        with open(path, encoding='utf-8') as file:
            checks.check('copy-never-replaces-the-article', not file.read().startswith('{'))
        os.rmdir(path + '.quo.json')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the save')
        checks.equal('copy-quits', program.quit(), 0)


def main():
    for test in (test_merge, test_conflict, test_about, test_removed, test_conflict_copy, test_copy_comes, test_copy):
        with tempfile.TemporaryDirectory(prefix='quo-merge-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
