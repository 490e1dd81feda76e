/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The main loop may never be blocked for longer (milliseconds): a key must be answered at once. */
#define QUO_WATCHDOG_LIMIT_MS 50

/* In a debug build with QUO_WATCHDOG in the environment: tells on standard error how long the main
 * loop was blocked whenever that was above the limit, and at which place the program then was. Does
 * nothing else. Main thread, once. */
void quo_watchdog_start (void);

G_END_DECLS
