#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-po.py SOURCE_ROOT: every string can be translated, and is, in each language of po/LINGUAS."""

import pathlib
import re
import subprocess
import sys
import tempfile

TRANSLATABLE = re.compile(r'\b(?:_|N_|C_|NC_|N_PLURAL|ngettext|g_dngettext|g_dpgettext2) ?\(\s*"|translatable="(?:yes|true)"')
# What meson's preset "glib" looks for, and what po/meson.build adds.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'ngettext:1,2', 'N_PLURAL:1,2']


def lines_of(path):
    lines = path.read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def run(*command):
    result = subprocess.run([str(word) for word in command], check=False, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    told = [line for line in result.stdout.splitlines() if 'this message is not used' not in line]
    assert result.returncode == 0, '\n'.join(told)


def check_potfiles(source):
    listed = lines_of(source / 'po/POTFILES')
    with_strings = [str(p.relative_to(source)) for p in sorted((source / 'src').rglob('*'))
                    if p.suffix in ('.c', '.h', '.ui')
                    and TRANSLATABLE.search(p.read_text(encoding='utf-8'))]
    missing = sorted(set(with_strings) - set(listed))
    gone = [name for name in listed if not (source / name).is_file()]
    assert not missing, 'add to po/POTFILES:\n' + '\n'.join(missing)
    assert not gone, 'in po/POTFILES, but not there:\n' + '\n'.join(gone)
    assert listed == sorted(listed), 'po/POTFILES is not sorted'


def make_template(source, folder):
    template = folder / 'quotidian.pot'
    run('xgettext', '--from-code=UTF-8', '--add-comments=Translators', *(f'--keyword={word}' for word in KEYWORDS),
        '-D', source, '-f', source / 'po/POTFILES', '-o', template)
    return template


def check_language(source, language):
    """Nothing wrong, nothing missing, nothing that was only guessed from an older string."""
    catalogue = source / 'po' / f'{language}.po'
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run('msgfmt', '--check', '-o', folder / 'out.mo', catalogue)
        run('msgcmp', catalogue, make_template(source, folder))


def main():
    source = pathlib.Path(sys.argv[1])
    cases = [('/po/files', lambda: check_potfiles(source))]
    for language in lines_of(source / 'po/LINGUAS'):
        cases.append((f'/po/{language}', lambda language=language: check_language(source, language)))
    n_failed = 0
    print(f'1..{len(cases)}')
    for number, (name, case) in enumerate(cases, 1):
        try:
            case()
            print(f'ok {number} {name}')
        except AssertionError as complaint:
            n_failed += 1
            print('# ' + str(complaint).strip().replace('\n', '\n# '))
            print(f'not ok {number} {name}')
    return 1 if n_failed else 0


sys.exit(main())
