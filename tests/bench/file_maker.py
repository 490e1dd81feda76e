# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of other kinds for measurements, made of the text of an article: a web page and a PDF."""

import html
import textwrap

LINES_OF_PAGE = 50
CHARACTERS_OF_LINE = 90
TEASER = '''<div class="teaser"><a href="/story/{0}"><img src="/i/{0}.jpg" alt="" width="300" height="200"></a>
<h3 class="teaser__title"><a href="/story/{0}">{1}</a></h3><p class="teaser__text">{2}</p></div>
'''
PAGE = '''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{0} | The Herald</title>
<meta property="og:title" content="{0}"><meta property="og:site_name" content="The Herald"></head><body>
<header class="site-header"><nav><ul>{1}</ul></nav></header><main><article class="story"><h1>{0}</h1>
<div class="story-body">
{2}</div></article><aside class="sidebar">{3}</aside></main><footer><ul>{1}</ul></footer></body></html>
'''


def make_page(path, text, n_bytes):
    """A page of about n_bytes, a third of them the story and the rest what stands around it."""
    paragraphs = [html.escape(paragraph) for paragraph in text.split('\n\n') if paragraph]
    story, teasers, size = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.split(' ')
        piece = f'<p class="story__text" data-block="{number}">{" ".join(words[:-1])} <em>{words[-1]}</em></p>\n'
        if size < n_bytes // 3:
            story.append(piece)
        else:
            piece = TEASER.format(number, ' '.join(words[:8]), ' '.join(words[8:20]))
            teasers.append(piece)
        size += len(piece.encode())
        if size >= n_bytes:
            break
    menu = ''.join(f'<li class="menu__item"><a href="/{word}">{word}</a></li>' for word in paragraphs[0].split()[:40])
    title = ' '.join(paragraphs[0].split()[:8])
    path.write_text(PAGE.format(title, menu, ''.join(story), ''.join(teasers)), encoding='utf-8')
    return path


def write_objects(path, objects):
    """A PDF of these objects, the first of them the catalogue."""
    out, places = bytearray(b'%PDF-1.4\n'), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, content)
    table = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    for place in places:
        out += b'%010d 00000 n \n' % place
    out += b'trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, table)
    path.write_bytes(out)
    return path


def make_pdf(path, text, n_pages):
    """A PDF of n_pages full of lines, with a running head and a number at the foot."""
    lines = [line for paragraph in text.split('\n\n')
             for line in textwrap.wrap(paragraph.encode('ascii', 'replace').decode(), CHARACTERS_OF_LINE)]
    kids = ' '.join(f'{4 + 2 * page} 0 R' for page in range(n_pages))
    objects = [b'<</Type/Catalog/Pages 2 0 R>>',
               f'<</Type/Pages/Kids[{kids}]/Count {n_pages}>>'.encode(),
               b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
    for page in range(n_pages):
        shown = [(60, 810, 'THE HERALD'), (300, 25, str(page + 1))]
        shown += [(60, 780 - 14 * row, lines[(page * LINES_OF_PAGE + row) % len(lines)]) for row in range(LINES_OF_PAGE)]
        stream = ''.join('BT /F1 10 Tf {} {} Td ({}) Tj ET\n'.format(x, y, line.translate(str.maketrans(
            {'(': r'\(', ')': r'\)', '\\': r'\\'}))) for x, y, line in shown).encode()
        objects.append(b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R'
                       b'/Resources<</Font<</F1 3 0 R>>>>>>' % (5 + 2 * page))
        objects.append(b'<</Length %d>>stream\n%s\nendstream' % (len(stream), stream))
    return write_objects(path, objects)
