#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""busy.py PROGRAM ARTICLE: works in the window with the watchdog on, and prints `blocked PHASE MS` for each
time the main loop was blocked for longer than it allows."""

import os
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))
from drive import Program


def main():
    program, article = sys.argv[1:3]
    with tempfile.NamedTemporaryFile() as notes, open(notes.name, encoding='utf-8') as reading:
        os.dup2(os.open(notes.name, os.O_WRONLY | os.O_APPEND), 2)  # where the program tells what the watchdog saw

        def report(phase):
            for line in reading:
                if line.startswith('watchdog: watching'):
                    print('watched', flush=True)
                for ms in re.findall(r'blocked for (\d+) ms', line):
                    print(f'blocked {phase} {ms}', flush=True)

        with Program([program, article], {'QUO_WATCHDOG': '1'}) as window:
            window.wait_ready(article)
            report('start')
            for i in range(40):
                window.act('win.select', 1000 + i * 20_000, 1006 + i * 20_000)
                window.act('win.tag', 'person')
            for _ in range(20):
                window.act('win.undo')
            report('edit')
            window.act('win.save')
            window.wait_state(lambda s: s['saved'], 'the article to be saved')
            report('save')
            with tempfile.TemporaryDirectory() as folder:
                for name in ('brat', 'webannotation', 'html'):
                    window.act_settled('win.export', name, f'{folder}/out.{name}')
            report('export')
            window.act('win.find', 'the')
            window.wait_idle()
            report('find')
            window.quit()


main()
