/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoPython:
 * @items: (element-type QuoPython) (nullable): of a list, tuple or set
 * @text: (nullable): of a string, number or word (None)
 *
 * A value as Python prints it (docs.python.org, 2.4 Literals): tables of corpora made with pandas
 * hold lists in this spelling.
 */
typedef struct
{
  GPtrArray *items;
  char *text;
} QuoPython;

/* (transfer full): NULL: this is no such value. */
QuoPython *quo_python_parse (const char *s) G_GNUC_WARN_UNUSED_RESULT;
void quo_python_free (QuoPython *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoPython, quo_python_free)

guint quo_python_count (const QuoPython *list);
const QuoPython *quo_python_get (const QuoPython *list, guint i);
/* A list of two whole numbers. */
gboolean quo_python_get_pair (const QuoPython *list, guint32 *ret_a, guint32 *ret_b);

/* A string as Python writes it. */
void quo_python_append_string (GString *out, const char *utf8, gssize len);

G_END_DECLS
