# SPDX-License-Identifier: GPL-3.0-or-later
"""An article annotated by somebody who does not see it: what they hear, from opening to closing.

The transcript is written beside the build of the tests (tests/ui/transcript.txt), to be read.

usage: test_transcript.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program
from ear import CLASS_NAME, Ear
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
TRANSCRIPT = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'transcript.txt')
checks = Checks('transcript')


def hear(name, ear, *wanted):
    """One check: all of this is heard in the step in hand."""
    try:
        ear.hear(*wanted)
        checks.check(name, True)
    except AssertionError as error:
        checks.check(name, False, error)


def tell_refusal():
    """With no article open the line below the page does not show: what went wrong is heard all the same, and once."""
    with Program([PROGRAM]) as program:
        program.wait_ready()
        ear = Ear(program)
        try:
            ear.attend()
            ear.do('Open an article that is not there', act=lambda: program.act('win.open', '/nowhere/none.txt'))
            hear('refusal', ear, 'said: ', 'none.txt')
            ear.do('On', 'Tab')
            hear('refusal-goes-on', ear, 'focus: ')
            told = [line for line in ear.lines if line.startswith('said: ') and 'none.txt' in line]
            checks.check('refusal-once', len(told) == 1, told)
        finally:
            ear.close()
        checks.equal('refusal-quits', program.quit(), 0)
    return ear.lines


def tell_story(program, story, ear):
    ear.do('Open the labels and come back', 'F6')
    hear('pane', ear, 'focus: Tag as Person')
    ear.do('Back to the article', 'Escape')
    hear('article', ear, 'focus: Article')
    ear.do('Move by a letter', 'Right')
    hear('caret', ear, 'caret: ')
    ear.do('To the next name', 'u')
    hear('next-name', ear, 'said: Not tagged: Marta Quiroga')
    ear.do('Tag it as a person', '1')
    hear('tagged', ear, 'said: Person: Marta Quiroga')
    ear.do('To the next quote', 'o')
    hear('next-quote', ear, 'said: Not marked: “We promised this town a bridge,”')
    ear.do('Mark it', 'q')
    hear('marked', ear, 'said: Quote, 2 parts: “We promised this town a bridge,”', 'Speaker? Enter: she')
    ear.do('Link it to the first speaker', 'Return')
    hear('linked', ear, 'said: Speaker: she')
    ear.do('Leave the annotation', 'Escape')
    hear('left', ear, 'said: Nothing selected')
    start = story.place('“We promised')[0]
    ear.do('Stand before the quote', act=lambda: program.act('win.select', start - 1, start - 1))
    program.wait_state(lambda s: s['caret'] == start - 1, 'the caret before the quote')
    ear.do('Go into the quote', 'Right')
    hear('enters', ear, 'said: In a quote by she', 'caret: “We promised')
    ear.do('Go out of it', 'Left')
    hear('leaves', ear, 'said: No annotation here')


def read_lists(program, ear):
    ear.do('To the list of annotations', 'shift+F6')
    hear('list-filter', ear, 'focus: Filter annotations')
    ear.do('Down into it', 'Down')
    hear('list-row', ear, 'Person: Marta Quiroga')
    ear.do('To the next', 'Down')
    state = program.wait_state(lambda s: s['selected'], 'an annotation to be selected')
    if state['message'].startswith('Person: Marta Quiroga'):
        # Where nothing is selected GTK 4.8 goes on at once; a newer one first selects the row that has the keyboard,
        # which does not tell it by itself: it is to be said.
        hear('list-first', ear, 'said: Person: Marta Quiroga')
        ear.do('To the next once more', 'Down')
    else:
        checks.check('list-first', True)
    hear('list-next', ear, 'Quote · she: “We promised')
    ear.do('Take it away', 'Delete')
    hear('list-delete', ear, 'said: 1 annotation deleted')
    ear.do('Undo', 'ctrl+z')
    hear('undo', ear, 'said: Undone')
    ear.do('Back to the article', 'Escape')
    hear('list-escape', ear, 'focus: Article')
    ear.do('The previous annotation', 'k')
    program.wait_state(lambda s: s['selected'], 'an annotation to be selected')


def read_inspector(program, ear):
    ear.do('Edit it in the inspector', 'e')
    hear('inspector', ear, 'focus: ')
    names = []
    for _ in range(20):
        ear.do('On', 'Tab')
        ear.hear('focus: ')
        names.append(ear.step()[0])
        if 'Note' in names[-1]:
            break
    checks.check('note-reached', 'Note' in names[-1], '\n'.join(names))
    ear.do('Write a note', act=lambda: program.type_text('seen'))
    ear.do('Keep it', 'Return')
    hear('note', ear, 'said: Note: seen')
    ear.do('Back to the article', 'Escape')
    hear('inspector-escape', ear, 'focus: Article')


def use_dialogs(program, ear):
    ear.do('Find what to do by typing', 'ctrl+k')
    hear('palette', ear, 'window: What to Do, dialog', 'focus: What do you want to do?')
    ear.do('Type', act=lambda: program.type_text('export'))
    hear('palette-row', ear, 'said: ')
    ear.do('Close it', 'Escape')
    hear('palette-closed', ear, 'focus: Article')
    ear.do('Find in the article', 'ctrl+f')
    hear('find', ear, 'focus: Find in the article')
    ear.do('Type', act=lambda: program.type_text('Quiroga'))
    hear('find-count', ear, 'said: ')
    ear.do('Close it', 'Escape')
    hear('find-closed', ear, 'focus: Article')
    ear.do('Export', 'ctrl+e')
    hear('export', ear, 'window: Export, dialog', 'focus: Format', 'Quotidian sidecar')
    ear.do('Close it', 'Escape')
    hear('export-closed', ear, 'focus: Article')


def judge(program, ear):
    ear.do('Ask for suggestions', 'g')
    hear('suggested', ear, ' suggestions. Suggested: ')
    ear.do('Accept it', 'a')
    hear('accepted', ear, 'said: Suggested: ')
    ear.do('Reject the next', 'x')
    hear('rejected', ear, 'said: Suggested: ')
    ear.do('Skip the next', 'n')
    hear('skipped', ear, 'said: Suggested: ')
    ear.do('Reject it after all', 'x')
    hear('rejected-too', ear, 'said: Suggested: ')
    ear.do('Take that back', 'ctrl+z')
    hear('not-rejected', ear, 'said: Undone: Reject Suggestion')
    ear.do('Leave it', 'Escape')
    hear('judged', ear, 'said: Nothing selected')


def look_round(program, ear):
    """What changes beside the article is said."""
    for what, key, words in (('Hide the list', 'F9', 'List hidden'), ('Show it again', 'F9', 'List shown'),
                             ('Hide the inspector', 'shift+F9', 'Inspector hidden'),
                             ('Show it again', 'shift+F9', 'Inspector shown'),
                             ('Larger text', 'ctrl+plus', 'Text size: 18 px'), ('As before', 'ctrl+0', 'Text size: 17 px')):
        ear.do(what, key)
        hear(words, ear, f'said: {words}')
    program.wait_still(program.find('text', 'Article'))  # what slides in takes no keyboard
    ear.do('To the labels', 'F6')
    hear('labels-again', ear, 'focus: Tag as Person')
    ear.do('To the inspector, which counts', 'F6')
    hear('counts', ear, 'focus: Person: ', ' annotation')
    ear.do('Back to the article', 'Escape')
    hear('counts-escape', ear, 'focus: Article')
    ear.do('How much is said by whom', 'ctrl+shift+s')
    hear('statistics', ear, 'window: Statistics, dialog')
    ear.do('Who speaks most', 'Tab')
    hear('statistics-row', ear, ' words · ', ' % of what is quoted')
    ear.do('Close it', 'Escape')
    hear('statistics-closed', ear, 'focus: Article')
    ear.do('Save', 'ctrl+s')
    hear('saved', ear, 'said: Saved')
    ear.do('Close the article', 'ctrl+w')
    hear('closed', ear, 'focus: Open Articles…')


def check_words(ear):
    """Nothing is wordless, called by its class, or said twice over."""
    heard = [line for line in ear.lines if not line.startswith('\n')]
    checks.equal('class-names', [line for line in heard if CLASS_NAME.search(line)], [])
    checks.equal('wordless', [line for line in heard if line.split(': ', 1)[1].startswith((',', 'push button', 'button'))
                              or not line.split(': ', 1)[1].strip()], [])
    checks.equal('twice', [line for line, after in zip(ear.lines, ear.lines[1:]) if line == after], [])


def main():
    refusal = tell_refusal()
    with tempfile.TemporaryDirectory(prefix='quo-transcript-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            story = Story(program, path)
            focus_article(program)
            ear = Ear(program)
            ear.lines += refusal
            try:
                tell_story(program, story, ear)
                read_lists(program, ear)
                read_inspector(program, ear)
                use_dialogs(program, ear)
                judge(program, ear)
                look_round(program, ear)
                check_words(ear)
            finally:
                ear.write(TRANSCRIPT)
                ear.close()
            checks.equal('quits', program.quit(), 0)
    return checks.finish()


sys.exit(main())
