/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sidecar was written by somebody else: their changes become one edit of the document, which
 * can be taken back like any other.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-diff.h"
#include "quo-merge.h"
#include "quo-sidecar-reader.h"

#include <glib/gi18n.h>

static QuoSnapshot *
load_theirs (QuoSession *session, char **ret_etag, GError **error)
{
  g_autofree char *name = g_filename_display_basename (session->sidecar_path);
  g_autoptr (GBytes) bytes = quo_sidecar_load (session->sidecar_path, ret_etag, error);

  if (bytes == NULL)
    return NULL;
  return quo_sidecar_read (bytes, name, quo_document_get_article (session->document), NULL, error);
}

/* What leads from the document to the merged records. */
static QuoEdit *
make_edit (QuoSession *session, QuoSnapshot *merged)
{
  QuoEdit *edit = quo_edit_new (_ ("Merge"));

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      GPtrArray *now = quo_document_get_records (session->document, kind);

      for (guint i = 0; i < merged->records[kind]->len; i++)
        {
          QuoRecord *after = g_ptr_array_index (merged->records[kind], i);
          QuoRecord *before = quo_document_find (session->document, after->id);

          if (before == NULL || !quo_record_equal (before, after))
            quo_edit_swap (edit, before, after);
        }
      for (guint i = 0; i < now->len; i++)
        {
          QuoRecord *before = g_ptr_array_index (now, i);

          if (quo_snapshot_find (merged, before->id) == NULL)
            quo_edit_swap (edit, before, NULL);
        }
    }
  return edit;
}

static char *
describe (const QuoConflict *conflict)
{
  const QuoRecord *record = conflict->ours != NULL     ? conflict->ours
                            : conflict->theirs != NULL ? conflict->theirs
                                                       : conflict->base;
  g_autofree char *name = quo_diff_dup_name (record);
  g_autofree char *ours = NULL, *theirs = NULL;

  if (*conflict->member == '\0')
    return g_strdup_printf (_ ("%s: one side removed it, the other changed or names it; it stays"),
                            name);
  ours = quo_diff_dup_member (conflict->ours, conflict->member);
  theirs = quo_diff_dup_member (conflict->theirs, conflict->member);
  return g_strdup_printf (_ ("%s: %s: yours is “%s” and stays, the other is “%s”"), name,
                          conflict->member, ours, theirs);
}

GPtrArray *
quo_session_merge_disk (QuoSession *session, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (QuoSnapshot) theirs = NULL, ours = NULL;
  g_autoptr (QuoMerge) merge = NULL;
  g_autoptr (QuoEdit) edit = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (QUO_IS_SESSION (session) && session->document != NULL, NULL);

  theirs = load_theirs (session, &etag, error);
  if (theirs == NULL)
    return NULL;
  ours = quo_document_snapshot (session->document);
  merge = quo_merge (quo_autosave_get_base (session->autosave), ours, theirs, error);
  if (merge == NULL)
    return NULL;
  edit = make_edit (session, merge->snapshot);
  if (!quo_document_apply (session->document, edit, error))
    return NULL;
  quo_autosave_rebase (session->autosave, theirs, etag);
  lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < merge->conflicts->len; i++)
    g_ptr_array_add (lines, describe (g_ptr_array_index (merge->conflicts, i)));
  return lines;
}
