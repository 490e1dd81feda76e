# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk of one megabyte that is full, and one that can only be read: real ones, mounted for it.

usage: small_disk.py FAULT_SESSION

In each case a session runs while the disk fails it, and once more when it does no more. The article is as it was,
what was called saved is there, and so is every edit that was told to be safe.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

from session import Folder, complaints

SESSION = os.path.abspath(sys.argv[1])
# What is left free when the disk is filled (bytes): nothing, less than a sidecar, more than one.
ROOMS = (0, 4096, 8192, 16384)


def mount(path, *options):
    """Whether it worked."""
    return subprocess.run(['mount', *options, path], stderr=subprocess.DEVNULL, check=False).returncode == 0


def unmount(path):
    subprocess.run(['umount', '--lazy', path], check=False)


def fill(path, room):
    """Leaves @room bytes."""
    ballast = path / 'ballast'
    free = os.statvfs(path).f_bavail * os.statvfs(path).f_frsize
    ballast.write_bytes(bytes(max(0, free - room)))
    return ballast


def run_full(disk, folder, room):
    """What went wrong when @disk, where @folder or its state is, was full."""
    folder.run()
    ballast = fill(disk, room)
    run = folder.run()
    ballast.unlink()
    return list(complaints(folder, run))


def run_read_only(disk, folder):
    folder.run()
    mount(disk, '-o', 'remount,ro')
    run = folder.run()
    mount(disk, '-o', 'remount,rw')
    said = run.stdout.splitlines()
    wrong = [] if 'not saved' in said else [f'nothing was called unsaved: {said}']
    return wrong + list(complaints(folder, run))


def with_disk(try_it, state_is_on_it):
    """Runs @try_it (disk, folder) with one of the two on a disk of its own."""
    with tempfile.TemporaryDirectory(prefix='quo-disk-') as root:
        root = pathlib.Path(os.path.realpath(root))
        disk, other = root / 'disk', root / 'other'
        disk.mkdir()
        other.mkdir()
        if not mount(disk, '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs'):
            return None
        try:
            article, state = (other, disk) if state_is_on_it else (disk, other)
            return try_it(disk, Folder(SESSION, '', article, state))
        finally:
            unmount(disk)


def main():
    cases = [(f'{what}-full-{room}', lambda disk, folder, room=room: run_full(disk, folder, room), what == 'state')
             for what in ('folder', 'state') for room in ROOMS]
    cases += [(f'{what}-read-only', run_read_only, what == 'state') for what in ('folder',)]
    failed = 0
    for number, (name, try_it, state_is_on_it) in enumerate(cases, 1):
        wrong = with_disk(try_it, state_is_on_it) if os.geteuid() == 0 else None
        if wrong is None:
            print(f'ok {number} fault/disk-{name} # SKIP only the administrator may mount a disk, '
                  'and not in every container')
            continue
        for words in wrong:
            print(f'# {words}')
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} fault/disk-{name}")
    print(f'1..{len(cases)}')
    return 1 if failed else 0


sys.exit(main())
