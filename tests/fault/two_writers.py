# SPDX-License-Identifier: GPL-3.0-or-later
"""Two writers of one sidecar, one stopped at each call while the other goes on.

usage: two_writers.py FAULT_WRITER SHIM [CASES [SEED]]     CASES: so many of all, drawn; 0: all

The first one is stopped at its n-th call on the folder, then the second one runs to its m-th call, then the first
goes on to its end, then the second. Afterwards the sidecar is whole and holds what each called saved.
"""

import concurrent.futures
import itertools
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile

WRITER, SHIM = (os.path.abspath(word) for word in sys.argv[1:3])
CASES = int(sys.argv[3]) if len(sys.argv) > 3 else 0
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
TEXT = 'Ana met Bo in Kiel. “We go,” said Ana.\n'
# How the sidecar stands before: there is none, there is one, it is a link.
STARTS = ('none', 'file', 'link')
AT_ONCE = 8


def prepare(root, start):
    article = root / 'a.txt'
    article.write_text(TEXT, encoding='utf-8')
    if start == 'none':
        return article
    subprocess.run([WRITER, article, 'first'], check=True, stdout=subprocess.DEVNULL)
    if start == 'link':
        (root / 'far').mkdir()
        sidecar = root / 'a.txt.quo.json'
        sidecar.rename(root / 'far' / 'there.json')
        sidecar.symlink_to('far/there.json')
    return article


def start_writer(article, name, number, log=''):
    return subprocess.Popen([WRITER, article, name], stdout=subprocess.PIPE, text=True, env={
        **os.environ, 'LD_PRELOAD': SHIM, 'FAULT_OP': 'any', 'FAULT_ERR': 'STOP', 'FAULT_N': str(number),
        'FAULT_PATH': str(article.parent), 'FAULT_LOG': str(log)})


def wait_stopped(process):
    """Waits until it is stopped or has ended."""
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)


def finish(process):
    process.send_signal(signal.SIGCONT)
    return process.communicate()[0]


def try_case(start, first_stop, second_stop):
    """What went wrong, or nothing."""
    with tempfile.TemporaryDirectory(prefix='quo-writers-') as folder:
        root = pathlib.Path(os.path.realpath(folder))
        article = prepare(root, start)
        one = start_writer(article, 'one', first_stop)
        wait_stopped(one)
        two = start_writer(article, 'two', second_stop)
        wait_stopped(two)
        said = finish(one) + finish(two)
        try:
            found = {a['id'] for a in json.loads((root / 'a.txt.quo.json').read_bytes())['annotations']}
        except (OSError, ValueError) as error:
            return f'no whole sidecar: {error}'
        wanted = {'one', 'two'} | ({'first'} if start != 'none' else set())
        missing = {name for name in wanted if name == 'first' or f'saved {name}\n' in said} - found
        left = [entry.name for entry in root.rglob('*.tmp')]
        if missing:
            return f'{missing} called saved and not there; {said!r}'
        if 'not saved' in said:
            return f'somebody could not save: {said!r}'
        return f'left behind: {left}' if left else None


def count_calls(start):
    with tempfile.TemporaryDirectory(prefix='quo-writers-') as folder:
        root = pathlib.Path(os.path.realpath(folder))
        article = prepare(root, start)
        with tempfile.NamedTemporaryFile() as log:
            start_writer(article, 'one', 0, log.name).communicate()
            return len(log.read().splitlines())


def main():
    cases = []
    for start in STARTS:
        calls = range(1, count_calls(start) + 1)
        cases += [(start, *pair) for pair in itertools.product(calls, calls)]
    n_all = len(cases)
    if CASES:
        chance = random.Random(SEED)
        # More than there are: each is tried again, since what is between two calls is up to the system.
        cases = chance.sample(cases, CASES) if CASES <= n_all else cases + chance.choices(cases, k=CASES - n_all)
    print(f'# seed {SEED}, {n_all} interleavings in all, {len(cases)} run')
    # Whoever meets a lock waits for it, so that many cases cost little more than one.
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        told = list(pool.map(lambda case: try_case(*case), cases))
    wrong = [(case, words) for case, words in zip(cases, told) if words]
    for case, words in wrong:
        print(f'# {case}: {words}')
    print('1..1')
    print(f"{'not ok' if wrong else 'ok'} 1 fault/two-writers-{len(cases)}-interleavings")
    return 1 if wrong else 0


sys.exit(main())
