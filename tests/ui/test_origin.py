# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles that are taken out of other files: the strip above them, what is known of them, chapters, the clipboard.

usage: test_origin.py PROGRAM SAMPLES QUO NEIGHBOUR
"""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from drive import Checks, Program, text_of, wait_until

PROGRAM, SAMPLES, QUO, NEIGHBOUR = sys.argv[1:5]
checks = Checks('origin')
PLACED = {}  # process of the program, number of a window for X: where it was put

STORY = ['The council voted on Monday night to build the library anew, after four hours of debate and two recesses.',
         '“We build it for the children of this town,” said Sabine Ehlers, the mayor, when the vote was counted.',
         'The old house is too small, damp, and closed to everybody who uses a wheelchair, its director said.']
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Library to be built | The Harbour</title>
<meta property="og:site_name" content="The Harbour"><meta name="author" content="Ida Holm"></head><body>
<nav><ul><li><a href="/">Front page</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Library to be built</h1>{''.join(f'<p>{p}</p>' for p in STORY)}</article>
<footer><a href="/i">Imprint</a></footer></body></html>
"""


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def sidecar_of(program, path):
    program.act('win.save')
    program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')
    with open(path + '.quo.json', encoding='utf-8') as file:
        return json.load(file)


def test_extents(folder):
    """The story, the whole page and the source, with the annotations where they belong in each."""
    path = write(folder, 'page.html', PAGE)
    with Program([PROGRAM, path]) as program:
        state = program.wait_ready(path)
        article = program.find('text', 'Article')
        checks.equal('story-is-taken', (state['extent'], state['title']), ('story', 'Library to be built'))
        checks.equal('story', text_of(article), '\n\n'.join(['Library to be built', *STORY]))
        wait_until(lambda: [n for n in program.nodes() if 'its story' in (n.get_name() or '')], 'the strip')
        start = text_of(article).index('Sabine Ehlers')
        program.act('win.select', start, start)
        program.act('win.tag', 'person')
        program.key('ctrl+u')
        program.wait_state(lambda s: s['extent'] == 'page' and not s['busy'], 'the whole page')
        checks.check('page-has-menu', 'Front page' in text_of(article), text_of(article))
        state = program.state()
        checks.equal('page-keeps-annotations', state['counts'], {'person': 1})
        program.press(program.find('button', 'Source'))
        program.wait_state(lambda s: s['extent'] == 'source' and not s['busy'], 'the source')
        checks.equal('source', text_of(article), PAGE)
        program.act('win.take', 'story')
        program.wait_state(lambda s: s['extent'] == 'story' and not s['busy'], 'the story again')
        checks.equal('story-again', program.state()['counts'], {'person': 1})
        program.act('win.take', 'everything')
        checks.check('unknown-is-refused', 'everything' in program.state()['message'], program.state()['message'])
        with open(path, encoding='utf-8') as file:
            checks.check('file-is-untouched', file.read() == PAGE)
        checks.equal('extents-quit', program.quit(), 0)


def test_plain_text_has_no_strip(folder):
    path = write(folder, 'a.txt', 'Title\n\nA story.\n')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        checks.equal('no-strip', [n.get_name() for n in program.nodes() if n.get_name() == 'Whole Page'], [])
        program.act('win.toggle-page')
        checks.check('no-page', 'no more' in program.state()['message'], program.state()['message'])
        checks.equal('plain-quits', program.quit(), 0)


def test_about(folder):
    """What is known is corrected, undone, saved; what is no date is refused."""
    path = write(folder, 'page.html', PAGE)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.set-about', 'byline', 'Ida Holm and Per Lind')
        program.act('win.set-about', 'published', '3 March 2026')
        state = program.act_settled('win.set-about', 'title', 'The new library')
        checks.equal('title-is-corrected', (state['title'], state['undo']), ('The new library', 3))
        for name, value in (('published', 'soon'), ('lang', 'e'), ('url', 'nowhere'), ('colour', 'red')):
            state = program.act_settled('win.set-about', name, value)
            checks.check(f'bad-{name}-is-refused', value in state['message'] or name in state['message'],
                         state['message'])
        checks.equal('refused-changes-nothing', program.state()['undo'], 3)
        program.act('win.undo')
        checks.equal('undone', program.state()['title'], 'Library to be built')
        document = sidecar_of(program, path)['document']
        checks.equal('saved', (document['x-byline'], document['published'], document['title']),
                     ('Ida Holm and Per Lind', '2026-03-03', 'Library to be built'))
        program.key('alt+Return')
        program.find(None, 'About the Article')
        program.find(None, 'Taken out by')
        program.key('Escape')
        wait_until(lambda: not [n for n in program.nodes() if n.get_name() == 'Taken out by'], 'the window to close')
        checks.equal('about-quits', program.quit(), 0)


