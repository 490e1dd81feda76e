# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and its files: what is refused, what changed on disk, what cannot be saved, encodings, dialogs.

usage: test_files.py PROGRAM SAMPLES
"""

import json
import os
import shutil
import sys
import tempfile

from drive import Checks, Program, text_of, wait_until
from story import Story, copy_sample

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('files')


def test_refusals(folder):
    """What cannot be opened is said, and what is open stays."""
    path = copy_sample(SAMPLES, folder)
    bad = os.path.join(folder, 'bad.txt')
    shutil.copy(path, bad)
    with open(bad + '.quo.json', 'w', encoding='utf-8') as file:
        file.write('{"format":"quotidian-annotations","version":"1.0",')
    cases = [('folder', folder), ('missing', os.path.join(folder, 'none.txt')), ('sidecar', bad)]
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        for name, other in cases:
            program.act('win.select', 60, 60)
            state = program.act_settled('win.open', other)
            checks.equal(f'refused-{name}-stays', state['article'], path)
            checks.check(f'refused-{name}-says', os.path.basename(other) in state['message'], state['message'])
            program.press(program.find('button', 'Close this notice'))
        with open(bad + '.quo.json', encoding='utf-8') as file:
            checks.check('refused-sidecar-is-untouched', len(file.read()) == 50)
        checks.equal('refused-quits', program.quit(), 0)


def test_missing_at_the_start(folder):
    """A first article that is not there is told, and the window waits for another."""
    with Program([PROGRAM, os.path.join(folder, 'nowhere.txt')]) as program:
        state = program.wait_state(lambda s: s['message'] and not s['busy'], 'the window to be ready')
        checks.check('missing-at-the-start-says', 'nowhere.txt' in state['message'], state['message'])
        checks.equal('missing-at-the-start-opens-nothing', state['article'], None)


def test_conflict(folder):
    """Somebody else wrote the sidecar: nothing is lost without a choice."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Paweł Zieliński')
        program.act('win.tag', 'person')
        other = json.dumps(story.sidecar(), ensure_ascii=False)
        with open(path + '.quo.json', 'w', encoding='utf-8') as file:
            file.write(other)
        story.caret('Yusuf Demir')
        program.act('win.tag', 'person')
        keep = program.find('button', 'Keep Mine')
        checks.check('conflict-is-told', not program.state()['saved'], program.state())
        with open(path + '.quo.json', encoding='utf-8') as file:
            checks.check('conflict-leaves-the-other', file.read() == other)
        program.press(keep)
        program.wait_state(lambda s: s['saved'], 'mine to be kept')
        checks.equal('conflict-mine-is-kept', len(story.sidecar()['annotations']), 2)
        with open(path + '.quo.json.bak', encoding='utf-8') as file:
            checks.check('conflict-other-is-kept', file.read() == other)
        checks.equal('conflict-quits', program.quit(), 0)


def test_save_fails(folder):
    """Where the sidecar cannot be written the notice says so, and Retry saves when it can."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        os.mkdir(path + '.quo.json')
        Story(program, path).caret('Paweł Zieliński')
        program.act('win.tag', 'person')
        retry = program.find('button', 'Retry')
        state = program.state()
        checks.check('save-fails-says-where', '.quo.json' in state['message'], state['message'])
        checks.equal('save-fails-keeps-all', (state['saved'], state['counts']), (False, {'person': 1}))
        os.rmdir(path + '.quo.json')
        program.press(retry)
        program.wait_state(lambda s: s['saved'], 'the retry to save')
        checks.check('retry-saves', os.path.isfile(path + '.quo.json'))
        checks.equal('save-fails-quits', program.quit(), 0)


def test_encoding(folder):
    """A guessed encoding is shown, and another one can be chosen."""
    path = os.path.join(folder, 'alt.txt')
    text = 'Die Brücke über die Förde\n\n„Wir öffnen im Frühjahr“, sagte Jürgen Groß in Kölln.\n' * 3
    with open(path, 'wb') as file:
        file.write(text.encode('cp1252'))
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        article = program.find('text', 'Article')
        checks.equal('guessed-text', text_of(article), text)
        program.find('button', 'Other Encoding')
        program.act('win.open-as', 'KOI8-R')
        wait_until(lambda: 'Brücke' not in text_of(article), 'the other encoding to be shown')
        program.act('win.open-as', 'WINDOWS-1252')
        wait_until(lambda: 'Brücke' in text_of(article), 'the first encoding to be back')
        program.wait_idle()
        program.act('win.select', text.index('Jürgen') + 1, text.index('Jürgen') + 1)
        program.act('win.tag', 'person')
        program.act('win.save')
        program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')
        with open(path + '.quo.json', encoding='utf-8') as file:
            document = json.load(file)['document']
        checks.equal('encoding-is-recorded', document['encoding'].lower(), 'windows-1252')
        checks.equal('encoding-quits', program.quit(), 0)


def test_changed_article(folder):
    """An article that changed: annotations follow, nothing is written before an edit, the old file is kept."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        for words in ('Paweł Zieliński', 'Yusuf Demir'):
            story.caret(words)
            program.act('win.tag', 'person')
        story.sidecar()
        program.quit()
    with open(path + '.quo.json', 'rb') as file:
        old = file.read()
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write('A new first line.\n' + story.text.replace('Yusuf Demir', 'A man'))
    with Program([PROGRAM, path]) as program:
        state = program.wait_ready(path)
        told = wait_until(lambda: [n for n in program.nodes()
                                   if 'changed since' in (n.get_name() or '')], 'the notice')
        checks.check('changed-is-told', '1 annotation was moved' in told[0].get_name(), told[0].get_name())
        checks.equal('changed-loses-nothing', state['counts'], {'person': 2})
        with open(path + '.quo.json', 'rb') as file:
            checks.check('changed-writes-nothing', file.read() == old)
        story = Story(program, path)
        story.caret('Olivier N’Diaye')
        program.act('win.tag', 'person')
        annotations = story.sidecar()['annotations']
        with open(path + '.quo.json.bak', 'rb') as file:
            checks.check('changed-keeps-the-old', file.read() == old)
        checks.equal('changed-orphan', [a['quote'] for a in annotations if a.get('orphan')], [['Yusuf Demir']])
        moved = next(a for a in annotations if a['quote'] == ['Paweł Zieliński'])
        checks.equal('changed-moved', moved['at'], [list(story.place('Paweł Zieliński'))])
        checks.equal('changed-quits', program.quit(), 0)


