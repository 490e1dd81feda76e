/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read-fixture.h"

G_BEGIN_DECLS

/* A file in an archive. @len 0: up to the NUL. */
typedef struct
{
  const char *name, *content;
  gsize len;
} PackEntry;

/* A ZIP file as office programs and e-books have it: the entry `mimetype` is not packed. */
GBytes *pack (const PackEntry *entries, guint n_entries);
/* Packs and reads, as reading_read() and reading_fail(). */
void read_packed (Reading *reading, const char *name, const PackEntry *entries, guint n_entries);
void fail_packed (Reading *reading, const char *name, const PackEntry *entries, guint n_entries,
                  QuoError code, const char *words);

G_END_DECLS