def test_original(folder):
    """The page is given to the program that shows pages on this desktop."""
    path = write(folder, 'the page.html', PAGE)
    told = os.path.join(folder, 'told')
    for name in ('applications', 'config'):
        os.mkdir(os.path.join(folder, name))
    script = write(folder, 'browser', f'#!/bin/sh\nprintf %s "$1" > "{told}.new" && mv "{told}.new" "{told}"\n')
    os.chmod(script, 0o755)
    write(folder, 'applications/browser.desktop',
          f'[Desktop Entry]\nType=Application\nName=Browser\nExec={script} %u\nMimeType=text/html;\n')
    write(folder, 'config/mimeapps.list', '[Default Applications]\ntext/html=browser.desktop\n')
    places = {'XDG_DATA_HOME': folder, 'XDG_CONFIG_HOME': os.path.join(folder, 'config')}
    with Program([PROGRAM, path], environment=places) as program:
        program.wait_ready(path)
        program.press(program.find('button', 'Open the file in its own program'))
        wait_until(lambda: os.path.exists(told), 'the browser to be started')
        with open(told, encoding='utf-8') as file:
            checks.check('original', file.read() in (path, 'file://' + path.replace(' ', '%20')))
        checks.equal('original-quits', program.quit(), 0)


def write_book(folder):
    path = os.path.join(folder, 'book.epub')
    pages = [f'c{i}' for i in range(3)]
    with zipfile.ZipFile(path, 'w') as book:
        book.writestr('mimetype', 'application/epub+zip')
        book.writestr('META-INF/container.xml',
                      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                      '<rootfile full-path="b.opf"/></rootfiles></container>')
        items = ''.join(f'<item id="{p}" href="{p}.xhtml" media-type="application/xhtml+xml"/>' for p in pages)
        spine = ''.join(f'<itemref idref="{p}"/>' for p in pages)
        book.writestr('b.opf', '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
                      'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Book</dc:title></metadata>'
                      f'<manifest>{items}</manifest><spine>{spine}</spine></package>')
        for number, page in enumerate(pages, 1):
            book.writestr(page + '.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
                          f'<h1>Day {number}</h1><p>It snowed all day, and nobody came.</p></body></html>')
    return path


