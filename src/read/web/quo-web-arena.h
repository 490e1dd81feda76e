/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoWebArena:
 *
 * Memory of one parsed page. A page of 1 MB is 100,000 small blocks that all go at the same moment:
 * they are cut one after the other from large pieces and never given back one by one. All zeros is
 * an empty arena.
 */
typedef struct
{
  gpointer pieces;  /* the newest; each begins with the address of the one before */
  char *next, *end; /* what is left of the newest piece */
  char *last;       /* the newest block, the only one whose room can be used again */
  gsize piece_size; /* bytes */
} QuoWebArena;

/* @len: bytes of the page that is to be parsed. */
void quo_web_arena_init (QuoWebArena *arena, gsize len);
void quo_web_arena_clear (QuoWebArena *arena);

/* As the parser calls them; @arena is a QuoWebArena. */
gpointer quo_web_arena_alloc (gpointer arena, gsize size);
void quo_web_arena_free (gpointer arena, gpointer block);

G_END_DECLS
