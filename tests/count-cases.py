#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single test cases of a run of `meson test`.

count-cases.py TESTLOG.json AGAIN.json
    prints what was skipped and why, what failed, and last "N passed, N failed". AGAIN, which need not be there, is the
    log of programs that were run a second time; that they were is printed, and what they told then counts.
count-cases.py --windows-that-failed TESTLOG.json
    prints the programs that drive a window and failed, a line each, if they are few: many have one cause.
count-cases.py --is-on OPTION < (meson introspect --buildoptions)
    exits 0 when that option is true.

Meson counts programs; a program holds many cases and tells each in TAP on its standard output. A program
that does not speak TAP is one case. One that crashed, timed out or ended with an error although every
case it told of had passed is one failure more.
"""

import json
import re
import sys

CASE = re.compile(r'^(?P<indent> *)(?P<result>ok|not ok)\b *\d* *-? *(?P<name>[^#]*)'
                  r'(?:# *(?P<directive>SKIP|TODO)\b *(?P<reason>.*))?', re.IGNORECASE)
WENT_WELL = ('OK', 'EXPECTEDFAIL', 'SKIP')
WINDOW = 'quotidian:window / '
MOST_AGAIN = 3
WHOLE_SKIP = re.compile(r'^1\.\.0 *# *SKIP\S* *(?P<reason>.*)', re.IGNORECASE)


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []


def leaf_cases(output):
    """The result lines of TAP that are cases themselves, not sums of an indented subtest."""
    seen_at = {}
    for line in output.splitlines():
        case = CASE.match(line)
        if not case:
            continue
        indent = len(case['indent'])
        has_children = any(deeper > indent for deeper in seen_at)
        seen_at = {deeper: True for deeper in seen_at if deeper < indent}
        seen_at[indent] = True
        if not has_children:
            yield case


def count_tap(test, tally):
    failed_before = len(tally.failed)
    for case in leaf_cases(test.get('stdout', '')):
        name = f"{test['name']}: {case['name'].strip()}"
        directive = (case['directive'] or '').upper()
        if directive == 'SKIP':
            tally.skipped.append((name, case['reason'] or 'no reason told'))
        elif case['result'].lower() == 'ok':
            tally.passed += 1
        elif directive != 'TODO':
            tally.failed.append(name)
    return len(tally.failed) - failed_before


def count(test, tally):
    result = test['result'].strip()
    output = test.get('stdout', '')
    whole_skip = next(filter(None, map(WHOLE_SKIP.match, output.splitlines())), None)
    speaks_tap = any(map(CASE.match, output.splitlines()))
    if result == 'SKIP' and not speaks_tap:
        reason = whole_skip['reason'] if whole_skip else output.strip().splitlines()[-1:] or ['']
        tally.skipped.append((test['name'], reason if isinstance(reason, str) else reason[0]))
        return
    went_well = result in WENT_WELL
    if speaks_tap:
        n_failed = count_tap(test, tally)
        if not went_well and n_failed == 0:
            tally.failed.append(f"{test['name']}: the program itself ({result.lower()})")
    elif went_well:
        tally.passed += 1
    else:
        tally.failed.append(f"{test['name']} ({result.lower()})")


def read_log(path):
    """The programs of a log in their order: {name: what meson tells of it}."""
    try:
        with open(path, encoding='utf-8', errors='replace') as log:
            return {test['name']: test for test in map(json.loads, log)}
    except FileNotFoundError:
        return {}


def failed_windows(path):
    names = [name.removeprefix(WINDOW) for name, test in read_log(path).items()
             if name.startswith(WINDOW) and test['result'].strip() not in WENT_WELL]
    return names if len(names) <= MOST_AGAIN else []


def is_on(option):
    return any(o['name'] == option and o['value'] is True for o in json.load(sys.stdin))


def main():
    if sys.argv[1] == '--is-on':
        return 0 if is_on(sys.argv[2]) else 1
    if sys.argv[1] == '--windows-that-failed':
        print(*failed_windows(sys.argv[2]), sep='\n', end='')
        return 0
    tally = Tally()
    tests, again = map(read_log, sys.argv[1:3])
    if not tests:
        tally.failed.append('no test was run')
    for name in again:
        print(f'run a second time: {name}')
    for test in (tests | again).values():
        count(test, tally)
    for name, reason in tally.skipped:
        print(f'skipped: {name}: {reason}')
    for name in tally.failed:
        print(f'failed: {name}')
    print(f'{tally.passed} passed, {len(tally.failed)} failed')
    return 1 if tally.failed else 0


sys.exit(main())