def test_contents(folder):
    """The chapters of an e-book stand in the left column, and lead to their places."""
    path = write_book(folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        text = text_of(program.find('text', 'Article'))
        program.act('win.list-page', 'contents')

        def choose():
            """Once more if the pages of the column were still changing places under the pointer."""
            program.click(program.find('label', 'Day 3'))
            return program.state()['caret'] > 0
        wait_until(choose, 'the caret to go to the chapter')
        checks.equal('chapter', program.state()['caret'], text.index('Day 3'))
        plain = write(folder, 'a.txt', 'A story.\n')
        program.act('win.open', plain)
        program.wait_ready(plain)
        checks.equal('no-contents', program.describe('win.list-page')[2][0], 'annotations')
        checks.equal('contents-quits', program.quit(), 0)


@contextlib.contextmanager
def neighbour(text, *html, files=()):
    """Another program with a text, also as HTML, on the clipboard and to be dragged, or with files."""
    process = subprocess.Popen([NEIGHBOUR, '\n'.join(files), text, *html])
    number = None
    try:
        number = wait_until(lambda: subprocess.run(['xdotool', 'search', '--name', '^Neighbour$'], text=True,
                                                   stdout=subprocess.PIPE, check=False).stdout.split(),
                            'the neighbour to be on the screen')[-1]
        yield number
    finally:
        process.terminate()
        process.wait()
        PLACED.pop((None, number), None)  # the next one may get the same number


def save_as(program, target):
    program.find(None, 'Save the New Article')
    program.key('ctrl+a')
    program.type_text(target)
    program.key('Return')
    return program.wait_ready(target)


def state_of(program, name):
    return json.loads(program.describe(f'win.{name}-state')[2][0])


def put_beside(program, number):
    program.resize(900, 700)
    for owner, window, x, y in ((program.process.pid, program.x_window(), '0', '0'), (None, number, '1000', '300')):
        # To wait for a move to where it is already takes 15 seconds.
        if PLACED.get((owner, window)) != (x, y):
            subprocess.run(['xdotool', 'windowmove', '--sync', window, x, y], check=False)
        PLACED[owner, window] = x, y
    subprocess.run(['xdotool', 'windowraise', number], check=False)


def drop(program, number):
    """What the neighbour gives, on the middle of the window."""
    put_beside(program, number)
    program.drag((1080, 345), (600, 345), (450, 350))


def test_files(folder):
    """Several files that are dropped get tabs, a folder becomes the list; files are pasted, too, or their names."""
    paths = [write(folder, 'page.html', PAGE), write(folder, 'a.txt', 'A story.\n')]
    with Program([PROGRAM]) as program:
        program.wait_ready()
        with neighbour('', files=paths) as number:
            drop(program, number)
            wait_until(lambda: state_of(program, 'tabs')['tabs'] == paths, 'both files to be open')
        with neighbour('', files=[folder]) as number:
            drop(program, number)
            wait_until(lambda: state_of(program, 'folder')['folder'] == folder, 'the folder to be listed')
        third, fourth = write(folder, 'b.txt', 'B story.\n'), write(folder, 'c d.txt', 'C story.\n')
        for path, copied in ((third, dict(text='', files=[third])),
                             (fourth, dict(text='file://' + fourth.replace(' ', '%20')))):
            with neighbour(**copied) as number:
                put_beside(program, number)
                program.press_at(450, 350)
                program.act('win.focus-article')
                program.key('ctrl+shift+v')
                checks.equal(f'pasted-{os.path.basename(path)}', program.wait_ready(path)['article'], path)
        checks.check('files-quit', program.quit() is not None)


def test_dropped_names(folder):
    """Names of files that are dropped as plain text, one or several as RFC 2483 lists them, are opened; a text that
    only holds one is an article."""
    paths = [write(folder, name, 'A story.\n') for name in ('a.txt', 'b c.txt', 'über 100 %.txt')]
    uris = [pathlib.Path(path).as_uri() for path in paths]
    with Program([PROGRAM]) as program:
        program.wait_ready()
        with neighbour(uris[0]) as number:
            drop(program, number)
            checks.equal('dropped-name', program.wait_ready(paths[0])['article'], paths[0])
        with neighbour(f'# two files\r\n{uris[1]}\r\n{uris[2]}\r\n') as number:
            drop(program, number)
            wait_until(lambda: state_of(program, 'tabs')['tabs'] == paths, 'both files to be open')
        with neighbour(f'The plan is in {uris[0]} and nowhere else.') as number:
            drop(program, number)
            target = os.path.join(folder, 'words.txt')
            save_as(program, target)
            checks.check('words-about-a-file', uris[0] in text_of(program.find('text', 'Article')))
        gone = pathlib.Path(folder, 'gone.txt').as_uri()
        with neighbour(gone) as number:
            drop(program, number)
            program.wait_state(lambda s: 'gone.txt' in s['message'], 'the missing file to be told')
        checks.check('names-quit', program.quit() is not None)


def test_windows_piece(folder):
    """A piece of a page as Windows describes it: what is around it goes, its address is known."""
    html = ('Version:0.9\r\nStartHTML:0000000150\r\nEndHTML:0000000900\r\nStartFragment:0000000180\r\n'
            'EndFragment:0000000850\r\nSourceURL:https://harbour.example/library?a=1&b=2\r\n<html><body>\r\n'
            f'<!--StartFragment--><h1>Library to be built</h1><p>{STORY[0]}</p><p>{STORY[1]}</p><!--EndFragment-->\r\n'
            '</body></html>')
    target = os.path.join(folder, 'piece.html')
    with Program([PROGRAM]) as program, neighbour('as text', html) as number:
        program.wait_ready()
        put_beside(program, number)
        program.press_at(450, 350)
        # Without an article there is nothing to go back to, and the keys work all the same.
        program.act('win.focus-article')
        program.key('ctrl+shift+v')
        save_as(program, target)
        checks.equal('piece', text_of(program.find('text', 'Article')), '\n\n'.join(['Library to be built', *STORY[:2]]))
        checks.check('piece-quits', program.quit() is not None)
    told = subprocess.run([QUO, 'info', '--json', target], stdout=subprocess.PIPE, check=True).stdout
    checks.equal('piece-address', json.loads(told)['url'], 'https://harbour.example/library?a=1&b=2')


def test_flavours(folder):
    """Of what is copied or dragged out of a browser the HTML is taken, and read as a page."""
    html = f'<h1>Library to be built</h1><script>x()</script><p>{STORY[0]}</p><p>{STORY[1]}</p>'
    with Program([PROGRAM]) as program, neighbour('as text', html) as number:
        program.wait_ready()
        drop(program, number)
        state = save_as(program, os.path.join(folder, 'dropped.html'))
        wanted = '\n\n'.join(['Library to be built', *STORY[:2]])
        checks.equal('dropped', (text_of(program.find('text', 'Article')), state['extent']), (wanted, 'story'))
        program.press_at(450, 350)
        program.act('win.focus-article')
        program.key('ctrl+shift+v')
        save_as(program, os.path.join(folder, 'pasted.html'))
        checks.equal('pasted', text_of(program.find('text', 'Article')), wanted)
        checks.check('flavours-quit', program.quit() is not None)


def main():
    for test in (test_extents, test_plain_text_has_no_strip, test_about, test_original, test_contents, test_flavours,
                 test_files, test_dropped_names, test_windows_piece):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
