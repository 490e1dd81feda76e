/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoZip:
 *
 * Writes a ZIP file (PKWARE APPNOTE 6.3) whose members are stored as they are. Without times, so
 * that the same content makes the same bytes. Lives on the caller's stack.
 */
typedef struct
{
  GString *out;
  GString *directory;
  guint n;
} QuoZip;

void quo_zip_init (QuoZip *zip, GString *out);
/* @name: with slashes, UTF-8. Together less than 4 GB. */
void quo_zip_add (QuoZip *zip, const char *name, const char *data, gsize len);
void quo_zip_finish (QuoZip *zip);

G_END_DECLS
