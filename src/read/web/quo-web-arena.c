/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-web-arena.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

#define ALIGN 16
#define SMALL_PAGE (128 * 1024)     /* bytes of a page of the web that */
#define SMALL_PIECE (64 * 1024)     /* is at home in few such pieces */
#define HUGE_PAGE (2 * 1024 * 1024) /* of the system's memory */
#define PIECE (2 * HUGE_PAGE)

void
quo_web_arena_init (QuoWebArena *arena, gsize len)
{
  *arena = (QuoWebArena){ .piece_size = len < SMALL_PAGE ? SMALL_PIECE : PIECE };
}

/* The first touch of each page of memory costs more than the parser spends on filling it, so large
 * pieces ask for the large pages of the system. */
static void
add_piece (QuoWebArena *arena, gsize least)
{
  gsize size = MAX (arena->piece_size, least + ALIGN);
  gpointer piece = g_aligned_alloc (1, size, size < HUGE_PAGE ? ALIGN : HUGE_PAGE);

#ifdef MADV_HUGEPAGE
  if (size >= HUGE_PAGE)
    madvise (piece, size, MADV_HUGEPAGE);
#endif
  *(gpointer *)piece = arena->pieces;
  arena->pieces = piece;
  arena->next = (char *)piece + ALIGN;
  arena->end = (char *)piece + size;
}

gpointer
quo_web_arena_alloc (gpointer data, gsize size)
{
  QuoWebArena *arena = data;
  char *block;

  size = (size + ALIGN - 1) & ~(gsize)(ALIGN - 1);
  if (size > (gsize)(arena->end - arena->next))
    add_piece (arena, size);
  block = arena->next;
  arena->next += size;
  arena->last = block;
  return block;
}

void
quo_web_arena_free (gpointer data, gpointer block)
{
  QuoWebArena *arena = data;

  if (block != NULL && block == arena->last)
    {
      arena->next = block;
      arena->last = NULL;
    }
}

void
quo_web_arena_clear (QuoWebArena *arena)
{
  for (gpointer piece = arena->pieces, before; piece != NULL; piece = before)
    {
      before = *(gpointer *)piece;
      g_aligned_free (piece);
    }
  *arena = (QuoWebArena){ 0 };
}
