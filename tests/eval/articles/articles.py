#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""articles.py QUO TIMER [--html FOLDER] [--readability FOLDER] [--verbose]: how much of a story is taken out of a page.

Each page is compared with the text a person would call its story, by words: F1 of their longest common
subsequence. FOLDER of --html has saved pages, PAGE.html, each with its text, PAGE.txt; pages without one are only
compared with what the other program takes. In FOLDER of --readability the npm packages @mozilla/readability and
jsdom are installed; without them they are left out. Nothing fails: the tables are the result.

Times are those of the clock, measured alike for both programs: of each page from its bytes to the text, in a process
that has read every page before (TIMER), the best of three; and of whole processes that read one page each.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from make_pages import list_pages

RUNS = 3
# Processes are started for each eighth page.
STEP = 8
AIM = 10


# Each sign of Chinese and Japanese, which have no blanks between words, counts as one.
WORD = re.compile('[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+')


def words(text):
    return WORD.findall(text.lower())


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
    text = subprocess.run([quo, 'text', path], check=True, capture_output=True).stdout.decode()
    info = json.loads(subprocess.run([quo, 'info', '--json', path], check=True, capture_output=True).stdout)
    return {'text': text, 'title': info.get('title'), 'byline': info.get('byline'), 'published': info.get('published')}


def ask_all(quo, timer, paths):
    answers = {path: ask_quo(quo, path) for path in paths}
    times = subprocess.run([timer, *paths], check=True, capture_output=True, text=True).stdout.split()
    for path, ms in zip(paths, times):
        answers[path]['ms'] = float(ms)
    return answers


def readability(folder, runs, paths):
    return subprocess.run(['node', HERE / 'readability.js', *paths], check=False, capture_output=True, text=True,
                          env=dict(os.environ, READABILITY_HOME=str(folder), READABILITY_RUNS=str(runs)))


def ask_readability(folder, paths):
    """{path: answer}, empty when it is not installed."""
    if folder is None or shutil.which('node') is None or not (folder / 'node_modules/@mozilla/readability').is_dir():
        return {}
    answers = [json.loads(line) for line in readability(folder, RUNS, paths).stdout.splitlines()]
    return {pathlib.Path(answer['file']): answer for answer in answers}


def time_process(run):
    """The best of a few, in milliseconds."""
    best = float('inf')
    for _ in range(3):
        start = time.perf_counter()
        run()
        best = min(best, (time.perf_counter() - start) * 1000)
    return best


def show_times(name, ours, theirs):
    """Of the same pages: medians, sums, and how many times as long the other program takes."""
    ratios = [other / own for own, other in zip(ours, theirs)]
    print(f'{name:24} {statistics.median(ours):8.1f} {statistics.median(theirs):8.1f} {sum(ours):9.0f} {sum(theirs):9.0f}'
          f' {sum(theirs) / sum(ours):8.1f} {statistics.median(ratios):7.1f} {min(ratios):7.1f}')


def compare_times(options, ours, theirs):
    paths = [path for path in ours if path in theirs]
    some = paths[::STEP]
    print()
    print(f'{"milliseconds":24} {"median":>17} {"of all pages":>19} {"times as long as quo":>24}')
    print(f'{"":24} {"quo":>8} {"other":>8} {"quo":>9} {"other":>9} {"all":>8} {"median":>7} {"least":>7}')
    show_times(f'{len(paths)} pages', [ours[path]['ms'] for path in paths], [theirs[path]['ms'] for path in paths])
    show_times(f'{len(some)} pages, a process each',
               [time_process(lambda p=path: subprocess.run([options.quo, 'text', p], check=True, capture_output=True))
                for path in some],
               [time_process(lambda p=path: readability(options.readability, 0, [p])) for path in some])
    print(f'{"aim":24} {"":17} {"":19} {AIM:8.1f}')


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
    print(f'{name:12} {len(scores):5} {statistics.mean(scores):6.3f} {min(scores):6.3f}', end='')
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
    parser.add_argument('timer', type=pathlib.Path)
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
        ours = ask_all(options.quo, options.timer, [*pages, *bare])
        theirs = ask_readability(options.readability, [*pages, *bare])
        if options.verbose:
            for path, page in pages.items():
                other = f'{f1(theirs[path]["text"], page["text"]):6.3f}' if path in theirs else '     -'
                print(f'{path.stem:24} {f1(ours[path]["text"], page["text"]):6.3f} {other}')
        print('program      pages   mean  worst   title  byline    date')
        show('quo', {path: ours[path] for path in pages}, pages)
        if theirs:
            show('readability', {path: theirs[path] for path in pages if path in theirs}, pages)
            worse = [path.stem for path, page in pages.items() if path in theirs and f1(theirs[path]['text'], page['text']) > 0.9
                     and f1(ours[path]['text'], page['text']) < 0.5]
            print(f'below 0.5 where readability is above 0.9: {", ".join(worse) or "none"}')
            for path in bare:
                if path in theirs:
                    print(f'{path.name}: the two agree to {f1(ours[path]["text"], theirs[path]["text"]):.3f}')
            compare_times(options, ours, theirs)
        elif options.readability is not None:
            print('left out: @mozilla/readability is not installed there (npm install @mozilla/readability jsdom)')


main()
