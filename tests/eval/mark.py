#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes NAME.txt and NAME.gold.json of NAME.marked, as eval.py and train.py read them.

usage: mark.py FILE.marked ...

In a marked text {s1 the mayor} is somebody who speaks and [d s1 "..."] what they say: d direct, i indirect. An indirect
quote with marks in it is mixed. [o q1 ...] is what nobody is named for and need not be found: a question of the paper. [d s1b "..."] is another quote of the same person. Parts that have the same letters are
one quote. <s1 said> is the word of saying, the cue, of the quote s1. ⟦P Jana Köhler⟧ is a person, ⟦L Oslo⟧ a place, ⟦O NATO⟧ an organization.
The name of the file begins with the language of its text: cs-2.marked.
"""

import json
import pathlib
import re
import sys

MARK = re.compile(r'\{(\w+) ([^}]*)\}|<(\w+) ([^>]*)>|\[([dio]) (\w+) ([^\]]*)\]|⟦([PLO]) ([^⟧]*)⟧')
LABELS = {'P': 'PER', 'L': 'LOC', 'O': 'ORG'}
KINDS = {'d': 'direct', 'i': 'indirect', 'o': 'direct'}
QUOTED = re.compile('["“”„«»]')


def read(source, language):
    text, speakers, cues, quotes, names, last = '', {}, {}, [], [], 0
    for found in MARK.finditer(source):
        text += source[last:found.start()]
        last = found.end()
        words = found[2] or found[4] or found[7] or found[9] or ''
        start, text = len(text), text + words
        if found[5]:
            kind = KINDS[found[5]]
            kind = 'mixed' if kind == 'indirect' and QUOTED.search(words) else kind
            quotes.append({'start': start, 'end': len(text), 'kind': kind, 'group': found[6]})
            if found[5] == 'o':
                quotes[-1]['optional'] = True
        elif found[8]:
            names.append({'start': start, 'end': len(text), 'text': words, 'label': LABELS[found[8]]})
        elif words:
            (speakers if found[1] else cues)[found[1] or found[3]] = {'start': start, 'end': len(text), 'text': words}
    text += source[last:]
    for quote in quotes:
        if not quote.get('optional'):
            quote['speaker'] = speakers.get(quote['group']) or speakers[quote['group'].rstrip('bcdef')]
        if quote['group'] in cues:
            quote['cue'] = cues[quote['group']]
    return text, quotes, names, language


def main():
    for name in sys.argv[1:] or sys.exit(__doc__):
        path = pathlib.Path(name)
        text, quotes, names, language = read(path.read_text('utf-8'), path.stem.split('-')[0])
        path.with_suffix('.txt').write_text(text, 'utf-8')
        gold = {'text_file': path.stem + '.txt', 'quotes': quotes, 'entities': names, 'meta': {'lang': language}}
        path.with_suffix('.gold.json').write_text(json.dumps(gold, ensure_ascii=False, indent=1) + '\n', 'utf-8')


if __name__ == '__main__':
    main()
