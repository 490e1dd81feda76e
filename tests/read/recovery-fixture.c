/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sessions of work on an article, and their ends. */

#include "quo-config.h"

#include "recovery-fixture.h"

#include "quo-sidecar-writer.h"

#include <glib/gstdio.h>

char *
in_folder (Recovery *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

void
recovery_set_up (Recovery *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("quo-recovery-XXXXXX", NULL);
  f->article = in_folder (f, "a.txt");
  f->sidecar = in_folder (f, "a.txt.quo.json");
  g_assert_true (g_file_set_contents (f->article, TEXT, -1, NULL));
  f->log = quo_log_dup_path (f->article, 1);
}

void
recovery_tear_down (Recovery *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = in_folder (f, name);
      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_unlink (f->log);
  g_free (f->folder);
  g_free (f->article);
  g_free (f->sidecar);
  g_free (f->log);
}

Session
open_session (const char *path)
{
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open_to_edit (path, NULL, NULL, NULL, &error);
  Session s = { .opening = opening };

  g_assert_no_error (error);
  s.document = g_object_ref (opening->document);
  s.autosave = quo_autosave_new (s.document, opening->sidecar_path, opening->etag, FALSE);
  s.log = quo_opening_begin_log (opening);
  quo_autosave_set_log (s.autosave, s.log);
  if (opening->is_recovered)
    quo_autosave_mark_dirty (s.autosave);
  return s;
}

void
save_session (Session *s)
{
  g_autoptr (GError) error = NULL;

  quo_autosave_save_sync (s->autosave, &error);
  g_assert_no_error (error);
}

void
end_session (Session *s, QuoLogEnd how)
{
  quo_log_close (s->log, how);
  g_clear_object (&s->log);
  g_clear_object (&s->autosave);
  g_clear_object (&s->document);
  g_clear_pointer (&s->opening, quo_opening_free);
}

/* As kill -9 does: nothing is written any more, and the lock is given up. */
void
crash_session (Session *s)
{
  end_session (s, QUO_LOG_KEEP);
}

void
apply (Session *s, const char *title, gpointer before, gpointer after)
{
  g_autoptr (QuoEdit) edit = quo_edit_new (title);
  g_autoptr (GError) error = NULL;

  quo_edit_take (edit, before, after);
  quo_document_apply (s->document, edit, &error);
  g_assert_no_error (error);
}

gpointer
make_person (const char *id, guint32 start, guint32 end, const char *note)
{
  const QuoSpan range = { start, end };

  return quo_annotation_new (&(QuoAnnotation){
      .base = { .id = id }, .type = "person", .ranges = &range, .n_ranges = 1, .note = note });
}

void
add_person (Session *s, const char *id, guint32 start, guint32 end)
{
  apply (s, "Tag", NULL, make_person (id, start, end, NULL));
}

void
note_person (Session *s, const char *id, const char *words)
{
  const QuoAnnotation *old = quo_document_find_annotation (s->document, id);
  QuoAnnotation fields = *old;

  fields.note = words;
  apply (s, "Note", (gpointer)old, quo_annotation_new (&fields));
}

GBytes *
write_down (Session *s)
{
  g_autoptr (QuoSnapshot) snapshot = quo_document_snapshot (s->document);

  return quo_sidecar_write (snapshot, "test");
}

void
assert_says (Session *s, GBytes *expected)
{
  g_autoptr (GBytes) found = write_down (s);

  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* Some edits of every kind, an undo and a redo among them. */
void
work (Session *s)
{
  add_person (s, "a1", 0, 3);
  add_person (s, "a2", 8, 10);
  note_person (s, "a2", "first");
  note_person (s, "a2", "second\nline “two” \\ \"x\"");
  quo_document_undo (s->document);
  add_person (s, "a3", 34, 37);
  apply (s, "Delete", quo_document_find (s->document, "a1"), NULL);
  quo_document_undo (s->document);
  quo_document_undo (s->document);
  quo_document_redo (s->document);
}

char *
load_file (const char *path, gsize *len)
{
  char *data;

  g_assert_true (g_file_get_contents (path, &data, len, NULL));
  return data;
}
