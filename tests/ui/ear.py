# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears what a screen reader is told: where the keyboard goes, what is announced, what changes there.

    ear = Ear(program)
    ear.do('tag the name', '1')
    ear.hear('said: Person: Ingrid Sørbø')
    ear.write('transcript.txt')

Only what screen readers speak of by themselves is recorded: Orca says the description or the name of what has
the keyboard when it changes, an announcement of GTK 4.14 and later, and nothing of what changes elsewhere.
"""

import re
import time

from drive import Atspi, GLib, PATIENCE, TooLong, text_of, wait_until

EVENTS = ('object:state-changed:focused', 'object:state-changed:active', 'object:state-changed:expanded',
          'object:state-changed:checked', 'object:state-changed:pressed', 'object:announcement',
          'object:property-change:accessible-description', 'object:property-change:accessible-name',
          'object:property-change:accessible-value', 'object:text-caret-moved')
# What GTK calls a widget that nobody gave a name.
CLASS_NAME = re.compile(r'\b(Gtk|Adw|Quo)[A-Z]\w+')
WINDOWS = {'frame', 'dialog', 'window', 'alert'}
N_LETTERS = 24


class Ear:
    def __init__(self, program):
        self.program = program
        self.lines = []
        self.start = 0  # of the step in hand
        self.focused = None
        self.caret = None
        self.listener = Atspi.EventListener.new(self._on_event)
        for event in EVENTS:
            self.listener.register(event)

    def close(self):
        for event in EVENTS:
            self.listener.deregister(event)

    # What is heard -------------------------------------------------------------------------------

    def _note(self, line):
        # The same focus is told in two ways; it is one thing to hear.
        if not (line.startswith('focus: ') and self.lines[-1:] == [line]):
            self.lines.append(line)

    def _on_event(self, event):
        try:
            self._take(event)
        except GLib.Error:  # it is gone already
            pass

    def _take(self, event):
        source, kind = event.source, event.type
        if source is None or source.get_process_id() != self.program.process.pid:
            return
        words = event.any_data if isinstance(event.any_data, str) else ''
        if kind == 'object:state-changed:active':
            if event.detail1 and source.get_role_name() in WINDOWS:
                self._note(f'window: {source.get_name()}, {source.get_role_name()}')
        elif kind == 'object:state-changed:focused':
            if event.detail1:
                self.focused = source
                self._note(f'focus: {describe(source)}')
        elif kind == 'object:announcement':
            self._note(f'said: {words}')
        elif source != self.focused:
            return
        elif kind.endswith(('accessible-description', 'accessible-name')):
            # GTK 4.8 writes a blank before keys, also where there are neither words nor keys.
            if words.strip() and words not in describe(source).split(', ')[:1]:
                self._note(f'said: {words}')
        elif kind == 'object:text-caret-moved':
            self._take_caret(source, event.detail1)
        elif kind.startswith('object:state-changed'):
            self._note(f"{'' if event.detail1 else 'not '}{kind.rsplit(':', 1)[1]}: {source.get_name()}")

    def _take_caret(self, source, at):
        """Only the last place counts: it is that which is read."""
        if source.get_state_set().contains(Atspi.StateType.EDITABLE):
            text = text_of(source)
            line = f'caret: “{text[:at]}|{text[at:]}”'
        else:
            text = Atspi.Text.get_text(source, at, min(at + N_LETTERS, Atspi.Text.get_character_count(source)))
            line = f"caret: {text.split(chr(10), 1)[0].strip() or 'blank'}"
        if self.lines[-1:] and self.lines[-1].startswith('caret: ') and len(self.lines) > self.start:
            self.lines.pop()
        self._note(line)

    def attend(self):
        """Waits until something has the keyboard, also if it has it since before anybody listened: what is said there
        is heard from now on."""
        def look():
            self.listen()
            return self.focused or next((node for node in self.program.nodes()
                                         if node.get_state_set().contains(Atspi.StateType.FOCUSED)), None)
        self.program.x_window()
        self.focused = wait_until(look, 'something to have the keyboard')

    # Steps ---------------------------------------------------------------------------------------

    def do(self, what, *keys, act=None):
        """Begins a step: says what is done, and does it with keys or a function."""
        self.listen()
        self.lines.append(f"\n{what}{' [' + ' '.join(keys) + ']' if keys else ''}")
        self.start = len(self.lines)
        if act is not None:
            act()
        if keys:
            self.program.key(*keys)

    def step(self):
        """What was heard since the step began."""
        return self.lines[self.start:]

    def listen(self):
        """Takes what has come."""
        while GLib.MainContext.default().iteration(False):
            pass

    def hear(self, *wanted):
        """Waits until each of these is in what the step let one hear."""
        give_up = time.monotonic() + PATIENCE
        while True:
            self.listen()
            heard = '\n'.join(self.step())
            missing = [words for words in wanted if words not in heard]
            if not missing:
                return heard
            if time.monotonic() > give_up:
                raise TooLong(f'waited {PATIENCE:g} s to hear {missing}; heard\n{heard}')
            time.sleep(0.01)

    def write(self, path):
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n'.join(self.lines).strip() + '\n')


def describe(node):
    """As it is spoken: name, role, description, and the text that is in a field."""
    parts = [node.get_name(), node.get_role_name(), node.get_description()]
    states = node.get_state_set()
    if states.contains(Atspi.StateType.EDITABLE) and node.get_role_name() in ('text', 'entry', 'text box'):
        parts.append(f'“{text_of(node)}”')
    if states.contains(Atspi.StateType.CHECKED):
        parts.append('checked')
    return ', '.join(part for part in parts if part)
