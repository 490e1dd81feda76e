/* SPDX-License-Identifier: GPL-3.0-or-later */

/* brat standoff (brat.nlplab.org/standoff.html): NAME.ann and the text its offsets count in,
 * NAME.txt. Offsets are code points, the end exclusive; a fragment never holds a line end. The text
 * is written with LF line ends, because brat counts a CR LF as one or as two depending on who asks.
 */

#include "quo-config.h"

#include "quo-brat.h"
#include "quo-formats-list.h"

#include <glib/gi18n.h>
#include <string.h>

static void
write_text (const QuoText *text, QuoTarget *target)
{
  char *lf = quo_text_dup_lf (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (lf, strlen (lf));

  quo_target_set (target, ".txt", bytes);
}

static gboolean
write_brat (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
            QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);

  if (selection == NULL
      || !quo_brat_write (selection, quo_target_open (target, NULL), cancellable, error))
    return FALSE;
  write_text (selection->text, target);
  if (quo_format_options_is (options, "conf", "yes"))
    quo_brat_write_conf (selection, quo_target_open (target, ".annotation.conf"));
  if (quo_text_get_lf_length (selection->text) != quo_text_get_length (selection->text))
    quo_report_add (report, QUO_REPORT_CHANGED, NULL, "%s",
                    _ ("The text beside it has LF line ends: the offsets count in that text"));
  quo_selection_count_losses (selection, quo_format_brat.carries);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static void
write_labels (const QuoTagset *tagset, QuoTarget *target)
{
  quo_brat_write_labels (tagset, quo_target_open (target, NULL));
  quo_brat_write_visual (tagset, quo_target_open (target, ".visual.conf"));
}

static const QuoFormatOption brat_options[] = {
  { "conf", "no|yes", N_ ("The labels, roles and attributes beside it, as OUT.annotation.conf") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_brat = {
  .id = "brat",
  .title = N_ ("brat standoff"),
  .extensions = "ann;a2",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP
             | QUO_CARRIES_RELATIONS | QUO_CARRIES_RELATION_DETAILS | QUO_CARRIES_ENTITIES
             | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES,
  .is_one_layer = TRUE,
  .siblings = ".txt",
  .options = brat_options,
  .sniff = quo_brat_sniff,
  .read = quo_brat_read,
  .write = write_brat,
  .sniff_labels = quo_brat_sniff_labels,
  .read_labels = quo_brat_read_labels,
  .write_labels = write_labels,
};
