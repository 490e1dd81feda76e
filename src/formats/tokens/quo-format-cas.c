/* SPDX-License-Identifier: GPL-3.0-or-later */

/* UIMA CAS JSON 0.4, which INCEpTION reads and writes and recommends. A file holds its types, its
 * feature structures and its views; offsets are UTF-16 units, the end exclusive. An annotation is a
 * custom.Span for each range, tied by `next`; a custom.Relation has a custom.Member {role, target}
 * for each of its members; a custom.Entity is what spans stand for. Of other files every annotation
 * that is no token or sentence is read: its label is the feature `value` or `label`, else the name
 * of its type. */

#include "quo-config.h"

#include "quo-cas.h"
#include "quo-formats-list.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
write_cas (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
           QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);

  if (selection == NULL || !quo_cas_write (selection, target, cancellable, error))
    return FALSE;
  quo_selection_count_losses (selection, quo_format_cas.carries);
  quo_selection_count_listed_entities (selection);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static gboolean
sniff_cas (const char *head, gsize len)
{
  return *head == '{'
         && (strstr (head, "\"%TYPES\"") != NULL
             || strstr (head, "\"%FEATURE_STRUCTURES\"") != NULL);
}

static const QuoFormatOption cas_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_cas = {
  .id = "cas",
  .title = N_ ("UIMA CAS JSON (INCEpTION)"),
  .extensions = "cas.json;json",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP
             | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES,
  .is_one_layer = TRUE,
  .options = cas_options,
  .sniff = sniff_cas,
  .read = quo_cas_read,
  .write = write_cas,
};
