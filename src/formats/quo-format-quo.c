/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidecar itself, written canonically: of a canonical sidecar, its bytes. Carries everything.
 */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-formats-list.h"
#include "quo-sidecar-writer.h"

#include <glib/gi18n.h>

static gboolean
write_quo (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
           QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED,
                           _ ("Stopped; nothing was written"));
      return FALSE;
    }
  bytes = quo_sidecar_write (snapshot, NULL);
  quo_target_set (target, NULL, bytes);
  return TRUE;
}

const QuoFormat quo_format_quo = {
  .id = "quo",
  .title = N_ ("Quotidian sidecar"),
  .extensions = "quo.json",
  .carries = QUO_CARRIES_ALL & ~QUO_CARRIES_TEXT,
  .keeps_suffix = TRUE,
  .write = write_quo,
};
