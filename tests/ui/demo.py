#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo.py PROGRAM SAMPLE FOLDER: the main job done in the real window by script, from the article to exports.

What a person would do with keys is done with the same actions, one after the other; `./dev run` plays it where
there is no display. Everything lands in FOLDER.
"""

import os
import shutil
import sys

from drive import Program

SAMPLE_NAME = 'bridge.txt'
ENTITIES = [
    ('place', 'HALDEN FERRY'), ('place', 'Arne'), ('person', 'Ingrid Sørbø'),
    ('person', 'she'), ('place', 'Seamen’s Hall'), ('organization', 'council'),
    ('organization', 'National Rail Agency'), ('person', 'Paweł Zieliński'),
    ('person', 'Nguyễn Thị Hạnh'), ('person', 'Yusuf Demir'), ('person', 'Elif'),
    ('person', 'Olivier N’Diaye'),
]
# A few words of the quote, and the mention of who says it: its own words, and where they are looked for.
QUOTES = [
    ('We promised', 'she', 'We promised'),
    ('I rang the site', 'Paweł Zieliński', 'recalled'),
    ('Four hundred', None, None),
    ('The bridge opens', 'Olivier N’Diaye', 'A spokesman'),
]
EXPORTS = [
    ('brat', 'bridge.ann'), ('webannotation', 'bridge.jsonld'),
    ('csv-annotations', 'bridge.annotations.csv'), ('csv-quotes', 'bridge.quotes.csv'),
    ('html', 'bridge.html'),
]


def place(text, words, after=None):
    """(start, end) of words in the article, in code points."""
    start = text.index(words, text.index(after) if after else 0)
    return start, start + len(words)


def tag_entities(program, text):
    """Tags each name; returns the id of the annotation at each start."""
    ids = {}
    for label, words in ENTITIES:
        start, end = place(text, words, 'We promised' if words == 'she' else None)
        program.act('win.select', start, end)
        program.act('win.tag', label)
        ids[start] = program.state()['selected']
        if words == 'she':
            program.act('win.same-as', ids[place(text, 'Ingrid Sørbø')[0]])
    return ids


def capture_quotes(program, text, ids):
    """Captures each quote by putting the caret into it, and links it to who says it."""
    for words, speaker, after in QUOTES:
        start, _ = place(text, words)
        program.act('win.select', start, start)
        program.act('win.capture-quote')
        if speaker is None:
            program.act('win.link-speaker', '')  # the first of the ranking
        else:
            program.act('win.link-speaker', ids[place(text, speaker, after)[0]])


def annotate(program, text):
    capture_quotes(program, text, tag_entities(program, text))


def main():
    executable, sample, folder = sys.argv[1:]
    article = os.path.join(folder, SAMPLE_NAME)
    shutil.copyfile(sample, article)
    if os.path.exists(article + '.quo.json'):
        os.remove(article + '.quo.json')
    with open(article, encoding='utf-8', newline='') as file:
        text = file.read()

    with Program([executable, article]) as program:
        program.wait_ready(article)
        annotate(program, text)
        start, _ = place(text, 'We promised')
        program.act('win.select', start, start)
        program.act('win.capture-quote')  # it is marked already, so this selects it
        program.screenshot(os.path.join(folder, 'window.png'))
        program.act('win.save')
        state = program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')
        for format_id, name in EXPORTS:
            program.act_settled('win.export', format_id, os.path.join(folder, name))
        status = program.quit()

    counts = ', '.join(f'{number} {label}' for label, number in sorted(state['counts'].items()))
    print(f'No display is here, so the main job was played in one of its own: {counts}; '
          f"{state['relations']} quotes linked.\n")
    for name, what in [(SAMPLE_NAME, 'the article, as it was'),
                       (SAMPLE_NAME + '.quo.json', 'its annotations'),
                       *((name, f'exported as {format_id}') for format_id, name in EXPORTS),
                       ('window.png', 'the window, with the first quote selected')]:
        path = os.path.relpath(os.path.join(folder, name))
        if not os.path.exists(path):
            print(f'demo: {path} is missing', file=sys.stderr)
            status = status or 1
        print(f'  {path:<34} {what}')
    return status


if __name__ == '__main__':
    sys.exit(main())
