/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-selection.h"

G_BEGIN_DECLS

/* TEI P5: see quo-format-tei.c. */
gboolean quo_tei_write (QuoSelection *selection, GString *out, GCancellable *cancellable,
                        GError **error);
gboolean quo_tei_read (QuoImport *import, GCancellable *cancellable, GError **error);

/* Entities of other types are objects. */
typedef struct
{
  const char *type, *list, *element, *name;
} QuoTeiKind;
extern const QuoTeiKind quo_tei_kinds[];
extern const guint quo_tei_n_kinds;

G_END_DECLS
