#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""shot.py [OPTION...] PROGRAM ARTICLE OUT.png: a picture of the window with an annotated article.

--dark, --hc       dark colours, high contrast
--rtl              in a right-to-left locale
--width, --height  size of the window, which fills its screen
--density          none, lines or labels
--scene            article (nothing is selected), quote (the prompt for a speaker), linked (a quote and who says
                   it), place, suggestions, folder, find, export, labels, label, preferences, about, statistics
                   or keys
--small            256 colours, as for the guide
--guide            OUT is a folder: all pictures of the guide, with their scenes and sizes
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def show_quote(program, text):
    from demo import place
    start, _ = place(text, 'We promised')
    program.act('win.select', start, start)
    program.act('win.capture-quote')


def show_suggestions(program, text):
    """The quote of the mayor, when what comes before it has been skipped."""
    from demo import place
    start, _ = place(text, '“We promised')
    program.act('win.suggest')
    program.wait_state(lambda s: s['suggested'] > 0 and not s['busy'], 'suggestions')
    for _ in range(40):
        if program.state()['caret'] == start:
            return
        program.act('win.skip')
    raise AssertionError('the quote is not suggested')


def show_letters(program, text):
    """Letters on what is suggested; one is left out."""
    program.act('win.suggest')
    program.wait_state(lambda s: s['suggested'] > 0 and not s['busy'], 'suggestions')
    program.act('win.select', 0, 0)
    program.act('win.sift', 'c')
    program.wait_state(lambda s: s['message'].startswith(('Left out', 'Taken')), 'a letter to be typed')


def show_article(program, text):
    """The article with its annotations is there already."""


def show_linked(program, text):
    """The prompt has gone: the quote is selected, and its speaker stands beside it."""
    show_quote(program, text)
    program.act('win.escape')


def show_place(program, text):
    from demo import place
    start, _ = place(text, 'HALDEN FERRY')
    state = program.state()
    program.act('win.select', start, start)
    program.act('win.next')
    assert program.state()['selected'] != state['selected']


def show_find(program, _):
    program.act('win.find', 'council')


def show_folder(program, _):
    """Another folder, some of whose articles are done; two of them are in tabs."""
    from folder_maker import make_folder
    folder = os.path.join(os.path.dirname(program.state()['article']), 'The Coast Courier')
    paths = make_folder(folder)
    program.act_settled('win.open-folder', folder)
    program.act_settled('win.open', paths[0])
    program.act_settled('win.open-tab', paths[1])
    program.act_settled('win.open', paths[0])
    program.wait_ready(paths[0])


def show_dialog(action):
    def show(program, _):
        from drive import wait_until
        program.act(action)
        wait_until(lambda: program.front_window() != program.x_window(), 'the dialog')
    return show


def show_export(program, text):
    """Into a format that cannot keep all of it: the list of formats opens by keys, and the fourth is taken."""
    show_dialog('win.choose-export')(program, text)
    program.key('space', 'Down', 'Down', 'Down', 'Return')


def show_label(program, text):
    show_dialog('win.edit-labels')(program, text)
    program.key('Tab', 'Tab', 'Down', 'Return')


SCENES = {'article': show_article, 'quote': show_quote, 'linked': show_linked, 'place': show_place,
          'suggestions': show_suggestions, 'letters': show_letters, 'folder': show_folder, 'find': show_find, 'export': show_export,
          'labels': show_dialog('win.edit-labels'), 'label': show_label,
          'preferences': show_dialog('app.preferences'), 'about': show_dialog('win.about-article'),
          'statistics': show_dialog('win.statistics'), 'keys': show_dialog('app.shortcuts')}
# The pictures of the guide: name, scene, width, height.
GUIDE = [('window', 'linked', 1280, 800), ('quotes', 'quote', 1180, 640), ('suggestions', 'suggestions', 1180, 640),
         ('folder', 'folder', 1180, 640), ('labels', 'label', 1180, 720), ('export', 'export', 1180, 720)]


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('--hc', action='store_true')
    parser.add_argument('--rtl', action='store_true')
    parser.add_argument('--width', type=int, default=1280)
    parser.add_argument('--height', type=int, default=800)
    parser.add_argument('--density', choices=['none', 'lines', 'labels'])
    parser.add_argument('--scene', choices=sorted(SCENES), default='quote')
    parser.add_argument('--small', action='store_true')
    parser.add_argument('--guide', action='store_true')
    parser.add_argument('program')
    parser.add_argument('article')
    parser.add_argument('out')
    return parser.parse_args()


def environment_for(options, folder):
    environment = dict(os.environ, QUO_X_SCREEN=f'{options.width + 10}x{options.height + 10}')
    if options.dark:
        environment['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
    if options.hc:
        environment['ADW_DEBUG_HIGH_CONTRAST'] = '1'
    if options.rtl:
        subprocess.run(['localedef', '-i', 'ar_EG', '-f', 'UTF-8', f'{folder}/ar_EG.UTF-8'], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        environment.update(LOCPATH=folder, QUO_X_LOCALE='ar_EG.UTF-8')
    return environment


def take(options):
    """Runs inside the desktop."""
    from demo import annotate
    from drive import Program
    with tempfile.TemporaryDirectory() as folder:
        article = shutil.copy(options.article, folder)
        with open(article, encoding='utf-8', newline='') as file:
            text = file.read()
        with Program([options.program, article]) as program:
            program.wait_ready(article)
            program.resize(options.width + 10, options.height + 10)
            if options.density:
                program.act('win.density', options.density)
            program.act('win.set-annotator', '')  # nobody is to be asked for a name in the picture
            if options.scene != 'suggestions':
                annotate(program, text)
            program.act('win.select', 0, 0)
            program.screenshot(options.out)  # so that it is at its top before the quote is shown
            SCENES[options.scene](program, text)
            program.wait_state(lambda s: s['saved'], 'the sidecar to be saved')
            program.screenshot(options.out)
            # GTK draws its own border where the window manager has no shadows.
            subprocess.run(['mogrify', '-shave', '5x5', *(['-dither', 'None', '-colors', '256', '-define',
                            'png:color-type=3', '-strip'] if options.small else []), options.out], check=True)
            return program.quit()


def take_guide(options):
    """The pictures one after the other, each in a desktop of its own size."""
    for name, scene, width, height in GUIDE:
        words = ['--small', '--scene', scene, '--width', str(width), '--height', str(height)]
        out = os.path.join(options.out, f'{name}.png')
        status = subprocess.run([sys.executable, __file__, *words, options.program, options.article, out],
                                check=False).returncode
        if status != 0:
            return status
    return 0


def main():
    options = parse()
    if options.guide:
        return take_guide(options)
    if os.environ.get('QUO_SHOT_INSIDE'):
        return take(options)
    with tempfile.TemporaryDirectory() as folder:
        environment = environment_for(options, folder)
        environment['QUO_SHOT_INSIDE'] = '1'
        command = [f'{HERE}/run-x', sys.executable, *sys.argv]
        status = subprocess.run(command, env=environment, check=False).returncode
    if status == 0:
        print(options.out)
    return status


sys.exit(main())
