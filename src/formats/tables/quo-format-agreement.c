/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All units of all layers for measures of agreement (pygamma-agreement, DKPro Statistics):
 * annotator, label, start, end, a row for each range, without a header. The layers are compared
 * with each other, so that none is ever picked. The full table has a header, all ranges of an
 * annotation, and the length of the text, which Krippendorff's unitizing alpha needs. */

#include "quo-config.h"

#include "quo-csv.h"
#include "quo-formats-list.h"
#include "quo-selection.h"

#include <glib/gi18n.h>

static void
write_unit (QuoCsv *csv, const QuoAnnotation *annotation, QuoSpan range)
{
  quo_csv_cell (csv, annotation->layer);
  quo_csv_cell (csv, annotation->type);
  quo_csv_uint (csv, range.start);
  quo_csv_uint (csv, range.end);
}

static void
write_annotation (QuoCsv *csv, QuoSelection *selection, const QuoAnnotation *annotation,
                  gboolean is_full, gboolean is_hull)
{
  QuoSpan hull = quo_annotation_get_hull (annotation);

  if (annotation->n_ranges > 1)
    selection->losses.counts[is_hull ? QUO_LOSS_HULLS : QUO_LOSS_SPLIT] += !is_full;
  for (guint i = 0; i < (is_hull ? 1 : annotation->n_ranges); i++)
    {
      write_unit (csv, annotation, is_hull ? hull : annotation->ranges[i]);
      if (is_full)
        {
          quo_csv_ranges (csv, annotation);
          quo_csv_uint (csv, quo_text_get_length (selection->text));
        }
      quo_csv_end_row (csv);
    }
}

static gboolean
write_agreement (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                 QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  gboolean is_full = quo_format_options_is (options, "table", "full");
  gboolean is_hull = is_full || quo_format_options_is (options, "parts", "hull");
  QuoCsv csv;

  if (selection == NULL)
    return FALSE;
  quo_csv_init (&csv, quo_target_open (target, NULL), options);
  if (is_full)
    {
      quo_csv_cells (&csv, "annotator", "label", "start", "end", "segments", "text_length", NULL);
      quo_csv_end_row (&csv);
    }
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_annotation (&csv, selection, quo_selection_get_annotation (selection, i), is_full,
                        is_hull);
    }
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption agreement_options[] = {
  { "table", "plain|full",
    N_ ("With a header, all ranges of an annotation and the length of the text") },
  { "parts", "each|hull",
    N_ ("An annotation in several parts: each part, or one unit with what is between") },
  { "separator", ",|;|tab",
    N_ ("What stands between cells; spreadsheets in many languages want ;") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_agreement = {
  .id = "agreement",
  .title = N_ ("Units for measures of agreement (CSV)"),
  .extensions = "agreement.csv",
  .carries = QUO_CARRIES_OVERLAP | QUO_CARRIES_LAYERS,
  .is_all_layers = TRUE,
  .options = agreement_options,
  .write = write_agreement,
};
