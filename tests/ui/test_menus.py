# SPDX-License-Identifier: GPL-3.0-or-later
"""Context menus: what is offered for an annotation, for text, for plain words, and in the lists; by mouse and keys.

usage: test_menus.py PROGRAM SAMPLES
"""

import os
import sys
import tempfile

from drive import PATIENCE, Atspi, Checks, Program, TooLong, children, wait_until
from marks import PERSON, name_over, wait_for_line
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
checks = Checks('menus')


def items_of(program):
    """The names of the items of the menus that are there; a context menu is there while it is open."""
    return [node.get_name() for node in program.nodes() if node.get_role_name() == 'menu item']


def wait_items(program, what):
    return wait_until(lambda: items_of(program), f'the menu of {what}')


def wait_closed(program):
    wait_until(lambda: not items_of(program), 'the menu to be closed')


def choose(program, name):
    """Chooses an item, as a screen reader does."""
    program.press(program.find('menu item', name))


def has(items, *wanted):
    return all(any(name == want for name in items) for want in wanted)


def test_page(program, story):
    story.caret('Ingrid Sørbø')
    program.act('win.tag', 'person')
    person = program.state()['selected']
    program.act('win.select', 0, 0)
    place = name_over(wait_for_line(program, PERSON, 'the line of the name'))

    program.press_at(*place, button=3)
    items = wait_items(program, 'the name')
    checks.equal('second-button-selects', program.state()['selected'], person)
    checks.check('name-offers', has(items, 'Tag every occurrence', 'Same person, place … as another',
                                    'Edit the annotation in the inspector', 'Delete the annotation'), items)
    program.key('Escape')
    wait_closed(program)
    checks.equal('escape-leaves-the-selection', program.state()['selected'], person)

    focus_article(program)
    program.act('win.select-annotation', person)
    program.key('shift+F10')
    wait_items(program, 'the keys')
    undo = program.state()['undo']
    choose(program, 'Delete the annotation')
    program.wait_state(lambda s: s['undo'] == undo + 1, 'the item to delete')
    wait_closed(program)
    program.act('win.undo')


def test_text(program, story):
    story.select('Ingrid Sørbø')
    selection = program.state()['selection']
    program.act('win.context-menu')
    items = wait_items(program, 'the text')
    checks.equal('text-stays-selected', program.state()['selection'], selection)
    checks.check('text-offers', has(items, 'Person', 'Quote', 'Copy', 'Find in the article', 'Export'), items)
    program.key('Escape')
    wait_closed(program)
    program.act('win.select', 0, 0)
    program.act('win.context-menu')
    items = wait_items(program, 'plain words')
    checks.check('plain-offers', has(items, 'Person', 'Next name that is not tagged', 'Select All', 'Export'), items)
    program.key('Escape')
    wait_closed(program)


def test_quote(program, story):
    story.caret('We promised')
    program.act('win.capture-quote')
    focus_article(program)
    quote = program.wait_state(lambda s: s['selected'], 'the quote')['selected']
    program.act('win.context-menu')
    items = wait_items(program, 'the quote')
    checks.check('quote-offers-speakers', 'Speaker: Ingrid Sørbø' in items, items)
    choose(program, 'Speaker: Ingrid Sørbø')
    state = program.wait_state(lambda s: s['relations'] == 1 and s['message'] == 'Speaker: Ingrid Sørbø',
                               'the item to link')
    checks.equal('linked-quote-stays', state['selected'], quote)
    wait_closed(program)


def rows_of(node):
    return [child for child in children(node) if child.get_role_name() == 'list item']


