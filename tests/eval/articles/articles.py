#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""articles.py QUO [--html FOLDER] [--readability FOLDER] [--verbose]: how much of a story is taken out of a page.

Each page is compared with the text a person would call its story, by words: F1 of their longest common
subsequence. FOLDER of --html has saved pages, PAGE.html, each with its text, PAGE.txt; pages without one are only
compared with what the other program takes. In FOLDER of --readability the npm packages @mozilla/readability and
jsdom are installed; without them they are left out. Times are those of the processor. Nothing fails: the table is
the result.
"""

import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from make_pages import list_pages


def words(text):
    return re.findall(r'\w+', text.lower())


def common(a, b):
    """The length of the longest common subsequence, 64 and more places at a time (Hyyrö 2004)."""
    places = {}
    for i, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << i
    mask = (1 << len(a)) - 1
    row = mask
    for word in b:
        hits = row & places.get(word, 0)
        row = ((row + hits) | (row - hits)) & mask
    return len(a) - bin(row).count('1')


def f1(text, expected):
    a, b = words(text), words(expected)
    return 2 * common(a, b) / (len(a) + len(b)) if a or b else 1.0


def ask_quo(quo, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = subprocess.run([quo, 'text', path], check=True, capture_output=True).stdout.decode()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    info = json.loads(subprocess.run([quo, 'info', '--json', path], check=True, capture_output=True).stdout)
    return {'text': text, 'ms': seconds * 1000, 'title': info.get('title'), 'byline': info.get('byline'),
            'published': info.get('published')}


def ask_readability(folder, paths):
    """{path: answer}, empty when it is not installed."""
    if folder is None or shutil.which('node') is None or not (folder / 'node_modules/@mozilla/readability').is_dir():
        return {}
    result = subprocess.run(['node', HERE / 'readability.js', *paths], check=False, capture_output=True, text=True,
                            env=dict(os.environ, READABILITY_HOME=str(folder)))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    return {pathlib.Path(answer['file']): answer for answer in answers}


def is_title(answer, page):
    return words(answer['title'] or '') == words(page['title'])


def is_byline(answer, page):
    return set(words(page['byline'])) <= set(words(answer['byline'] or ''))


def is_date(answer, page):
    return (answer['published'] or '').startswith(page['date'])


def share(answers, pages, check, name):
    told = [(answers[path], page) for path, page in pages.items() if page.get(name) and path in answers]
    return sum(check(answer, page) for answer, page in told) / len(told) if told else None


def show(name, answers, pages):
    scores = [f1(answers[path]['text'], page['text']) for path, page in pages.items() if path in answers]
    print(f'{name:12} {len(scores):5} {statistics.mean(scores):6.3f} {min(scores):6.3f}'
          f' {statistics.median(answer["ms"] for answer in answers.values()):8.1f}', end='')
    for what, check in (('title', is_title), ('byline', is_byline), ('date', is_date)):
        value = share(answers, pages, check, what)
        print(f' {value * 100:7.1f}' if value is not None else '       -', end='')
    print()


def add_saved(pages, folder):
    for path in sorted(folder.glob('*.html')):
        text = path.with_suffix('.txt')
        if text.is_file():
            pages[path] = {'text': text.read_text(encoding='utf-8')}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('quo', type=pathlib.Path)
    parser.add_argument('--html', type=pathlib.Path)
    parser.add_argument('--readability', type=pathlib.Path)
    parser.add_argument('--verbose', action='store_true', help='a line for each page')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='quo-articles-') as folder:
        pages = {}
        for page in list_pages():
            path = pathlib.Path(folder) / f'{page["name"]}.html'
            path.write_bytes(page['bytes'])
            pages[path] = page
        bare = []
        if options.html is not None:
            add_saved(pages, options.html)
            bare = [path for path in sorted(options.html.glob('*.html')) if path not in pages]
        ours = {path: ask_quo(options.quo, path) for path in [*pages, *bare]}
        theirs = ask_readability(options.readability, [*pages, *bare])
        if options.verbose:
            for path, page in pages.items():
                other = f'{f1(theirs[path]["text"], page["text"]):6.3f}' if path in theirs else '     -'
                print(f'{path.stem:24} {f1(ours[path]["text"], page["text"]):6.3f} {other}')
        print('program      pages   mean  worst       ms   title  byline    date')
        show('quo', {path: ours[path] for path in pages}, pages)
        if theirs:
            show('readability', {path: theirs[path] for path in pages if path in theirs}, pages)
            times = [theirs[path]['ms'] / ours[path]['ms'] for path in ours if path in theirs]
            print(f'readability / quo, CPU time of a page: {statistics.median(times):.1f} (quo with the start of its process)')
            worse = [path.stem for path, page in pages.items() if path in theirs and f1(theirs[path]['text'], page['text']) > 0.9
                     and f1(ours[path]['text'], page['text']) < 0.5]
            print(f'below 0.5 where readability is above 0.9: {", ".join(worse) or "none"}')
            for path in bare:
                if path in theirs:
                    print(f'{path.name}: the two agree to {f1(ours[path]["text"], theirs[path]["text"]):.3f}')
        elif options.readability is not None:
            print('left out: @mozilla/readability is not installed there (npm install @mozilla/readability jsdom)')


main()
