# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window from outside, as a person, a screen reader or a script would.

A state is changed in two ways only: through the actions the program exports on the session bus, and through
real keys and clicks of the X server. It is read in three: `win.state`, the accessibility tree, and pixels.
(Setting the selection or the focus through accessibility does not work in GTK 4, so it is not offered.)

    with Program(['build/src/ui/quotidian', 'story.txt']) as program:
        program.wait_ready()
        program.act('win.select', 6, 19)
        program.act('win.tag', 'person')
        assert program.state()['counts'] == {'person': 1}

Nothing here sleeps for a time that is hoped to be long enough: every wait is for something, and says for what.
"""

import json
import os
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APP_ID = 'io.github.quotidian.Quotidian'
ACTIONS = 'org.gtk.Actions'
# How long a thing is waited for (seconds); more on a machine that is busy with other things.
PATIENCE = float(os.environ.get('QUO_PATIENCE', '20'))
# GTK changed the names of some roles between 4.8 and 4.18.
SAME_ROLE = {'button': {'button', 'push button', 'toggle button'},
             'push button': {'button', 'push button', 'toggle button'}}


class TooLong(AssertionError):
    """What was waited for did not come."""


def wait_until(is_so, what, seconds=PATIENCE):
    """Asks again and again until the answer is true, and returns it. `what` goes into the complaint."""
    give_up = time.monotonic() + seconds
    while True:
        try:
            answer = is_so()
        except GLib.Error:  # the bus or the tree is not there yet
            answer = None
        if answer:
            return answer
        if time.monotonic() > give_up:
            raise TooLong(f'waited {seconds:g} s for {what}')
        time.sleep(0.01)


class Program:
    """The window program, running. Ends it when the `with` block ends, however that ends."""

    def __init__(self, command, environment=None, window=1):
        self.app_path = '/' + APP_ID.replace('.', '/')
        self.window_path = f'{self.app_path}/window/{window}'
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.process = subprocess.Popen([os.fspath(word) for word in command],
                                        env={**os.environ, **(environment or {})})
        self._tree = None
        self._x_window = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    # Actions -------------------------------------------------------------------------------------

    def _place(self, action):
        scope, name = action.split('.', 1)
        return {'app': self.app_path, 'win': self.window_path}[scope], name

    def _call(self, path, method, arguments):
        return self.bus.call_sync(APP_ID, path, ACTIONS, method, arguments, None,
                                  Gio.DBusCallFlags.NO_AUTO_START, int(PATIENCE * 1000), None)

    def actions(self):
        """The names of all actions of the window."""
        return self._call(self.window_path, 'List', None).unpack()[0]

    def describe(self, action):
        """(is enabled, type of its parameter or '', list of its state or of nothing)."""
        path, name = self._place(action)
        return self._call(path, 'Describe', GLib.Variant('(s)', (name,))).unpack()[0]

    def act(self, action, *arguments):
        """Does an action. Its parameter is what the program says it takes: act('win.select', 3, 8)."""
        signature = self.describe(action)[1]
        values = []
        if signature:
            value = tuple(arguments) if signature.startswith('(') else arguments[0]
            values = [GLib.Variant(signature, value)]
        path, name = self._place(action)
        self._call(path, 'Activate', GLib.Variant('(sava{sv})', (name, values, {})))

    def act_settled(self, action, *arguments):
        """Does an action that goes on after it has returned (opening, exporting), and waits for its end."""
        self.act(action, *arguments)
        return self.wait_idle()

    # State ---------------------------------------------------------------------------------------

    def state(self):
        """What `win.state` tells, as a dictionary."""
        return json.loads(self.describe('win.state')[2][0])

    def wait_state(self, is_so, what):
        """Waits for a state, and returns it: wait_state(lambda s: s['saved'], 'the article to be saved')."""
        last = {}

        def look():
            last.clear()
            last.update(self.state())
            return is_so(last)
        try:
            wait_until(look, what)
        except TooLong as error:
            raise TooLong(f'{error}; the state is {last}') from None
        return last

    def wait_idle(self):
        return self.wait_state(lambda s: not s['busy'], 'the window to be idle')

    def wait_ready(self, article=None):
        """Waits for the window to be there, and for the article (a path) to be in it."""
        def look():
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended by itself with {self.process.returncode}')
            return 'state' in self.actions()
        wait_until(look, 'the window to export its actions')
        if article is None:
            return self.wait_idle()
        wanted = os.path.realpath(article)
        return self.wait_state(
            lambda s: not s['busy'] and os.path.realpath(s['article'] or '/') == wanted,
            f'{article} to be open')

    # Keys and pointer ----------------------------------------------------------------------------

    def _xdotool(self, *words):
        return subprocess.run(['xdotool', *map(str, words)], check=False, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.strip()

    def x_window(self):
        """The number of the window for X, once it is mapped and has the keyboard."""
        if self._x_window is None:
            found = wait_until(
                lambda: self._xdotool('search', '--onlyvisible', '--pid', self.process.pid),
                'the window to be on the screen')
            self._x_window = found.split('\n')[-1]
            self._xdotool('windowactivate', '--sync', self._x_window)
        return self._x_window

    def wait_window(self, name):
        """Waits until the window with this title has the keyboard: keys sent earlier go to another."""
        self.x_window()
        wait_until(lambda: self._xdotool('getactivewindow', 'getwindowname') == name, f'the window “{name}”')

    def key(self, *keys):
        """Presses keys one after the other: key('Escape', 'ctrl+z', 'q')."""
        self.x_window()
        self._xdotool('key', '--clearmodifiers', '--delay', '5', *keys)

    def type_text(self, text):
        """Types ASCII text (the X server in memory loses other letters)."""
        self.x_window()
        self._xdotool('type', '--delay', '5', text)

    def front_window(self):
        """The number of the window that has the keyboard, which may be a dialog, for X."""
        window = self.x_window()
        return self._xdotool('getactivewindow') or window

    def place_of(self, node):
        """(x, y, width, height) on the screen of a node of the window that has the keyboard."""
        shell = self._xdotool('getwindowgeometry', '--shell', self.front_window())
        window = dict(line.split('=', 1) for line in shell.splitlines() if '=' in line)
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return int(window['X']) + box.x, int(window['Y']) + box.y, box.width, box.height

    def wait_still(self, node):
        """The place of a node that has come to rest: pages slide in and out."""
        places = []

        def look():
            places.append(self.place_of(node))
            # What is not laid out yet has no size, and stands still in a corner.
            return min(places[-1][2:]) > 0 and len(places) >= 4 and len(set(places[-4:])) == 1

        wait_until(look, 'what is to be clicked to stand still')
        return places[-1]

    def move_to(self, x, y):
        """Moves the pointer to a place of the screen, and waits until it is there. Where it is there already it goes
        away by a pixel first: a window that came up below it learns where it is, and xdotool, which waits for a
        move until its patience of 15 seconds is over, sees one."""
        if self._xdotool('getmouselocation').startswith(f'x:{x} y:{y} '):
            self._xdotool('mousemove', '--sync', x + 1, y)
        self._xdotool('mousemove', '--sync', x, y)

    def click(self, node, button=1):
        """Clicks in the middle of a node. A slide that had not begun when it was asked after may have begun since."""
        def is_under_pointer():
            x, y, width, height = place = self.wait_still(node)
            self.move_to(x + width // 2, y + height // 2)
            return self.place_of(node) == place
        wait_until(is_under_pointer, 'what is to be clicked to stay where it is')
        self._xdotool('click', button)

    def press_at(self, x, y, button=1, times=1):
        """Clicks at a place of the screen."""
        self.x_window()
        self.move_to(x, y)
        self._xdotool('click', '--repeat', times, '--delay', 40, button)

    def drag(self, start, *places):
        """Presses at a place of the screen, moves over others, and lets go at the last one."""
        self.x_window()
        self.move_to(*start)
        self._xdotool('mousedown', 1)
        before = start
        for place in places:
            # Steps, as of a hand: a drag begins when the pointer has moved a little.
            for step in range(1, 6):
                self.move_to(before[0] + (place[0] - before[0]) * step // 5,
                             before[1] + (place[1] - before[1]) * step // 5)
            before = place
        self._xdotool('mouseup', 1)

    def look_of(self, x, y, width, height):
        """The pixels of a part of the screen."""
        return subprocess.run(['import', '-silent', '-window', 'root', '-crop', f'{width}x{height}+{x}+{y}',
                               '-depth', '8', 'rgb:-'], check=True, stdout=subprocess.PIPE).stdout

    def _shown_windows(self):
        return set(self._xdotool('search', '--onlyvisible', '--pid', self.process.pid).split())

    def drop(self, start, node):
        """Drags what is at a place of the screen to the middle of a node that shows when it would take it, and
        lets go there. drag() is for gestures inside the window. This is for what can be dragged between
        programs: those agree through the X server on who takes it, and what is let go before they have agreed
        falls on nobody. So the pointer goes back and forth by a little until the drag, and then the node under
        it, are seen to have noticed."""
        x, y, width, height = self.wait_still(node)
        windows = self._shown_windows()
        n_moves = 0

        def nudge(place):
            nonlocal n_moves
            n_moves += 1
            self._xdotool('mousemove', '--sync', place[0] + n_moves % 2 * 2, place[1])

        def has_begun():
            nudge((start[0] + 16, start[1]))  # more than the hand may tremble in a click
            return self._shown_windows() - windows

        # What is dragged hangs to the right of the pointer and below it: the left half of the node stays free
        # of it, since there are no steps on the way there at which it could lag behind.
        left_half = x, y, width // 2 - 4, height

        def is_noticed():
            nudge((x + width // 2, y + height // 2))
            return self.look_of(*left_half) != look

        self.move_to(*start)
        self._xdotool('mousedown', 1)
        wait_until(has_begun, 'the drag to begin')
        look = self.look_of(*left_half)
        wait_until(is_noticed, 'what is under the pointer to notice the drag')
        self._xdotool('mouseup', 1)

    def find_colour(self, colour, within=None, run=4):
        """(x, y, width, height) on the screen of what the window shows in exactly this colour ("#15529f"), or
        None. Only rows of at least `run` such pixels count: the edges of letters have all sorts of colours.
        `within`: a part of the screen to look in."""
        shell = self._xdotool('getwindowgeometry', '--shell', self.x_window())
        window = {name: int(number) for name, number in
                  (line.split('=', 1) for line in shell.splitlines() if line.split('=')[0] in
                   ('X', 'Y', 'WIDTH', 'HEIGHT'))}
        pixels = subprocess.run(['import', '-silent', '-window', self.x_window(), '-depth', '8', 'rgb:-'],
                                check=True, stdout=subprocess.PIPE).stdout
        wanted, width = bytes.fromhex(colour[1:]) * run, window['WIDTH']
        found = []
        place = pixels.find(wanted)
        while place >= 0:
            x, y = window['X'] + place // 3 % width, window['Y'] + place // 3 // width
            if place % 3 == 0 and (within is None or (within[0] <= x < within[0] + within[2] - run and
                                                      within[1] <= y < within[1] + within[3])):
                found.append((x, y))
            place = pixels.find(wanted, place + 1)
        if not found:
            return None
        left, top = min(x for x, _ in found), min(y for _, y in found)
        return left, top, max(x for x, _ in found) + run - left, max(y for _, y in found) + 1 - top

    def resize(self, width, height, window=None):
        window = window or self.x_window()
        # As with the pointer: nothing is waited for where nothing changes.
        shell = self._xdotool('getwindowgeometry', '--shell', window).splitlines()
        if f'WIDTH={width}' not in shell or f'HEIGHT={height}' not in shell:
            self._xdotool('windowsize', '--sync', window, width, height)

    # The accessibility tree ----------------------------------------------------------------------

    def tree(self):
        """The root of the program in the accessibility tree."""
        def look():
            desktop = Atspi.get_desktop(0)
            for child in children(desktop):
                if child.get_process_id() == self.process.pid and children(child):
                    return child
            return None
        if self._tree is None:
            Atspi.init()
            Atspi.set_timeout(2000, 2000)
            self._tree = wait_until(look, 'the window to be in the accessibility tree')
        return self._tree

    def nodes(self):
        """All nodes, from the outside in; those of the newest window, which may be a dialog, first."""
        waiting = children(self.tree())
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(children(node)))

    def find(self, role=None, name=None, seconds=PATIENCE):
        """The first node of that role and name; waits until there is one."""
        roles = SAME_ROLE.get(role, {role})

        def look():
            return next((node for node in self.nodes()
                         if (role is None or node.get_role_name() in roles)
                         and (name is None or (node.get_name() or '') == name)), None)
        return wait_until(look, f'a {role or "node"} named {name!r}', seconds)

    def press(self, node):
        """Presses a button, as a screen reader does."""
        Atspi.Action.do_action(node, 0)

    def choose(self, button, item):
        """Chooses an item of the menu of a button. The menu is opened by a click. GTK 4.18 leaves paddings out when it
        tells where a button is, so that a click may go beside it: then what is pressed in the button is pressed."""
        node = self.find('button', button)
        self.click(node)
        try:
            choice = self.find('menu item', item, PATIENCE / 4)
        except TooLong:
            self.press(wait_until(lambda: children(node), f'what is in the button {button}')[0])
            choice = self.find('menu item', item)
        self.press(choice)
        wait_until(lambda: not any(node.get_role_name() == 'menu item' for node in self.nodes()), 'the menu to close')

    # The rest ------------------------------------------------------------------------------------

    def screenshot(self, path):
        """Writes the window that has the keyboard as PNG, once it has stopped changing."""
        window = self.front_window()
        last = None

        def is_still():
            nonlocal last
            shot = subprocess.run(['import', '-silent', '-window', window, 'rgb:-'], check=True,
                                  stdout=subprocess.PIPE).stdout
            was, last = last, shot
            return was == shot
        wait_until(is_still, 'the window to stop changing')
        subprocess.run(['import', '-silent', '-window', window, os.fspath(path)], check=True)

    def memory_kib(self):
        """The memory the program holds, in KiB (VmRSS)."""
        with open(f'/proc/{self.process.pid}/status', encoding='ascii') as status:
            return int(next(line for line in status if line.startswith('VmRSS')).split()[1])

    def quit(self):
        """Asks the program to end and returns its exit status. Only so do sanitizers report leaks."""
        try:
            self.act('app.quit')
        except GLib.Error:
            pass  # it ended before it answered
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise TooLong('waited for the program to end after app.quit') from None


def children(node):
    """The children of a node of the tree; those that vanish while being asked for are left out."""
    found = []
    try:
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                found.append(child)
    except GLib.Error:
        pass
    return found


def text_of(node):
    """The text of a node. (Asking up to -1 is answered with nothing by labels of GTK 4.8.)"""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


class Checks:
    """Results as TAP: a line a check, and the plan at the end."""

    def __init__(self, prefix):
        self.prefix = prefix
        self.n_done = 0
        self.n_failed = 0

    def check(self, name, is_so, told=''):
        """One case. `told` is what was found instead, shown when the case fails."""
        self.n_done += 1
        if not is_so:
            self.n_failed += 1
            for line in str(told).splitlines():
                print(f'# {line}')
        print(f"{'ok' if is_so else 'not ok'} {self.n_done} {self.prefix}/{name}", flush=True)
        return bool(is_so)

    def equal(self, name, found, wanted):
        return self.check(name, found == wanted, f'found  {found!r}\nwanted {wanted!r}')

    def skip(self, name, reason):
        self.n_done += 1
        print(f'ok {self.n_done} {self.prefix}/{name} # SKIP {reason}', flush=True)

    def finish(self):
        """Prints the plan; gives the exit status."""
        print(f'1..{self.n_done}', flush=True)
        return 1 if self.n_failed else 0