def type_path(program, title, path):
    """Types a path into the file dialog of this title, and takes it. The dialog reads each folder on the way and
    completes what is typed when it has read it, behind the caret: so folder by folder."""
    program.wait_window(title)
    program.key('slash')  # makes the entry, and is lost in GTK 4.18
    entry = wait_until(lambda: next((n for n in program.nodes() if n.get_role_name() in ('entry', 'text')), None),
                       'the entry of the dialog')
    program.key('ctrl+a')
    typed = ''
    for part in path.split('/')[1:]:
        typed += '/' + part
        program.type_text('/' + part)
        wait_until(lambda: text_of(entry).startswith(typed), f'{typed} to be in the entry')

    def is_taken():
        if program._xdotool('getactivewindow', 'getwindowname') != title:
            return True
        program.key('shift+End', 'Delete')
        if text_of(entry) == path:
            program.key('Return')
        return False
    wait_until(is_taken, 'the dialog to take the path')


def test_dialogs(folder):
    """Ctrl+O and a path; the first page; articles on the command line each in a tab."""
    path = copy_sample(SAMPLES, folder)
    other = copy_sample(SAMPLES, folder, 'hafen.txt')
    with Program([PROGRAM]) as program:
        program.wait_ready()
        program.key('ctrl+o')
        program.find(None, 'Open Articles')
        type_path(program, 'Open Articles', path)
        state = program.wait_ready(path)
        checks.equal('open-dialog', state['article'], path)
        program.act('win.open', other)
        state = program.wait_ready(other)
        checks.equal('open-takes-the-place', (state['article'], state['caret'], state['undo']), (other, 0, 0))
        program.choose('Other ways to open', 'bridge.txt')
        checks.equal('recent-is-opened', program.wait_ready(path)['article'], path)
        status = program.quit()
        if 'LSAN_OPTIONS' in os.environ:
            checks.skip('dialogs-quits', 'GTK leaves blocks of its file dialog behind (4.8)')
        else:
            checks.equal('dialogs-quits', status, 0)
    with Program([PROGRAM, path, other]) as program:
        program.wait_ready(path)
        checks.equal('second-article-second-tab', json.loads(program.describe('win.tabs-state')[2][0]),
                     {'tabs': [path, other], 'current': 0})
        program.act('win.step-tab', 1)
        checks.equal('second-tab', program.wait_ready(other)['article'], other)
        checks.equal('two-tabs-quit', program.quit(), 0)
    with Program([PROGRAM], {'XDG_STATE_HOME': folder}) as program:  # nothing is remembered there
        program.wait_ready()
        program.key('Tab')
        program.press(program.find('button', 'Try the Sample Article'))
        state = program.wait_state(lambda s: s['article'] and not s['busy'], 'the sample to be open')
        checks.equal('sample', os.path.basename(state['article']), 'bridge.txt')
        checks.equal('sample-quits', program.quit(), 0)


def test_print(folder):
    """Into a file, as the print dialog of a desktop does; and where that cannot be."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM]) as program:
        program.wait_ready()
        program.act('win.print-to', os.path.join(folder, 'none.pdf'))
        checks.equal('print-needs-an-article', program.state()['message'], 'No article is open')
        program.act('win.open', path)
        program.wait_ready(path)
        Story(program, path).caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        target = os.path.join(folder, 'bridge.pdf')
        program.act('win.print-to', target)
        program.wait_state(lambda s: s['message'] == f'Printed to {target}', 'the article to be printed')
        with open(target, 'rb') as file:
            checks.check('printed-file', file.read(5) == b'%PDF-' and os.path.getsize(target) > 5000)
        program.act('win.print-to', os.path.join(folder, 'none', 'bridge.pdf'))
        state = program.wait_state(lambda s: not s['message'].startswith('Printed'), 'the failure to be told')
        checks.check('print-fails-says-so', state['message'] and state['selected'], state['message'])
        checks.equal('print-quits', program.quit(), 0)


def main():
    for test in (test_refusals, test_missing_at_the_start, test_print, test_conflict, test_save_fails, test_encoding,
                 test_changed_article, test_dialogs):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
