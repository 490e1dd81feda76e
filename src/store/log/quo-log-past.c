/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding and reading a log. What is done with it is in quo-log-replay.c. */

#include "quo-config.h"

#include "quo-log-past.h"

#include "quo-digest.h"
#include "quo-file.h"
#include "quo-save.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* A log of more is not read: a thousand edits seldom take a hundredth of it. */
#define MAX_BYTES (1024 * 1024 * 1024)
/* Of the log of a moved article: how much of its end is looked through for its sidecar. */
#define MAX_TAIL (1024 * 1024)
#define NAME_DIGITS 32

typedef struct
{
  QuoLogWord word;
  char *sha256;
  guint n_steps;
} Mark;

static void
clear_mark (gpointer data)
{
  g_free (((Mark *)data)->sha256);
}

static void
clear_step (gpointer data)
{
  g_clear_pointer (&((QuoLogStep *)data)->edit, quo_edit_unref);
}

void
quo_log_past_free (QuoLogPast *past)
{
  if (past == NULL)
    return;
  quo_log_header_clear (&past->header);
  g_clear_pointer (&past->steps, g_array_unref);
  g_clear_pointer (&past->lock, quo_lock_free);
  g_free (past->path);
  g_free (past);
}

char *
quo_log_dup_sum (GBytes *sidecar)
{
  gsize len;
  const void *data;

  if (sidecar == NULL)
    return NULL;
  data = g_bytes_get_data (sidecar, &len);
  return quo_sha256 (data, len);
}

gboolean
quo_log_past_has_unsaved (const QuoLogPast *past)
{
  return past != NULL && past->n_base < past->steps->len;
}

/* --- Where it is --- */

/* Two names of one folder (a link) are one article. */
static char *
dup_name (const char *article, guint slot)
{
  g_autofree char *real = NULL;
  char *resolved = realpath (article, NULL);
  g_autofree char *sum = NULL;

  real = g_strdup (resolved != NULL ? resolved : article);
  free (resolved);
  sum = quo_sha256 (real, strlen (real));
  sum[NAME_DIGITS] = '\0';
  return slot == 1 ? g_strdup (sum) : g_strdup_printf ("%s.%u", sum, slot);
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "quotidian", "logs", NULL);
}

char *
quo_log_dup_path (const char *article, guint slot)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = dup_name (article, slot);

  return g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".log", NULL);
}

/* Whether the bytes tell of a sidecar with this sum. */
static gboolean
mentions (GMappedFile *file, const char *sidecar)
{
  const char *data = g_mapped_file_get_contents (file);
  gsize len = g_mapped_file_get_length (file);
  gsize tail = MIN (len, MAX_TAIL);

  return data != NULL
         && (memmem (data, MIN (len, 8192), sidecar, strlen (sidecar)) != NULL
             || memmem (data + len - tail, tail, sidecar, strlen (sidecar)) != NULL);
}

/* Whether the article the log was written for is still where it was: then this is a copy of it, and
 * the log is the other's. */
static gboolean
is_at_home (GMappedFile *file)
{
  const char *data = g_mapped_file_get_contents (file);
  gsize len = g_mapped_file_get_length (file);
  const char *end = memchr (data, '\n', len);
  g_auto (QuoLogLine) line = { 0 };
  g_autofree char *article = NULL;

  if (end == NULL || quo_log_read_line (data, (gsize)(end - data), NULL, 0, &line) != QUO_LOG_HEADER
      || line.header.article == NULL)
    return TRUE;
  article = g_filename_from_uri (line.header.article, NULL, NULL);
  return article == NULL || g_file_test (article, G_FILE_TEST_EXISTS);
}

static gboolean
is_moved_log (const char *path, const char *sidecar)
{
  g_autoptr (GMappedFile) file = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  file = g_mapped_file_new (path, FALSE, NULL);
  return file != NULL && mentions (file, sidecar) && !is_at_home (file);
}

/* (transfer full) (nullable): the youngest log of an article that is not where it was and had this
 * sidecar. */
static char *
find_moved (const char *sidecar)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *found = NULL;
  gint64 found_time = 0;
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      GStatBuf st;

      if (!g_str_has_suffix (entry, ".log") || strlen (entry) != NAME_DIGITS + strlen (".log")
          || !is_moved_log (path, sidecar) || g_stat (path, &st) != 0
          || (found != NULL && (gint64)st.st_mtime <= found_time))
        continue;
      g_free (found);
      found = g_steal_pointer (&path);
      found_time = (gint64)st.st_mtime;
    }
  return found;
}

/* Where a log goes that was brought to another article: the folder may have been copied, and the
 * disk with the other only be away. */
static char *
dup_moved_path (const char *path)
{
  return g_strconcat (path, ".moved", NULL);
}

/* Brings the log of an article whose folder was moved to its new name. */
static void
take_moved (const char *wanted, const char *sidecar)
{
  g_autofree char *path = find_moved (sidecar);
  g_autofree char *entry = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *name = path != NULL ? g_strndup (entry, NAME_DIGITS) : NULL;
  g_autoptr (QuoLock) lock = path != NULL ? quo_lock_try (name) : NULL;
  g_autoptr (GBytes) bytes = lock != NULL ? quo_file_load (path, MAX_BYTES, NULL, NULL) : NULL;

  if (bytes != NULL && quo_save (wanted, bytes, NULL, NULL, NULL, NULL))
    {
      g_autofree char *aside = dup_moved_path (path);

      g_rename (path, aside);
    }
}

/* --- Reading --- */

/* The last state of the sidecar that the log knows of and that is the one on disk, else where it
 * was saved last. What was about to be saved counts only after that: an older sidecar that came
 * back is not taken for a crash. */
