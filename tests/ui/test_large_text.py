# SPDX-License-Identifier: GPL-3.0-or-later
"""Text of twice the size: nothing is cut off, at 1280 and at 360 px.

usage: test_large_text.py PROGRAM SAMPLES
"""

import sys

import sight

sys.exit(sight.look_everywhere('large', lambda folder: {'QUO_TEXT_SCALE': '2'}))
