/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file reads first, read once for all of them where b_pch is on. No file counts
 * on it: each includes what it needs. */
#include <gio/gio.h>
