/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article and the sidecar beside it become one snapshot. */
#include "quo-config.h"

#include "quo-opening.h"

#include "quo-conflict-copies.h"
#include "quo-error.h"
#include "quo-shown.h"
#include "quo-sidecar-match.h"
#include "quo-sidecar-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define SIDECAR_SUFFIX ".quo.json"

void
quo_opening_free (QuoOpening *opening)
{
  g_clear_object (&opening->document);
  g_clear_pointer (&opening->snapshot, quo_snapshot_unref);
  g_free (opening->article_path);
  g_free (opening->sidecar_path);
  g_free (opening->etag);
  g_free (opening->sum);
  g_clear_pointer (&opening->moves, g_ptr_array_unref);
  g_clear_pointer (&opening->orphans, g_ptr_array_unref);
  g_clear_pointer (&opening->copies, g_ptr_array_unref);
  g_clear_pointer (&opening->past, quo_log_past_free);
  g_clear_pointer (&opening->base, quo_snapshot_unref);
  g_free (opening);
}

void
quo_opening_make_document (QuoOpening *opening)
{
  g_return_if_fail (opening != NULL && opening->snapshot != NULL);
  if (opening->document == NULL)
    opening->document = quo_document_new (opening->snapshot);
}

QuoLog *
quo_opening_begin_log (QuoOpening *opening)
{
  QuoLog *log;

  g_return_val_if_fail (opening != NULL && opening->past != NULL && opening->document != NULL,
                        NULL);
  log = quo_log_new (opening->document, g_steal_pointer (&opening->past), opening->sum,
                     opening->n_unlogged);
  for (guint i = 0; quo_log_is_safe (log) && i < opening->orphans->len; i++)
    quo_log_past_retire (g_ptr_array_index (opening->orphans, i));
  return log;
}

gboolean
quo_path_is_sidecar (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);
  return g_str_has_suffix (path, SIDECAR_SUFFIX);
}

char *
quo_sidecar_path_for (const char *article)
{
  g_return_val_if_fail (article != NULL, NULL);
  return g_strconcat (article, SIDECAR_SUFFIX, NULL);
}

