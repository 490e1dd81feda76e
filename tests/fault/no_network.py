# SPDX-License-Identifier: GPL-3.0-or-later
"""The program reaches nothing but the desktop it runs in: no internet socket is made, and files are written only
beside the article, to what was exported, and to the program's and the toolkit's own folders.

usage: no_network.py PROGRAM SAMPLES
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ui'))
from drive import Checks, Program  # noqa: E402

PROGRAM, SAMPLES = sys.argv[1:3]
OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|0-9]+)')
WRITES = re.compile(r'O_WRONLY|O_RDWR|O_CREAT')


def work(program, path, folder):
    program.wait_ready(path)
    program.act('win.select', 60, 75)
    program.act('win.tag', 'person')
    program.act('win.next-quote')
    program.act('win.capture-quote')
    program.act('win.link-speaker', '')
    program.act('win.save')
    program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')
    program.act_settled('win.export', 'csv-quotes', os.path.join(folder, 'out.csv'))
    program.quit()


def why_not():
    """Why nothing can be traced here, or nothing."""
    if shutil.which('strace') is None:
        return 'strace is not installed'
    if 'LSAN_OPTIONS' in os.environ:
        return 'the search for leaks does not work while the program is traced'
    tried = subprocess.run(['strace', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null', '-e', 'trace=socket', 'true'],
                           stderr=subprocess.DEVNULL, check=False)
    return None if tried.returncode == 0 else 'programs may not be traced here'


def main():
    checks = Checks('no-network')
    reason = why_not()
    if reason:
        checks.skip('no-internet-socket', reason)
        return checks.finish()
    with tempfile.TemporaryDirectory(prefix='quo-trace-') as folder:
        folder = os.path.realpath(folder)
        path = shutil.copy(os.path.join(SAMPLES, 'bridge.txt'), folder)
        log = os.path.join(folder, 'trace')
        with Program(['strace', '-f', '--seccomp-bpf', '-qq', '-o', log, '-e', 'trace=socket,openat,open', PROGRAM, path]) as program:
            work(program, path, folder)
        with open(log, encoding='utf-8', errors='replace') as file:
            trace = file.read()
    sockets = [line for line in trace.splitlines() if 'socket(AF_INET' in line]
    home = os.environ['XDG_RUNTIME_DIR']
    # Where the toolkit keeps what it keeps: caches of fonts and shaders, shared memory, its settings.
    allowed = (folder, home, '/dev/', '/proc/', '/tmp/', '/var/cache/fontconfig', '/var/tmp/', '/run/',
               os.path.expanduser('~/.cache'))
    written = sorted({name for name, flags in OPENED.findall(trace) if WRITES.search(flags)
                      and name.startswith('/') and not name.startswith(allowed)})
    checks.check('something-was-traced', 'socket(AF_UNIX' in trace, trace[:500])
    checks.equal('no-internet-socket', sockets, [])
    checks.equal('writes-nowhere-else', written, [])
    checks.check('article-is-never-written', not re.search(r'bridge\.txt", O_(WRONLY|RDWR)', trace))
    return checks.finish()


sys.exit(main())
