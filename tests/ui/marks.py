# SPDX-License-Identifier: GPL-3.0-or-later
"""Where marks stand on the screen, read from their colours, as an eye does."""

from drive import wait_until

# Of quo-palette.c, light: the lines under names, and the ground of a quote that is selected.
PERSON, PLACE, SPEECH, QUOTE_SELECTED = '#15529f', '#12715b', '#a24800', '#f3e7de'


def page_of(program):
    return program.place_of(program.find('text', 'Article'))


def wait_for_colour(program, colour, what):
    return wait_until(lambda: program.find_colour(colour, page_of(program)), what)


def wait_for_line(program, colour, what):
    """The line under a name at rest: while it is selected its pill has the same colour."""
    def look():
        box = program.find_colour(colour, page_of(program), run=16)
        return box if box and box[3] <= 4 else None
    return wait_until(look, what)


def name_over(line):
    """A place in the word over its line."""
    return line[0] + line[2] // 2, line[1] - 8
