#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-layers.py SOURCE_ROOT: holds the order of the folders of src, and what every C file must begin with.

A folder includes only from the folders named beside it here (and from itself); one named there stands for those in
it, too. Only ui may include GTK and libadwaita, though not ui/session and ui/folder, and core does without json-glib.
src/README.md says what each folder is for.
"""

import pathlib
import re
import sys

MAY_INCLUDE = {
    'core/text': set(),
    'core/records': {'core/text'},
    'core/document': {'core/text', 'core/records'},
    'core/verbs': {'core/text', 'core/records', 'core/document'},
    'core/statistics': {'core/text', 'core/records', 'core/document'},
    'core': {'core'},
    'store/files': {'core'},
    'store/json': {'core', 'store/files'},
    'store/sidecar': {'core', 'store/files', 'store/json'},
    'store/tagset': {'core', 'store/files', 'store/json', 'store/sidecar'},
    'store/log': {'core', 'store/files', 'store/json', 'store/sidecar'},
    'read/anchors': {'core', 'store'},
    'read/text': {'core', 'store'},
    'read/office': {'core', 'store', 'read/text'},
    'read/pdf': {'core', 'store', 'read/text'},
    'read/web': {'core', 'store', 'read/text'},
    'read': {'core', 'store', 'read'},
    'suggest/language': {'core', 'store'},
    'suggest/model': {'core', 'store'},
    'suggest/names': {'core', 'store', 'suggest/language'},
    'suggest/marks': {'core', 'store', 'suggest/language'},
    'suggest/clauses': {'core', 'store', 'suggest/language', 'suggest/marks'},
    'suggest/quotes': {'core', 'store', 'suggest/language', 'suggest/model', 'suggest/marks', 'suggest/clauses'},
    'suggest/run': {'core', 'store', 'suggest/language', 'suggest/model', 'suggest/names'},
    'suggest/people': {'core', 'store', 'suggest/language', 'suggest/model', 'suggest/names', 'suggest/marks',
                       'suggest/clauses', 'suggest/quotes', 'suggest/run'},
    'suggest/subjects': {'core', 'store', 'suggest/language', 'suggest/model', 'suggest/names', 'suggest/marks',
                         'suggest/clauses', 'suggest/quotes', 'suggest/run', 'suggest/people'},
    'suggest/speakers': {'core', 'store', 'suggest/language', 'suggest/model', 'suggest/names', 'suggest/marks',
                         'suggest/clauses', 'suggest/quotes', 'suggest/run', 'suggest/people', 'suggest/subjects'},
    'suggest': {'core', 'store', 'suggest'},
    'formats/exchange': {'core', 'store', 'read'},
    'formats/files': {'core', 'store', 'formats/exchange'},
    'formats/text': {'core', 'store', 'formats/exchange'},
    'formats/brat': {'core', 'store', 'formats/exchange', 'formats/files', 'formats/text'},
    'formats/tokens': {'core', 'store', 'formats/exchange', 'formats/files', 'formats/text'},
    'formats/tables': {'core', 'store', 'formats/exchange', 'formats/files', 'formats/text'},
    'formats/records': {'core', 'store', 'formats/exchange', 'formats/files', 'formats/text'},
    'formats/xml': {'core', 'store', 'formats/exchange', 'formats/files', 'formats/text'},
    'formats/web': {'core', 'store', 'formats/exchange', 'formats/files'},
    'formats': {'core', 'store', 'read', 'formats'},
    'review': {'core', 'store'},
    'map': {'core'},
    'cli': {'core', 'store', 'read', 'suggest', 'formats', 'review'},
    'ui/session': {'core', 'store', 'read', 'suggest', 'formats', 'review'},
    'ui/folder': {'core', 'store', 'read', 'ui/session'},
    'ui/map': {'core', 'map', 'ui/parts'},
    'ui/page': {'core', 'store', 'read', 'suggest', 'ui/session', 'ui/parts'},
    'ui/parts': {'core'},
    'ui/panes': {'core', 'store', 'read', 'suggest', 'formats', 'review', 'map', 'ui/session', 'ui/page',
                 'ui/parts', 'ui/map', 'ui/voice'},
    'ui/articles': {'core', 'store', 'read', 'ui/session', 'ui/folder', 'ui/parts', 'ui/voice'},
    'ui/acts': {'core', 'store', 'ui/session', 'ui/parts'},
    'ui/voice': {'core', 'ui/parts'},
    'ui/bars': {'core', 'store', 'read', 'suggest', 'ui/session', 'ui/folder', 'ui/page', 'ui/parts',
                'ui/panes', 'ui/articles', 'ui/acts', 'ui/voice'},
    'ui/labels': {'core', 'store', 'read', 'formats', 'ui/session', 'ui/folder', 'ui/parts', 'ui/panes', 'ui/bars'},
    'ui/dialogs': {'core', 'store', 'read', 'suggest', 'formats', 'map', 'ui/session', 'ui/folder', 'ui/page',
                   'ui/parts', 'ui/map', 'ui/acts', 'ui/voice'},
    'ui/window': {'core', 'store', 'read', 'suggest', 'formats', 'review', 'ui/session', 'ui/folder', 'ui/page',
                  'ui/parts', 'ui/panes', 'ui/articles', 'ui/labels', 'ui/acts', 'ui/voice', 'ui/bars', 'ui/dialogs'},
    'ui': {'core', 'store', 'ui/session', 'ui/acts', 'ui/voice', 'ui/dialogs', 'ui/window'},
}
WITH_SCREEN = {'ui', 'ui/map', 'ui/page', 'ui/parts', 'ui/panes', 'ui/articles', 'ui/labels', 'ui/acts', 'ui/voice',
               'ui/bars', 'ui/dialogs', 'ui/window'}
GENERATED = {'quo-config.h', 'quo-languages.h', 'quo-poppler-name.h', 'quo-store-resources.h'}
SCREEN = re.compile(r'^(gtk|gdk|gsk|adwaita|graphene|X11)\b')
LICENCE = '/* SPDX-License-Identifier: GPL-3.0-or-later */'
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def check_include(folder, kind, header, homes):
    if kind == '<':
        if folder not in WITH_SCREEN and SCREEN.match(header):
            return f'includes <{header}>, which needs a screen'
        if folder.startswith('core') and header.startswith('json-glib'):
            return f'includes <{header}>; JSON is read in store'
        return None
    name = pathlib.PurePosixPath(header).name
    if name in GENERATED:
        return None
    home = homes.get(name)
    if home is None:
        return None if name.endswith('.inc') else \
            f'includes "{header}", which is in no folder of src'
    if home != folder and not {home, home.split('/')[0]} & MAY_INCLUDE[folder]:
        return f'includes "{header}" of {home}; it may include from {sorted(MAY_INCLUDE[folder])}'
    return None


def check_file(path, folder, homes):
    source = path.read_text(encoding='utf-8')
    for kind, header in INCLUDE.findall(source):
        complaint = check_include(folder, kind, header, homes)
        if complaint:
            yield complaint


def main():
    root = pathlib.Path(sys.argv[1])
    files = [p for p in (root / 'src').rglob('*') if p.suffix in ('.c', '.h')]
    folder_of = {p: p.parent.relative_to(root / 'src').as_posix() for p in files}
    homes = {p.name: folder for p, folder in folder_of.items() if p.suffix == '.h'}
    homes |= {p.stem: p.parent.relative_to(root / 'src').as_posix() for p in (root / 'src').rglob('*.h.in')}
    cases = []
    for folder in sorted(set(folder_of.values())):
        if folder not in MAY_INCLUDE:
            cases.append((f'/layers/{folder}', [f'src/{folder} has no place in the order of layers']))
            continue
        cases.append((f'/layers/{folder}', [
            f'{p.relative_to(root)}: {complaint}' for p in sorted(files) if folder_of[p] == folder
            for complaint in check_file(p, folder, homes)]))
    sources = sorted(files + [p for p in (root / 'tests').rglob('*') if p.suffix in ('.c', '.h')])
    cases.append(('/licence', [
        f'{p.relative_to(root)}: the first line is not {LICENCE}' for p in sources
        if p.read_text(encoding='utf-8').split('\n', 1)[0] != LICENCE]))
    cases.append(('/names', [
        f'{p.relative_to(root)}: the name does not say what is in it' for p in sources
        if re.search(r'\b(utils?|helpers?|common|misc)\b', p.stem)]))

    print(f'1..{len(cases)}')
    for number, (name, complaints) in enumerate(cases, 1):
        for complaint in complaints:
            print(f'# {complaint}')
        print(f"{'not ok' if complaints else 'ok'} {number} {name}")
    return 1 if any(complaints for _, complaints in cases) else 0


sys.exit(main())
