/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CoNLL-U (universaldependencies.org/format.html) with mentions as in CorefUD 1.0: ten columns with
 * TABs between, of which form and MISC are used:
 *
 *   # text = Åsa Lind left.
 *   1  Åsa   _  _  _  _  _  _  _  TokenRange=0:3|Entity=(e1-person
 *   2  Lind  _  _  _  _  _  _  _  TokenRange=4:8|SpaceAfter=No|Entity=e1)
 *
 * Mentions may overlap and have parts, `(e1[1/2]-person`; those with the same number stand for the
 * same. SpacesAfter tells every blank and TokenRange every place, so that the text can be made
 * again to the last character. */

#include "quo-config.h"

#include "quo-conllu.h"
#include "quo-formats-list.h"

#include <glib/gi18n.h>

static gboolean
write_conllu (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
              QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);

  if (selection == NULL
      || !quo_conllu_write (selection, quo_target_open (target, NULL), cancellable, error))
    return FALSE;
  quo_selection_count_losses (selection, quo_format_conllu.carries);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption conllu_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_conllu = {
  .id = "conllu",
  .title = N_ ("CoNLL-U with mentions"),
  .extensions = "conllu",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP,
  .is_one_layer = TRUE,
  .options = conllu_options,
  .sniff = quo_conllu_sniff,
  .read = quo_conllu_read,
  .write = write_conllu,
};
