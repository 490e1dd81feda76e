#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-start.py ROOT [--first N] [--moved]: starts the programs installed in ROOT, and prints TAP.

--moved   ROOT is not the prefix they were built for, so they are told where their data is
--first   the number of the first case
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
UI = HERE.parent / 'ui'


def make_environment(root, moved):
    """Nothing of the tree the programs were built in."""
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(('QUO_', 'GSETTINGS_', 'G_TEST_'))}
    environment['XDG_DATA_DIRS'] = f'{root}/share:/usr/local/share:/usr/share'
    if moved:
        environment['QUO_DATA_DIR'] = f'{root}/share/quotidian'
    return environment


def start_quo(root, environment):
    result = subprocess.run([root / 'bin/quo', '--version'], check=False, text=True, env=environment,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert result.returncode == 0 and re.match(r'^quo \d+\.\d+', result.stdout), result.stdout
    return result.stdout


def list_formats(root, environment):
    result = subprocess.run([root / 'bin/quo', 'formats'], check=False, text=True, env=environment,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert result.returncode == 0 and 'brat' in result.stdout, result.stdout


def start_window(root, environment):
    """The window shows an article, knows its labels, and ends when asked to."""
    with tempfile.TemporaryDirectory() as folder:
        article = shutil.copy(root / 'share/quotidian/samples/bridge.txt', folder)
        result = subprocess.run(
            [UI / 'run-x', sys.executable, '-W', 'ignore', __file__, root, '--inside', article],
            check=False, env=environment)
        assert result.returncode == 0, f'exit status {result.returncode}'


def drive_window(root, article):
    sys.path.insert(0, os.fspath(UI))
    from drive import Program
    with Program([root / 'bin/quotidian', article]) as program:
        program.wait_ready(article)
        program.act('win.select', 2, 2)
        program.act('win.tag', 'person')
        assert program.state()['counts'].get('person') == 1, program.state()
        return program.quit()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('root', type=pathlib.Path)
    parser.add_argument('--first', type=int, default=1)
    parser.add_argument('--moved', action='store_true')
    parser.add_argument('--inside')
    options = parser.parse_args()
    if options.inside:
        return drive_window(options.root, options.inside)
    environment = make_environment(options.root, options.moved)
    status = 0
    for number, case in enumerate([start_quo, list_formats, start_window], options.first):
        try:
            case(options.root, environment)
            result = 'ok'
        except (AssertionError, OSError) as complaint:
            print('# ' + str(complaint).replace('\n', '\n# '))
            result, status = 'not ok', 1
        print(f"{result} {number} /install/{case.__name__.replace('_', '-')}", flush=True)
    return status


sys.exit(main())
