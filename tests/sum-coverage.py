#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sum-coverage.py SUMMARY.json: the share of lines run, a line a folder of src, from gcovr's summary."""

import json
import os
import sys

with open(sys.argv[1], encoding='utf-8') as summary:
    files = json.load(summary)['files']

folders = {}
for entry in files:
    folder = folders.setdefault(os.path.dirname(entry['filename']), [0, 0])
    folder[0] += entry['line_covered']
    folder[1] += entry['line_total']

print(f"{'folder':<20}{'lines':>8}{'run':>8}{'share':>9}")
for name, (covered, total) in sorted(folders.items()):
    print(f'{name:<20}{total:>8}{covered:>8}{100 * covered / max(total, 1):>7.1f} %')
