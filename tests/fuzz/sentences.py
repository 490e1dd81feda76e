#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sentences.py TESTS OUT: what is thrown at the suggestions first.

TESTS is the folder of the tests of suggestions. Each text in a table there, without the marks that say what is
proposed in it, becomes a file of its own: OUT/LANGUAGE/TABLE-NAME.
"""

import ast
import os
import re
import sys

# { "name", "language", "text in pieces", ...
CASE = re.compile(r'\{ "([^"]+)", "([a-z]{2})",((?:\s*"(?:[^"\\]|\\.)*")+)')
PIECE = re.compile(r'"(?:[^"\\]|\\.)*"')
MARKS = dict.fromkeys(map(ord, '⟦⟧⟪⟫‸'))


def write_sentences(table, out):
    with open(table, encoding='utf-8') as file:
        cases = CASE.findall(file.read())
    for name, language, pieces in cases:
        text = ''.join(ast.literal_eval(piece) for piece in PIECE.findall(pieces))
        os.makedirs(os.path.join(out, language), exist_ok=True)
        path = os.path.join(out, language, f'{os.path.basename(table)}-{name.replace("/", "-")}')
        with open(path, 'w', encoding='utf-8') as sentence:
            sentence.write(text.translate(MARKS))


def main(tests, out):
    for folder, _, tables in os.walk(tests):
        for table in tables:
            if table.endswith(('.c', '.h')):
                write_sentences(os.path.join(folder, table), out)


main(*sys.argv[1:])
