/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

#include <json-glib/json-glib.h>

/* A session with the built-in tagset on a short story, without a screen. Every test ends with all
 * of it undone, so no verb leaves anything behind. */
typedef struct
{
  QuoSession *session;
  char *folder;
  guint n_changed, n_many; /* how often `changed` and `acted-on-many` were heard */
} Fixture;

typedef struct
{
  const char *path; /* below the folder of the program */
  void (*run) (Fixture *fixture, gconstpointer data);
} SessionTest;

/* Runs the tests as /ui/@folder/PATH, each with a fixture of its own. */
int session_fixture_run (int argc, char **argv, const char *folder, const SessionTest *tests,
                         guint n_tests);

extern const char *const story;
/* (transfer full): the story, not annotated yet. */
QuoOpening *make_opening (Fixture *fixture);
/* The @nth place of @words in the story (0 first). */
QuoSpan place (const char *words, guint nth);
void put_caret (Fixture *fixture, const char *words);
void select_words (Fixture *fixture, const char *words);
guint count (Fixture *fixture, QuoRecordKind kind);
/* (transfer full): what it says, its parts joined by bars. */
char *dup_words (Fixture *fixture, const QuoAnnotation *annotation);
/* `win.state`; borrowed from @parser. */
JsonObject *get_state (Fixture *fixture, JsonParser *parser);

/* The selected annotation has this type and says this. */
#define assert_selected(fixture, label, words)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const QuoAnnotation *selected_ = quo_session_get_selected ((fixture)->session);                \
    g_autofree char *said_ = selected_ != NULL ? dup_words ((fixture), selected_) : NULL;          \
    g_assert_nonnull (selected_);                                                                  \
    g_assert_cmpstr (selected_->type, ==, (label));                                                \
    g_assert_cmpstr (said_, ==, (words));                                                          \
  }                                                                                                \
  G_STMT_END
