# SPDX-License-Identifier: GPL-3.0-or-later
"""High contrast changes the colours, and no motion means none.

usage: test_comfort.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import Checks, Program, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
# The same window, with an action that counts its frames.
MEASURED = os.path.join(os.path.dirname(PROGRAM), '..', '..', 'tests', 'ui', 'measured')
# The ink of speech, light: usual, and in high contrast (style.css).
INK, HARD_INK, PAPER = '#a24800', '#6b2d00', '#ffffff'
# A column that slides in takes some 15 frames; one that does not slide, those of its layout.
FEW_FRAMES = 6
checks = Checks('comfort')


def luminance(colour):
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Of two colours, as WCAG 2.1 reckons it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def inks(environment, folder):
    """Which of the two inks shows when a quote has its speaker."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path], environment) as program:
        program.wait_ready(path)
        Story(program, path).caret('We promised')
        program.act('win.capture-quote')
        program.act('win.link-speaker', '')
        program.screenshot(os.path.join(folder, 'still.png'))
        found = [ink for ink in (INK, HARD_INK) if program.find_colour(ink)]
        program.quit()
    return found


def test_contrast():
    for name, environment, wanted in (('usual', {}, INK), ('high', {'ADW_DEBUG_HIGH_CONTRAST': '1'}, HARD_INK)):
        with tempfile.TemporaryDirectory(prefix='quo-comfort-') as folder:
            checks.equal(f'{name}-contrast-ink', inks(environment, os.path.realpath(folder)), [wanted])
    checks.check('usual-contrast', contrast(INK, PAPER) >= 4.5, contrast(INK, PAPER))
    checks.check('high-contrast', contrast(HARD_INK, PAPER) >= 7, contrast(HARD_INK, PAPER))


def frames_of(program):
    program.act('app.frames')
    return int(program.describe('app.frames')[2][0])


def count_frames(animations):
    """How many frames the inspector takes to slide in over the page."""
    with tempfile.TemporaryDirectory(prefix='quo-comfort-') as folder:
        path = copy_sample(SAMPLES, os.path.realpath(folder))
        with Program([MEASURED, path], {'QUO_ANIMATIONS': animations}) as program:
            program.wait_ready(path)
            program.resize(700, 700)
            focus_article(program)
            program.screenshot(os.path.join(folder, 'still.png'))
            before = frames_of(program)
            program.act('win.toggle-inspector')
            wait_until(lambda: frames_of(program) > before, 'the inspector to begin to show')
            program.screenshot(os.path.join(folder, 'still.png'))
            n_frames = frames_of(program) - before
            program.quit()
    return n_frames


def test_motion():
    moving, still = count_frames('1'), count_frames('0')
    checks.check('motion', moving > FEW_FRAMES, moving)
    checks.check('no-motion', still <= FEW_FRAMES, still)


def main():
    test_contrast()
    test_motion()
    return checks.finish()


sys.exit(main())
