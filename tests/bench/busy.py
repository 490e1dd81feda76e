#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""busy.py PROGRAM EMPTY ARTICLE: works in the window with the watchdog on, and prints `blocked PHASE MS WORK`
for each time the main loop was blocked for longer than it allows: how long, and how much of that it worked.

The phase `display` is from the start of the program until the loop turns for the first time, which is when the
window is made; `empty` is the same of the program EMPTY, which makes an empty window."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
from drive import Program, wait_until


class Watchdog:
    """What a program tells on standard error, which is a file meanwhile."""

    def __init__(self):
        self.notes = tempfile.NamedTemporaryFile()
        self.reading = open(self.notes.name, encoding='utf-8')
        os.dup2(os.open(self.notes.name, os.O_WRONLY | os.O_APPEND), 2)

    def read(self):
        """[(ms, ms at work)] since the last time."""
        text = self.reading.read()
        if 'watchdog: watching' in text:
            print('watched', flush=True)
        return re.findall(r'blocked for (\d+) ms, at work for (\d+) ms', text)


def report(phase, blocks):
    for ms, work in blocks:
        print(f'blocked {phase} {ms} {work}', flush=True)


def measure_empty(program, watchdog):
    with subprocess.Popen([program], env={**os.environ, 'QUO_WATCHDOG': '1'}) as process:
        blocks = []

        def has_started():
            blocks.extend(watchdog.read())
            return blocks
        wait_until(has_started, 'the empty window')
        process.kill()
    report('empty', blocks[:1])


def work(window, article, watchdog):
    window.wait_ready(article)
    first, *others = watchdog.read()
    report('display', [first])
    report('start', others)
    for i in range(40):
        window.act('win.select', 1000 + i * 20_000, 1006 + i * 20_000)
        window.act('win.tag', 'person')
    for _ in range(20):
        window.act('win.undo')
    report('edit', watchdog.read())
    window.act('win.save')
    window.wait_state(lambda s: s['saved'], 'the article to be saved')
    report('save', watchdog.read())
    with tempfile.TemporaryDirectory() as folder:
        for name in ('brat', 'webannotation', 'html'):
            window.act_settled('win.export', name, f'{folder}/out.{name}')
    report('export', watchdog.read())
    window.act('win.find', 'the')
    window.wait_idle()
    report('find', watchdog.read())
    window.quit()


def main():
    program, empty, article = sys.argv[1:4]
    watchdog = Watchdog()
    measure_empty(empty, watchdog)
    with Program([program, article], {'QUO_WATCHDOG': '1'}) as window:
        work(window, article, watchdog)


if __name__ == '__main__':
    main()
