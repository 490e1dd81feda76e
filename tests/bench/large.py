#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""large.py PROGRAM [PHASE...]: works in the window with 100,000 annotations and with 10,000 articles, with the
watchdog on. Prints `blocked ACT MS WORK` for each act: the longest time that the main loop was blocked, and the
longest that it worked in one go; and `memory ACT MB`. Phases: annotations, suggestions, folder, tabs; all
without one."""

import json
import os
import pathlib
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / 'ui'))
from article_maker import make_article
from busy import Watchdog
from drive import Program, children, wait_until
from folder_maker import make_folder

MEGABYTE = 1_000_000
# So long nothing may block any more before a phase counts as over (seconds).
STILL = 0.6


class Meter:
    """What the watchdog tells of each phase."""

    def __init__(self, program, watchdog):
        self.program, self.watchdog = program, watchdog
        self.watchdog.read()

    def wait_still(self):
        blocks, quiet = [], time.monotonic()
        while time.monotonic() - quiet < STILL:
            self.program.state()
            new = self.watchdog.read()
            if new:
                blocks += new
                quiet = time.monotonic()
            time.sleep(0.02)
        return blocks

    def end(self, phase):
        """The phase is over once the window has come to rest."""
        blocks = [(int(ms), int(work)) for ms, work in self.wait_still()]
        ms, work = (max((block[i] for block in blocks), default=0) for i in range(2))
        print(f'blocked {phase} {ms} {work}', flush=True)

    def memory(self, phase):
        print(f'memory {phase} {self.program.memory_kib() / 1024:.0f}', flush=True)


def click_row(program):
    """Not one of the inspector, which has a row for each label."""
    def find_rows():
        lists = [children(node) for node in program.nodes()
                 if node.get_role_name() == 'list' and node.get_name() == 'Annotations']
        return max(lists, key=len, default=None)
    program.click(wait_until(find_rows, 'the rows')[0])


def measure_list(program, meter):
    click_row(program)
    meter.end('row')
    for key in ('End', 'Home', 'Next', 'End', 'Prior'):
        program.key(key)
        meter.end('list-' + key.lower())


def measure_filter(program, meter):
    entry = program.find('entry', 'Filter annotations')
    program.click(entry)
    program.type_text('ha')
    meter.end('filter-text')
    program.key('BackSpace')
    program.key('BackSpace')
    meter.end('filter-none')


def measure_many(program, meter):
    program.act('win.unlock-layer', 'L1')  # the article's maker is somebody else
    n = sum(program.state()['counts'].values())
    click_row(program)
    meter.wait_still()
    program.key('ctrl+a')
    meter.end('select-all')
    program.key('Delete')
    program.wait_state(lambda s: not s['counts'], 'all to be gone')
    meter.end('delete')
    program.act('win.undo')
    program.wait_state(lambda s: sum(s['counts'].values()) == n, 'all to be back')
    meter.end('undo-delete')
    program.act('win.redo')
    meter.end('redo-delete')
    program.act('win.undo')
    meter.wait_still()
    meter.memory('edits')


def measure_linking(program, meter):
    click_row(program)
    program.key('ctrl+a')
    program.press(program.find('button', 'Link all selected quotes to a speaker'))
    program.find('entry', 'Who said it?')
    meter.wait_still()
    before = program.state()['undo']
    program.type_text('Ingrid')
    meter.end('speakers')
    program.key('Return')
    program.wait_state(lambda s: s['undo'] > before and not s['busy'], 'the quotes to be linked')
    meter.end('link-many')
    program.act('win.undo')
    program.wait_state(lambda s: s['undo'] == before and not s['busy'], 'the links to be gone')
    meter.end('undo-link')


def measure_suggestions(binary, folder, watchdog):
    """All that is suggested is accepted at once, and a word that stands everywhere is tagged everywhere."""
    article = make_article(pathlib.Path(folder) / 'bare.txt', 2 * MEGABYTE, 0)
    place = article.read_text(encoding='utf-8').index(' the ') + 1
    with Program([binary, article], {'QUO_WATCHDOG': '1'}) as program:
        program.wait_ready(article)
        meter = Meter(program, watchdog)
        program.act('win.suggest')
        n = program.wait_state(lambda s: s['suggested'] and not s['suggesting'], 'suggestions')['suggested']
        meter.end('suggest')
        program.act('win.accept-all')
        program.wait_state(lambda s: s['suggested'] < n / 2 and not s['busy'], 'suggestions to be accepted')
        meter.end('accept-all')
        program.act('win.undo')
        program.wait_state(lambda s: s['suggested'] == n and not s['busy'], 'suggestions to be back')
        meter.end('undo-accept')
        program.act('win.select', place, place + 3)
        program.act('win.tag', 'place')
        meter.wait_still()
        before = program.state()['undo']
        program.act('win.tag-all')
        program.wait_state(lambda s: s['undo'] > before and not s['busy'], 'the word to be tagged')
        meter.end('tag-all')
        program.quit()


def measure_going(program, meter):
    program.act('win.focus-article')
    for action in ('next', 'previous', 'next-quote', 'next-quote', 'next-name', 'statistics'):
        program.act('win.' + action)
        meter.end(action)
    program.key('Escape')
    program.act('win.find', 'the')
    program.wait_idle()
    meter.end('find')


def measure_annotations(binary, folder, watchdog):
    article = make_article(pathlib.Path(folder) / 'large.txt', 2 * MEGABYTE, 100_000)
    with Program([binary, article], {'QUO_WATCHDOG': '1'}) as program:
        program.wait_ready(article)
        meter = Meter(program, watchdog)
        meter.end('opened')
        meter.memory('annotations')
        measure_list(program, meter)
        measure_filter(program, meter)
        measure_many(program, meter)
        measure_linking(program, meter)
        measure_going(program, meter)
        program.quit()


def folder_state(program):
    return json.loads(program.describe('win.folder-state')[2][0])


def measure_folder(binary, folder, watchdog):
    city = os.path.join(folder, 'city')
    paths = make_folder(city, count=10_000, begun=3000, done=3000)
    with Program([binary], {'QUO_WATCHDOG': '1'}) as program:
        program.wait_ready()
        meter = Meter(program, watchdog)
        meter.end('empty')
        program.act('win.open-folder', city)
        wait_until(lambda: folder_state(program)['read'] == len(paths), 'all to be read', 300)
        meter.end('folder-open')
        meter.memory('folder')
        program.act('win.list-page', 'articles')
        program.click(program.find('entry', 'Filter articles'))
        program.type_text('strike')
        wait_until(lambda: 0 < folder_state(program)['shown'] < len(paths), 'the filter')
        meter.end('folder-filter')
        program.key('ctrl+a', 'BackSpace')
        meter.end('folder-filter-none')
        for _ in range(3):
            before = program.state()['article']
            program.act('win.done')
            program.wait_state(lambda s, b=before: s['article'] != b and not s['busy'], 'the next article')
        meter.end('folder-done')
        program.act('win.find-in-folder', 'haddad')
        wait_until(lambda: not folder_state(program)['searching'] and folder_state(program)['hits'], 'the search', 300)
        meter.end('folder-find')
        program.act('win.statistics')
        meter.end('folder-statistics')
        program.key('Escape')
        meter.memory('folder-end')
        program.quit()


def measure_tabs(binary, folder, watchdog):
    first = make_article(pathlib.Path(folder) / 'tab-00.txt', MEGABYTE, 10_000)
    paths = [str(first)]
    for n in range(1, 50):
        path = os.path.join(folder, f'tab-{n:02}.txt')
        os.link(first, path)
        sidecar = pathlib.Path(f'{first}.quo.json').read_text(encoding='utf-8')
        pathlib.Path(f'{path}.quo.json').write_text(sidecar.replace('tab-00.txt', f'tab-{n:02}.txt', 1), encoding='utf-8')
        paths.append(path)
    with Program([binary, *paths], {'QUO_WATCHDOG': '1'}) as program:
        program.wait_ready(paths[0])
        meter = Meter(program, watchdog)
        meter.end('tabs-open')
        meter.memory('tabs-one')
        for path in paths:
            program.act('win.open', path)
            program.wait_ready(path)
        meter.end('tabs-first-visit')
        meter.memory('tabs-all')
        for path in paths[::7]:
            program.act('win.open', path)
            program.wait_ready(path)
        meter.end('tabs-switch')
        program.quit()
    with Program([binary], {'QUO_WATCHDOG': '1'}) as program:
        program.wait_ready(paths[49])
        meter = Meter(program, watchdog)
        meter.end('tabs-restored')
        meter.memory('tabs-restored')
        program.quit()


def main():
    binary, *wanted = sys.argv[1:]
    watchdog = Watchdog()
    measures = {'annotations': measure_annotations, 'suggestions': measure_suggestions, 'folder': measure_folder, 'tabs': measure_tabs}
    for name in wanted or measures:
        with tempfile.TemporaryDirectory(prefix='quo-large-') as folder:
            measures[name](binary, folder, watchdog)


if __name__ == '__main__':
    main()
