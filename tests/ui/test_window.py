# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, as a person does it: an agency story is opened, marked by keys, linked, undone, searched,
saved, and the sidecar is checked by `quo`. Then what every window has to be: reachable, named, narrow.

usage: test_window.py PROGRAM SAMPLES [QUO]
"""

import json
import os
import subprocess
import sys
import tempfile

from drive import Atspi, Checks, Program, text_of, wait_until
from story import Story, copy_sample, focus_article

PROGRAM, SAMPLES = sys.argv[1:3]
QUO = sys.argv[3] if len(sys.argv) > 3 else None
checks = Checks('window')


def test_tagging(story):
    story.caret('Ingrid Sørbø')
    state = story.key('1', lambda s: s['counts'].get('person') == 1, '1 to tag a person')
    person = state['selected']
    checks.equal('digit-takes-whole-name', story.annotation(person)['quote'], ['Ingrid Sørbø'])
    checks.equal('message-says-it', state['message'], 'Person: Ingrid Sørbø')
    state = story.key('2', lambda s: s['counts'].get('place') == 1, '2 to relabel')
    checks.equal('digit-relabels-selected', (state['selected'], state['counts']), (person, {'place': 1}))
    state = story.key('ctrl+z', lambda s: s['counts'] == {'person': 1}, 'Ctrl+Z to take the label back')
    state = story.key('ctrl+shift+z', lambda s: s['redo'] == 0, 'Ctrl+Shift+Z to do it again')
    checks.equal('redo', state['counts'], {'place': 1})
    story.key('ctrl+z', lambda s: s['counts'] == {'person': 1}, 'Ctrl+Z')
    story.select('Halden Ferry')
    state = story.key('2', lambda s: s['counts'].get('place') == 1, 'a selection to be tagged')
    checks.equal('selection-is-taken-exactly', story.annotation(state['selected'])['at'],
                 [list(story.place('Halden Ferry'))])
    state = story.key('t', lambda s: s['counts'].get('place', 0) >= 1 and 'tagged' in s['message'] or
                      s['counts'].get('place', 0) > 1, 'T to answer')
    story.key('Escape', lambda s: s['selected'] is None, 'Escape to leave the annotation')
    return person


def test_borders(story, person):
    story.program.act('win.select-annotation', person)
    state = story.key('shift+Right', lambda s: s['message'].endswith('said'), 'Shift+Right to grow')
    checks.equal('grows-by-a-word', story.annotation(person)['quote'], ['Ingrid Sørbø said'])
    story.key('shift+Left', lambda s: s['message'].endswith('Sørbø'), 'Shift+Left to shrink')
    # Alt+Shift+Left belongs to the window manager of the test desktop, so the action is done itself.
    story.program.act('win.resize-word', True, -1)
    checks.equal('grows-at-the-start', story.annotation(person)['quote'], ['Mayor Ingrid Sørbø'])
    story.program.act('win.resize-word', True, 1)
    checks.equal('shrinks-at-the-start', story.annotation(person)['quote'], ['Ingrid Sørbø'])
    story.key('ctrl+shift+Left', lambda s: s['message'].endswith('Sørb'), 'Ctrl+Shift+Left to take a letter')
    story.key('ctrl+shift+Right', lambda s: s['message'].endswith('Sørbø'), 'Ctrl+Shift+Right to give it back')
    checks.equal('back-to-the-name', story.annotation(person)['quote'], ['Ingrid Sørbø'])
    story.key('v', lambda s: 'select text' in s['message'], 'V to start a text selection')
    state = story.key('shift+Right', lambda s: s['selection'][1] - s['selection'][0] == 1,
                      'Shift+Right to select text')
    checks.equal('v-selects-text', state['selected'], person)
    story.key('Escape', lambda s: s['selection'][0] == s['selection'][1], 'Escape to leave the text')
    story.select('Tuesday')
    story.key('plus', lambda s: 'Part added' in s['message'], '+ to add a part')
    checks.equal('plus-adds-a-part', story.annotation(person)['quote'], ['Ingrid Sørbø', 'Tuesday'])
    story.key('ctrl+z', lambda s: 'Undone' in s['message'], 'Ctrl+Z to take the part back')
    checks.equal('part-undone', story.annotation(person)['quote'], ['Ingrid Sørbø'])


def roles_of(story, quote):
    return next((r['roles'] for r in story.sidecar()['relations'] if quote in r['roles']['quote']), {})


def test_quotes(story, person):
    story.caret('you will walk across')
    state = story.key('q', lambda s: s['prompt'] == 'speaker', 'Q to mark and ask')
    quote = state['selected']
    checks.equal('quote-across-interruption', story.annotation(quote)['quote'],
                 ['“We promised this town a bridge,”', '“and on the twentieth of June you will walk across it.”'])
    checks.check('quote-has-cue', 'cue' in roles_of(story, quote), roles_of(story, quote))
    checks.check('candidates', len(state['candidates']) > 1, state['candidates'])
    wanted = state['candidates'].index(person)
    state = story.key(str(wanted + 1), lambda s: s['prompt'] is None, 'a digit to link')
    checks.equal('digit-links-while-prompting', roles_of(story, quote).get('source'), [person])
    story.caret('The river has our crane')
    inner = story.key('q', lambda s: s['prompt'] == 'speaker', 'Q to mark the inner quote')['selected']
    checks.equal('innermost-first', story.annotation(inner)['quote'], ['‘The river has our crane, madam,’'])
    outer = story.key('q', lambda s: s['selected'] != inner, 'Q again to take the outer one')['selected']
    state = story.key('Return', lambda s: s['prompt'] is None, 'Enter to link the first')
    checks.check('enter-links-first', roles_of(story, outer).get('source'), state['message'])
    n_quotes = state['counts']['quote']
    for _ in range(2):
        state = story.key('o', lambda s: 'Not ' in s['message'], 'O to go to the next quote')
        story.key('q', lambda s: s['prompt'] == 'speaker', 'Q')
        state = story.key('Return', lambda s: s['prompt'] is None and 'Speaker:' in s['message'], 'Enter')
    checks.check('o-q-enter', state['counts']['quote'] > n_quotes, state['counts'])


def test_going_on(story):
    program = story.program
    program.act('win.select', 0, 0)
    first = story.key('j', lambda s: s['selected'] is not None, 'J')['selected']
    second = story.key('j', lambda s: s['selected'] != first, 'J again')['selected']
    state = story.key('k', lambda s: s['selected'] != second, 'K')
    checks.equal('j-j-k', state['selected'], first)
    state = story.key('u', lambda s: 'Not tagged' in s['message'], 'U')
    before = state['counts'].get('person', 0)
    state = story.key('1', lambda s: s['counts'].get('person', 0) == before + 1, 'the name to be tagged')
    checks.check('u-then-digit', state['selected'], state)
    state = story.key('Delete', lambda s: s['selected'] is None, 'Delete')
    checks.equal('delete', state['counts'].get('person', 0), before)
    program.act('win.auto-advance')
    story.caret('Olivier N’Diaye')
    state = story.key('1', lambda s: s['counts'].get('person', 0) == before + 1, 'tagging to go on')
    checks.check('auto-advance', state['selected'] is None and
                 state['caret'] > story.place('Olivier N’Diaye')[1], state)
    program.act('win.auto-advance')


def test_jump_select(story):
    """Shift+F and two letters select from the caret to the end of a word; a digit tags what is selected."""
    program = story.program
    start, end = story.place('National Rail Agency')
    program.act('win.select', start, start)
    story.key('shift+f', lambda s: 'two letters' in s['message'], 'Shift+F to wait for letters')
    program.key('a', 'g')
    state = program.wait_state(lambda s: s['selection'] == [start, end], 'the text to be selected up to the word')
    before = state['counts'].get('organization', 0)
    state = story.key('3', lambda s: s['counts'].get('organization', 0) == before + 1, 'a digit to tag it')
    checks.equal('shift-f-selects', story.annotation(state['selected'])['quote'], ['National Rail Agency'])
    story.key('Delete', lambda s: s['counts'].get('organization', 0) == before, 'Delete')


def test_copy_citation(story):
    """Ctrl+Shift+C copies a quote as it is cited: with who said it, and the title."""
    program = story.program
    program.act('win.select', *[story.place('you will walk across')[0]] * 2)
    program.act('win.capture-quote')
    program.act('win.escape')
    story.key('ctrl+shift+c', lambda s: s['message'].startswith('Copied'), 'the quote to be copied')
    program.key('ctrl+f')
    entry = program.find('entry', 'Find in the article')
    wait_until(lambda: entry.get_state_set().contains(Atspi.StateType.FOCUSED), 'the search to have the focus')
    program.key('ctrl+a', 'ctrl+v')
    wanted = ('“We promised this town a bridge,” … “and on the twentieth of June you will walk across it.” — '
              'Ingrid Sørbø (Old rail bridge will carry walkers by midsummer)')
    checks.check('citation-is-copied', wait_until(lambda: text_of(entry) == wanted, 'it to be pasted'))
    program.key('ctrl+a', 'Delete', 'Escape')
    focus_article(program)


def test_same(story):
    before = len(story.sidecar().get('entities', []))
    story.caret('Her customers')
    story.key('1', lambda s: s['message'] == 'Person: Her', '“Her” to be tagged')
    story.program.key('s')
    story.program.find('list item', 'Ingrid Sørbø')
    story.program.type_text('Ingrid')
    state = story.key('Return', lambda s: 'Same as' in s['message'], 'Enter to choose')
    checks.equal('s-says-who', state['message'], 'Same as Ingrid Sørbø')
    annotation = story.annotation(state['selected'])
    others = [a['quote'] for a in story.sidecar()['annotations'] if a.get('entity') == annotation['entity']]
    checks.check('s-shares-the-entity', ['Ingrid Sørbø'] in others and ['Her'] in others, others)
    checks.check('s-made-one-entity', len(story.sidecar()['entities']) <= before + 1)
    quote = next(a['id'] for a in story.sidecar()['annotations'] if a['type'] == 'quote')
    story.program.act('win.select-annotation', quote)
    state = story.key('s', lambda s: 'only names' in s['message'], 'S to say that a quote is no name')
    checks.equal('s-of-a-quote', (state['selected'], state['message']),
                 (quote, 'Select a name; only names have an identity'))


def choices(program):
    """The names that are offered; of a dateline they are not in capitals."""
    return [node.get_name().lower() for node in program.nodes() if node.get_role_name() == 'list item']


def test_typed_speaker(story):
    """A place is offered as a speaker to who types it, and to nobody else."""
    program = story.program
    story.caret('HALDEN FERRY')
    story.key('2', lambda s: 'HALDEN FERRY' in s['message'], 'the place to be tagged')
    story.caret('Olivier is a careful man')
    story.key('q', lambda s: s['prompt'] == 'speaker', 'Q')
    program.key('slash')
    program.find('entry', 'Who said it?')
    offered = wait_until(lambda: choices(program), 'names to be offered')
    checks.check('slash-offers-no-place', 'halden ferry' not in offered and 'ingrid sørbø' in offered, offered)
    program.type_text('halden')
    checks.check('slash-finds-a-place', wait_until(lambda: 'halden ferry' in choices(program), 'the place'))
    program.key('ctrl+a')
    program.type_text('Quentin Roe')
    state = story.key('Return', lambda s: 'Speaker:' in s['message'], 'Enter to take the new name')
    checks.equal('slash-takes-a-new-name', state['message'], 'Speaker: Quentin Roe')


def test_find(story):
    program = story.program
    program.key('ctrl+f')
    entry = program.find('entry', 'Find in the article')
    wait_until(lambda: entry.get_state_set().contains(Atspi.StateType.FOCUSED), 'the search to have the focus')
    program.type_text('bridge')
    state = story.key('Return', lambda s: 'bridge' in s['message'] and ' of ' in s['message'], 'Enter to find')
    start, end = state['selection']
    checks.equal('find-selects-the-words', story.text[start:end].lower(), 'bridge')
    state = story.key('ctrl+g', lambda s: s['selection'] != [start, end], 'Ctrl+G to go on')
    checks.check('find-goes-on', state['selection'][0] != start, state)
    places = int(state['message'].rsplit(' ', 1)[1])
    program.choose('Tag All', 'Event')
    tagged = program.wait_state(lambda s: s['counts'].get('event') == places, 'every place to be tagged')
    checks.equal('find-tags-all-at-once', tagged['undo'], state['undo'] + 1)
    # Nothing was marked before, so these are no more than there were.
    checks.equal('find-tells-how-many', tagged['message'].split('”')[1], f', {places} times')
    program.act('win.undo')
    story.key('Escape', lambda s: True, 'the bar to close')
    program.act('win.find', 'Paweł')
    state = program.wait_state(lambda s: 'Paweł' in s['message'], 'win.find to answer')
    checks.equal('win-find', state['selection'], list(story.place('Paweł')))
    program.act('win.find', 'no such words')
    checks.check('win-find-nothing', 'not in the article' in program.state()['message'], program.state())
    program.find('button', 'Next place found')
    program.key('Escape')


def test_export_and_done(story, folder):
    program = story.program
    path = os.path.join(folder, 'out.csv')
    state = program.act_settled('win.export', 'csv-annotations', path)
    checks.check('export-writes', os.path.getsize(path) > 100, state['message'])
    checks.check('export-says-where', path in state['message'], state['message'])
    state = program.act_settled('win.export', 'no-such-format', path)
    checks.check('export-refuses', 'no-such-format' in state['message'], state['message'])
    for action in ('accept', 'reject', 'skip', 'accept-name'):
        program.act('win.' + action)
        checks.equal('no-' + action, program.state()['message'], 'No suggestions')
    program.act('win.done')
    program.act('win.select', *story.place('café'))
    program.act('win.tag', 'place')
    checks.check('done-is-closed', 'done' in program.state()['message'], program.state()['message'])
    checks.equal('done-in-sidecar', story.sidecar()['layers'][0]['state'], 'done')
    program.act('win.done')
    checks.equal('done-again-opens', story.sidecar()['layers'][0]['state'], 'open')


def test_agency_story(folder):
    path = copy_sample(SAMPLES, folder)
    with open(path, 'rb') as file:
        before = file.read()
    with Program([PROGRAM, path]) as program:
        story = Story(program, path)
        state = program.wait_ready(path)
        checks.equal('opens-at-the-start', (state['caret'], state['length'], state['saved']),
                     (0, len(story.text), True))
        article = focus_article(program)
        checks.equal('text-is-readable', text_of(article), story.text)
        checks.check('no-sidecar-before-an-edit', not os.path.exists(path + '.quo.json'))
        person = test_tagging(story)
        test_borders(story, person)
        test_quotes(story, person)
        test_copy_citation(story)
        test_going_on(story)
        test_jump_select(story)
        test_same(story)
        test_typed_speaker(story)
        test_find(story)
        test_export_and_done(story, folder)
        state = program.state()
        checks.equal('quits', program.quit(), 0)
    with open(path, 'rb') as file:
        checks.check('article-is-untouched', file.read() == before)
    with open(path + '.quo.json', encoding='utf-8') as file:
        saved = json.load(file)
    checks.equal('saved-as-told', len(saved['annotations']), sum(state['counts'].values()))
    if not QUO or not os.path.exists(QUO):
        checks.skip('quo-check', 'quo is not built')
    else:
        done = subprocess.run([QUO, 'check', path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        checks.equal('quo-check', (done.returncode, done.stdout), (0, ''))
    with Program([PROGRAM, path + '.quo.json']) as program:
        state2 = program.wait_ready(path)
        checks.equal('opens-again-by-its-sidecar', (state2['counts'], state2['relations'], state2['layer']),
                     (state['counts'], state['relations'], state['layer']))
        checks.equal('second-quit', program.quit(), 0)
    with open(path + '.quo.json', encoding='utf-8') as file:
        checks.check('unchanged-is-not-written', json.load(file) == saved)


# On a French and a Czech 1 stand both the sign and the digit.
# On which key, by its code, a sign stands: / ? , and what adds a part, which on a Czech keyboard is not the + of the 1.
SIGNS = {'us': ('61', 'shift+61', '59', 'shift+21'), 'fr': ('shift+60', 'shift+58', '58', 'shift+21'),
         'de': ('shift+16', 'shift+20', '59', '35'), 'cz': ('shift+34', 'shift+59', '59', 'Insert'),
         'ru': ('shift+51', 'shift+16', 'shift+61', 'shift+21')}
PRINTED = {'us': {'1', 'Q'}, 'fr': {'1', 'Q'}, 'de': {'1', 'Q'}, 'cz': {'1', 'Q'}, 'ru': {'1', 'Й'}}


def check_signs(program, story, layout):
    """What stands on a sign is reached, with Shift or without, while a quote waits for its speaker."""
    slash, question, comma, add = SIGNS[layout]
    program.key(slash)
    program.find('entry', 'Who said it?')
    program.key('Escape')
    focus_article(program)
    checks.check(f'slash-{layout}', True)
    for key, title in ((question, 'Keyboard Shortcuts'), (comma, 'Preferences')):
        program.key(f'ctrl+{key}')
        program.wait_window(title)
        program.key('Escape')
        wait_until(lambda: program.front_window() == program.x_window(), f'{title} to close')
        checks.check(f'{title}-{layout}', True)
    focus_article(program)
    story.caret('Paweł Zieliński')
    story.key('10', lambda s: s['counts'].get('person') == 1, '1')
    start, end = story.place('Ingrid Sørbø')
    program.act('win.select', start, end)
    checks.check(f'adds-{layout}', story.key(add, lambda s: 'Part added' in s['message'], f'{add} of {layout}'))
    program.act('win.undo')
    program.act('win.undo')
    program.wait_state(lambda s: s['counts'].get('person', 0) == 0, 'the name to be as it was')


def test_keyboards(folder):
    """The digits need Shift in France and Czechia, where "+" stands on the 1; Russian has no Latin letters; German
    moves Z and +. The label bar shows what is printed on the keys."""
    path = copy_sample(SAMPLES, folder)
    try:
        with Program([PROGRAM, path]) as program:
            program.wait_ready(path)
            story = Story(program, path)
            for layout, undo in (('us', 'ctrl+z'), ('fr', 'ctrl+z'), ('de', 'ctrl+z'), ('cz', 'ctrl+z'),
                                 ('ru', 'ctrl+52')):
                subprocess.run(['setxkbmap', layout], check=True)
                focus_article(program)
                story.caret('Paweł Zieliński')
                # Key code 10 is the key of the digit 1; 24 that of Q on a US keyboard.
                state = story.key('10', lambda s: s['counts'].get('person') == 1, f'1 of {layout}')
                checks.equal(f'digit-{layout}', state['message'], 'Person: Paweł Zieliński')
                story.key(undo, lambda s: s['undo'] == 0, f'undo of {layout}')
                story.caret('the bridge is safe')
                state = story.key('38' if layout == 'fr' else '24', lambda s: s['prompt'] == 'speaker',
                                  f'Q of {layout}')
                checks.equal(f'q-{layout}', state['counts'].get('quote'), 1)
                check_signs(program, story, layout)
                story.key(undo, lambda s: s['undo'] == 0, f'undo of {layout}')
                program.key('Escape')
                checks.check(f'keys-as-printed-{layout}', wait_until(
                    lambda: PRINTED[layout] <= {n.get_name() for n in program.nodes()
                                                if n.get_role_name() == 'label'},
                    f'the keys of {layout} in the label bar'))
            name = next(n for n in program.nodes() if n.get_name() == 'Tag as Quote')
            checks.check('key-as-printed-ru', any(
                n.get_name() == 'Й' for n in program.nodes() if n.get_role_name() == 'label'), name)
    finally:
        subprocess.run(['setxkbmap', 'us'], check=True)


CONTROLS = {'push button', 'button', 'toggle button', 'check box', 'switch', 'text', 'entry', 'combo box',
            'menu item', 'radio button', 'spin button'}


def unnamed(program):
    """The controls of the window that say nothing of themselves: no name, or that of their class."""
    found = []
    for node in program.nodes():
        role, name = node.get_role_name(), (node.get_name() or '').strip()
        if role in CONTROLS and (not name or name.startswith(('Gtk', 'Adw', 'Quo'))):
            around = node.get_parent()
            found.append(f'{role} in {around.get_role_name()} {around.get_name()!r}')
    return found


def test_names(folder):
    with Program([PROGRAM]) as program:
        program.wait_ready()
        checks.equal('named-empty', unnamed(program), [])
        state = program.state()
        checks.equal('empty-state', (state['article'], state['length'], state['message']), (None, 0, ''))
        program.act('win.tag', 'person')
        checks.equal('empty-says-so', program.state()['message'], 'No article is open')
        path = copy_sample(SAMPLES, folder)
        program.act('win.open', path)
        program.wait_ready(path)
        program.act('win.select', 60, 60)
        program.act('win.tag', 'person')
        checks.equal('named-article', unnamed(program), [])
        status = [n for n in program.nodes()
                  if n.get_role_name() in ('statusbar', 'status bar') and
                  program.state()['message'] == (n.get_name() or text_of(n))]
        checks.check('status-is-spoken', status, sorted({n.get_role_name() for n in program.nodes()}))
        program.act('win.find', '')
        checks.equal('named-find', unnamed(program), [])
        program.key('Escape')
        for width in (700, 360):
            program.resize(width, 700)
            wait_until(lambda: abs(program.place_of(program.find('text', 'Article'))[2]) < width + 1,
                       f'the window to be {width} px wide')
            checks.equal(f'named-{width}', unnamed(program), [])
        checks.equal('quits-narrow', program.quit(), 0)


def main():
    for test in (test_agency_story, test_keyboards, test_names):
        with tempfile.TemporaryDirectory(prefix='quo-window-') as folder:
            test(os.path.realpath(folder))
    return checks.finish()


sys.exit(main())