char *
quo_sidecar_find_article (const char *sidecar, const QuoHeader *header)
{
  g_autofree char *folder = g_path_get_dirname (sidecar);
  g_autofree char *stem = g_strndup (sidecar, strlen (sidecar) - strlen (SIDECAR_SUFFIX));

  if (!g_file_test (stem, G_FILE_TEST_EXISTS) && header->file != NULL
      && strchr (header->file, G_DIR_SEPARATOR) == NULL && *header->file != '\0')
    {
      g_autofree char *named = g_build_filename (folder, header->file, NULL);

      if (g_file_test (named, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&named);
    }
  return g_steal_pointer (&stem);
}

/* The bytes of the sidecar; NULL without an error when there is none. */
static GBytes *
load_sidecar (QuoOpening *opening, GError **error)
{
  g_autoptr (GError) local = NULL;
  GBytes *bytes = quo_sidecar_load (opening->sidecar_path, &opening->etag, &local);

  if (bytes == NULL && !g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return bytes;
}

/* Another file, or the same one read in another encoding: either way the offsets count differently.
 */
static gboolean
is_other_version (const QuoSnapshot *snapshot)
{
  return !quo_sidecar_is_of (snapshot->header, snapshot->article);
}

/* Does over what @past tells and was never saved, in @document. Changes that took one another back
 * are no news. */
static void
recover (QuoOpening *opening, const QuoLogPast *past, QuoDocument *document)
{
  QuoEdit *top = quo_document_get_undo (document, 0);
  guint n_undo = quo_document_get_n_undo (document), n_refused = 0;
  guint n_done = quo_log_past_recover (past, document, &n_refused);

  opening->n_unrecovered += n_refused;
  if (quo_document_get_n_undo (document) == n_undo && quo_document_get_undo (document, 0) == top)
    return;
  opening->n_recovered += n_done;
  opening->is_recovered = TRUE;
}

/* What another program that had the article open left when it ended. */
static void
recover_orphans (QuoOpening *opening)
{
  QuoArticle *article = opening->snapshot->article;

  opening->orphans = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_log_past_free);
  if (opening->past->slot != 1)
    return;
  for (guint slot = 2; slot <= QUO_LOG_MAX_SLOTS; slot++)
    {
      QuoLogPast *orphan = quo_log_past_load_orphan (article, opening->sum, slot);

      if (orphan == NULL)
        continue;
      recover (opening, orphan, opening->document);
      g_ptr_array_add (opening->orphans, orphan);
    }
}

/* The log of the article as it is now: the history, what was not saved, and what others left. */
static void
restore (QuoOpening *opening)
{
  QuoLogPast *past = opening->past;
  guint n_known;

  quo_opening_make_document (opening);
  opening->base = quo_snapshot_ref (opening->snapshot);
  if (past->is_there && past->is_of_article)
    {
      quo_log_past_restore (past, opening->document);
      if (quo_log_past_has_unsaved (past))
        recover (opening, past, opening->document);
    }
  /* Of a log that is not gone on with nothing is in the next one. */
  n_known
      = past->is_fitting && past->is_of_article ? quo_document_get_n_undo (opening->document) : 0;
  recover_orphans (opening);
  opening->n_unlogged = quo_document_get_n_undo (opening->document) - n_known;
  g_clear_pointer (&opening->snapshot, quo_snapshot_unref);
  opening->snapshot = quo_document_snapshot (opening->document);
}

/* The log of an earlier version of the article counts in its offsets: what it holds is done over
 * before the annotations are looked for in the text of now. */
static void
recover_old_version (QuoOpening *opening)
{
  g_autoptr (QuoDocument) document = NULL;
  QuoLogPast *past = opening->past;

  if (past == NULL || !past->is_there || past->is_of_article || !quo_log_past_has_unsaved (past))
    return;
  document = quo_document_new (opening->snapshot);
  quo_log_past_restore (past, document);
  recover (opening, past, document);
  quo_snapshot_unref (opening->snapshot);
  opening->snapshot = quo_document_snapshot (document);
}

static gboolean
read_records (QuoOpening *opening, GBytes *bytes, const char *name, QuoArticle *article,
              QuoReport *report, GError **error)
{
  if (bytes == NULL)
    opening->snapshot = quo_snapshot_new (article, NULL);
  else
    opening->snapshot = quo_sidecar_read (bytes, name, article, report, error);
  if (opening->snapshot == NULL)
    return FALSE;
  recover_old_version (opening);
  if (bytes != NULL && is_other_version (opening->snapshot))
    {
      g_autoptr (QuoSnapshot) old = g_steal_pointer (&opening->snapshot);

      g_autoptr (QuoReanchoring) found = quo_reanchor (old, report);

      opening->is_reanchored = TRUE;
      opening->n_moved = found->n[QUO_FATE_MOVED];
      opening->n_orphans = found->n[QUO_FATE_AMBIGUOUS] + found->n[QUO_FATE_LOST];
      opening->snapshot = quo_snapshot_ref (found->snapshot);
      opening->moves = g_ptr_array_ref (found->moves);
    }
  else if (opening->past != NULL)
    opening->moves = quo_reanchor_orphans (opening->snapshot);
  return TRUE;
}

/* A sidecar that cannot be read is nobody's to overwrite: says so, and what can be done. */
static void
add_advice (GError **error)
{
  if (error == NULL || *error == NULL)
    return;
  if (g_error_matches (*error, QUO_ERROR, QUO_ERROR_SYNTAX)
      || g_error_matches (*error, QUO_ERROR, QUO_ERROR_INVALID))
    {
      g_autoptr (GError) plain = g_steal_pointer (error);

      g_set_error (error, QUO_ERROR, plain->code,
                   _ ("%s. The file is left as it is: mend it, or move it away to begin anew"),
                   plain->message);
    }
}

/* Of a sidecar that was asked for without its article. */
static void
explain_missing (const QuoOpening *opening, GError **error)
{
  g_autofree char *sidecar = quo_shown_basename (opening->sidecar_path);
  g_autofree char *article = quo_shown_basename (opening->article_path);

  g_clear_error (error);
  g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND,
               _ ("%s: its article %s is not beside it; put the two in one folder"), sidecar,
               article);
}

/* What the offsets of the sidecar count in. */
static QuoExtent
choose_extent (const QuoOpenOptions *wanted, const QuoHeader *header)
{
  if (wanted->has_extent)
    return wanted->extent;
  return header == NULL ? QUO_EXTENT_ARTICLE : quo_extent_of_extractor (header->extractor);
}

/* In the encoding that was asked for, else the one the sidecar tells; a file that is no longer
 * valid in that has been saved in another one since. */
