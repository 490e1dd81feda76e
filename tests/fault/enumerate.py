# SPDX-License-Identifier: GPL-3.0-or-later
"""The n-th call failing, n = 1, 2, 3 ... until none fails, for every kind of call and error.

usage: enumerate.py FAULT_SESSION SHIM [CASES [SEED]]     CASES: so many of all, drawn; 0: all

After each case: the article is as it was, the sidecar and the other file are whole and hold at least what was
called saved, and the next session has every edit that was accepted: all that were told to be safe, and those that
were saved.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

SESSION, SHIM = sys.argv[1:3]
CASES = int(sys.argv[3]) if len(sys.argv) > 3 else 0
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
TEXT = 'Ana met Bo in Kiel. “We go,” said Ana. Bo said nothing to Ana, and went home by train.\n'
OPS = ('open', 'write', 'sync', 'rename', 'close', 'cut', 'make', 'any')
ERRORS = ('ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EINTR', 'SHORT', 'KILL')


class Folder:
    """An article of a session that already went well once, so that there is a sidecar and a history."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        (self.root / 'a.txt').write_text(TEXT, encoding='utf-8')
        self.environment = {**os.environ, 'XDG_STATE_HOME': f'{root}/state', 'XDG_RUNTIME_DIR': f'{root}/run'}
        (self.root / 'run').mkdir()

    def run(self, *words, **faults):
        environment = {**self.environment, **faults}
        if faults:
            environment['LD_PRELOAD'] = SHIM
        return subprocess.run([SESSION, *words, str(self.root)], env=environment, text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def last(lines, word):
    found = [int(line.split()[1]) for line in lines if line.startswith(word + ' ')]
    return found[-1] if found else 0


def load(path):
    """The content of a JSON file, None when there is none; ValueError when it is torn."""
    try:
        return json.loads(path.read_text(encoding='utf-8'))
    except FileNotFoundError:
        return None


def overtake(folder):
    """Edits that were never saved, and a sidecar that another program wrote since. How many edits there are."""
    left = folder.run('--leave').stdout.splitlines()
    sidecar = folder.root / 'a.txt.quo.json'
    content = load(sidecar)
    content['x-other'] = 'was here'
    sidecar.write_text(json.dumps(content), encoding='utf-8')
    return last(left, 'accepted')


def complaints(folder, run, n_before):
    """What went wrong, as sentences. @n_before: how many edits were there before."""
    lines = run.stdout.splitlines()
    saved = last(lines, 'saved')
    safe = max([int(line.split()[1]) for line in lines if line.startswith('accepted ') and line.endswith(' safe')],
               default=n_before)
    if run.returncode not in (0, 1, -9):
        yield f'it ended with {run.returncode}: {run.stderr[-300:]}'
    if (folder.root / 'a.txt').read_text(encoding='utf-8') != TEXT:
        yield 'the article was written'
    try:
        sidecar = load(folder.root / 'a.txt.quo.json')
        if len(sidecar['annotations'] if sidecar else []) < saved:
            yield f"{saved} were called saved, the sidecar has {len(sidecar['annotations']) if sidecar else 0}"
        tagset = load(folder.root / 'a.tagset.json')
        if 'exported' in lines and tagset is None:
            yield 'a file was called written that is not there'
    except ValueError as error:
        yield f'a file is torn: {error}'
        return
    again = folder.run('--count')
    found = last(again.stdout.splitlines(), 'had')
    if found < max(saved, safe):
        yield f'{max(saved, safe)} were accepted, {found} are there: {again.stdout!r}'
    if 'not saved' in again.stdout:
        yield f'what was recovered could not be saved: {again.stdout!r}'


def try_case(start, op, error, number):
    """(whether the call was reached, what went wrong)."""
    with tempfile.TemporaryDirectory(prefix='quo-fault-') as root:
        root = os.path.realpath(root)
        folder = Folder(root)
        folder.run()
        n_before = overtake(folder) if start == 'overtaken' else 0
        log = pathlib.Path(root) / 'calls'
        run = folder.run(FAULT_OP=op, FAULT_ERR=error, FAULT_N=str(number), FAULT_PATH='a.txt.quo.json'
                         if number < 0 else root, FAULT_LOG=str(log))
        reached = log.exists() and len(log.read_text(encoding='ascii').splitlines()) >= number
        return reached, list(complaints(folder, run, n_before)) if reached else []


def count_calls(op, start):
    with tempfile.TemporaryDirectory(prefix='quo-fault-') as root:
        folder = Folder(os.path.realpath(root))
        folder.run()
        if start == 'overtaken':
            overtake(folder)
        log = pathlib.Path(root) / 'calls'
        folder.run(FAULT_OP=op, FAULT_ERR='EIO', FAULT_N='0', FAULT_PATH=os.path.realpath(root), FAULT_LOG=str(log))
        return len(log.read_text(encoding='ascii').splitlines()) if log.exists() else 0


def main():
    cases = [('after-a-save', op, error, number)
             for op in OPS for number in range(1, count_calls(op, '') + 1) for error in ERRORS]
    cases += [('overtaken', 'any', error, number)
              for number in range(1, count_calls('any', 'overtaken') + 1) for error in ('KILL', 'ENOSPC')]
    n_all = len(cases)
    print(f'# seed {SEED}, {n_all} cases in all')
    if 0 < CASES < n_all:
        cases = random.Random(SEED).sample(cases, CASES)
    failed, n_reached = [], 0
    for case in cases:
        reached, wrong = try_case(*case)
        n_reached += reached
        failed += [(case, words) for words in wrong]
    for case, words in failed:
        print(f'# {case}: {words}')
    print('1..2')
    print(f"{'not ok' if failed else 'ok'} 1 fault/{len(cases)}-cases-lose-nothing")
    print(f"{'ok' if n_reached else 'not ok'} 2 fault/{n_reached}-calls-failed")
    return 1 if failed else 0


sys.exit(main())