def test_lists(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        story.caret('Ingrid Sørbø')
        program.act('win.tag', 'person')
        program.act('win.new-identity')
        story.caret('Paweł')
        program.act('win.tag', 'person')
        rows = wait_until(lambda: rows_of(program.find('list', 'Annotations')), 'the rows of the list')
        program.click(rows[0], button=3)
        items = wait_items(program, 'a row')
        checks.check('row-offers', has(items, 'Edit in the Inspector', 'Delete', 'Show Only Its Mentions'), items)
        choose(program, 'Show Only Its Mentions')
        wait_until(lambda: len(rows_of(program.find('list', 'Annotations'))) == 1, 'the list to show one mention')
        checks.equal('lists-quit', program.quit(), 0)


def test_folder(folder):
    path = copy_sample(SAMPLES, folder)
    copy_sample(SAMPLES, folder, 'hafen.txt')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.open-folder', folder)
        row = wait_until(lambda: next((node for node in program.nodes()
                                       if (node.get_name() or '').startswith('Der Fischmarkt')), None),
                         'the row of the article')
        program.click(row, button=3)
        items = wait_items(program, 'an article')
        checks.check('article-offers', has(items, 'Open', 'Open in a New Tab', 'Copy the Path', 'Export a folder'), items)
        choose(program, 'Open')
        other = os.path.join(folder, 'hafen.txt')
        checks.equal('menu-opens', os.path.realpath(program.wait_ready(other)['article']), other)
        checks.equal('folder-quits', program.quit(), 0)


def is_told(program, words):
    return any(node.get_name().endswith(words) for node in program.nodes() if node.get_name())


def has_keyboard(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def find_shown(program, name):
    """The button of this name that is in sight; another layout of the window may have one, too."""
    def is_shown(node):
        place = node.get_name() == name and program.place_of(node)
        return place and min(place[2:]) > 0
    return wait_until(lambda: next((node for node in program.nodes() if is_shown(node)), None), f'{name} to be shown')


def open_by_click(program, name, article):
    """Clicks the button of a menu, which takes the keyboard. GTK 4.18 leaves paddings out when it tells where a button
    is, so that a click may go beside it: then it is pressed, and the answer is no."""
    node = find_shown(program, name)
    program.click(node)
    try:
        wait_until(lambda: items_of(program), f'the menu of {name}', min(PATIENCE, 5))
        is_clicked = True
    except TooLong:
        program.press(children(node)[0])
        wait_items(program, name)
        is_clicked = False
    wait_until(lambda: not has_keyboard(article), f'the menu of {name} to have the keyboard')
    return is_clicked


def test_keys_on_menus(program):
    """Who opens a menu without the mouse is on its button when it closes."""
    button = children(find_shown(program, 'Filter and sort'))[0]
    article = focus_article(program)
    program.press(button)
    wait_items(program, 'the button')
    program.key('Escape')
    wait_closed(program)
    wait_until(lambda: has_keyboard(button), 'the button to have the keyboard')
    checks.check('keyboard-stays-on-the-button', not has_keyboard(article))


def test_keys_after_menus(folder):
    """After a click on the button of a menu and Escape the bare keys did nothing until the article was clicked."""
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path], {'QUO_ANIMATIONS': '0'}) as program:
        program.wait_ready(path)
        story = Story(program, path)
        article = focus_article(program)
        story.caret('Arne')
        for name in ('Filter and sort', 'Main menu'):
            is_clicked = open_by_click(program, name, article)
            program.key('Escape')
            wait_closed(program)
            if is_clicked:
                wait_until(lambda: has_keyboard(article), 'the article to have the keyboard')
            checks.check(f'keyboard-comes-back-from-{name.split()[0].lower()}', has_keyboard(article) == is_clicked)
        focus_article(program)
        state = story.key('2', lambda s: s['counts'].get('place') == 1, 'the key of a label to act')
        checks.equal('key-after-menus', state['message'], 'Place: Arne')
        open_by_click(program, 'Filter and sort', article)
        choose(program, 'Place')
        wait_until(lambda: has_keyboard(article), 'the article to have the keyboard')
        program.key('ctrl+z')
        checks.equal('key-after-choice', program.wait_state(lambda s: s['undo'] == 0, 'to be undone')['undo'], 0)
        open_by_click(program, 'Main menu', article)
        choose(program, 'Find…')
        wait_until(lambda: has_keyboard(program.find('entry', 'Find in the article')), 'the find bar to have the keyboard')
        checks.check('choice-may-take-the-keyboard', not has_keyboard(article))
        test_keys_on_menus(program)
        checks.equal('keys-after-menus-quits', program.quit(), 0)


def test_toast(folder):
    """What was done to one article is not offered to be taken back in another."""
    path, other = copy_sample(SAMPLES, folder), copy_sample(SAMPLES, folder, 'hafen.txt')
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        program.act('win.suggest')
        program.wait_state(lambda s: s['suggested'] > 0 and not s['suggesting'], 'suggestions')
        program.act('win.accept-all')
        wait_until(lambda: is_told(program, 'suggestions accepted'), 'the toast')
        program.act('win.open', other)
        program.wait_ready(other)
        wait_until(lambda: not is_told(program, 'suggestions accepted'), 'the toast to go', 4)
        checks.check('toast-goes', True)
        checks.equal('toast-quits', program.quit(), 0)


def test_window(folder):
    path = copy_sample(SAMPLES, folder)
    with Program([PROGRAM, path]) as program:
        program.wait_ready(path)
        story = Story(program, path)
        test_page(program, story)
        test_text(program, story)
        test_quote(program, story)
        checks.equal('window-quits', program.quit(), 0)


def main():
    for test in (test_window, test_lists, test_folder, test_keys_after_menus, test_toast):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
