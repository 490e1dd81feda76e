/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row of a person's own list. */
typedef struct
{
  char *type;
  char *id;        /* (nullable) */
  double lat, lon; /* NAN: not known */
} QuoOwnName;

void quo_own_name_free (QuoOwnName *name);

/**
 * quo_own_names_read:
 * @csv: the bytes of a list
 * @title: what messages call it
 *
 * Returns: (transfer full) (element-type utf8 QuoOwnName): by name, as quo_word_fold() writes it;
 *   the last row of a name counts. NULL with QUO_ERROR_ENCODING or QUO_ERROR_INVALID
 */
GHashTable *quo_own_names_read (GBytes *csv, const char *title,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
