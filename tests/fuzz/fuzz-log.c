/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A log: read as it is, and with the sums of its lines made right, so that what is behind them is
 * reached too; then done over in a document, and all taken back. */
#include "fuzz.h"

#include "quo-log-past.h"

#include <glib/gstdio.h>
#include <string.h>

#define TEXT "Ana met Bo in Kiel. “We go,” said Ana. Bo said nothing to Ana.\n"

static QuoArticle *article;

static void
set_up (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-fuzz-XXXXXX", NULL);
  g_autoptr (QuoText) text = quo_text_new (TEXT);
  g_autofree char *log = NULL, *logs = NULL;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  article = quo_article_new (text);
  article->path = g_build_filename (folder, "a.txt", NULL);
  log = quo_log_dup_path (article->path, 1);
  logs = g_path_get_dirname (log);
  g_mkdir_with_parents (logs, 0700);
}

/* FNV-1a, as in the log. */
static guint64
sum (const char *line, gsize len)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < len; i++)
    hash = (hash ^ (guchar)line[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static GString *
mend (const char *data, gsize len)
{
  GString *mended = g_string_new (NULL);

  while (len > 0)
    {
      const char *end = memchr (data, '\n', len);
      gsize n = end != NULL ? (gsize)(end - data) : len;
      const char *tail = g_strrstr_len (data, (gssize)n, " ~");
      gsize body = tail != NULL ? (gsize)(tail - data) : n;

      g_string_append_len (mended, data, (gssize)body);
      g_string_append_printf (mended, " ~%016" G_GINT64_MODIFIER "x\n", sum (data, body));
      data += MIN (n + 1, len);
      len -= MIN (n + 1, len);
    }
  return mended;
}

static void
run (const char *data, gsize len)
{
  g_autofree char *path = quo_log_dup_path (article->path, 1);
  g_autoptr (QuoSnapshot) empty = quo_snapshot_new (article, NULL);
  g_autoptr (QuoDocument) document = quo_document_new (empty);
  g_autoptr (QuoLogPast) past = NULL;
  FILE *file = g_fopen (path, "w");
  guint n_refused;

  fwrite (data, 1, len, file);
  fclose (file);
  past = quo_log_past_load (article, NULL);
  quo_log_past_restore (past, document);
  quo_log_past_recover (past, document, &n_refused);
  while (quo_document_undo (document) != NULL)
    ;
  while (quo_document_redo (document) != NULL)
    ;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  g_autoptr (GString) mended = NULL;

  if (article == NULL)
    set_up ();
  run ((const char *)data, len);
  mended = mend ((const char *)data, len);
  run (mended->str, mended->len);
  return 0;
}
