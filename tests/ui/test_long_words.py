# SPDX-License-Identifier: GPL-3.0-or-later
"""A language whose words are 40 % longer (pseudo.py): nothing is cut off in a window WIDTH px wide.

usage: test_long_words.py PROGRAM SAMPLES WIDTH
"""

import sys

import pseudo
import sight

sys.exit(sight.look_everywhere('pseudo', pseudo.make))
