# SPDX-License-Identifier: GPL-3.0-or-later
"""An article in the window, for tests that speak of words instead of offsets."""

import json
import os
import shutil

from drive import Atspi, wait_until


class Story:
    """An article in the window: words instead of offsets."""

    def __init__(self, program, path):
        self.program = program
        self.path = path
        with open(path, encoding='utf-8', newline='') as file:
            self.text = file.read().removeprefix('\ufeff')

    def place(self, words):
        start = self.text.index(words)
        return start, start + len(words)

    def caret(self, words):
        start = self.place(words)[0] + 1
        self.program.act('win.select', start, start)

    def select(self, words):
        self.program.act('win.select', *self.place(words))

    def key(self, key, is_so, what):
        """Presses a key and waits for what it does."""
        self.program.key(key)
        return self.program.wait_state(is_so, what)

    def sidecar(self):
        self.program.act('win.save')
        self.program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')
        with open(self.path + '.quo.json', encoding='utf-8') as file:
            return json.load(file)

    def annotation(self, annotation_id):
        return next(a for a in self.sidecar()['annotations'] if a['id'] == annotation_id)


def copy_sample(samples, folder, name='bridge.txt'):
    return shutil.copy(os.path.join(samples, name), folder)


def focus_article(program):
    """Puts the keyboard into the page, as a click does, without moving the caret."""
    program.key('Escape')
    node = program.find('text', 'Article')
    wait_until(lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED), 'the article to have the focus')
    return node
