# SPDX-License-Identifier: GPL-3.0-or-later
"""Every item of a menu has a letter of its own: with Alt held, or in the open menu, a key chooses it.

usage: check-menus.py SOURCE_ROOT
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ET

LETTER = re.compile(r'(?<!_)_(\w)')


def walk(menu, path):
    """(path, labels) of a menu and of those that open from it; a section belongs to the menu it stands in."""
    labels = []

    def take(node):
        for child in node:
            label = next((a.text for a in child.findall('attribute') if a.get('name') == 'label'), None)
            if child.tag == 'section':
                take(child)
            elif child.tag == 'item':
                labels.append(label)
            elif child.tag == 'submenu':
                labels.append(label)
                yield_later.append((child, f'{path}/{label}'))
    yield_later = []
    take(menu)
    yield path, labels
    for inner, inner_path in yield_later:
        yield from walk(inner, inner_path)


def complaints_of(labels):
    letters = {}
    for label in labels:
        found = LETTER.findall(label)
        if len(found) != 1:
            yield f'“{label}” has {len(found)} letters'
            continue
        letter = found[0].lower()
        if letter in letters:
            yield f'“{label}” and “{letters[letter]}” have the same letter'
        letters[letter] = label


def main():
    root = pathlib.Path(sys.argv[1])
    cases = []
    for ui in sorted((root / 'src').rglob('*.ui')):
        for menu in ET.parse(ui).getroot().iter('menu'):
            for path, labels in walk(menu, menu.get('id')):
                cases.append((f'/menus/{ui.stem}/{path}'.replace(' ', '-'), list(complaints_of(labels))))
    print(f'1..{len(cases)}')
    for number, (name, complaints) in enumerate(cases, 1):
        for complaint in complaints:
            print(f'# {complaint}')
        print(f"{'not ok' if complaints else 'ok'} {number} {name}")
    return 1 if not cases or any(complaints for _, complaints in cases) else 0


sys.exit(main())
