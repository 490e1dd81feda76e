# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders of articles for tests and measurements: some not begun, some in progress, some done."""

import hashlib
import json
import os

TITLES = ['Göteborg footbridge to reopen in spring, mayor says', 'Council votes on the budget',
          'Hospital strike enters week three', 'Port expansion delayed again',
          '“We were not asked”: tenants on the new line', 'Schools chief resigns', 'Snow closes the airport',
          'Herring is back, say fishers', 'Night trains to Hamburg return']
BODY = """GÖTEBORG — Mayor Åsa Lindqvist said on Monday that the bridge would be finished before May.

“We will open it in the spring,” she told reporters, “and not a day later.”

The council approved the cost in January. Omar Haddad, who runs a bakery, asked why nobody had asked him.
"""


def write_article(folder, name, title, body=BODY):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(f'{title}\n\n{body}')
    return path


def write_sidecar(path, is_done, words=('Åsa Lindqvist', 'Omar Haddad')):
    """A sidecar with a person for each of the words and the quote, in one layer of one person."""
    with open(path, 'rb') as file:
        data = file.read()
    text = data.decode()
    at = {word: text.index(word) for word in words}
    annotations = [{'id': f'p{n}', 'layer': 'l1', 'type': 'person', 'at': [[at[word], at[word] + len(word)]],
                    'quote': [word]} for n, word in enumerate(sorted(words, key=at.get))]
    quote = '“We will open it in the spring,”'
    if quote in text:
        annotations.append({'id': 'q1', 'layer': 'l1', 'type': 'quote', 'quote': [quote],
                            'at': [[text.index(quote), text.index(quote) + len(quote)]]})
    annotations.sort(key=lambda a: (a['at'][0][0], -a['at'][0][1]))
    sidecar = {'format': 'quotidian-annotations', 'version': '1.0',
               'document': {'file': os.path.basename(path), 'sha256': hashlib.sha256(data).hexdigest(),
                            'length': len(text), 'bytes': len(data), 'newline': 'lf'},
               'agents': [{'id': 'me1', 'type': 'person'}],
               'layers': [{'id': 'l1', 'by': 'me1', 'state': 'done' if is_done else 'open'}],
               'annotations': annotations}
    with open(path + '.quo.json', 'w', encoding='utf-8') as file:
        json.dump(sidecar, file, ensure_ascii=False)


def make_folder(folder, count=len(TITLES), begun=2, done=4):
    """`count` articles: the first `begun` in progress, the last `done` done. Returns their paths."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for n in range(count):
        title = TITLES[n] if count == len(TITLES) else f'{TITLES[n % len(TITLES)]} ({n + 1})'
        paths.append(write_article(folder, f'{n + 1:05}.txt', title))
        if n < begun:
            write_sidecar(paths[-1], False, ('Åsa Lindqvist', 'Omar Haddad') if n == 0 else ('Åsa Lindqvist',))
        elif n >= count - done:
            write_sidecar(paths[-1], True)
    return paths
