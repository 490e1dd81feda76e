/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tagset file: what can be read can be written and read again. */
#include "fuzz.h"

#include "quo-tagset-file.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, len), written = NULL;
  g_autoptr (QuoTagset) tagset = quo_tagset_read (bytes, "fuzz", NULL), again = NULL;
  g_autoptr (GError) error = NULL;

  if (tagset == NULL)
    return 0;
  written = quo_tagset_write (tagset);
  again = quo_tagset_read (written, "fuzz", &error);
  g_assert_no_error (error);
  return 0;
}
