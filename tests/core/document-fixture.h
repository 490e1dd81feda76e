/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-document.h"

#define LENGTH 2000 /* code points of the article */

/* A document with the layers L1 and L0, the annotations a1 to a3 (a2 in L0), the entity E1, which
 * a1 is of, and the relations R1 (a3, said by a1) and R2 (a2, said by E1). */
typedef struct
{
  QuoSnapshot *start;
  QuoDocument *document;
  GRand *rand;
  guint n_signals, n_notify; /* "changed" and "notify", as often as they were heard */
  guint serial;
} Fixture;

void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
/* (transfer full): @entity may be NULL. */
QuoAnnotation *make_annotation (const char *id, const char *layer, const char *entity,
                                guint32 start, guint32 end);
QuoRelation *make_relation (const char *id, const char *quote, const char *source);
void assert_equal (QuoSnapshot *a, QuoSnapshot *b);
/* Everything the document promises at any moment, found out the slow way. */
void assert_sound (QuoDocument *document);

#define ADD(name, func) g_test_add ("/core/document/" name, Fixture, NULL, set_up, func, tear_down)
