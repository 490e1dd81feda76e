#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+C while a folder is converted: every file that is there is whole, with all that belong to it.

usage: interrupt.py QUO ARTICLES        Prints TAP.
"""
import os, shutil, signal, subprocess, sys, tempfile

N_FILES = 600       # more than are converted between the first file and the signal
N_TRIES = 5         # unless the machine is busy
ARTICLE = 'ferry'


def copy_many(stem, suffixes, folder):
    for i in range(N_FILES):
        for suffix in suffixes:
            shutil.copy(stem + suffix, os.path.join(folder, f'{i:04}{suffix}'))


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def list_files(folder):
    return set(os.listdir(folder)) if os.path.isdir(folder) else set()


def interrupt(command, folder, suffix, number):
    """Runs it, sends the signal once the first file is there; how it ended, and what it said."""
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while child.poll() is None and not any(name.endswith(suffix) for name in list_files(folder)):
        pass
    child.send_signal(number)
    said = child.communicate()[1]
    return child.returncode, said


TOO_LATE = 'all was done before the signal came'


def check_end(code, said, number, n_done):
    if n_done == N_FILES:
        return TOO_LATE
    if code != -number:
        return f'ended with {code}: {said[-300:]}'
    if 'what was done before stays' not in said:
        return f'said {said[-300:]}'
    if n_done == 0:
        return 'nothing was done when it was stopped'
    return ''


def check_export(quo, home, articles, number):
    source, out, whole = (os.path.join(home, name) for name in ('in', 'out', 'whole'))
    os.makedirs(source)
    copy_many(os.path.join(articles, ARTICLE), ('.txt', '.txt.quo.json'), source)
    subprocess.run([quo, 'convert', '--to', 'brat', '-o', whole + '/', os.path.join(source, '0000.txt')],
                   check=True, capture_output=True)
    code, said = interrupt([quo, 'convert', '--to', 'brat', '-o', out, source], out, '.ann', number)
    done = list_files(out)
    stems = {os.path.splitext(name)[0] for name in done}
    wrong = check_end(code, said, number, len(stems))
    for stem in sorted(stems):
        for suffix in ('.ann', '.txt'):
            path = os.path.join(out, stem + suffix)
            if not os.path.exists(path) or read(path) != read(os.path.join(whole, '0000' + suffix)):
                wrong = wrong or f'{stem}{suffix} is missing or half written'
    if done != {stem + suffix for stem in stems for suffix in ('.ann', '.txt')}:
        wrong = wrong or f'there are other files: {sorted(done)[:5]}'
    return wrong


def check_import(quo, home, articles, number):
    made_of, source = os.path.join(home, 'made'), os.path.join(home, 'in')
    os.makedirs(source)
    subprocess.run([quo, 'convert', '--to', 'brat', '--layer', 'mia1', '-o', made_of + '/',
                    os.path.join(articles, ARTICLE + '.txt')], check=True, capture_output=True)
    copy_many(os.path.join(made_of, ARTICLE), ('.ann', '.txt'), source)
    before = list_files(source)
    code, said = interrupt([quo, 'convert', '--from', 'brat', source], source, '.quo.json', number)
    made = list_files(source) - before
    wrong = check_end(code, said, number, len(made))
    if any(not name.endswith('.txt.quo.json') or name.startswith('.') for name in made):
        wrong = wrong or f'there are other files: {sorted(made)[:5]}'
    checked = subprocess.run([quo, 'check', *(os.path.join(source, name) for name in sorted(made))],
                             capture_output=True, text=True, check=False)
    return wrong or ('' if checked.returncode == 0 else checked.stderr[-300:])


CASES = [('export/int', check_export, signal.SIGINT), ('export/term', check_export, signal.SIGTERM),
         ('import/int', check_import, signal.SIGINT)]


def main():
    quo, articles = sys.argv[1:3]
    n_failed = 0
    print(f'1..{len(CASES)}')
    for i, (name, check, number) in enumerate(CASES, 1):
        wrong, n_tries = TOO_LATE, 0
        while wrong == TOO_LATE and n_tries < N_TRIES:
            with tempfile.TemporaryDirectory() as home:
                wrong = check(quo, home, articles, number)
            n_tries += 1
        print(f'{"not ok" if wrong else "ok"} {i} /interrupt/{name}')
        if wrong:
            print('# ' + wrong.replace('\n', ' '))
        n_failed += bool(wrong)
    return 1 if n_failed else 0


if __name__ == '__main__':
    sys.exit(main())
