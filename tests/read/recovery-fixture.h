/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-autosave.h"
#include "quo-opening.h"

G_BEGIN_DECLS

#define TEXT "Ana met Bo in Kiel. “We go,” said Ana. Bo said nothing to Ana.\n"

/* An article as the window has it open. */
typedef struct
{
  QuoOpening *opening;
  QuoDocument *document;
  QuoAutosave *autosave;
  QuoLog *log;
} Session;

/* A folder with an article, and where its sidecar and its log stand. */
typedef struct
{
  char *folder, *article, *sidecar, *log;
} Recovery;

#define recovery_add(path, test)                                                                   \
  g_test_add (path, Recovery, NULL, recovery_set_up, test, recovery_tear_down)

char *in_folder (Recovery *f, const char *name);
void recovery_set_up (Recovery *f, gconstpointer data);
void recovery_tear_down (Recovery *f, gconstpointer data);
Session open_session (const char *path);
void save_session (Session *s);
void end_session (Session *s, QuoLogEnd how);
void crash_session (Session *s);
void apply (Session *s, const char *title, gpointer before, gpointer after);
gpointer make_person (const char *id, guint32 start, guint32 end, const char *note);
void add_person (Session *s, const char *id, guint32 start, guint32 end);
void note_person (Session *s, const char *id, const char *words);
GBytes *write_down (Session *s);
void assert_says (Session *s, GBytes *expected);
void work (Session *s);
char *load_file (const char *path, gsize *len);

G_END_DECLS
