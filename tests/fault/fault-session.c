/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short annotating session without a window, to be run where calls fail. It says on standard
 * output what it takes for done, a line each:
 *
 *     had N           annotations when it opened
 *     accepted N safe|unsafe
 *     saved N, not saved
 *     exported, not exported
 *
 * usage: fault-session FOLDER        works on FOLDER/a.txt
 *        fault-session --leave FOLDER  edits, and ends without saving, as kill -9 does
 *        fault-session --count FOLDER  only opens it, and saves what was recovered */
#include "quo-autosave.h"
#include "quo-opening.h"
#include "quo-save.h"
#include "quo-tagset-file.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static QuoDocument *document;
static QuoAutosave *autosave;
static QuoLog *log_;

static guint
count (void)
{
  return quo_document_count (document, QUO_RECORD_ANNOTATION);
}

static void
say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  fflush (stdout);
}

static gboolean
open_article (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = quo_open_to_edit (path, NULL, NULL, NULL, &error);

  if (opening == NULL)
    {
      say ("not opened: %s\n", error->message);
      return FALSE;
    }
  document = g_object_ref (opening->document);
  autosave = quo_autosave_new (document, opening->sidecar_path, opening->etag, FALSE);
  log_ = quo_opening_begin_log (opening);
  quo_autosave_set_log (autosave, log_);
  if (opening->is_recovered)
    quo_autosave_mark_dirty (autosave);
  say ("had %u\n", count ());
  return TRUE;
}

static void
edit (void)
{
  guint32 start = count () % 40;
  const QuoSpan range = { start, start + 5 };
  g_autofree char *id = quo_id_new ();
  g_autoptr (QuoEdit) added = quo_edit_new ("Tag");

  quo_edit_take (added, NULL,
                 quo_annotation_new (&(QuoAnnotation){
                     .base = { .id = id }, .type = "person", .ranges = &range, .n_ranges = 1 }));
  if (quo_document_apply (document, added, NULL))
    say ("accepted %u %s\n", count (), quo_log_is_safe (log_) ? "safe" : "unsafe");
}

static void
save (void)
{
  if (quo_autosave_save_sync (autosave, NULL))
    say ("saved %u\n", count ());
  else
    say ("not saved\n");
}

/* A file of our own beside the sidecar, by the saver that exports and tagsets use. */
static void
write_tagset (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "a.tagset.json", NULL);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (GBytes) bytes = quo_tagset_write (tagset);

  say (quo_save (path, bytes, QUO_ETAG_ANY, NULL, NULL, NULL) ? "exported\n" : "not exported\n");
}

static void
leave (void)
{
  gboolean is_saved = quo_autosave_get_state (autosave) == QUO_SAVE_STATE_SAVED;

  quo_log_close (log_, is_saved ? QUO_LOG_COMPACT : QUO_LOG_KEEP);
  g_clear_object (&log_);
  g_clear_object (&autosave);
  g_clear_object (&document);
}

int
main (int argc, char **argv)
{
  const char *how = argc > 2 ? argv[1] : "";
  const char *folder = argv[argc - 1];

  signal (SIGXFSZ, SIG_IGN);
  if (!open_article (folder))
    return 1;
  if (strcmp (how, "--leave") == 0)
    {
      edit ();
      edit ();
      _exit (0);
    }
  if (strcmp (how, "--count") != 0)
    {
      edit ();
      edit ();
      save ();
      edit ();
      write_tagset (folder);
      save ();
      edit ();
    }
  else
    save ();
  leave ();
  return 0;
}
