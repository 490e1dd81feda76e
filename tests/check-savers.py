# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file that people keep is written by the one safe saver (store/files/quo-save.h).

usage: check-savers.py ROOT

Sidecars, exports, tagsets, the tabs that are remembered, copies: what holds for the saver (tests/store/test-save*.c,
tests/fault) holds for all of them, as long as nothing in src writes a file in another way.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
WRITERS = re.compile(r'\b(g_file_set_contents\w*|g_file_replace\w*|g_file_create\w*|g_file_append_to\w*|g_file_copy'
                     r'|g_key_file_save_to_file|fopen|g_fopen|creat|O_WRONLY|O_RDWR)\b')
# What may, and why.
ALLOWED = {
    'src/store/files/quo-save.c': 'the saver',
    'src/store/files/quo-lock.c': 'an empty file that a lock is held on',
    'src/store/log/quo-log-file.c': 'the journal, which only grows; and a copy of one that was damaged',
}


def main():
    found = {}
    for path in sorted((ROOT / 'src').rglob('*.c')):
        name = path.relative_to(ROOT).as_posix()
        code = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.S)
        words = sorted(set(WRITERS.findall(code)))
        if words:
            found[name] = words
    others = {name: words for name, words in found.items() if name not in ALLOWED}
    for name, words in others.items():
        print(f'# {name}: {", ".join(words)}')
    print('1..2')
    print(f"{'not ok' if others else 'ok'} 1 /savers/only-the-saver-writes")
    print(f"{'ok' if set(ALLOWED) <= set(found) else 'not ok'} 2 /savers/what-may-is-still-there")
    return 1 if others else 0


sys.exit(main())