static QuoArticle *
read_article (const QuoOpening *opening, const QuoOpenOptions *wanted, const QuoHeader *header,
              QuoReport *report, GCancellable *cancellable, GError **error)
{
  const char *recorded = wanted->encoding == NULL && header != NULL ? header->encoding : NULL;
  QuoReadOptions options = { .encoding = recorded != NULL ? recorded : wanted->encoding,
                             .extent = choose_extent (wanted, header),
                             .on_progress = wanted->on_progress,
                             .progress_data = wanted->progress_data };
  g_autoptr (GError) local = NULL;
  QuoArticle *article
      = quo_read_article_with (opening->article_path, &options, report, cancellable, &local);

  if (article == NULL && recorded != NULL && g_error_matches (local, QUO_ERROR, QUO_ERROR_ENCODING))
    {
      options.encoding = NULL;
      article = quo_read_article_with (opening->article_path, &options, report, cancellable, NULL);
      if (article != NULL)
        quo_report_add (report, QUO_REPORT_FINDING, "document.encoding",
                        _ ("the article is no longer in %s; it was read as %s"), recorded,
                        article->encoding != NULL ? article->encoding : "UTF-8");
    }
  if (article == NULL && header != NULL && g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    explain_missing (opening, &local);
  if (article == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return article;
}

/* What people have said of the article stands above what its file says. */
static void
take_header (QuoArticle *article, const QuoHeader *header)
{
  const struct
  {
    char **member;
    const char *said;
  } members[] = {
    { &article->lang, header->lang },
    { &article->title, header->title },
    { &article->url, header->url },
    { &article->published, header->published },
    { &article->byline, header->byline },
    { &article->dateline, header->dateline },
    { &article->publisher, header->publisher },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].said != NULL)
      {
        g_free (*members[i].member);
        *members[i].member = g_strdup (members[i].said);
      }
}

/* The bytes and the header of the sidecar; both NULL when there is none. */
static gboolean
read_sidecar (QuoOpening *opening, const char *path, GBytes **ret_bytes, QuoHeader **ret_header,
              GError **error)
{
  g_autofree char *name = quo_shown_basename (opening->sidecar_path);
  g_autoptr (GError) local = NULL;

  *ret_bytes = quo_path_is_sidecar (path) ? quo_sidecar_load (path, &opening->etag, &local)
                                          : load_sidecar (opening, &local);
  if (*ret_bytes != NULL)
    *ret_header = quo_sidecar_read_header (*ret_bytes, name, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  add_advice (error);
  return FALSE;
}

static gboolean
fill (QuoOpening *opening, const char *path, const QuoOpenOptions *wanted, QuoReport *report,
      GCancellable *cancellable, GError **error)
{
  gboolean is_sidecar = quo_path_is_sidecar (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QuoHeader) header = NULL;
  g_autoptr (QuoArticle) article = NULL;
  g_autofree char *name = NULL;

  opening->sidecar_path = is_sidecar ? g_strdup (path) : quo_sidecar_path_for (path);
  if (!read_sidecar (opening, path, &bytes, &header, error))
    return FALSE;
  opening->article_path = is_sidecar ? quo_sidecar_find_article (path, header) : g_strdup (path);
  article = read_article (opening, wanted, header, report, cancellable, error);
  if (article == NULL)
    return FALSE;
  if (header != NULL)
    take_header (article, header);
  if (wanted->is_to_edit)
    {
      opening->sum = quo_log_dup_sum (bytes);
      opening->past = quo_log_past_load (article, opening->sum);
      opening->is_elsewhere = opening->past->slot > 1;
    }
  name = quo_shown_basename (opening->sidecar_path);
  if (!read_records (opening, bytes, name, article, report, error))
    {
      add_advice (error);
      return FALSE;
    }
  if (wanted->is_to_edit)
    {
      opening->copies = quo_conflict_copies_list (opening->sidecar_path);
      restore (opening);
    }
  return TRUE;
}

QuoOpening *
quo_open_with (const char *path, const QuoOpenOptions *options, QuoReport *report,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoOpening) opening = g_new0 (QuoOpening, 1);
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (path != NULL && options != NULL, NULL);
  absolute = g_canonicalize_filename (path, NULL);
  if (!fill (opening, absolute, options, report, cancellable, error))
    return NULL;
  return g_steal_pointer (&opening);
}

QuoOpening *
quo_open (const char *path, const char *encoding, QuoReport *report, GCancellable *cancellable,
          GError **error)
{
  QuoOpenOptions options = { .encoding = encoding };

  return quo_open_with (path, &options, report, cancellable, error);
}

QuoOpening *
quo_open_to_edit (const char *path, const char *encoding, QuoReport *report,
                  GCancellable *cancellable, GError **error)
{
  QuoOpenOptions options = { .encoding = encoding, .is_to_edit = TRUE };

  return quo_open_with (path, &options, report, cancellable, error);
}

gboolean
quo_opening_check_places (const QuoOpening *opening, GError **error)
{
  for (guint i = 0; opening->is_reanchored && i < opening->moves->len; i++)
    {
      const QuoMove *move = g_ptr_array_index (opening->moves, i);
      const QuoAnnotation *annotation = quo_snapshot_find (opening->snapshot, move->id);
      g_autofree char *name = NULL;

      if (annotation->status == QUO_STATUS_SUGGESTED)
        continue;
      name = quo_shown_basename (opening->sidecar_path);
      g_set_error (error, QUO_ERROR, QUO_ERROR_CHANGED,
                   _ ("%s: the article is another than the one the annotations were made in, so "
                      "nothing is written into it; open the article and look at where they are "
                      "now, or use “quo anchor --write”"),
                   name);
      return FALSE;
    }
  return TRUE;
}
