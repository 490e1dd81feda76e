/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-draft-entities.h"
#include "quo-import.h"

G_BEGIN_DECLS

/* The two files that read brat: the lines and the spans in them; what links to spans. */

/**
 * QuoBratLine:
 * @number: from 1; 0: of the file beside the one that was named
 * @kind: its first letter
 *
 * A line that is read after all T lines.
 */
typedef struct
{
  guint number;
  char kind;
  char *id, *body, *text;
} QuoBratLine;

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  GArray *lines;        /* of QuoBratLine */
  GHashTable *triggers; /* "E1" to the ref of the T its trigger is, or stands for */
  QuoDraftEntities *entities;
  GHashTable *twins;  /* refs of T lines that only say again what another one says */
  GHashTable *kept;   /* refs of T lines that something else is said of */
  gboolean is_beside; /* the lines at hand are of the file beside the one that was named */
  guint n_other_notes, n_lost_notes, n_nested;
  GError **error;
} QuoBrat;

/* An id that another line has. FALSE with brat->error: stop. */
gboolean quo_brat_refuse_twice (QuoBrat *brat, guint line, const char *id);
/* Reads all lines that were put aside, those that others need first. */
gboolean quo_brat_read_links (QuoBrat *brat);

G_END_DECLS