static void
find_base (QuoLogPast *past, const GArray *marks, const char *sidecar)
{
  guint first = 0;
  const char *saved = past->header.sidecar;

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, Mark, i).word == QUO_LOG_SAVED)
      {
        first = i + 1;
        saved = g_array_index (marks, Mark, i).sha256;
        past->n_base = g_array_index (marks, Mark, i).n_steps;
      }
  past->is_fitting = g_strcmp0 (saved, sidecar) == 0;
  for (guint i = first; i < marks->len; i++)
    if (g_strcmp0 (g_array_index (marks, Mark, i).sha256, sidecar) == 0)
      {
        past->is_fitting = TRUE;
        past->n_base = g_array_index (marks, Mark, i).n_steps;
      }
}

/* FALSE: the log ends before this line. */
static gboolean
take_line (QuoLogPast *past, GArray *marks, QuoLogLine *line, gboolean is_first)
{
  Mark mark = { line->word, NULL, line->n_steps };
  QuoLogStep step = { line->word, NULL };

  if (line->word == QUO_LOG_BAD || is_first != (line->word == QUO_LOG_HEADER))
    return FALSE;
  if (is_first)
    {
      past->header = line->header;
      line->header = (QuoLogHeader){ 0 };
      return TRUE;
    }
  if (line->word == QUO_LOG_SAVING || line->word == QUO_LOG_SAVED)
    {
      if (line->n_steps > past->steps->len)
        return FALSE;
      mark.sha256 = g_steal_pointer (&line->sha256);
      g_array_append_val (marks, mark);
      return TRUE;
    }
  step.edit = g_steal_pointer (&line->edit);
  g_array_append_val (past->steps, step);
  return TRUE;
}

/* Up to the first line that is not whole. A last line without its end was torn by a crash. */
static void
read_lines (QuoLogPast *past, GBytes *bytes, QuoArticle *article, GArray *marks)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  QuoArticle *counted = NULL;
  guint32 limit = 0;

  while (past->valid_len < len)
    {
      const char *start = data + past->valid_len;
      const char *end = memchr (start, '\n', len - past->valid_len);
      g_auto (QuoLogLine) line = { 0 };

      if (end == NULL)
        return;
      quo_log_read_line (start, (gsize)(end - start), counted, limit, &line);
      if (!take_line (past, marks, &line, past->valid_len == 0))
        {
          past->is_damaged = TRUE;
          return;
        }
      if (past->valid_len == 0)
        {
          past->is_of_article
              = g_strcmp0 (past->header.sha256, quo_article_get_text_sum (article)) == 0;
          counted = past->is_of_article ? article : NULL;
          limit = past->header.length;
        }
      past->valid_len = (gsize)(end + 1 - data);
    }
}

static void
read_log (QuoLogPast *past, QuoArticle *article, const char *sidecar)
{
  g_autoptr (GBytes) bytes = quo_file_load (past->path, MAX_BYTES, NULL, NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  g_array_set_clear_func (marks, clear_mark);
  if (bytes == NULL)
    return;
  read_lines (past, bytes, article, marks);
  past->is_there = past->valid_len > 0;
  find_base (past, marks, sidecar);
}

static QuoLogPast *
make_empty (const char *path, guint slot)
{
  QuoLogPast *past = g_new0 (QuoLogPast, 1);

  past->steps = g_array_new (FALSE, FALSE, sizeof (QuoLogStep));
  g_array_set_clear_func (past->steps, clear_step);
  past->path = g_strdup (path);
  past->slot = slot;
  return past;
}

/* The article is back where a log was taken from, as it was then. */
static gboolean
take_back_moved (const char *wanted, QuoArticle *article, const char *sidecar)
{
  g_autofree char *aside = dup_moved_path (wanted);
  g_autoptr (QuoLogPast) past = make_empty (aside, 1);

  read_log (past, article, sidecar);
  return past->is_there && past->is_fitting && g_rename (aside, wanted) == 0;
}

static QuoLogPast *
make_past (const char *article, guint slot)
{
  g_autofree char *path = quo_log_dup_path (article, slot);

  return make_empty (path, slot);
}

QuoLogPast *
quo_log_past_load (QuoArticle *article, const char *sidecar)
{
  g_autoptr (QuoLock) lock = NULL;
  QuoLogPast *past;
  guint slot = 0;

  g_return_val_if_fail (article != NULL && article->path != NULL, NULL);
  while (lock == NULL && slot < QUO_LOG_MAX_SLOTS)
    {
      g_autofree char *name = dup_name (article->path, ++slot);

      lock = quo_lock_try (name);
    }
  past = make_past (article->path, slot);
  past->lock = g_steal_pointer (&lock);
  if (sidecar != NULL && slot == 1 && !g_file_test (past->path, G_FILE_TEST_EXISTS)
      && !take_back_moved (past->path, article, sidecar))
    take_moved (past->path, sidecar);
  read_log (past, article, sidecar);
  return past;
}

QuoLogPast *
quo_log_past_load_orphan (QuoArticle *article, const char *sidecar, guint slot)
{
  g_autoptr (QuoLogPast) past = make_past (article->path, slot);
  g_autofree char *name = dup_name (article->path, slot);

  if (!g_file_test (past->path, G_FILE_TEST_IS_REGULAR)
      || (past->lock = quo_lock_try (name)) == NULL)
    return NULL;
  read_log (past, article, sidecar);
  past->is_fitting = FALSE; /* its history is not ours */
  return quo_log_past_has_unsaved (past) ? g_steal_pointer (&past) : NULL;
}

void
quo_log_past_retire (const QuoLogPast *orphan)
{
  g_autofree char *aside = g_strconcat (orphan->path, ".old", NULL);

  g_rename (orphan->path, aside);
}
