/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for a parsed page: blocks lie apart, in small and large pieces, and the last can go. */
#include "quo-web-arena.h"

#include <string.h>

typedef struct
{
  guint8 *bytes;
  gsize size;
} Block;

static void
fill (gconstpointer page_len)
{
  QuoWebArena arena;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  quo_web_arena_init (&arena, GPOINTER_TO_SIZE (page_len));
  for (guint i = 0; i < 3000; i++)
    {
      /* One is larger than any piece. */
      gsize size = i == 1500 ? 9000000 : (gsize)g_rand_int_range (rand, 0, 5000);
      Block block = { quo_web_arena_alloc (&arena, size), size };

      g_assert_cmpuint ((guintptr)block.bytes % 16, ==, 0);
      memset (block.bytes, (int)(i % 251), size);
      g_array_append_val (blocks, block);
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);

      for (gsize k = 0; k < block->size; k++)
        if (block->bytes[k] != i % 251)
          g_error ("block %u of %zu bytes is overwritten at %zu", i, block->size, k);
    }
  quo_web_arena_clear (&arena);
  g_assert_null (arena.pieces);
}

static void
test_free (void)
{
  QuoWebArena arena;
  gpointer first, second;

  quo_web_arena_init (&arena, 0);
  first = quo_web_arena_alloc (&arena, 40);
  second = quo_web_arena_alloc (&arena, 40);
  quo_web_arena_free (&arena, NULL);
  quo_web_arena_free (&arena, first); /* not the last: stays */
  g_assert_true (quo_web_arena_alloc (&arena, 40) != first);
  quo_web_arena_clear (&arena);

  quo_web_arena_init (&arena, 0);
  first = quo_web_arena_alloc (&arena, 40);
  second = quo_web_arena_alloc (&arena, 40);
  quo_web_arena_free (&arena, second);
  g_assert_true (quo_web_arena_alloc (&arena, 4000) == second);
  quo_web_arena_clear (&arena);
  quo_web_arena_clear (&arena);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/read/web-arena/small-page", GSIZE_TO_POINTER (1000), fill);
  g_test_add_data_func ("/read/web-arena/large-page", GSIZE_TO_POINTER (1000000), fill);
  g_test_add_func ("/read/web-arena/free", test_free);
  return g_test_run ();
}
