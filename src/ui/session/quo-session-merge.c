/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sidecar was written by somebody else: their changes become one edit of the document, which
 * can be taken back like any other.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-merge.h"
#include "quo-shown.h"
#include "quo-sidecar-reader.h"

#include <glib/gi18n.h>

static QuoSnapshot *
load_theirs (QuoSession *session, const char *path, char **ret_etag, GError **error)
{
  g_autofree char *name = quo_shown_basename (path);
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, ret_etag, error);

  if (bytes == NULL)
    return NULL;
  return quo_sidecar_read (bytes, name, quo_document_get_article (session->document), NULL, error);
}

/* What is said of the article is changed like a record. */
static void
add_about (QuoSession *session, QuoSnapshot *merged, QuoEdit *edit)
{
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    {
      const char *now = quo_header_get_about (quo_document_get_header (session->document), i);
      const char *after = quo_header_get_about (merged->header, i);

      if (g_strcmp0 (now, after) != 0)
        quo_edit_set_about (edit, i, now, after);
    }
}

/* What leads from the document to what was merged. */
static QuoEdit *
make_edit (QuoSession *session, QuoSnapshot *merged)
{
  QuoEdit *edit = quo_edit_new (_ ("Merge"));

  add_about (session, merged, edit);
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

/* Makes @theirs part of the document. */
static gboolean
merge (QuoSession *session, QuoSnapshot *base, QuoSnapshot *theirs, guint *ret_n_conflicts,
       GError **error)
{
  g_autoptr (QuoSnapshot) ours = quo_document_snapshot (session->document);
  g_autoptr (QuoMerge) merged = quo_merge (base, ours, theirs, error);
  g_autoptr (QuoEdit) edit = NULL;

  if (merged == NULL)
    return FALSE;
  edit = make_edit (session, merged->snapshot);
  if (!quo_edit_is_empty (edit) && !quo_document_apply (session->document, edit, error))
    return FALSE;
  quo_document_adopt_header (session->document, merged->snapshot->header);
  *ret_n_conflicts = quo_review_add_conflicts (session->review, merged->conflicts);
  quo_session_review_changed (session);
  return TRUE;
}

gboolean
quo_session_merge_disk (QuoSession *session, guint *ret_n_conflicts, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (QuoSnapshot) theirs = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session) && session->document != NULL, FALSE);

  theirs = load_theirs (session, session->sidecar_path, &etag, error);
  if (theirs == NULL
      || !merge (session, quo_autosave_get_base (session->autosave), theirs, ret_n_conflicts,
                 error))
    return FALSE;
  quo_autosave_rebase (session->autosave, theirs, etag);
  return TRUE;
}

gboolean
quo_session_merge_copy (QuoSession *session, const char *path, guint *ret_n_conflicts,
                        GError **error)
{
  g_autoptr (QuoSnapshot) theirs = NULL, base = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session) && session->document != NULL, FALSE);

  theirs = load_theirs (session, path, NULL, error);
  if (theirs == NULL)
    return FALSE;
  base = quo_snapshot_new (theirs->article, theirs->header);
  return merge (session, base, theirs, ret_n_conflicts, error);
}
