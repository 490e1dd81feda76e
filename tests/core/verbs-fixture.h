/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-verbs.h"

/* A small article and who acts on it. Whatever a test did: undoing all of it gives the start. */
typedef struct
{
  QuoText *text;
  QuoTagset *tagset;
  QuoSnapshot *start;
  QuoDocument *document;
  QuoActor actor;
} Fixture;

extern const QuoLabel person, place;

void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
/* Carries an edit out; it must be one that holds. Returns: what it selects. */
const QuoAnnotation *apply (Fixture *fixture, QuoEdit *made);
/* The @nth place of @words (0 first). */
QuoSpan find (Fixture *fixture, const char *words, guint nth);
const QuoAnnotation *tag (Fixture *fixture, const QuoLabel *label, const char *words, guint nth);
/* The quote in two parts, with "told" as its cue if asked. */
const QuoAnnotation *tag_quote (Fixture *fixture, gboolean with_cue);
guint count (Fixture *fixture, QuoRecordKind kind);
const QuoRelation *get_quotation (Fixture *fixture, const QuoAnnotation *quote);
void assert_role (const QuoRelation *relation, const char *name, guint n_members,
                  const char *first);

#define ADD(name, func) g_test_add ("/core/verbs/" name, Fixture, NULL, set_up, func, tear_down)
