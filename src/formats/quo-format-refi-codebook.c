/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The labels as a codebook of REFI-QDA 1.0 (.qdc), which NVivo, MAXQDA, ATLAS.ti, QualCoder and
 * Taguette read. No annotations are in it. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-refi.h"

#include <glib/gi18n.h>

static gboolean
write_codebook (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  GString *out;

  if (selection == NULL || quo_selection_is_cancelled (0, cancellable, error))
    return FALSE;
  out = quo_target_open (target, NULL);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Quotidian\">\n");
  quo_refi_append_codes (out, selection, options);
  g_string_append (out, "</CodeBook>\n");
  return TRUE;
}

const QuoFormat quo_format_refi_codebook = {
  .id = "refi-codebook",
  .title = N_ ("Codebook of labels (REFI-QDA)"),
  .extensions = "qdc",
  .write = write_codebook,
};
