# SPDX-License-Identifier: GPL-3.0-or-later
"""An article that was changed after it had been annotated: one annotation moved, one may stand in two places, one is
lost."""

import os

from drive import Program
from story import Story

STORY = """Harbour stays open

Ana Berg said the harbour would stay open through the winter. The council had asked for it twice.

“We will not close it,” said Omar Haddad of the port office, who has worked there for eleven years.

Mira Lind disagreed. She owns the last boatyard in the north of the town, and she wants silence.
"""
WORDS = ('Ana Berg', 'Omar Haddad', 'Mira Lind', 'the port office')


def change(text):
    """Ana Berg only moves, Mira Lind stands twice in like surroundings, Omar Haddad is gone."""
    text = text.replace('Harbour stays open\n', 'Harbour stays open, council says after long debate\n')
    text = text.replace('said Omar Haddad of', 'said a man of')
    again = 'Mira Lind disagreed. She owns the last boatyard in the north of the town, and she wants silence.\n'
    return text.replace(again, again + '\n' + again)


def annotate(program_path, path):
    with Program([program_path, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        for words in WORDS:
            story.select(words)
            program.act('win.tag', 'person')
        found = story.sidecar()
        program.quit()
    return {a['quote'][0]: a['id'] for a in found['annotations']}


def make_changed(program_path, folder):
    """Annotates the article in the program, then changes it. Returns its path, and the ids by their words."""
    path = os.path.join(folder, 'harbour.txt')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(STORY)
    ids = annotate(program_path, path)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(change(STORY))
    return path, ids
