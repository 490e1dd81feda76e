#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-mnemonics.py SOURCE_ROOT: in each menu, and each language, each item has an underlined letter of its own.

Of two items with the same letter the second is reached by no single key, and one without a letter by none.
"""

import gettext
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MENU_TAGS = ('menu', 'submenu')


def label_of(item):
    """The label of an item or submenu as (context, text), or None."""
    for attribute in item.findall('attribute'):
        if attribute.get('name') == 'label' and attribute.get('translatable') == 'yes':
            return attribute.get('context'), attribute.text
    return None


def labels_of(menu):
    """The labels that one sees at the same time in a menu: those of its sections as well, not those of submenus."""
    for child in menu:
        if child.tag in ('item', 'submenu'):
            label = label_of(child)
            if label is not None:
                yield label
        elif child.tag == 'section':
            yield from labels_of(child)


def menus_of(source):
    """(name, [label]) of every menu and submenu."""
    for path in sorted((source / 'src').rglob('*.ui')):
        for menu in ElementTree.parse(path).iter():
            if menu.tag in MENU_TAGS:
                name = menu.get('id') or (label_of(menu) or ('', ''))[1]
                yield f'{path.name} {name}', list(labels_of(menu))


def letter_of(label):
    """The underlined letter, small, or None."""
    plain = label.replace('__', '')
    at = plain.find('_')
    return plain[at + 1].casefold() if 0 <= at < len(plain) - 1 else None


def translations(source, language):
    """A function from (context, text) to the text of the language."""
    if language == 'en':
        return lambda label: label[1]
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / 'out.mo'
        subprocess.run(['msgfmt', '-o', str(out), str(source / 'po' / f'{language}.po')], check=True)
        with out.open('rb') as file:
            catalogue = gettext.GNUTranslations(file)
    return lambda label: (catalogue.pgettext(*label) if label[0] else catalogue.gettext(label[1]))


def clashes(menus, translate):
    found = []
    for name, labels in menus:
        letters = {}
        found.extend(f'{name}: no letter: {translate(label)}' for label in labels
                     if letter_of(label[1]) is not None and letter_of(translate(label)) is None)
        for label in map(translate, labels):
            letters.setdefault(letter_of(label), []).append(label)
        found.extend(f'{name}: {letter}: {", ".join(same)}' for letter, same in letters.items()
                     if letter is not None and len(same) > 1)
    return found


def main():
    source = pathlib.Path(sys.argv[1])
    listed = (source / 'po/LINGUAS').read_text(encoding='utf-8').split('\n')
    languages = ['en'] + [line.strip() for line in listed if line.strip() and not line.startswith('#')]
    menus = list(menus_of(source))
    n_failed = 0
    print(f'1..{len(languages)}')
    for number, language in enumerate(languages, 1):
        found = clashes(menus, translations(source, language))
        for line in found:
            print(f'# {line}')
        n_failed += bool(found)
        print(f"{'not ok' if found else 'ok'} {number} /mnemonics/{language}")
    return 1 if n_failed else 0


sys.exit(main())
