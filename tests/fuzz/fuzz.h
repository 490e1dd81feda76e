/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Of a harness for files of many kinds (formats, readers): the environment variable that holds the
 * id of the one the bytes are of. */
#define FUZZ_KIND "QUO_FUZZ_KIND"

/* A harness: whatever the bytes are, it comes back, and nothing it asserts fails. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize len);
