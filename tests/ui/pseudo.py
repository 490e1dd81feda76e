# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks: every string of the program with accents, 40 % longer, in brackets. What shows
without brackets in it is not translated."""

import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LANGUAGE = 'qps'
ACCENTS = str.maketrans('aceinosuyzACEINOSUYZ', 'áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ')
# What must stay as it is: conversions, markup, entities, escapes, mnemonics.
KEPT = re.compile(r"""(%(?:\d+\$)?[-+0'# ]*[0-9*]*(?:\.[0-9*]+)?(?:ll|[lhzjt])?[a-zA-Z%]|<[^>]*>|&[a-z]+;|\\.|_.|https?://\S+)""")
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'ngettext:1,2', 'N_PLURAL:1,2']


def translate(text):
    """The string (as it stands in a catalogue, with its escapes) in the language."""
    parts = KEPT.split(text)
    accented = ''.join(part if index % 2 else part.translate(ACCENTS) for index, part in enumerate(parts))
    beginning, body, ending = re.match(r'((?:\\n)*)(.*?)((?:\\n)*)$', accented).groups()
    longer = max(1, len(text) * 2 // 5)
    words = ' '.join('ö' * min(6, longer - start) for start in range(0, longer, 7))
    return f'{beginning}[{body} {words}]{ending}'


def write_catalogue(source, out):
    """Turns a catalogue whose strings are translated as themselves into one of the language."""
    written, waiting, word = [], None, ''

    def flush():
        if waiting is not None:
            written.append(f'{word} "{translate(waiting) if waiting and not is_header else waiting}"')

    is_header = False
    text = source.read_text(encoding='utf-8').replace('#, fuzzy\n', '', 1)
    text = text.replace('nplurals=INTEGER; plural=EXPRESSION;', 'nplurals=2; plural=n != 1;', 1)
    for line in text.splitlines():
        match = re.match(r'(msgstr(?:\[\d\])?) "(.*)"$', line)
        if match:
            flush()
            word, waiting = match.groups()
            is_header = any(entry == 'msgid ""' for entry in written[-1:])
        elif waiting is not None and line.startswith('"'):
            waiting += line[1:-1]
        else:
            flush()
            waiting = None
            written.append(line)
    flush()
    out.write_text('\n'.join(written) + '\n', encoding='utf-8')


def make(folder):
    """Makes FOLDER/qps/LC_MESSAGES/quotidian.mo and a locale in which it counts. Gives the environment for it."""
    folder = pathlib.Path(folder)
    place = folder / LANGUAGE / 'LC_MESSAGES'
    place.mkdir(parents=True)

    def run(*command):
        subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    run('xgettext', '--from-code=UTF-8', *(f'--keyword={word}' for word in KEYWORDS), '-D', ROOT,
        '-f', ROOT / 'po/POTFILES', '-o', folder / 'all.pot')
    run('msgen', '--no-wrap', '--lang=en', '-o', folder / 'en.po', folder / 'all.pot')
    write_catalogue(folder / 'en.po', folder / 'qps.po')
    run('msgfmt', '-o', place / 'quotidian.mo', folder / 'qps.po')
    run('localedef', '-i', 'en_US', '-f', 'UTF-8', folder / 'en_US.UTF-8')
    return {'LOCPATH': str(folder), 'LC_ALL': 'en_US.UTF-8', 'LANGUAGE': LANGUAGE, 'QUO_LOCALE_DIR': str(folder)}


if __name__ == '__main__':
    import sys
    print('\n'.join(f'{name}={value}' for name, value in make(sys.argv[1]).items()))
