/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-reader.h"

G_BEGIN_DECLS

/* A file in a folder of its own, and what was read from it last. */
typedef struct
{
  char *folder, *path;
  QuoArticle *article;
  QuoReport *report;
} Reading;

void reading_set_up (Reading *reading, gconstpointer data);
void reading_tear_down (Reading *reading, gconstpointer data);

#define reading_add(path, func)                                                                    \
  g_test_add (path, Reading, NULL, reading_set_up, func, reading_tear_down)

/* Writes a file (@len -1: up to the NUL) and reads it, which must succeed. */
void reading_read (Reading *reading, const char *name, const char *bytes, gssize len);
void reading_read_extent (Reading *reading, const char *name, const char *bytes, gssize len,
                          QuoExtent extent);
/* The same; it must fail with @code and say @words. */
void reading_fail (Reading *reading, const char *name, const char *bytes, gssize len, QuoError code,
                   const char *words);
/* The same for bytes of which nothing is promised but that they are read or refused with a message
 * that names the file. */
void reading_try (Reading *reading, const char *name, const char *bytes, gssize len);
/* Fails unless the text is exactly @expected, or holds, or does not hold, a fragment. */
void reading_check (Reading *reading, const char *expected);
void reading_check_has (Reading *reading, const char *fragment);
void reading_check_has_not (Reading *reading, const char *fragment);
/* Fails unless a note holds the fragment. */
void reading_check_note (Reading *reading, const char *fragment);

G_END_DECLS
