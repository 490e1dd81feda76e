# SPDX-License-Identifier: GPL-3.0-or-later
"""The n-th call failing, n = 1, 2, 3 ... until none fails, for every kind of call and error.

usage: enumerate.py FAULT_SESSION SHIM [CASES [SEED]]     CASES: so many of all, drawn; 0: all

After each case: the article is as it was, the sidecar and the other file are whole and hold at least what was
called saved, and the next session has every edit that was accepted: all that were told to be safe, and those that
were saved.
"""

import os
import pathlib
import random
import sys
import tempfile

from session import Folder, complaints, overtake

SESSION, SHIM = sys.argv[1:3]
CASES = int(sys.argv[3]) if len(sys.argv) > 3 else 0
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
OPS = ('open', 'write', 'sync', 'rename', 'close', 'cut', 'make', 'any')
ERRORS = ('ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EINTR', 'SHORT', 'KILL')


def try_case(start, op, error, number):
    """(whether the call was reached, what went wrong)."""
    with tempfile.TemporaryDirectory(prefix='quo-fault-') as root:
        root = os.path.realpath(root)
        folder = Folder(SESSION, SHIM, root)
        folder.run()
        n_before = overtake(folder) if start == 'overtaken' else 0
        log = pathlib.Path(root) / 'calls'
        run = folder.run(FAULT_OP=op, FAULT_ERR=error, FAULT_N=str(number), FAULT_PATH='a.txt.quo.json'
                         if number < 0 else root, FAULT_LOG=str(log))
        reached = log.exists() and len(log.read_text(encoding='ascii').splitlines()) >= number
        return reached, list(complaints(folder, run, n_before)) if reached else []


def count_calls(op, start):
    with tempfile.TemporaryDirectory(prefix='quo-fault-') as root:
        folder = Folder(SESSION, SHIM, os.path.realpath(root))
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
    for done, case in enumerate(cases):
        if done % 50 == 49:
            print(f'# {done + 1} of {len(cases)}', file=sys.stderr, flush=True)
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
