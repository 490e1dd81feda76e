/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of two writers of one sidecar: opens it, adds an annotation, saves; when another one was
 * faster it merges and saves again, as the window does. Says "saved ID" once it was saved.
 *
 * usage: fault-writer ARTICLE ID */
#include "quo-autosave.h"
#include "quo-error.h"
#include "quo-merge.h"
#include "quo-opening.h"
#include "quo-sidecar-reader.h"

#include <stdio.h>
#include <string.h>

/* Of the other one there is but one save to be late for. */
#define MAX_TRIES 5

static void
take_added (QuoDocument *document, QuoSnapshot *merged)
{
  g_autoptr (QuoEdit) edit = quo_edit_new ("Merge");

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < merged->records[kind]->len; i++)
      {
        QuoRecord *after = g_ptr_array_index (merged->records[kind], i);
        QuoRecord *before = quo_document_find (document, after->id);

        if (before == NULL || !quo_record_equal (before, after))
          quo_edit_swap (edit, before, after);
      }
  g_assert_true (quo_document_apply (document, edit, NULL));
}

static void
merge (QuoDocument *document, QuoAutosave *autosave, const char *path)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, &etag, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) ours = quo_document_snapshot (document), theirs = NULL;
  g_autoptr (QuoMerge) merged = NULL;

  g_assert_nonnull (bytes);
  theirs = quo_sidecar_read (bytes, path, quo_document_get_article (document), NULL, &error);
  g_assert_no_error (error);
  merged = quo_merge (quo_autosave_get_base (autosave), ours, theirs, &error);
  g_assert_no_error (error);
  take_added (document, merged->snapshot);
  quo_autosave_rebase (autosave, theirs, etag);
}

static gboolean
is_conflict (const GError *error)
{
  return g_error_matches (error, QUO_ERROR, QUO_ERROR_CHANGED)
         || g_error_matches (error, QUO_ERROR, QUO_ERROR_EXISTS);
}

int
main (int argc, char **argv)
{
  const QuoSpan range = QUO_SPAN (0, 3);
  g_autoptr (QuoOpening) opening = quo_open (argv[1], NULL, NULL, NULL, NULL);
  g_autoptr (QuoAutosave) autosave = NULL;
  g_autoptr (QuoEdit) added = quo_edit_new ("Tag");

  g_assert_nonnull (opening);
  quo_opening_make_document (opening);
  autosave = quo_autosave_new (opening->document, opening->sidecar_path, opening->etag, FALSE);
  quo_edit_take (
      added, NULL,
      quo_annotation_new (&(QuoAnnotation){
          .base = { .id = argv[2] }, .type = "person", .ranges = &range, .n_ranges = 1 }));
  g_assert_true (quo_document_apply (opening->document, added, NULL));
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (GError) error = NULL;

      if (quo_autosave_save_sync (autosave, &error))
        {
          printf ("saved %s\n", argv[2]);
          return 0;
        }
      if (!is_conflict (error))
        {
          printf ("not saved: %s\n", error->message);
          return 1;
        }
      merge (opening->document, autosave, opening->sidecar_path);
    }
  printf ("not saved: the other was always faster\n");
  return 1;
}
