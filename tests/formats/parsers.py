#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports for which other people's parsers are at hand: NIF by rdflib, HTML by html5lib (strict).

usage: parsers.py QUO FOLDER        (FOLDER/ferry.txt with its sidecar ...)        Prints TAP.

A case is left out, with the reason, where the parser is not installed.
"""
import json, os, re, shutil, subprocess, sys, tempfile

NIF = 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#'


def export(quo, article, format, folder, extension):
    out = os.path.join(folder, 'out.' + extension)
    command = [quo, 'convert', '--to', format, '-o', out, article]
    with open(article + '.quo.json', encoding='utf-8') as file:
        layers = json.load(file)['layers']
    if len(layers) > 1:
        command += ['--layer', layers[0]['id']]
    subprocess.run(command, check=True, capture_output=True)
    return out


def make_hostile(folder):
    """An article with all that needs an escape somewhere, marked from end to end."""
    text = 'A "b" \\ <c> & \'d\'\r\n\te\u2028f 🚢 \u202eg\u202c h\u0301 ]]> <!-- -->\n'
    article = os.path.join(folder, 'hostile.txt')
    with open(article, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    rows = ''.join(f'person,{i},{j}\n' for i, j in ((0, len(text)), (2, 5), (3, 12), (17, 22), (24, 30)))
    table = os.path.join(folder, 'hostile.csv')
    with open(table, 'w', encoding='utf-8') as file:
        file.write('type,start,end\n' + rows)
    return article, table


def check_nif(path, text):
    import rdflib
    graph = rdflib.Graph()
    graph.parse(path, format='turtle')
    nif = rdflib.Namespace(NIF)
    contexts = list(graph.subjects(rdflib.RDF.type, nif.Context))
    if len(contexts) != 1:
        return f'{len(contexts)} contexts'
    whole = str(graph.value(contexts[0], nif.isString))
    if whole not in (text, text.replace('\r\n', '\n').replace('\r', '\n')):
        return f'isString is another text: {whole[:60]!r}'
    n = 0
    for phrase in graph.subjects(nif.referenceContext, contexts[0]):
        begin, end = (int(graph.value(phrase, name)) for name in (nif.beginIndex, nif.endIndex))
        n += 1
        if str(graph.value(phrase, nif.anchorOf)) != whole[begin:end]:
            return f'{phrase}: anchorOf is not what stands at {begin}-{end}'
        if not re.search(rf'[#_=]{begin}[,_]{end}$', str(phrase)):
            return f'{phrase} is not that of {begin}-{end}'
    return '' if n else 'no phrase'


def check_html(path, text):
    import html5lib
    with open(path, 'rb') as file:
        parser = html5lib.HTMLParser()
        tree = parser.parse(file)
    if parser.errors:
        (line, column), name, _ = parser.errors[0]
        return f'line {line}, column {column}: {name}'
    marks = [e for e in tree.iter() if str(e.tag).endswith('}mark')]
    return '' if marks else 'nothing is marked'


def is_installed(module):
    return subprocess.run([sys.executable, '-c', f'import {module}'], capture_output=True, check=False).returncode == 0


CASES = [('nif', 'ttl', 'rdflib', check_nif), ('html', 'html', 'html5lib', check_html)]


def main():
    quo, articles = sys.argv[1:3]
    number = n_failed = 0
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ('ferry.txt', 'market.txt')]
        for name in names:
            for suffix in ('', '.quo.json'):
                shutil.copy(os.path.join(articles, os.path.basename(name)) + suffix, folder)
        hostile, table = make_hostile(folder)
        subprocess.run([quo, 'convert', '--article', hostile, table], check=True, capture_output=True)
        for format, extension, module, check in CASES:
            for article in (*names, hostile):
                number += 1
                case = f'/parsers/{format}/{os.path.basename(article)}'
                if not is_installed(module):
                    print(f'ok {number} {case} # SKIP python3-{module} is not installed')
                    continue
                with open(article, encoding='utf-8', newline='') as file:
                    text = file.read()
                out = export(quo, article, format, folder, extension)
                wrong = check(out, text)
                os.unlink(out)
                print(f'{"not ok" if wrong else "ok"} {number} {case}')
                if wrong:
                    print(f'# {wrong}')
                n_failed += bool(wrong)
    print(f'1..{number}')
    return 1 if n_failed else 0


if __name__ == '__main__':
    sys.exit(main())
