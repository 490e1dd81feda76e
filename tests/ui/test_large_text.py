# SPDX-License-Identifier: GPL-3.0-or-later
"""Text of twice the size: nothing is cut off in a window WIDTH px wide.

usage: test_large_text.py PROGRAM SAMPLES WIDTH
"""

import sys

import sight

sys.exit(sight.look_everywhere('large', lambda folder: {'QUO_TEXT_SCALE': '2'}))
