# SPDX-License-Identifier: GPL-3.0-or-later
"""An article that fault-session works on, and what may not be after it did."""

import json
import os
import pathlib
import subprocess

TEXT = 'Ana met Bo in Kiel. “We go,” said Ana. Bo said nothing to Ana, and went home by train.\n'


class Folder:
    """An article of a session that already went well once, so that there is a sidecar and a history."""

    def __init__(self, session, shim, root, state=None):
        self.session, self.shim, self.root = session, shim, pathlib.Path(root)
        (self.root / 'a.txt').write_text(TEXT, encoding='utf-8')
        self.environment = {**os.environ, 'XDG_STATE_HOME': f'{state or root}/state',
                            'XDG_RUNTIME_DIR': f'{state or root}/run'}
        pathlib.Path(state or root, 'run').mkdir()

    def run(self, *words, **faults):
        environment = {**self.environment, **faults}
        if faults:
            environment['LD_PRELOAD'] = self.shim
        return subprocess.run([self.session, *words, str(self.root)], env=environment, text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def last(lines, word):
    found = [int(line.split()[1]) for line in lines if line.startswith(word + ' ')]
    return found[-1] if found else 0


def load(path):
    """The content of a JSON file, None when there is none; ValueError when it is torn."""
    try:
        return json.loads(path.read_text(encoding='utf-8'))
    except FileNotFoundError:
        return None


def overtake(folder):
    """Edits that were never saved, and a sidecar that another program wrote since. How many edits there are."""
    left = folder.run('--leave').stdout.splitlines()
    sidecar = folder.root / 'a.txt.quo.json'
    content = load(sidecar)
    content['x-other'] = 'was here'
    sidecar.write_text(json.dumps(content), encoding='utf-8')
    return last(left, 'accepted')


def complaints(folder, run, n_before=0):
    """What went wrong, as sentences. @n_before: how many edits were there before."""
    lines = run.stdout.splitlines()
    saved = last(lines, 'saved')
    safe = max([int(line.split()[1]) for line in lines if line.startswith('accepted ') and line.endswith(' safe')],
               default=n_before)
    if run.returncode not in (0, 1, -9):
        yield f'it ended with {run.returncode}: {run.stderr[-300:]}'
    if (folder.root / 'a.txt').read_text(encoding='utf-8') != TEXT:
        yield 'the article was written'
    try:
        sidecar = load(folder.root / 'a.txt.quo.json')
        if len(sidecar['annotations'] if sidecar else []) < saved:
            yield f"{saved} were called saved, the sidecar has {len(sidecar['annotations']) if sidecar else 0}"
        tagset = load(folder.root / 'a.tagset.json')
        if 'exported' in lines and tagset is None:
            yield 'a file was called written that is not there'
    except ValueError as error:
        yield f'a file is torn: {error}'
        return
    again = folder.run('--count')
    found = last(again.stdout.splitlines(), 'had')
    if found < max(saved, safe):
        yield f'{max(saved, safe)} were accepted, {found} are there: {again.stdout!r}'
    if 'not saved' in again.stdout:
        yield f'what was recovered could not be saved: {again.stdout!r}'
