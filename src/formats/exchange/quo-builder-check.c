/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sidecar allows in a record, which other programs need not keep to: names are not empty and
 * have no control characters, a confidence is between 0 and 1. Every draft passes through here, so
 * that no reader can make a sidecar that is refused when it is opened again. */

#include "quo-config.h"

#include "quo-builder-private.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
has_control_characters (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if ((guchar)*p < 0x20)
      return TRUE;
  return FALSE;
}

/* The name with control characters as blanks; @otherwise when nothing is left of it. */
static const char *
clean_name (QuoBuilder *builder, const char *name, const char *otherwise)
{
  g_autofree char *clean = NULL;

  if (name == NULL || *name == '\0')
    return otherwise;
  if (!has_control_characters (name))
    return name;
  clean = g_strdup (name);
  for (char *p = clean; *p != '\0'; p++)
    if ((guchar)*p < 0x20)
      *p = ' ';
  g_strstrip (clean);
  return *clean != '\0' ? g_string_chunk_insert_const (builder->strings, clean) : otherwise;
}

static void
clean_names (QuoBuilder *builder, QuoDraft *draft)
{
  draft->type = clean_name (builder, draft->type, NULL);
  for (guint i = 0; draft->attrs != NULL && i < draft->attrs->len; i++)
    {
      QuoDraftValue *value = &g_array_index (draft->attrs, QuoDraftValue, i);

      value->name = clean_name (builder, value->name, "value");
    }
  for (guint i = 0; draft->links != NULL && i < draft->links->len; i++)
    {
      QuoDraftLink *link = &g_array_index (draft->links, QuoDraftLink, i);

      if (link->role != NULL)
        link->role = clean_name (builder, link->role, "member");
    }
  for (guint i = 0; draft->ids != NULL && i < draft->ids->len; i++)
    {
      QuoExternalId *id = &g_array_index (draft->ids, QuoExternalId, i);

      id->name = clean_name (builder, id->name, "id");
    }
}

/* Scores of some programs go up to 100, or are logarithms: what they mean cannot be told. */
static gboolean
is_confidence (const char *conf)
{
  double value = g_ascii_strtod (conf, NULL);

  return value >= 0 && value <= 1;
}

void
quo_builder_check (QuoBuilder *builder)
{
  guint n = 0;

  for (guint i = 0; i < builder->drafts->len; i++)
    {
      QuoDraft *draft = g_ptr_array_index (builder->drafts, i);

      clean_names (builder, draft);
      if (draft->conf == NULL || is_confidence (draft->conf))
        continue;
      draft->conf = NULL;
      n++;
    }
  if (n > 0)
    quo_report_add (builder->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u score that is not between 0 and 1 was left out",
                              "%u scores that are not between 0 and 1 were left out", n),
                    n);
}
