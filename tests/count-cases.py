#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single test cases of a run of `meson test`.

count-cases.py TESTLOG.json
    prints what was skipped and why, what failed, and last "N passed, N failed".
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
    went_well = result in ('OK', 'EXPECTEDFAIL', 'SKIP')
    if speaks_tap:
        n_failed = count_tap(test, tally)
        if not went_well and n_failed == 0:
            tally.failed.append(f"{test['name']}: the program itself ({result.lower()})")
    elif went_well:
        tally.passed += 1
    else:
        tally.failed.append(f"{test['name']} ({result.lower()})")


def is_on(option):
    return any(o['name'] == option and o['value'] is True for o in json.load(sys.stdin))


def main():
    if sys.argv[1] == '--is-on':
        return 0 if is_on(sys.argv[2]) else 1
    tally = Tally()
    try:
        with open(sys.argv[1], encoding='utf-8', errors='replace') as log:
            for line in log:
                count(json.loads(line), tally)
    except FileNotFoundError:
        tally.failed.append('no test was run')
    for name, reason in tally.skipped:
        print(f'skipped: {name}: {reason}')
    for name in tally.failed:
        print(f'failed: {name}')
    print(f'{tally.passed} passed, {len(tally.failed)} failed')
    return 1 if tally.failed else 0


sys.exit(main())
