/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The labels as a codebook of REFI-QDA 1.0 (.qdc), which NVivo, MAXQDA, ATLAS.ti, QualCoder and
 * Taguette read. No annotations are in it. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-refi.h"

#include <glib/gi18n.h>

static void
write_book (GString *out, const QuoSelection *selection, const QuoTagset *tagset)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Quotidian\">\n");
  quo_refi_append_codes (out, selection, tagset);
  g_string_append (out, "</CodeBook>\n");
}

static gboolean
write_codebook (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);

  if (selection == NULL || quo_selection_is_cancelled (0, cancellable, error))
    return FALSE;
  write_book (quo_target_open (target, NULL), selection, options != NULL ? options->tagset : NULL);
  return TRUE;
}

static void
write_labels (const QuoTagset *tagset, QuoTarget *target)
{
  write_book (quo_target_open (target, NULL), NULL, tagset);
}

const QuoFormat quo_format_refi_codebook = {
  .id = "refi-codebook",
  .title = N_ ("Codebook of labels (REFI-QDA)"),
  .extensions = "qdc",
  .write = write_codebook,
  .sniff_labels = quo_refi_sniff_codebook,
  .read_labels = quo_refi_read_codebook,
  .write_labels = write_labels,
};
