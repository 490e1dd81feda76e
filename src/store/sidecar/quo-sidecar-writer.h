/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a sidecar in its canonical form: one record a line, so that an edit is a line in a diff,
 * and saving what was not changed changes no byte. */

#pragma once

#include "quo-byte-sink.h"
#include "quo-snapshot.h"

G_BEGIN_DECLS

/**
 * quo_sidecar_write:
 * @snapshot: what to write
 * @generator: (nullable): the program and version to name as its writer; %NULL: as it was read
 *
 * Makes the canonical bytes: known members in their order, unknown ones after them as they were
 * read, attributes, identifiers and roles by name, annotations in text order, empty members left
 * out.  Quotes and context come from the article unless the annotation has its own.  What is said
 * of the article stays as it was read while the article is the same.  May be called in any thread.
 *
 * Returns: (transfer full): the file
 */
GBytes *quo_sidecar_write (QuoSnapshot *snapshot, const char *generator) G_GNUC_WARN_UNUSED_RESULT;

/* Records beside those of a snapshot that are made while they are written, each when it is its
 * turn, so that they need not all be there at once. */
typedef struct
{
  guint (*count) (gconstpointer data, QuoRecordKind kind);
  /* (transfer full) (nullable): record @i of the kind; annotations come in text order. NULL: it is
   * left out. */
  gpointer (*make) (gconstpointer data, QuoRecordKind kind, guint i);
  gconstpointer data;
} QuoRecordMaker;

/* What quo_sidecar_give() makes the bytes of. */
typedef struct
{
  QuoSnapshot *snapshot;
  const char *generator;      /* nullable, as above */
  const QuoRecordMaker *more; /* nullable */
} QuoSidecarContent;

/* The same bytes piece by piece, a QuoByteSource: memory does not grow with the sidecar.
 * @data: (type QuoSidecarContent) */
gboolean quo_sidecar_give (const QuoByteSink *sink, gpointer data, GError **error);

G_END_DECLS
