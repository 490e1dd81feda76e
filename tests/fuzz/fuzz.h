/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A harness: whatever the bytes are, it comes back, and nothing it asserts fails. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize len);
