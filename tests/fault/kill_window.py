# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments of a scripted annotating session of the whole program.

usage: kill_window.py PROGRAM SAMPLES [KILLS [SEED]]

An edit is accepted when its action has returned. After each kill the article is opened again: every accepted edit
must be there (the one that was under way may be), the sidecar on disk must be whole, the window must say what it
recovered, and all of it must be there to be taken back.
"""

import json
import os
import random
import shutil
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ui'))
from drive import Checks, Program, wait_until  # noqa: E402
from gi.repository import GLib  # noqa: E402

PROGRAM, SAMPLES = sys.argv[1:3]
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 6
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
LABELS = ('person', 'place', 'organization', 'event')


def summary(state):
    return state['counts'], state['undo'], state['redo']


class Killer(threading.Thread):
    """Kills the program after a while that was drawn, whatever it is doing then."""

    def __init__(self, process, seconds):
        super().__init__()
        self.process, self.seconds = process, seconds

    def run(self):
        time.sleep(self.seconds)
        self.process.kill()


def work(program, chance, length, last):
    """Edits at random until the program is gone. Returns the last state that was told (at first @last) and how
    many acts it told of."""
    n_edits = 0
    try:
        while True:
            act = chance.random()
            if act < 0.12:
                program.act('win.undo')
            elif act < 0.2:
                program.act('win.redo')
            elif act < 0.25:
                program.act('win.save')
            else:
                start = chance.randrange(length - 12)
                program.act('win.select', start, start + chance.randrange(1, 12))
                program.act('win.tag', chance.choice(LABELS))
            n_edits += 1
            last = summary(program.state())
    except (GLib.Error, AssertionError):
        return last, n_edits


def is_after(found, accepted):
    """Whether @found is the accepted state, or that with the one act more that was under way."""
    if found == accepted:
        return True
    undo, redo = accepted[1:]
    return found[1:] in ((undo + 1, 0), (undo - 1, redo + 1), (undo + 1, redo - 1)) \
        and abs(sum(found[0].values()) - sum(accepted[0].values())) <= 1


def read_sidecar(path):
    try:
        with open(path, encoding='utf-8') as file:
            json.load(file)
        return True
    except FileNotFoundError:
        return True
    except ValueError:
        return False


def main():
    chance = random.Random(SEED)
    checks = Checks('kill-window')
    print(f'# seed {SEED}')
    with tempfile.TemporaryDirectory(prefix='quo-kill-') as folder:
        path = os.path.join(os.path.realpath(folder), 'bridge.txt')
        shutil.copy(os.path.join(SAMPLES, 'bridge.txt'), path)
        accepted, n_all, n_said = ({}, 0, 0), 0, 0
        lost, torn = [], []
        for turn in range(KILLS):
            with Program([PROGRAM, path]) as program:
                found = summary(program.wait_ready(path))
                if not is_after(found, accepted):
                    lost.append((turn, found, accepted))
                length = program.state()['length']
                killer = Killer(program.process, chance.uniform(0.02, 2.5))
                killer.start()
                accepted, n_edits = work(program, chance, length, found)
                killer.join()
                n_all += n_edits
            if not read_sidecar(path + '.quo.json'):
                torn.append(turn)
            if turn % 10 == 9:
                print(f'# {turn + 1} of {KILLS}: {n_all} acts, {len(lost)} lost, {len(torn)} torn', flush=True)
        with Program([PROGRAM, path]) as program:
            state = program.wait_ready(path)
            if not is_after(summary(state), accepted):
                lost.append((KILLS, summary(state), accepted))
            program.wait_state(lambda s: s['saved'], 'what was recovered to be saved')
            for _ in range(state['undo']):
                program.act('win.undo')
            checks.equal('undo-of-all-is-the-start', program.state()['counts'], {})
            n_said = state['undo']
            checks.equal('quits', program.quit(), 0)
        print(f'# {KILLS} kills, {n_all} acts, {n_said} edits to take back at the end')
        checks.equal(f'{KILLS}-kills-lose-no-accepted-edit', lost, [])
        checks.equal('sidecar-is-always-whole', torn, [])
        told(checks, path)
    return checks.finish()


def told(checks, path):
    """One kill right after an edit: the window says what it recovered, and closing keeps the history."""
    with Program([PROGRAM, path]) as program:
        before = program.wait_ready(path)
        program.act('win.select', 0, 3)
        program.act('win.tag', 'person')
        program.act('win.select', 4, 8)
        program.act('win.tag', 'place')
        after = summary(program.state())
        program.process.kill()
        program.process.wait()
    with Program([PROGRAM, path]) as program:
        state = program.wait_ready(path)
        checks.equal('recovered', summary(state), after)
        checks.check('recovered-is-told', 'recovered' in state['message'], state['message'])
        wait_until(lambda: [n for n in program.nodes() if 'recovered' in (n.get_name() or '')], 'the notice')
        program.wait_state(lambda s: s['saved'], 'what was recovered to be saved')
        checks.equal('recovered-quits', program.quit(), 0)
    with Program([PROGRAM, path]) as program:
        state = program.wait_ready(path)
        checks.equal('history-survives-closing', summary(state), after)
        checks.check('nothing-to-tell-then', 'recovered' not in state['message'], state['message'])
        for _ in range(after[1] - before['undo']):
            program.act('win.undo')
        checks.equal('history-leads-back', program.state()['counts'], before['counts'])
        checks.equal('history-quits', program.quit(), 0)


sys.exit(main())
