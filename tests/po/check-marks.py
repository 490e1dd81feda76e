#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-marks.py SOURCE_ROOT: translations have the marks and blanks of their own language.

A blank at which a line may be broken leaves a mark alone at the start of the next line.
"""

import pathlib
import re
import subprocess
import sys

# What does not stand in any translation, unless the English text has it.
NOWHERE = {'three dots for an ellipsis': r'\.\.\.', 'straight marks for quotation': r'"'}
# What does not stand in a language.
NOT_IN = {
    'fr': {'a plain blank beside a mark that is set off': r' [;:?!»]|« ', 'a straight apostrophe': r"(?<=[^\W\d_])'(?=[^\W\d_])"},
    'de': {'a plain blank before an ellipsis or per cent': r' …|[a-z] %%'},
    'es': {'a plain blank before per cent': r'[a-z] %%'},
    'ru': {'a plain blank before a dash or per cent': r'(?<=\S) —|[a-z] %%'},
    'uk': {'a plain blank before a dash or per cent': r'(?<=\S) —|[a-z] %%',
           'a straight apostrophe': r"(?<=[а-яєіїґ])'(?=[а-яєіїґ])"},
    'ar': {'a comma or question mark of Latin': r'(?<=[\u0600-\u06ff])[,?]', 'per cent of Latin': r'%%'},
    # Before a capital it is what stands in a file.
    'zh_CN': {'a mark of half width after a character': r'(?<=[\u4e00-\u9fff])[:?!](?![A-Z])'},
}


def texts_of(source, language):
    """(English text, translation) of each string; of plurals each form."""
    plain = subprocess.run(['msgcat', '--no-wrap', str(source / 'po' / f'{language}.po')], check=True, text=True,
                           encoding='utf-8', stdout=subprocess.PIPE).stdout
    for entry in plain.split('\n\n'):
        texts = {}
        for line in entry.splitlines():
            keyword, _, text = ('', '', line) if line.startswith('"') else line.partition(' ')
            if keyword.startswith('msg'):
                texts[keyword], last = '', keyword
            elif keyword:
                continue  # a comment
            texts[last] += text[1:-1].replace('\\"', '"')
        for keyword, text in texts.items():
            if keyword.startswith('msgstr') and texts['msgid']:
                yield texts['msgid'], text


def complaints_about(english, text, language):
    for what, pattern in NOWHERE.items():
        if re.search(pattern, text) and not re.search(pattern, english):
            yield what
    for what, pattern in NOT_IN.get(language, {}).items():
        if re.search(pattern, text):
            yield what


def main():
    source = pathlib.Path(sys.argv[1])
    listed = (source / 'po/LINGUAS').read_text(encoding='utf-8').split('\n')
    languages = [line.strip() for line in listed if line.strip() and not line.startswith('#')]
    n_failed = 0
    print(f'1..{len(languages)}')
    for number, language in enumerate(languages, 1):
        found = [f'{what}: {text}' for english, text in texts_of(source, language)
                 for what in complaints_about(english, text, language)]
        for line in found:
            print(f'# {line}')
        n_failed += bool(found)
        print(f"{'not ok' if found else 'ok'} {number} /marks/{language}")
    return 1 if n_failed else 0


sys.exit(main())
