/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-opening.h"

G_BEGIN_DECLS

/* A folder, and where in it an article and its sidecar stand. */
typedef struct
{
  char *folder, *article, *sidecar;
} Opening;

void opening_set_up (Opening *fixture, gconstpointer data);
/* Nothing was written but what a test put there, or it fails. */
void opening_tear_down (Opening *fixture, gconstpointer data);

#define opening_add(path, test)                                                                    \
  g_test_add (path, Opening, NULL, opening_set_up, test, opening_tear_down)

void put_file (const char *path, const char *text, gssize len);
QuoOpening *open_path (const char *path, const char *encoding, QuoReport *report);
/* Puts a sidecar for the article as it is now, with one annotation, "a0", "a1" and so on, for each
 * of the places. */
void put_sidecar (Opening *fixture, const char *path, const QuoSpan *spans, guint n_spans);
const QuoAnnotation *get_annotation (QuoOpening *opening, const char *id);
/* Fails unless the annotation is found, at @start, over @expected. */
void check_quote (QuoOpening *opening, const char *id, guint32 start, const char *expected);

G_END_DECLS
