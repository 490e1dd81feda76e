#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py BUILD [--quick]: measures what the program promises of its speed, and prints one table.

Each figure is a median of several runs, and the two sides of a ratio are run in turn, so that a machine that
is busy is busy for both. What is not installed is named and left out. Nothing fails: the table is the result.
"""

import argparse
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from article_maker import NEWS_PLAIN, make_article
from file_maker import make_page, make_pdf

RUN_X = HERE.parent / 'ui' / 'run-x'
MEGABYTE = 1_000_000
PATIENCE = 600


def read_figures(text):
    """{name: value} of the lines `name 1.23`."""
    return {name: float(value) for name, value in re.findall(r'^([a-z0-9_.-]+) (-?[0-9.]+)$', text, re.M)}


def run(*command, environment=None):
    result = subprocess.run([str(word) for word in command], check=False, text=True, timeout=PATIENCE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    if result.returncode != 0:
        print(f'bench: {" ".join(map(str, command))} ended with {result.returncode}', file=sys.stderr)
    return result


def figures_of(*command):
    return read_figures(run(*command).stdout)


class Table:
    def __init__(self):
        self.rows = []
        self.left_out = []

    def add(self, bar, what, ours, theirs, value, aim, is_reached):
        self.rows.append([bar, what, ours, theirs, value, aim, 'yes' if is_reached else 'NO'])

    def at_most(self, bar, what, value, limit, unit='', ours='', theirs=''):
        self.add(bar, what, ours, theirs, f'{value:.2f}{unit}', f'<= {limit}{unit}', value <= limit)

    def at_least(self, bar, what, value, limit, unit='', ours='', theirs=''):
        self.add(bar, what, ours, theirs, f'{value:.2f}{unit}', f'>= {limit}{unit}', value >= limit)

    def show(self):
        rows = [['bar', 'what', 'ours', 'theirs', 'figure', 'aim', 'reached']] + self.rows
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        for row in rows:
            print('  '.join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
        for line in self.left_out:
            print(f'left out: {line}')


class Bench:
    def __init__(self, build, folder, n_runs):
        self.build, self.folder, self.n_runs = build, folder, n_runs
        self.programs = build / 'tests' / 'bench'
        self.quotidian = build / 'src' / 'ui' / 'quotidian'
        self.quo = build / 'src' / 'cli' / 'quo'
        self.table = Table()

    def watch(self, *command, options=()):
        """One start of a program, seen from outside."""
        return read_figures(run(RUN_X, self.programs / 'bench-window', *options, '--', *command).stdout)

    def watch_in_turn(self, name, *sides):
        """The median of figure `name` for each side (options, command)."""
        seen = [[] for _ in sides]
        for _ in range(self.n_runs):
            for figures, (options, command) in zip(seen, sides):
                figure = self.watch(*command, options=options).get(name)
                if figure is not None:
                    figures.append(figure)
        return [statistics.median(figures) if figures else None for figures in seen]

    def measure_page(self):
        """Bars 1, 3, 4, 5: our page against a bare GtkTextView."""
        view = figures_of(RUN_X, self.programs / 'bench-view')
        table = self.table

        def pair(name, ours, bare):
            return {'ours': f"{view[f'view.{name}.{ours}']:.1f} ms", 'theirs': f"{view[f'view.{name}.{bare}']:.1f} ms"}

        for size in ('1k', '10k', '100k'):
            table.at_most('1', f'first paint, 1 MB, {size} annotations / bare GtkTextView',
                          view[f'view.ratio.first_paint_{size}'], 1.3, **pair('first_paint_ms', size, 'bare'))
        table.at_most('3', 'CPU of a scroll frame at 10k / bare', view['view.ratio.scroll_10k'], 1.25,
                      **pair('scroll_cpu_ms', '10k', 'bare'))
        for case in ('10k', 'crowded'):
            table.at_most('3', f'scroll frame, 95th percentile, {case}', view[f'view.scroll_p95_ms.{case}'], 16.7,
                          ' ms')
        table.at_most('4', 'tagging at 100k: call and frame',
                      view['view.tag_call_ms.100k'] + view['view.tag_frame_ms.100k'], 16.7, ' ms')
        table.at_most('4', 'the same above a bare frame', view['view.tag_above_bare_ms_100k'], 3, ' ms')
        table.at_least('5', 'a line of 1 MB: first paint, bare / ours', view['view.ratio.line_first_paint'], 10,
                       **pair('first_paint_ms', 'line', 'line-bare'))
        table.at_least('5', 'a line of 1 MB: a tag frame, bare / ours',
                       view['view.tag_frame_ms.line-bare'] / view['view.tag_frame_ms.line'], 8,
                       **pair('tag_frame_ms', 'line', 'line-bare'))
        table.at_most('5', 'a line of 1 MB / the same in paragraphs', view['view.ratio.line_to_paragraphs'], 1.5)

    def measure_window(self):
        """Bar 2, and the other half of bar 1: the whole program from outside."""
        if not (self.programs / 'bench-window').exists():
            self.table.left_out.append('bar 2: libxdamage is not installed')
            return
        sample = shutil.copy(HERE.parents[1] / 'data' / 'samples' / 'bridge.txt', self.folder)
        empty, ours = ((), [self.programs / 'bench-empty']), ((), [self.quotidian, sample])
        for name, what, unit, limit in (('window.first_ms', 'first window', 'ms', 1.8),
                                        ('window.pss_mb', 'memory (PSS)', 'MB', 1.6)):
            theirs, mine = self.watch_in_turn(name, empty, ours)
            self.table.at_most('2', f'{what} / an empty libadwaita program', mine / theirs, limit,
                               ours=f'{mine:.0f} {unit}', theirs=f'{theirs:.0f} {unit}')
        if shutil.which('gnome-text-editor') is None:
            self.table.left_out.append('bar 1: gnome-text-editor is not installed')
            return
        for size in (1, 10):
            article = make_article(self.folder / f'plain{size}.txt', size * MEGABYTE, 0)
            theirs, mine = self.watch_in_turn('window.text_ms', (('--text',), ['gnome-text-editor', '-s', article]),
                                              (('--text',), [self.quotidian, article]))
            if theirs is None or mine is None:
                self.table.left_out.append(f'bar 1: gnome-text-editor painted no text of {size} MB')
                continue
            self.table.at_least('1', f'{size} MB to text painted, gnome-text-editor / ours', theirs / mine, 3,
                                ours=f'{mine:.0f} ms', theirs=f'{theirs:.0f} ms')

    def measure_sidecar(self):
        """Bar 6."""
        data = self.folder / 'sidecar.json'
        figures = figures_of(self.programs / 'bench-sidecar', data)
        load, save = figures['sidecar.load_mb_s'], figures['sidecar.save_mb_s']
        self.table.at_least('6', 'sidecar: load', load, 250, ' MB/s')
        self.table.at_least('6', 'sidecar: write', save, 500, ' MB/s')
        self.table.at_most('6', 'a record in memory / its JSON', figures['sidecar.memory_per_json_byte'], 1.2)
        others = [('json-glib', figures, 'json_glib.load_mb_s', 6)]
        for name, program, script, limit in (('node', 'node', 'bench-sidecar.js', 2),
                                             ('python3', 'python3', 'bench-sidecar.py', 2.5)):
            if shutil.which(program) is None:
                self.table.left_out.append(f'bar 6: {program} is not installed')
                continue
            others.append((name, figures_of(program, HERE / script, data), f'{name}.load_mb_s', limit))
        for name, theirs, key, limit in others:
            self.table.at_least('6', f'load, ours / {name}', load / theirs[key], limit,
                                ours=f'{load:.0f} MB/s', theirs=f'{theirs[key]:.0f} MB/s')

    def measure_index(self):
        """Bar 7."""
        figures = figures_of(self.programs / 'bench-index')
        self.table.at_most('7', 'span index, 100k: a screen query', figures['index.query_us'], 2, ' us')
        self.table.at_most('7', 'span index, 100k: an edit', figures['index.edit_us'], 200, ' us')

    def measure_export(self):
        """Bar 8: a million annotations."""
        ours = figures_of(self.programs / 'bench-export', self.folder)
        theirs = figures_of('python3', HERE / 'bench-export.py', self.folder)
        mine, python = ours['export.brat_ms'], theirs['python3.brat_ms']
        self.table.at_least('8', 'brat, 1M annotations, python3 / ours', python / mine, 3,
                            ours=f'{mine:.0f} ms', theirs=f'{python:.0f} ms')
        mine, python = ours['export.conll_ms'], theirs['python3.conll_ms']
        self.table.at_least('8', 'CoNLL, 1M annotations, python3 / ours', python / mine, 10,
                            ours=f'{mine:.0f} ms', theirs=f'{python:.0f} ms')

    def measure_names(self):
        """Bar 10: the names of 1 MB of news, and the gazetteer."""
        article = make_article(self.folder / 'names.txt', MEGABYTE, 0)
        gazetteer = HERE.parents[1] / 'data' / 'gazetteer' / 'quotidian.gazetteer'
        figures = figures_of(self.programs / 'bench-names', article, gazetteer)
        self.table.at_most('10', 'gazetteer: open and first look-up', figures['names.open_ms'], 20, ' ms')
        self.table.at_most('10', 'names of 1 MB of news', figures['names.find_ms'], 500, ' ms')

    def peak_of(self, *command):
        """Megabytes that a command had at most."""
        return figures_of(self.programs / 'bench-suggest', '--peak', *command)['command.peak_mb']

    def peak_of_suggesting(self, path):
        out = self.folder / 'out.json'
        out.unlink(missing_ok=True)  # one that is there already is read before it is written again
        return self.peak_of(self.quo, 'suggest', '-l', 'en', '-o', out, path)

    def measure_suggestions(self):
        """Bar 12: all suggesters on 1 MB, the engine alone and the whole command: with as much to be found as in news,
        and with half as much again."""
        empty = self.folder / 'empty.txt'
        empty.write_text('None.\n', encoding='utf-8')
        for what, plain in (('1 MB as news is', NEWS_PLAIN), ('1 MB full of names', 0)):
            article = make_article(self.folder / 'suggest.txt', MEGABYTE, 0, plain=plain)
            figures = figures_of(self.programs / 'bench-suggest', article)
            many = f"{figures['suggest.annotations']:.0f} found"
            self.table.at_most('12', f'all suggesters on {what}', figures['suggest.ms'], 1000, ' ms', ours=many)
            if 'suggest.peak_mb' in figures:
                self.table.at_most('12', 'the same: memory above the article', figures['suggest.peak_mb'], 2, ' MB',
                                   ours=f"{figures['suggest.result_mb']:.1f} MB are what was found")
            peaks = [min(self.peak_of_suggesting(path) for _ in range(self.n_runs)) for path in (article, empty)]
            self.table.at_most('12', 'quo suggest -o: memory above that of an empty article', peaks[0] - peaks[1], 2,
                               ' MB', theirs=f'{peaks[1]:.1f} MB')

    def measure_reading(self):
        """Bar 11: a web page of 1 MB and a PDF of 200 pages, from the file to the article."""
        text = make_article(self.folder / 'read.txt', 3 * MEGABYTE, 0).read_text(encoding='utf-8')
        page = make_page(self.folder / 'read.html', text, MEGABYTE)
        pdf = make_pdf(self.folder / 'read.pdf', text, 200)
        for name, path, what, limit in (('html', page, 'a web page of 1 MB', 60), ('pdf', pdf, 'a PDF of 200 pages', 2000)):
            figure = figures_of(self.programs / 'bench-read', name, path).get(f'read.{name}_ms')
            if figure is None:
                self.table.left_out.append(f'bar 11: {what}: the program was built without its library')
                continue
            self.table.at_most('11', what, figure, limit, ' ms')

    def watch_loop(self, article):
        """{phase: (ms, ms at work)} of the longest block, the least of a few runs; None without a watchdog."""
        least = {}
        for _ in range(3):
            result = run(RUN_X, '/usr/bin/python3', '-W', 'ignore', HERE / 'busy.py', self.quotidian,
                         self.programs / 'bench-empty', article)
            if result.returncode != 0 or 'watched' not in result.stdout:
                return None
            longest = dict.fromkeys(('start', 'edit', 'save', 'export', 'find'), (0, 0))
            for phase, ms, work in re.findall(r'^blocked (\S+) (\d+) (\d+)$', result.stdout, re.M):
                longest[phase] = max(longest.get(phase, (0, 0)), (int(ms), int(work)))
            least = {phase: min(block, least.get(phase, block)) for phase, block in longest.items()}
        return least

    def measure_loop(self):
        """Bar 9: the longest time the main loop was blocked in a day's work, pressed into seconds."""
        article = make_article(self.folder / 'busy.txt', 10 * MEGABYTE, 100_000)
        blocked = self.watch_loop(article)
        if blocked is None:
            self.table.left_out.append('bar 9: the watchdog is only in debug builds with glibc')
            return
        # Before the loop turns there is no window that could be kept waiting: what counts is what we add.
        ours, empty = blocked.pop('display'), blocked.pop('empty', (1, 1))
        self.table.at_most('9', 'until the main loop turns / an empty libadwaita program', ours[0] / empty[0], 1.8,
                           ours=f'{ours[0]} ms', theirs=f'{empty[0]} ms')
        for phase, (ms, work) in blocked.items():
            self.table.at_most('9', f'longest block of the main loop above 50 ms: {phase}', ms, 50, ' ms',
                               ours=f'{work} ms at work')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--quick', action='store_true', help='fewer runs')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='quo-bench-') as folder:
        bench = Bench(options.build.resolve(), pathlib.Path(folder), 3 if options.quick else 7)
        for measure in (bench.measure_page, bench.measure_window, bench.measure_sidecar, bench.measure_index,
                        bench.measure_export, bench.measure_loop, bench.measure_names, bench.measure_suggestions,
                        bench.measure_reading):
            print(f'bench: {measure.__doc__.splitlines()[0]}', file=sys.stderr)
            try:
                measure()
            except (KeyError, TypeError, subprocess.SubprocessError) as error:
                bench.table.left_out.append(f'{measure.__doc__.splitlines()[0]} {error!r} was not measured')
        bench.table.show()


main()
